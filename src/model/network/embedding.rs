//! The encoder's input: for each slot, the mean of its pieces' vectors plus those of its traits and position.
//!
//! The vectors of pieces are by far the largest part of the weights, so their numbers have only four bits, with a scale
//! for each piece.

use crate::model::network::inputs::Inputs;
use crate::model::network::stream::{POSITIONS, Slot};
use crate::model::network::weights::{Weights, WeightsError};

/// Tables of vectors.
#[derive(Debug)]
pub(super) struct Embedding {
    width: usize,
    /// Two numbers a byte, the first in the low half, each stored as the number plus eight.
    pieces: Vec<u8>,
    scales: Vec<f32>,
    traits: Vec<f32>,
    positions: Vec<f32>,
}

impl Embedding {
    /// Takes `pieces`, `pieces.scale`, `traits` with `rows` rows, and `positions`.
    pub(super) fn read(weights: &Weights<'_>, rows: usize) -> Result<Self, WeightsError> {
        let (pieces, [count, half]) = weights.packed("pieces")?;
        let width = half * 2;
        Ok(Self {
            width,
            pieces: pieces.to_vec(),
            scales: weights.scales("pieces", count)?,
            traits: weights.matrix("traits", rows, width)?,
            positions: weights.matrix("positions", POSITIONS, width)?,
        })
    }

    /// The length of a vector.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The vectors of some slots, one after the other.
    pub(super) fn of(&self, slots: &[Slot], inputs: &Inputs) -> Vec<f32> {
        let mut vectors = vec![0.0; slots.len() * self.width];
        for (vector, slot) in vectors.chunks_exact_mut(self.width).zip(slots) {
            match slot.token {
                Some(token) => {
                    let pieces = inputs.pieces.get(token).map_or(&[][..], Vec::as_slice);
                    for piece in pieces {
                        self.add_piece(vector, usize::from(*piece), 1.0 / pieces.len() as f32);
                    }
                    for row in inputs.traits.get(token).into_iter().flatten() {
                        add_row(vector, &self.traits, usize::from(*row));
                    }
                }
                None => self.add_piece(vector, self.separator(), 1.0),
            }
            add_row(vector, &self.positions, slot.position);
        }
        vectors
    }

    /// The piece that ends a paragraph: the last one of the vocabulary.
    fn separator(&self) -> usize {
        self.scales.len().saturating_sub(1)
    }

    fn add_piece(&self, vector: &mut [f32], piece: usize, share: f32) {
        let half = self.width / 2;
        let bytes = self.pieces.get(piece * half..(piece + 1) * half).unwrap_or_default();
        let scale = share * self.scales.get(piece).copied().unwrap_or(0.0);
        let (pairs, _) = vector.as_chunks_mut::<2>();
        for ([low, high], byte) in pairs.iter_mut().zip(bytes) {
            *low += scale * (f32::from(byte & 15) - 8.0);
            *high += scale * (f32::from(byte >> 4) - 8.0);
        }
    }
}

fn add_row(vector: &mut [f32], table: &[f32], row: usize) {
    let width = vector.len();
    let numbers = table.get(row * width..(row + 1) * width).unwrap_or_default();
    for (to, number) in vector.iter_mut().zip(numbers) {
        *to += number;
    }
}
