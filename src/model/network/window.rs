//! The part of an article that is encoded at once: from the scores of its tokens to tagged spans.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::network::labels::{self, KINDS, NAMES, PARTS, Part};
use crate::model::network::linear::Kernels;
use crate::model::network::linker::{Linkers, SpanPosition};
use crate::model::network::stream::Stream;
use crate::model::network::tagger::{Labeling, best};
use crate::model::network::tags::{TaggedSpan, Tags};
use crate::text::reading::Reading;

/// Some paragraphs with the vectors of their slots.
pub(super) struct Window<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// All of its slots.
    pub stream: &'a Stream,
    /// The linkers that the spans will take part in.
    pub linkers: &'a Linkers,
    /// The vectors of the window's slots, one after the other.
    pub vectors: &'a [f32],
    /// The length of a vector.
    pub width: usize,
    /// The slot of the first vector.
    pub first: usize,
}

impl Window<'_> {
    /// Adds the contents, cues and sources among some tokens; `scores` are the label scores of the window's slots.
    pub(super) fn tag_parts(
        &self,
        kernels: &Kernels,
        tokens: &Range<usize>,
        scores: &[f32],
        tags: &mut Tags,
    ) {
        let Linkers { cues, sources, names } = self.linkers;
        let found = self.spans(tokens, scores, labels::count(PARTS.len()));
        for (number, part) in PARTS.iter().enumerate() {
            let of_part = found.iter().filter(|(kind, ..)| *kind == number);
            let mut spans: Vec<TaggedSpan> =
                of_part.map(|(_, tokens, share)| self.span(tokens.clone(), *share, None)).collect();
            let ends = self.ends(&spans);
            let (asks, answers, list) = match part {
                Part::Content => (cues.asks(kernels, &ends), Vec::new(), &mut tags.contents),
                Part::Cue => {
                    let asks = sources.asks(kernels, &ends);
                    (asks, cues.answers(kernels, &ends), &mut tags.cues)
                }
                Part::Source => {
                    let asks = names.asks(kernels, &ends);
                    (asks, sources.answers(kernels, &ends), &mut tags.sources)
                }
            };
            for (span, ask) in spans.iter_mut().zip(asks) {
                span.ask = ask;
            }
            for (span, answer) in spans.iter_mut().zip(answers) {
                span.answer = answer;
            }
            list.append(&mut spans);
        }
    }

    /// Adds the names and titles among some tokens.
    pub(super) fn tag_names(
        &self,
        kernels: &Kernels,
        tokens: &Range<usize>,
        scores: &[f32],
        tags: &mut Tags,
    ) {
        let found = self.spans(tokens, scores, labels::count(NAMES)).into_iter();
        let spans =
            found.map(|(kind, tokens, share)| self.span(tokens, share, KINDS.get(kind).copied()));
        let (mut names, mut titles): (Vec<TaggedSpan>, Vec<TaggedSpan>) =
            spans.partition(|span| span.kind.is_some());
        tags.titles.append(&mut titles);
        let answers = self.linkers.names.answers(kernels, &self.ends(&names));
        for (name, answer) in names.iter_mut().zip(answers) {
            name.answer = answer;
        }
        tags.names.append(&mut names);
    }

    /// The spans among some tokens: the number of the kind, tokens and share.
    fn spans(
        &self,
        tokens: &Range<usize>,
        scores: &[f32],
        count: usize,
    ) -> Vec<(usize, Range<usize>, f32)> {
        let first = self.slot(tokens.start) - self.first;
        let own = scores.get(first * count..(first + tokens.len()) * count).unwrap_or_default();
        let Labeling { labels, shares } = best(own, count);
        let in_article = |(kind, span): (usize, Range<usize>)| {
            let own = shares.get(span.clone()).unwrap_or_default();
            let share = own.iter().sum::<f32>() / own.len().max(1) as f32;
            (kind, span.start + tokens.start..span.end + tokens.start, share)
        };
        labels::spans(&labels).into_iter().map(in_article).collect()
    }

    fn span(&self, tokens: Range<usize>, share: f32, kind: Option<EntityKind>) -> TaggedSpan {
        let position = self.position(&tokens);
        TaggedSpan { tokens, kind, share, position, ask: Vec::new(), answer: Vec::new() }
    }

    fn position(&self, tokens: &Range<usize>) -> SpanPosition {
        let last = tokens.end - 1;
        SpanPosition {
            slots: self.slot(tokens.start)..self.slot(last) + 1,
            sentences: [
                self.reading.sentence_number(tokens.start),
                self.reading.sentence_number(last),
            ],
            paragraph: self.reading.paragraph(tokens.start),
        }
    }

    /// The vectors of the first and the last token of each span.
    fn ends(&self, spans: &[TaggedSpan]) -> Vec<f32> {
        let ends = spans.iter().flat_map(|span| [span.tokens.start, span.tokens.end - 1]);
        ends.flat_map(|token| {
            let at = (self.slot(token) - self.first) * self.width;
            self.vectors.get(at..at + self.width).unwrap_or_default().iter().copied()
        })
        .collect()
    }

    fn slot(&self, token: usize) -> usize {
        self.stream.slot_of(token)
    }
}
