//! The trained network: finds the parts of quotes and the names in an article, and scores links between them.
//!
//! The way of an article: its tokens become pieces and traits ([`inputs`]), which are laid out in a row of slots
//! (`stream`) and summed to vectors (`embedding`). The `encoder` lets each vector learn from its neighbors
//! (`attention`). Two small layers (`linear`) score the labels of each token, `tagger` picks the best sequence, and
//! `labels` cuts it into spans. Of each span only what the `linker`s need is kept, so that a long article takes little
//! memory.

mod attention;
mod embedding;
mod encoder;
pub mod inputs;
mod labels;
mod linear;
pub(super) mod linker;
pub mod pieces;
mod stream;
mod tagger;
pub(super) mod tags;
mod traits;
pub mod weights;
mod window;

use std::ops::Range;

use crate::model::network::encoder::Encoder;
use crate::model::network::inputs::Inputs;
use crate::model::network::labels::{NAMES, PARTS};
use crate::model::network::linear::{Dense, Kernels};
use crate::model::network::linker::Linkers;
use crate::model::network::stream::Stream;
use crate::model::network::tags::Tags;
use crate::model::network::weights::{Weights, WeightsError};
use crate::model::network::window::Window;
use crate::text::reading::Reading;

/// How many tokens are encoded at once, at most.
const WINDOW: usize = 2048;

/// The network, ready for any number of articles.
#[derive(Debug)]
pub(crate) struct Network {
    encoder: Encoder,
    /// Scores the labels of content, cue and source.
    parts: Dense,
    /// Scores the labels of names.
    names: Dense,
    /// Link the spans.
    pub(crate) linkers: Linkers,
}

impl Network {
    /// Takes all its tensors from a file of weights.
    pub(crate) fn read(weights: &Weights<'_>) -> Result<Self, WeightsError> {
        let encoder = Encoder::read(weights, &Kernels::new())?;
        let width = encoder.width();
        Ok(Self {
            parts: Dense::read(weights, "parts", [width, labels::count(PARTS.len())])?,
            names: Dense::read(weights, "names", [width, labels::count(NAMES)])?,
            linkers: Linkers::read(weights, width)?,
            encoder,
        })
    }

    /// Finds the spans of an article.
    pub(crate) fn tag(&self, reading: &Reading<'_>, inputs: &Inputs) -> Tags {
        let kernels = Kernels::new();
        let stream = Stream::of(reading);
        let mut tags = Tags::default();
        for window in windows(reading) {
            let Some((first, last)) = window.first().zip(window.last()) else { continue };
            let slots = stream.slot_of(first.start)..stream.slot_of(last.end - 1) + 1;
            let first = slots.start;
            let vectors = self.encoder.encode(&kernels, &stream.slots, slots, inputs);
            let part_scores = self.parts.apply(&kernels, &vectors);
            let name_scores = self.names.apply(&kernels, &vectors);
            let (linkers, width) = (&self.linkers, self.encoder.width());
            let view =
                Window { reading, stream: &stream, linkers, vectors: &vectors, width, first };
            for tokens in window {
                view.tag_parts(&kernels, &tokens, &part_scores, &mut tags);
                view.tag_names(&kernels, &tokens, &name_scores, &mut tags);
            }
        }
        tags
    }
}

/// The paragraphs of an article, grouped into windows; a paragraph that is longer than a window is cut.
fn windows(reading: &Reading<'_>) -> Vec<Vec<Range<usize>>> {
    let mut windows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut room = 0;
    for paragraph in &reading.paragraphs {
        for start in paragraph.tokens.clone().step_by(WINDOW) {
            let tokens = start..paragraph.tokens.end.min(start + WINDOW);
            if let Some(window) = windows.last_mut().filter(|_| tokens.len() <= room) {
                room -= tokens.len();
                window.push(tokens);
            } else {
                room = WINDOW - tokens.len();
                windows.push(vec![tokens]);
            }
        }
    }
    windows
}
