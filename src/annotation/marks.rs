//! Finds the quotes, cues, sources and names at a place of the text.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::text::span::Span;

/// A marked stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place.
    pub span: Span,
    /// What is marked.
    pub kind: MarkKind,
}

/// What a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Words of a quote.
    Content(QuoteId),
    /// The words that introduce a quote.
    Cue(QuoteId),
    /// The words that name who speaks.
    Source(QuoteId),
    /// A name.
    Name(EntityId),
}

/// All marks of a document.
///
/// Invariants: the marks are sorted by their starts, and `reach[i]` is the farthest end of the marks up to `i`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    marks: Vec<Mark>,
    reach: Vec<usize>,
}

impl Marks {
    /// Collects the marks of a document.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

    /// Compares the words and kinds of the marks within some words.
    #[track_caller]
    fn check(within: &str, expected: &[&str]) {
        let text = "“It rains,” Ann Lee said.";
        let document = sample::quoted(text, "“It rains,”");
        let marks = Marks::of(&document);
        let shown = marks.within(sample::place(text, within)).map(|mark| {
            let kind = match mark.kind {
                MarkKind::Content(_) => "content",
                MarkKind::Cue(_) => "cue",
                MarkKind::Source(_) => "source",
                MarkKind::Name(_) => "name",
            };
            format!("{kind} {}", mark.span.of(text))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn marks_are_found_by_place() {
        check("rains", &["content “It rains,”"]);
        check("Ann", &["source Ann Lee", "name Ann Lee"]);
        check(
            ",” Ann Lee s",
            &["content “It rains,”", "source Ann Lee", "name Ann Lee", "cue said"],
        );
        check(".", &[]);
    }

    #[test]
    fn a_long_mark_reaches_past_a_short_one() {
        let long = Mark { span: Span::new(0, 9), kind: MarkKind::Content(QuoteId::at(0)) };
        let short = Mark { span: Span::new(2, 3), kind: MarkKind::Cue(QuoteId::at(0)) };
        let marks = Marks { marks: vec![long, short], reach: vec![9, 9] };
        assert_eq!(marks.within(Span::new(5, 6)).collect::<Vec<_>>(), [long]);
        assert_eq!(marks.within(Span::new(9, 10)).count(), 0);
    }
}
