//! The automaton for quotation marks: which stretches of a paragraph stand in them.
//!
//! Curly, straight, doubled apostrophes and single marks are told apart from apostrophes by their neighbors, nested
//! ones kept on a stack. A mark that is never closed runs to the end of its paragraph, as it does where a quote goes
//! on in the next paragraph, which then opens with a mark again.

use std::ops::Range;

use crate::text::reading::Reading;
use crate::text::span::Span;
use crate::text::token::{TokenKind, tokenize};

/// Words that begin with an apostrophe, without it.
const ELIDED: &[&str] = &["em", "til", "tis", "twas", "cause", "n", "round", "bout", "cos", "s"];

/// Tokens that stand in quotation marks, the marks included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// How it ends.
    pub ending: StretchEnd,
}

/// How a stretch ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchEnd {
    /// With a closing mark.
    Closed,
    /// With its paragraph.
    Open,
}

impl Stretch {
    /// Its tokens without the marks.
    pub fn inner(&self) -> Range<usize> {
        let end = match self.ending {
            StretchEnd::Closed => self.tokens.end.saturating_sub(1),
            StretchEnd::Open => self.tokens.end,
        };
        self.tokens.start + 1..end.max(self.tokens.start + 1)
    }
}

/// A kind of mark; each is closed by its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkPair {
    CurlyDouble,
    StraightDouble,
    Apostrophes,
    CurlySingle,
    StraightSingle,
    Guillemet,
}

/// Which way a sign can work as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkSide {
    Opens,
    Closes,
    Either,
}

/// The outermost stretches of all paragraphs, in order.
pub fn stretches(reading: &Reading<'_>) -> Vec<Stretch> {
    let mut found = Vec::new();
    for paragraph in &reading.paragraphs {
        stretches_of(reading, paragraph.tokens.clone(), &mut found);
    }
    found
}

/// The outermost stretches within some tokens of one paragraph: those nested in the stretch that holds them.
pub fn stretches_in(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<Stretch> {
    let mut found = Vec::new();
    stretches_of(reading, tokens, &mut found);
    found
}

/// The outermost places in quotation marks of an excerpt, whose first words may be in marks that it does not show: a
/// closing mark without an opening one ends what was opened before the excerpt.
pub fn in_marks(excerpt: &str) -> Vec<Span> {
    let tokens = tokenize(excerpt);
    let reading = Reading::of_excerpt(excerpt, &tokens);
    let stretches = stretches_in(&reading, 0..tokens.len());
    let first = stretches.first().map_or(tokens.len(), |stretch| stretch.tokens.start);
    let opened_before = (0..first).find(|&at| ends_double(&reading, at)).map(|at| 0..at + 1);
    let ranges = opened_before.into_iter().chain(stretches.into_iter().map(|found| found.tokens));
    ranges.filter_map(|range| reading.span(range)).collect()
}

fn ends_double(reading: &Reading<'_>, at: usize) -> bool {
    matches!(mark_at(reading, at), Some((mark, MarkSide::Closes)) if is_double(mark))
}

fn stretches_of(reading: &Reading<'_>, tokens: Range<usize>, found: &mut Vec<Stretch>) {
    let mut open: Vec<(MarkPair, usize)> = Vec::new();
    for at in tokens.clone() {
        let Some((mark, side)) = mark_at(reading, at) else { continue };
        let side =
            if at == tokens.start && !reading.spaced(at + 1) { MarkSide::Opens } else { side };
        let partner = open.iter().rposition(|(other, _)| *other == mark);
        match (side, partner) {
            (MarkSide::Closes | MarkSide::Either, Some(depth)) => {
                if let (0, Some(&(_, start))) = (depth, open.first()) {
                    found.push(Stretch { tokens: start..at + 1, ending: StretchEnd::Closed });
                }
                open.truncate(depth);
            }
            (MarkSide::Opens | MarkSide::Either, None)
                if will_close(reading, mark, at, tokens.end) =>
            {
                open.push((mark, at));
            }
            (MarkSide::Opens, Some(0))
                if is_double(mark) && !is_nested(reading, mark, at, tokens.end) =>
            {
                // opened again without closing: the first one ends here
                if let Some(&(_, start)) = open.first() {
                    found.push(Stretch { tokens: start..at, ending: StretchEnd::Open });
                }
                open = vec![(mark, at)];
            }
            (MarkSide::Opens, Some(_)) => open.push((mark, at)),
            (MarkSide::Opens | MarkSide::Closes | MarkSide::Either, _) => {}
        }
    }
    if let Some(&(mark, start)) = open.first()
        && is_double(mark)
        && start + 1 < tokens.end
    {
        found.push(Stretch { tokens: start..tokens.end, ending: StretchEnd::Open });
    }
}

fn is_double(mark: MarkPair) -> bool {
    match mark {
        MarkPair::CurlyDouble
        | MarkPair::StraightDouble
        | MarkPair::Apostrophes
        | MarkPair::Guillemet => true,
        MarkPair::CurlySingle | MarkPair::StraightSingle => false,
    }
}

/// A double mark may stay open; a single one opens only where a closing one follows, for it may be an apostrophe.
fn will_close(reading: &Reading<'_>, mark: MarkPair, at: usize, end: usize) -> bool {
    is_double(mark)
        || (at + 2..end).any(
            |later| matches!(mark_at(reading, later), Some((other, MarkSide::Closes)) if other == mark),
        )
}

/// Whether a mark that opens at `at` inside of its own kind is nested: two closing marks follow before it is opened
/// anew.
fn is_nested(reading: &Reading<'_>, mark: MarkPair, at: usize, end: usize) -> bool {
    let mut later =
        (at + 1..end).filter_map(|at| mark_at(reading, at)).filter(|(other, _)| *other == mark);
    let closes = |found: Option<(MarkPair, MarkSide)>| matches!(found, Some((_, MarkSide::Closes)));
    closes(later.next()) && closes(later.next())
}

fn mark_at(reading: &Reading<'_>, at: usize) -> Option<(MarkPair, MarkSide)> {
    if reading.kind(at) != TokenKind::Mark {
        return None;
    }
    match reading.word(at) {
        "“" | "„" => Some((MarkPair::CurlyDouble, MarkSide::Opens)),
        "”" => Some((MarkPair::CurlyDouble, MarkSide::Closes)),
        "«" => Some((MarkPair::Guillemet, MarkSide::Opens)),
        "»" => Some((MarkPair::Guillemet, MarkSide::Closes)),
        "``" => Some((MarkPair::Apostrophes, MarkSide::Opens)),
        "''" => Some((MarkPair::Apostrophes, side(reading, at))),
        "\"" | "＂" => Some((MarkPair::StraightDouble, side(reading, at))),
        "‘" if !is_elision(reading, at) => Some((MarkPair::CurlySingle, MarkSide::Opens)),
        "’" if closes_single(reading, at) => Some((MarkPair::CurlySingle, MarkSide::Closes)),
        "'" if closes_single(reading, at) => Some((MarkPair::StraightSingle, MarkSide::Closes)),
        "'" if opens_single(reading, at) => Some((MarkPair::StraightSingle, MarkSide::Opens)),
        _ => None,
    }
}

/// A straight mark with white space on one side alone opens towards the other; else the stack tells.
fn side(reading: &Reading<'_>, at: usize) -> MarkSide {
    match (reading.spaced(at), reading.spaced(at + 1)) {
        (true, false) => MarkSide::Opens,
        (false, true) => MarkSide::Closes,
        (true, true) | (false, false) => MarkSide::Either,
    }
}

fn is_elision(reading: &Reading<'_>, at: usize) -> bool {
    ELIDED.contains(&reading.lower(at + 1)) || reading.kind(at + 1) == TokenKind::Number
}

/// A single mark behind a word or another mark and before white space, punctuation or a bracket. Behind an `s` it is
/// a plural's apostrophe, unless the sentence ends there.
fn closes_single(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if reading.spaced(at) || (!reading.spaced(at + 1) && reading.kind(at + 1) != TokenKind::Mark) {
        return false;
    }
    let plural = reading.kind(before) == TokenKind::Word && reading.lower(before).ends_with('s');
    !plural
        || matches!(reading.word(at + 1), "." | "," | ";" | ":" | "!" | "?" | ")" | "”" | "\"" | "")
}

fn opens_single(reading: &Reading<'_>, at: usize) -> bool {
    let bracket = at
        .checked_sub(1)
        .is_some_and(|before| matches!(reading.word(before), "(" | "[" | "“" | "\"" | "—" | "–"));
    (reading.spaced(at) || bracket) && !reading.spaced(at + 1) && !is_elision(reading, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::article::Article;
    use crate::text::sentence::split_sentences;
    use crate::text::token::tokenize;

    /// Stretches in square brackets, an open one without the closing bracket.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::parse(text).unwrap();
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let reading = Reading::new(&article, &tokens, &sentences);
        let found: Vec<&str> =
            stretches(&reading).iter().map(|s| reading.words(s.tokens.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn curly_marks_pair_off() {
        check("“It rains,” she said, “and pours.”", &["“It rains,”", "“and pours.”"]);
    }

    #[test]
    fn straight_marks_open_before_a_word() {
        check("\"It rains,\" she said. \"It pours.\"", &["\"It rains,\"", "\"It pours.\""]);
    }

    #[test]
    fn doubled_apostrophes_are_marks() {
        check("''It rains,'' she said.", &["''It rains,''"]);
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        check("The players' bus isn't 'ere, and the '90s are over.", &[]);
        check("It’s the players’ bus, and rock ’n’ roll.", &[]);
    }

    #[test]
    fn single_marks_pair_around_apostrophes() {
        check("‘It’s the players’ bus,’ she said.", &["‘It’s the players’ bus,’"]);
        check("'It's the players' bus,' she said.", &["'It's the players' bus,'"]);
    }

    #[test]
    fn the_outer_stretch_holds_the_inner() {
        check("“He told me ‘go away’ and left,” she said.", &["“He told me ‘go away’ and left,”"]);
        check("‘He told me “go away” and left,’ she said.", &["‘He told me “go away” and left,’"]);
    }

    #[test]
    fn an_open_mark_runs_to_the_end_of_its_paragraph() {
        check("“It rains.\n\n“It pours,” she said.", &["“It rains.", "“It pours,”"]);
    }

    #[test]
    fn a_mark_may_be_nested_in_its_own_kind() {
        check(
            "“I live in what he calls “hell” here,” she said.",
            &["“I live in what he calls “hell” here,”"],
        );
    }

    #[test]
    fn a_paragraph_may_open_with_a_closing_mark() {
        check("”It rains,” she said.", &["”It rains,”"]);
    }

    #[test]
    fn a_lone_closing_mark_is_passed_over() {
        check("It rains,” she said. “It pours.”", &["“It pours.”"]);
    }
}
