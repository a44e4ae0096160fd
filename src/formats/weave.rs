//! Marks that may cross, as tags that never do.
//!
//! XML and HTML know only what lies inside of something else. A mark that crosses another is closed before the other
//! closes and opened again behind it, so that one mark may have several pairs of tags.

use std::cmp::Reverse;

use crate::annotation::marks::{Mark, MarkKind};
use crate::text::span::Span;

/// A tag, or words between tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A mark begins, or goes on.
    Opens(MarkKind),
    /// Words.
    Words(Span),
    /// What was opened last closes.
    Closes(MarkKind),
}

/// The words of a block with the tags of all marks in it.
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
    place: usize,
    open: Vec<Mark>,
    tags: Vec<Tag>,
}

impl Weaver {
    /// Goes on to a place where some marks end and these begin.
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

/// Of two marks on the same words the lower is outside.
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
    use crate::annotation::quote::QuoteId;

    /// Marks by their letters and places, woven into the digits of their places.
    #[track_caller]
    fn check(marks: &[(usize, usize)], expected: &str) {
        let marks: Vec<Mark> = (0..)
            .zip(marks)
            .map(|(number, &(start, end))| Mark {
                span: Span::new(start, end),
                kind: MarkKind::Content(QuoteId::at(number)),
            })
            .collect();
        let mut shown = String::new();
        let letter = |kind| match kind {
            MarkKind::Content(id) => char::from(b'a' + u8::try_from(id.index()).unwrap()),
            MarkKind::Cue(_) | MarkKind::Source(_) | MarkKind::Name(_) => '?',
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
    fn what_lies_inside_stays_inside() {
        check(&[(2, 4), (0, 6)], "<b01<a23a>45b>6789");
        check(&[(2, 4), (4, 6)], "01<a23a><b45b>6789");
    }

    #[test]
    fn of_two_that_cross_one_is_cut() {
        check(&[(1, 5), (3, 8)], "0<a12<b34b>a><b567b>89");
        check(&[(0, 4), (2, 6), (3, 10)], "<a01<b2<c3c>b>a><c<b45b>6789c>");
    }

    #[test]
    fn what_leaves_the_block_ends_with_it() {
        check(&[(7, 20)], "0123456<a789a>");
        check(&[(20, 30)], "0123456789");
    }
}
