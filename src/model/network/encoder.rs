//! The encoder: from tokens to vectors that know what stands around them.
//!
//! A transformer whose layers look no farther than the next block of tokens, so that its cost grows with the length of
//! the text alone. What it starts from, and how it is trained, is told in `training/README.md`.

use std::ops::Range;

use rten_simd::{SimdOp, SimdUnaryOp};
use rten_vecmath::{Gelu, Normalize, NormalizeOptions, Sum, SumSquareSub};

use crate::model::network::attention::{BLOCK, attend};
use crate::model::network::embedding::{Embedding, Seen};
use crate::model::network::features;
use crate::model::network::linear::{Kernels, Linear, Scratch};
use crate::model::network::stream::Slot;
use crate::model::network::weights::{Weights, WeightsError};

/// Rows that go through a layer together: what they need on the way stays in the processor's cache.
const TILE: usize = 128;
/// Keeps a division from failing where all numbers are the same.
const EPSILON: f32 = 1e-12;

/// The network up to the vectors of tokens.
#[derive(Debug)]
pub struct Encoder {
    embedding: Embedding,
    norm: Norm,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    query_key_value: Linear,
    attention: Linear,
    attention_norm: Norm,
    up: Linear,
    down: Linear,
    norm: Norm,
}

impl Encoder {
    /// Takes the embedding and as many layers as there are.
    pub fn read(weights: &Weights<'_>, kernels: &Kernels) -> Result<Self, WeightsError> {
        let embedding = Embedding::read(weights, features::ROWS)?;
        let width = embedding.width();
        let layers = (0..)
            .take_while(|number| weights.has(&format!("layers.{number}.norm.scale")))
            .map(|number| Layer::read(weights, kernels, &format!("layers.{number}"), width));
        Ok(Self {
            norm: Norm::read(weights, "norm", width)?,
            layers: layers.collect::<Result<_, _>>()?,
            embedding,
        })
    }

    /// Numbers of a vector.
    pub fn width(&self) -> usize {
        self.embedding.width()
    }

    /// The vectors of the slots of a stretch, one behind the other.
    pub fn encode(
        &self,
        kernels: &Kernels,
        slots: &[Slot],
        stretch: Range<usize>,
        seen: Seen<'_>,
    ) -> Vec<f32> {
        // a layer passes on what is at most two blocks away
        let halo = self.layers.len() * 2 * BLOCK;
        let start = stretch.start.saturating_sub(halo) / BLOCK * BLOCK;
        let around = start..slots.len().min(stretch.end + halo);
        let before = stretch.start - around.start;
        let mut vectors = self.vectors(kernels, slots.get(around).unwrap_or_default(), seen);
        vectors.truncate((before + stretch.len()) * self.width());
        vectors.split_off(before * self.width())
    }

    fn vectors(&self, kernels: &Kernels, slots: &[Slot], seen: Seen<'_>) -> Vec<f32> {
        let mut vectors = self.embedding.of(slots, seen);
        self.norm.apply(&mut vectors);

        let mut room = Room::default();
        for layer in &self.layers {
            layer.apply(kernels, &mut vectors, self.width(), &mut room);
        }
        vectors
    }
}

/// What a layer needs on the way.
#[derive(Default)]
struct Room {
    scratch: Scratch,
    /// Query, key and value of each row.
    parts: Vec<f32>,
    /// What each row takes from the others.
    taken: Vec<f32>,
    /// The rows of a tile, widened.
    wide: Vec<f32>,
    /// What a tile's rows change by.
    change: Vec<f32>,
}

impl Layer {
    fn read(
        weights: &Weights<'_>,
        kernels: &Kernels,
        name: &str,
        width: usize,
    ) -> Result<Self, WeightsError> {
        let linear =
            |part: &str, inputs| Linear::read(weights, kernels, &format!("{name}.{part}"), inputs);
        let norm = |part: &str| Norm::read(weights, &format!("{name}.{part}"), width);
        let up = linear("up", width)?;
        Ok(Self {
            query_key_value: linear("query_key_value", width)?,
            attention: linear("attention", width)?,
            attention_norm: norm("attention_norm")?,
            down: linear("down", up.outputs())?,
            up,
            norm: norm("norm")?,
        })
    }

    fn apply(&self, kernels: &Kernels, vectors: &mut [f32], width: usize, room: &mut Room) {
        let Room { scratch, parts, taken, wide, change } = room;
        parts.resize(3 * vectors.len(), 0.0);
        taken.resize(vectors.len(), 0.0);
        let tiles = vectors.chunks(TILE * width).zip(parts.chunks_mut(3 * TILE * width));
        for (tile, parts) in tiles {
            self.query_key_value.apply(kernels, tile, scratch, parts);
        }

        attend(kernels, parts, width, taken);

        for (tile, taken) in vectors.chunks_mut(TILE * width).zip(taken.chunks(TILE * width)) {
            change.resize(tile.len(), 0.0);
            self.attention.apply(kernels, taken, scratch, change);
            self.attention_norm.add(tile, change);
            wide.resize(tile.len() / width * self.up.outputs(), 0.0);
            self.up.apply(kernels, tile, scratch, wide);
            Gelu {}.map_mut(wide);
            self.down.apply(kernels, wide, scratch, change);
            self.norm.add(tile, change);
        }
    }
}

/// Brings the numbers of a row to one mean and spread, then to those that were learnt.
#[derive(Debug)]
struct Norm {
    scale: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    fn read(weights: &Weights<'_>, name: &str, width: usize) -> Result<Self, WeightsError> {
        Ok(Self {
            scale: weights.matrix(&format!("{name}.scale"), 1, width)?,
            bias: weights.matrix(&format!("{name}.bias"), 1, width)?,
        })
    }

    /// Adds the changes, then norms.
    fn add(&self, vectors: &mut [f32], changes: &[f32]) {
        for (to, change) in vectors.iter_mut().zip(changes) {
            *to += change;
        }
        self.apply(vectors);
    }

    fn apply(&self, vectors: &mut [f32]) {
        let width = self.scale.len() as f32;
        for row in vectors.chunks_exact_mut(self.scale.len()) {
            let mean = Sum::new(row).dispatch() / width;
            let spread = SumSquareSub::new(row, mean).dispatch() / width;
            let options = NormalizeOptions {
                pre_scale_bias: mean,
                scale: (spread + EPSILON).sqrt().recip(),
                element_scale: Some(&self.scale),
                element_bias: Some(&self.bias),
                ..NormalizeOptions::default()
            };
            Normalize::new_mut(row, options).dispatch();
        }
    }
}
