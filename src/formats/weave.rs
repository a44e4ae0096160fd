//! Turns marks that may cross into tags that nest.
//!
//! The elements of XML and HTML cannot cross. A mark that crosses another is therefore closed just before the other
//! one closes, and opened again right after it, so one mark may have several pairs of tags.

use std::cmp::Reverse;

use crate::annotation::marks::{Mark, MarkKind};
use crate::text::span::Span;

/// A tag, or words between tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A mark starts or is opened again.
    Opens(MarkKind),
    /// Words.
    Words(Span),
    /// The tag that was opened last is closed.
    Closes(MarkKind),
}

/// The words of a block between the tags of all marks that share a byte with it.
pub(super) fn weave(block: Span, marks: impl Iterator<Item = Mark>) -> Vec<Tag> {
    let mut marks: Vec<Mark> = marks
        .filter_map(|mark| Some(Mark { span: mark.span.shared(block)?, kind: mark.kind }))
        .collect();
    marks.sort_by_key(|mark| mark.span.start());
    let mut cuts: Vec<usize> =
        marks.iter().flat_map(|mark| [mark.span.start(), mark.span.end()]).collect();
    cuts.push(block.end());
    cuts.sort_unstable();
    cuts.dedup();
    let mut weaver = Weaver { place: block.start(), open: Vec::new(), tags: Vec::new() };
    let mut rest = marks.as_slice();
    for cut in cuts {
        let (here, later) = rest.split_at(rest.partition_point(|mark| mark.span.start() <= cut));
        weaver.cut(cut, here);
        rest = later;
    }
    weaver.tags
}

struct Weaver {
    /// How far the words are written.
    place: usize,
    /// The open marks, the outermost first.
    open: Vec<Mark>,
    tags: Vec<Tag>,
}

impl Weaver {
    /// Writes the words up to a place where marks end, and where those of `begins` start.
    fn cut(&mut self, cut: usize, begins: &[Mark]) {
        if self.place < cut {
            self.tags.push(Tag::Words(Span::new(self.place, cut)));
            self.place = cut;
        }
        let first = self.open.iter().position(|mark| mark.span.end() == cut);
        let mut opens = self.open.split_off(first.unwrap_or(self.open.len()));
        self.tags.extend(opens.iter().rev().map(|mark| Tag::Closes(mark.kind)));
        opens.retain(|mark| mark.span.end() > cut);
        opens.extend(begins);
        opens.sort_by_key(|mark| (Reverse(mark.span.end()), rank(mark.kind)));
        self.tags.extend(opens.iter().map(|mark| Tag::Opens(mark.kind)));
        self.open.append(&mut opens);
    }
}

/// Of two marks on the same words, the one of lower rank is outside.
fn rank(kind: MarkKind) -> u8 {
    match kind {
        MarkKind::Content(_) => 0,
        MarkKind::Source(_) => 1,
        MarkKind::Cue(_) => 2,
        MarkKind::Name(_) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::entity::EntityId;
    use crate::annotation::quote::QuoteId;

    /// Weaves the contents of quotes a, b, … into the digits of their places.
    #[track_caller]
    fn check(contents: &[(usize, usize)], expected: &str) {
        let contents = (0..).zip(contents);
        check_marks(
            contents.map(|(number, &place)| (place, MarkKind::Content(QuoteId::at(number)))),
            expected,
        );
    }

    #[track_caller]
    fn check_marks(marks: impl Iterator<Item = ((usize, usize), MarkKind)>, expected: &str) {
        let marks = marks.map(|((start, end), kind)| Mark { span: Span::new(start, end), kind });
        let marks: Vec<Mark> = marks.collect();
        let mut shown = String::new();
        let letter = |kind| match kind {
            MarkKind::Content(id) => char::from(b'a' + u8::try_from(id.index()).unwrap()),
            MarkKind::Source(_) => 's',
            MarkKind::Cue(_) => 'c',
            MarkKind::Name(_) => 'n',
        };
        for tag in weave(Span::new(0, 10), marks.into_iter()) {
            match tag {
                Tag::Opens(kind) => shown.extend(['<', letter(kind)]),
                Tag::Words(span) => shown.push_str(span.of("0123456789")),
                Tag::Closes(kind) => shown.extend([letter(kind), '>']),
            }
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn of_marks_on_the_same_words_a_quote_is_outside_and_a_name_inside() {
        let id = QuoteId::at(0);
        let kinds = [
            MarkKind::Name(EntityId::at(0)),
            MarkKind::Cue(id),
            MarkKind::Source(id),
            MarkKind::Content(id),
        ];
        check_marks(kinds.map(|kind| ((2, 4), kind)).into_iter(), "01<a<s<c<n23n>c>s>a>456789");
    }

    #[test]
    fn of_two_that_start_together_the_longer_is_outside() {
        check(&[(2, 4), (2, 6)], "01<b<a23a>45b>6789");
    }

    #[test]
    fn what_is_inside_stays_inside() {
        check(&[(2, 4), (0, 6)], "<b01<a23a>45b>6789");
        check(&[(2, 4), (4, 6)], "01<a23a><b45b>6789");
    }

    #[test]
    fn of_two_that_cross_one_is_opened_twice() {
        check(&[(1, 5), (3, 8)], "0<a12<b34b>a><b567b>89");
        check(&[(0, 4), (2, 6), (3, 10)], "<a01<b2<c3c>b>a><c<b45b>6789c>");
    }

    #[test]
    fn a_mark_ends_with_the_block() {
        check(&[(7, 20)], "0123456<a789a>");
        check(&[(20, 30)], "0123456789");
    }
}
