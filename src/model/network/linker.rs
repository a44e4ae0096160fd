//! Links spans: each asking span chooses one of the answering spans within reach, or none.
//!
//! The score of a choice is how well the two vectors fit, plus what was learned about the distance between the spans:
//! in slots, in sentences, in paragraphs, and in how many other spans are nearer.

use std::ops::Range;

use crate::model::network::linear::{Dense, Kernels};
use crate::model::network::weights::{Weights, WeightsError};

/// How far a span looks for its partner, in slots.
const REACH: usize = 250;
/// The length of the vectors that are compared.
const WIDTH: usize = 64;
/// Rows of the distance table: one for each slot up to eight, then two for each doubling, in both directions.
const DISTANCES: usize = 33;
/// Rows of the tables of sentences and paragraphs: from two back to two ahead.
const STEPS: usize = 5;
/// Rows of the rank table: up to seven nearer spans in both directions, and one row for overlap.
const RANKS: usize = 17;

/// All linkers of the network.
#[derive(Debug)]
pub(crate) struct Linkers {
    /// From content to cue.
    pub cues: Linker,
    /// From cue to source.
    pub sources: Linker,
    /// From a source without a name to a name.
    pub names: Linker,
}

/// One kind of link.
#[derive(Debug)]
pub(crate) struct Linker {
    /// Makes the vector of an asking span, followed by its score for choosing none.
    ask: Dense,
    answer: Dense,
    distances: Vec<f32>,
    sentences: Vec<f32>,
    paragraphs: Vec<f32>,
    ranks: Vec<f32>,
}

/// The position of a span in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpanPosition {
    /// Its slots.
    pub slots: Range<usize>,
    /// The numbers of the sentences of its first and its last token.
    pub sentences: [usize; 2],
    /// The number of its paragraph.
    pub paragraph: usize,
}

/// A choice and its probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The number of the answering span, or none.
    pub answer: Option<usize>,
    /// Its probability among all choices of the asking span.
    pub share: f32,
}

impl Linkers {
    /// Takes `cue_of`, `source_of` and `name_of`; `width` is the length of the encoder's vectors.
    pub(crate) fn read(weights: &Weights<'_>, width: usize) -> Result<Self, WeightsError> {
        Ok(Self {
            cues: Linker::read(weights, "cue_of", width)?,
            sources: Linker::read(weights, "source_of", width)?,
            names: Linker::read(weights, "name_of", width)?,
        })
    }
}

impl Linker {
    fn read(weights: &Weights<'_>, name: &str, width: usize) -> Result<Self, WeightsError> {
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

    /// The vectors of asking spans, from the encoder's vectors of their first and last tokens.
    pub(crate) fn asks(&self, kernels: &Kernels, ends: &[f32]) -> Vec<Vec<f32>> {
        self.ask.apply(kernels, ends).chunks_exact(WIDTH + 1).map(<[f32]>::to_vec).collect()
    }

    /// The vectors of answering spans, made in the same way.
    pub(crate) fn answers(&self, kernels: &Kernels, ends: &[f32]) -> Vec<Vec<f32>> {
        self.answer.apply(kernels, ends).chunks_exact(WIDTH).map(<[f32]>::to_vec).collect()
    }

    /// All choices of a span, the likeliest first. `answers` must be in text order.
    pub(crate) fn choices(
        &self,
        asking: (&SpanPosition, &[f32]),
        answers: &[(&SpanPosition, &[f32])],
    ) -> Vec<Choice> {
        let (position, vector) = asking;
        let (compared, none) = vector.split_at(WIDTH.min(vector.len()));
        let first =
            answers.partition_point(|(answer, _)| answer.slots.end + REACH <= position.slots.start);
        let near = answers.iter().enumerate().skip(first);
        let near: Vec<_> = near
            .take_while(|(_, (answer, _))| answer.slots.start < position.slots.end + REACH)
            .collect();
        let before =
            near.iter().filter(|(_, (answer, _))| answer.slots.end <= position.slots.start);
        let before = before.count();
        let after =
            near.partition_point(|(_, (answer, _))| answer.slots.start < position.slots.end);
        let mut choices =
            vec![Choice { answer: None, share: none.first().copied().unwrap_or(0.0) }];
        for (order, (number, (answer, vector))) in near.into_iter().enumerate() {
            let rank = rank(order, before, after);
            let fit: f32 = compared.iter().zip(*vector).map(|(a, b)| a * b).sum();
            let between = self.between(position, answer) + row(&self.ranks, rank);
            let share = fit / (WIDTH as f32).sqrt() + between;
            choices.push(Choice { answer: Some(number), share });
        }
        to_shares(&mut choices);
        choices
    }

    /// The score of the distance from one span to another.
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

/// The row of a span's rank: 0 to 7 before the asking span (7 is the nearest), 8 where they overlap, 9 to 16 ahead.
/// `before` spans end before the asking span, and those from `after` on begin after it.
fn rank(order: usize, before: usize, after: usize) -> usize {
    if order < before {
        7 - (before - 1 - order).min(7)
    } else if order >= after {
        9 + (order - after).min(7)
    } else {
        8
    }
}

fn row(table: &[f32], row: usize) -> f32 {
    table.get(row).copied().unwrap_or(0.0)
}

/// The row of a distance, 0 to 16: one for each slot below eight, then two for each doubling.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small logarithm")]
fn distance_row(slots: usize) -> usize {
    if slots < 8 {
        return slots;
    }
    (8 + ((slots as f32 / 8.0).log2() * 2.0) as usize).min(16)
}

/// The row of a step, 0 to 4: two or more back, one back, here, one ahead, two or more ahead.
fn step(from: usize, to: usize) -> usize {
    (to + 2).saturating_sub(from).min(4)
}

/// Turns scores into probabilities and sorts them.
fn to_shares(choices: &mut [Choice]) {
    let most = choices.iter().map(|choice| choice.share).fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = choices.iter().map(|choice| (choice.share - most).exp()).sum();
    for choice in choices.iter_mut() {
        choice.share = (choice.share - most).exp() / sum;
    }
    choices.sort_by(|a, b| b.share.total_cmp(&a.share));
}
