//! The marks on the text: where quotes, their cues and sources, and names stand, found by place.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::text::span::Span;

/// A marked stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place.
    pub span: Span,
    /// What it is.
    pub kind: MarkKind,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Words of a quote.
    Content(QuoteId),
    /// The words that tell of a quote.
    Cue(QuoteId),
    /// The words that name who speaks.
    Source(QuoteId),
    /// A name.
    Name(EntityId),
}

/// All marks of a document.
///
/// Invariants: the marks rise by their starts; `reach[i]` is the farthest end of the marks up to `i`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    marks: Vec<Mark>,
    reach: Vec<usize>,
}

impl Marks {
    /// The marks of a document.
    pub fn of(document: &Document) -> Self {
        let mut marks = Vec::new();
        let mut add =
            |spans: &[Span], kind| marks.extend(spans.iter().map(|&span| Mark { span, kind }));
        for (number, quote) in document.quotes().iter().enumerate() {
            let id = QuoteId::at(number);
            add(&quote.content, MarkKind::Content(id));
            add(&quote.cue, MarkKind::Cue(id));
            add(&quote.source, MarkKind::Source(id));
        }
        for (number, entity) in document.entities().iter().enumerate() {
            add(&entity.mentions, MarkKind::Name(EntityId::at(number)));
        }
        marks.sort_by_key(|mark| mark.span);
        let mut farthest = 0;
        let reach = marks
            .iter()
            .map(|mark| {
                farthest = farthest.max(mark.span.end());
                farthest
            })
            .collect();
        Self { marks, reach }
    }

    /// The marks that share a byte with `span`.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Mark> {
        let first = self.reach.partition_point(|end| *end <= span.start());
        let rest = self.marks.get(first..).unwrap_or_default().iter();
        rest.take_while(move |mark| mark.span.start() < span.end())
            .filter(move |mark| mark.span.overlaps(span))
            .copied()
    }
}
