//! Where the encoder starts: the vectors of a token's pieces, traits and position, added up.
//!
//! The vectors of pieces are by far the largest part of the weights, so each number of them has four bits only, with a
//! scale for each piece.

use crate::model::network::stream::{POSITIONS, Slot};
use crate::model::network::weights::{Weights, WeightsError};

/// The tables of vectors.
#[derive(Debug)]
pub struct Embedding {
    width: usize,
    /// Two numbers a byte, the first one in the low half, eight more than they are.
    pieces: Vec<u8>,
    scales: Vec<f32>,
    traits: Vec<f32>,
    positions: Vec<f32>,
}

/// What is known of each token before the encoder sees it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The pieces of each token.
    pub pieces: &'a [Vec<u16>],
    /// The traits of each token.
    pub traits: &'a [Vec<u8>],
}

impl Embedding {
    /// Takes `pieces`, `pieces.scale`, `traits` and `positions`; there are `rows` traits.
    pub fn read(weights: &Weights<'_>, rows: usize) -> Result<Self, WeightsError> {
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

    /// Numbers of a vector.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The vectors of some slots, one behind the other.
    pub fn of(&self, slots: &[Slot], seen: Seen<'_>) -> Vec<f32> {
        let mut vectors = vec![0.0; slots.len() * self.width];
        for (vector, slot) in vectors.chunks_exact_mut(self.width).zip(slots) {
            match slot.token {
                Some(token) => {
                    let pieces = seen.pieces.get(token).map_or(&[][..], Vec::as_slice);
                    for piece in pieces {
                        self.add_piece(vector, usize::from(*piece), 1.0 / pieces.len() as f32);
                    }
                    for row in seen.traits.get(token).into_iter().flatten() {
                        add_row(vector, &self.traits, usize::from(*row));
                    }
                }
                None => self.add_piece(vector, self.separator(), 1.0),
            }
            add_row(vector, &self.positions, slot.position);
        }
        vectors
    }

    /// The last piece of the vocabulary stands for the end of a paragraph.
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
