//! The encoder: turns slots into vectors that reflect their context.
//!
//! A transformer whose layers look no farther than the next block of slots, so its cost is linear in the length of the
//! text. `training/README.md` describes what it starts from and how it is trained.

use std::ops::Range;

use rten_simd::{SimdOp, SimdUnaryOp};
use rten_vecmath::{Gelu, Normalize, NormalizeOptions, Sum, SumSquareSub};

use crate::model::network::attention::{BLOCK, attend};
use crate::model::network::embedding::Embedding;
use crate::model::network::inputs::Inputs;
use crate::model::network::linear::{Kernels, Linear, Scratch};
use crate::model::network::stream::Slot;
use crate::model::network::traits;
use crate::model::network::weights::{Weights, WeightsError};

/// Rows that go through a layer together: few enough for their intermediate results to stay in the processor's cache.
const TILE: usize = 128;
/// Prevents a division by zero where all numbers of a row are equal.
const EPSILON: f32 = 1e-12;

/// The network up to the vectors of slots.
#[derive(Debug)]
pub(super) struct Encoder {
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
    /// Takes the embedding and all layers that the file has.
    pub(super) fn read(weights: &Weights<'_>, kernels: &Kernels) -> Result<Self, WeightsError> {
        let embedding = Embedding::read(weights, traits::ROWS)?;
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

    /// The length of a vector.
    pub(super) fn width(&self) -> usize {
        self.embedding.width()
    }

    /// The vectors of the slots in a window, one after the other.
    pub(super) fn encode(
        &self,
        kernels: &Kernels,
        slots: &[Slot],
        window: Range<usize>,
        inputs: &Inputs,
    ) -> Vec<f32> {
        // in each layer, information travels at most two blocks
        let halo = self.layers.len() * 2 * BLOCK;
        let start = window.start.saturating_sub(halo) / BLOCK * BLOCK;
        let around = start..slots.len().min(window.end + halo);
        let before = window.start - around.start;
        let mut vectors = self.vectors(kernels, slots.get(around).unwrap_or_default(), inputs);
        vectors.truncate((before + window.len()) * self.width());
        vectors.split_off(before * self.width())
    }

    fn vectors(&self, kernels: &Kernels, slots: &[Slot], inputs: &Inputs) -> Vec<f32> {
        let mut vectors = self.embedding.of(slots, inputs);
        self.norm.apply(&mut vectors);

        let mut buffers = Buffers::default();
        for layer in &self.layers {
            layer.apply(kernels, &mut vectors, self.width(), &mut buffers);
        }
        vectors
    }
}

/// Intermediate results of a layer, reused by the next one.
#[derive(Default)]
struct Buffers {
    scratch: Scratch,
    /// The query, key and value of each row.
    projected: Vec<f32>,
    /// What each row takes from the others.
    attended: Vec<f32>,
    /// The rows of a tile, widened.
    wide: Vec<f32>,
    /// What is added to a tile.
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

    fn apply(&self, kernels: &Kernels, vectors: &mut [f32], width: usize, buffers: &mut Buffers) {
        let Buffers { scratch, projected, attended, wide, change } = buffers;
        projected.resize(3 * vectors.len(), 0.0);
        attended.resize(vectors.len(), 0.0);
        let tiles = vectors.chunks(TILE * width).zip(projected.chunks_mut(3 * TILE * width));
        for (tile, projected) in tiles {
            self.query_key_value.apply(kernels, tile, scratch, projected);
        }

        attend(kernels, projected, width, attended);

        for (tile, attended) in vectors.chunks_mut(TILE * width).zip(attended.chunks(TILE * width))
        {
            change.resize(tile.len(), 0.0);
            self.attention.apply(kernels, attended, scratch, change);
            self.attention_norm.add(tile, change);
            wide.resize(tile.len() / width * self.up.outputs(), 0.0);
            self.up.apply(kernels, tile, scratch, wide);
            Gelu {}.map_mut(wide);
            self.down.apply(kernels, wide, scratch, change);
            self.norm.add(tile, change);
        }
    }
}

/// Layer normalization: brings each row to mean 0 and variance 1, then scales and shifts it by learned amounts.
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

    /// Adds the changes, then normalizes.
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
