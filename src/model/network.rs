//! What the network finds in an article: the parts of quotes and the names, with the vectors by which they are linked.
//!
//! The article is encoded stretch by stretch, and of each token that begins or ends a span only what the linkers need
//! is kept, so that little memory is used for a long text.

pub mod attention;
pub mod embedding;
pub mod encoder;
pub mod features;
pub mod labels;
pub mod linear;
pub mod linker;
pub mod pieces;
pub mod stream;
pub mod tagger;
pub mod weights;

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Lexicon;
use crate::model::network::embedding::Seen;
use crate::model::network::encoder::Encoder;
use crate::model::network::features::traits;
use crate::model::network::labels::{KINDS, NAMES, PARTS, Part};
use crate::model::network::linear::{Dense, Kernels};
use crate::model::network::linker::{Linker, SpanPosition};
use crate::model::network::pieces::Pieces;
use crate::model::network::stream::Stream;
use crate::model::network::tagger::{Labeling, best};
use crate::model::network::weights::{Weights, WeightsError};
use crate::text::reading::Reading;

/// Slots from which on a stretch is long enough.
const STRETCH: usize = 2048;

/// The trained part of the model.
#[derive(Debug)]
pub struct Network {
    pieces: Pieces,
    encoder: Encoder,
    parts: Dense,
    names: Dense,
    /// From content to cue.
    pub cue_of: Linker,
    /// From cue to source.
    pub source_of: Linker,
    /// From a source without a name to a name.
    pub name_of: Linker,
}

/// What the network found, each in the order of the text.
#[derive(Debug, Default)]
pub struct Tags {
    /// What was said.
    pub contents: Vec<TaggedSpan>,
    /// That it was said.
    pub cues: Vec<TaggedSpan>,
    /// Who said it.
    pub sources: Vec<TaggedSpan>,
    /// Who and what is named.
    pub names: Vec<TaggedSpan>,
    /// Titles and peoples that stand for a person: "the Secretary", "an American".
    pub titles: Vec<TaggedSpan>,
}

/// A span that the network found.
#[derive(Clone, Debug)]
pub struct TaggedSpan {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names, for the name of an entity.
    pub kind: Option<EntityKind>,
    /// How likely its labels are: the mean over its tokens.
    pub share: f32,
    /// Where it stands.
    pub place: SpanPosition,
    /// What it brings to the linker in which it asks.
    pub ask: Vec<f32>,
    /// What it brings to the linker in which it answers.
    pub answer: Vec<f32>,
}

impl Network {
    /// Reads a file of weights and its vocabulary.
    pub fn read(weights: &Weights<'_>, pieces: &'static str) -> Result<Self, WeightsError> {
        let kernels = Kernels::new();
        let encoder = Encoder::read(weights, &kernels)?;
        let width = encoder.width();
        Ok(Self {
            pieces: Pieces::parse(pieces),
            parts: Dense::read(weights, "parts", [width, labels::count(PARTS.len())])?,
            names: Dense::read(weights, "names", [width, labels::count(NAMES)])?,
            cue_of: Linker::read(weights, "cue_of", width)?,
            source_of: Linker::read(weights, "source_of", width)?,
            name_of: Linker::read(weights, "name_of", width)?,
            encoder,
        })
    }

    /// Finds the spans of an article.
    pub fn tag(&self, reading: &Reading<'_>, lexicon: &Lexicon) -> Tags {
        let kernels = Kernels::new();
        let pieces: Vec<Vec<u16>> =
            (0..reading.tokens.len()).map(|at| self.pieces.of(reading.word(at))).collect();
        let traits = traits(reading, lexicon);
        let seen = Seen { pieces: &pieces, traits: &traits };
        let stream = Stream::of(reading);
        let mut tags = Tags::default();
        for stretch in stretches(reading) {
            let Some((first, last)) = stretch.first().zip(stretch.last()) else { continue };
            let place = |at: usize| stream.place_of.get(at).copied().unwrap_or(0);
            let slots = place(first.start)..place(last.end - 1) + 1;
            let vectors = self.encoder.encode(&kernels, &stream.slots, slots.clone(), seen);
            let parts = self.parts.apply(&kernels, &vectors);
            let names = self.names.apply(&kernels, &vectors);
            let view = Window {
                network: self,
                reading,
                stream: &stream,
                vectors: &vectors,
                first: slots.start,
            };
            for tokens in stretch {
                view.parts(&kernels, tokens.clone(), &parts, &mut tags);
                view.names(&kernels, tokens.clone(), &names, &mut tags);
            }
        }
        tags
    }
}

/// Paragraphs put together until they are long enough; a longer one is cut.
fn stretches(reading: &Reading<'_>) -> Vec<Vec<Range<usize>>> {
    let mut all: Vec<Vec<Range<usize>>> = Vec::new();
    let mut room = 0;
    for paragraph in &reading.paragraphs {
        for start in paragraph.tokens.clone().step_by(STRETCH) {
            let tokens = start..paragraph.tokens.end.min(start + STRETCH);
            if let Some(stretch) = all.last_mut().filter(|_| tokens.len() <= room) {
                room -= tokens.len();
                stretch.push(tokens);
            } else {
                room = STRETCH - tokens.len();
                all.push(vec![tokens]);
            }
        }
    }
    all
}

/// A stretch with its vectors.
struct Window<'a> {
    network: &'a Network,
    reading: &'a Reading<'a>,
    stream: &'a Stream,
    vectors: &'a [f32],
    /// The slot of the first vector.
    first: usize,
}

impl Window<'_> {
    fn parts(&self, kernels: &Kernels, tokens: Range<usize>, scores: &[f32], tags: &mut Tags) {
        let Network { cue_of, source_of, name_of, .. } = self.network;
        let found = self.spans(&tokens, scores, labels::count(PARTS.len()));
        for (number, part) in PARTS.iter().enumerate() {
            let of_part = found.iter().filter(|(kind, ..)| *kind == number);
            let mut found: Vec<TaggedSpan> =
                of_part.map(|(_, tokens, share)| self.tag(tokens.clone(), *share, None)).collect();
            let ends = self.ends(&found);
            let (asks, answers, into) = match part {
                Part::Content => (cue_of.asks(kernels, &ends), Vec::new(), &mut tags.contents),
                Part::Cue => {
                    let asks = source_of.asks(kernels, &ends);
                    (asks, cue_of.answers(kernels, &ends), &mut tags.cues)
                }
                Part::Source => {
                    let asks = name_of.asks(kernels, &ends);
                    (asks, source_of.answers(kernels, &ends), &mut tags.sources)
                }
            };
            for (tag, ask) in found.iter_mut().zip(asks) {
                tag.ask = ask;
            }
            for (tag, answer) in found.iter_mut().zip(answers) {
                tag.answer = answer;
            }
            into.append(&mut found);
        }
    }

    fn names(&self, kernels: &Kernels, tokens: Range<usize>, scores: &[f32], tags: &mut Tags) {
        let found = self.spans(&tokens, scores, labels::count(NAMES)).into_iter();
        let found =
            found.map(|(kind, tokens, share)| self.tag(tokens, share, KINDS.get(kind).copied()));
        let (mut found, mut titles): (Vec<TaggedSpan>, Vec<TaggedSpan>) =
            found.partition(|tag| tag.kind.is_some());
        tags.titles.append(&mut titles);
        let answers = self.network.name_of.answers(kernels, &self.ends(&found));
        for (tag, answer) in found.iter_mut().zip(answers) {
            tag.answer = answer;
        }
        tags.names.append(&mut found);
    }

    /// The spans of some tokens: kind, tokens and share.
    fn spans(
        &self,
        tokens: &Range<usize>,
        scores: &[f32],
        count: usize,
    ) -> Vec<(usize, Range<usize>, f32)> {
        let first = self.slot(tokens.start) - self.first;
        let own = scores.get(first * count..(first + tokens.len()) * count).unwrap_or_default();
        let Labeling { labels, shares } = best(own, count);
        let spans = labels::spans(&labels).into_iter();
        let in_article = |(kind, span): (usize, Range<usize>)| {
            let own = shares.get(span.clone()).unwrap_or_default();
            let share = own.iter().sum::<f32>() / own.len().max(1) as f32;
            (kind, span.start + tokens.start..span.end + tokens.start, share)
        };
        spans.map(in_article).collect()
    }

    fn tag(&self, tokens: Range<usize>, share: f32, kind: Option<EntityKind>) -> TaggedSpan {
        let place = place(self.reading, self.stream, &tokens);
        TaggedSpan { tokens, kind, share, place, ask: Vec::new(), answer: Vec::new() }
    }

    /// The vectors of the first and the last token of each tag.
    fn ends(&self, tags: &[TaggedSpan]) -> Vec<f32> {
        let width = self.network.encoder.width();
        let ends = tags.iter().flat_map(|tag| [tag.tokens.start, tag.tokens.end - 1]);
        ends.flat_map(|token| {
            let at = (self.slot(token) - self.first) * width;
            self.vectors.get(at..at + width).unwrap_or_default().iter().copied()
        })
        .collect()
    }

    fn slot(&self, token: usize) -> usize {
        self.stream.place_of.get(token).copied().unwrap_or(self.first)
    }
}

/// Where some tokens stand.
fn place(reading: &Reading<'_>, stream: &Stream, tokens: &Range<usize>) -> SpanPosition {
    let slot = |token: usize| stream.place_of.get(token).copied().unwrap_or(0);
    let last = tokens.end - 1;
    SpanPosition {
        slots: slot(tokens.start)..slot(last) + 1,
        sentences: [reading.sentence_number(tokens.start), reading.sentence_number(last)],
        paragraph: reading.paragraph(tokens.start),
    }
}
