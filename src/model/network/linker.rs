//! Which span belongs to which: each asking span chooses one of the answering spans within its reach, or none.
//!
//! A choice is scored by how well the vectors of the two fit, and by what lies between them: tokens, sentences,
//! paragraphs, and how many other spans would have been nearer.

use std::ops::Range;

use crate::model::network::linear::{Dense, Kernels};
use crate::model::network::weights::{Weights, WeightsError};

/// Slots within which a span looks for its partner.
const REACH: usize = 250;
/// Numbers of a vector that is compared.
const WIDTH: usize = 64;
/// Rows of the table for distances: a row a slot up to eight, then by powers of two, for both directions.
const DISTANCES: usize = 33;
/// Rows of the tables for sentences and paragraphs: two back to two ahead.
const STEPS: usize = 5;
/// Rows of the table for how many spans are nearer: seven, for both directions, and one for overlap.
const RANKS: usize = 17;

/// A learnt choice.
#[derive(Debug)]
pub struct Linker {
    /// Of an asking span: the vector, then the score of choosing none.
    ask: Dense,
    answer: Dense,
    distances: Vec<f32>,
    sentences: Vec<f32>,
    paragraphs: Vec<f32>,
    ranks: Vec<f32>,
}

/// Where a span stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanPosition {
    /// Its slots.
    pub slots: Range<usize>,
    /// The numbers of the sentences of its first and its last token.
    pub sentences: [usize; 2],
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// A choice, and how likely it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The answering span, by number.
    pub answer: Option<usize>,
    /// Its share among all choices.
    pub share: f32,
}

impl Linker {
    /// Takes the linker of that name; `width` is that of the encoder's vectors.
    pub fn read(weights: &Weights<'_>, name: &str, width: usize) -> Result<Self, WeightsError> {
        let table = |part: &str, rows| weights.matrix(&format!("{name}.{part}"), rows, 1);
        Ok(Self {
            ask: Dense::read(weights, &format!("{name}.ask"), [2 * width, WIDTH + 1])?,
            answer: Dense::read(weights, &format!("{name}.answer"), [2 * width, WIDTH])?,
            distances: table("distances", DISTANCES)?,
            sentences: table("sentences", STEPS)?,
            paragraphs: table("paragraphs", STEPS)?,
            ranks: table("ranks", RANKS)?,
        })
    }

    /// What asking spans bring, of the vectors of their first and last tokens.
    pub fn asks(&self, kernels: &Kernels, ends: &[f32]) -> Vec<Vec<f32>> {
        self.ask.apply(kernels, ends).chunks_exact(WIDTH + 1).map(<[f32]>::to_vec).collect()
    }

    /// What answering spans bring.
    pub fn answers(&self, kernels: &Kernels, ends: &[f32]) -> Vec<Vec<f32>> {
        self.answer.apply(kernels, ends).chunks_exact(WIDTH).map(<[f32]>::to_vec).collect()
    }

    /// All choices of a span with their shares, the likeliest first. `answers` are in the order of the text.
    pub fn choices(
        &self,
        asking: (&SpanPosition, &[f32]),
        answers: &[(&SpanPosition, &[f32])],
    ) -> Vec<Choice> {
        let (place, vector) = asking;
        let (compared, none) = vector.split_at(WIDTH.min(vector.len()));
        let first =
            answers.partition_point(|(answer, _)| answer.slots.end + REACH <= place.slots.start);
        let near = answers.iter().enumerate().skip(first);
        let near: Vec<_> = near
            .take_while(|(_, (answer, _))| answer.slots.start < place.slots.end + REACH)
            .collect();
        let before = near.iter().filter(|(_, (answer, _))| answer.slots.end <= place.slots.start);
        let before = before.count();
        let after = near.partition_point(|(_, (answer, _))| answer.slots.start < place.slots.end);
        let mut choices =
            vec![Choice { answer: None, share: none.first().copied().unwrap_or(0.0) }];
        for (order, (number, (answer, vector))) in near.into_iter().enumerate() {
            let rank = if order < before {
                7 - (before - 1 - order).min(7)
            } else if order >= after {
                9 + (order - after).min(7)
            } else {
                8
            };
            let fit: f32 = compared.iter().zip(*vector).map(|(a, b)| a * b).sum();
            let between = self.between(place, answer) + row(&self.ranks, rank);
            let share = fit / (WIDTH as f32).sqrt() + between;
            choices.push(Choice { answer: Some(number), share });
        }
        to_shares(&mut choices);
        choices
    }

    fn between(&self, from: &SpanPosition, to: &SpanPosition) -> f32 {
        let ahead = to.slots.start >= from.slots.end;
        let back = to.slots.end <= from.slots.start;
        let distance = if ahead {
            16 + distance_row(to.slots.start + 1 - from.slots.end)
        } else if back {
            16 - distance_row(from.slots.start + 1 - to.slots.end)
        } else {
            16
        };
        let (here, there) = if back {
            (from.sentences[0], to.sentences[1])
        } else {
            (from.sentences[1], to.sentences[0])
        };
        row(&self.distances, distance)
            + row(&self.sentences, step(here, there))
            + row(&self.paragraphs, step(from.paragraph, to.paragraph))
    }
}

fn row(table: &[f32], row: usize) -> f32 {
    table.get(row).copied().unwrap_or(0.0)
}

/// 0 to 16: as it is below eight, then two rows for each doubling.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small logarithm")]
fn distance_row(slots: usize) -> usize {
    if slots < 8 {
        return slots;
    }
    (8 + ((slots as f32 / 8.0).log2() * 2.0) as usize).min(16)
}

/// 0 to 4: two or more back, one back, here, one ahead, two or more ahead.
fn step(from: usize, to: usize) -> usize {
    (to + 2).saturating_sub(from).min(4)
}

fn to_shares(choices: &mut [Choice]) {
    let most = choices.iter().map(|choice| choice.share).fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = choices.iter().map(|choice| (choice.share - most).exp()).sum();
    for choice in choices.iter_mut() {
        choice.share = (choice.share - most).exp() / sum;
    }
    choices.sort_by(|a, b| b.share.total_cmp(&a.share));
}
