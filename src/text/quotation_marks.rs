//! Decides which words of a text are in quotation marks. Nothing else pairs marks.
//!
//! The neighbors of a single mark show whether it is an apostrophe, and a stack holds nested marks. A stretch that is
//! never closed ends with its paragraph, because a quote that continues in the next paragraph opens there again.

use std::ops::Range;

use crate::text::reading::Reading;
use crate::text::span::Span;
use crate::text::token::{TokenKind, tokenize};

/// Words that begin with an apostrophe, listed without it.
const ELIDED: &[&str] = &["em", "til", "tis", "twas", "cause", "n", "round", "bout", "cos", "s"];

/// Tokens in quotation marks, including the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The range of its tokens.
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

/// A kind of mark. A mark closes only its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkPair {
    CurlyDouble,
    StraightDouble,
    Apostrophes,
    CurlySingle,
    StraightSingle,
    Guillemet,
}

/// What a sign can do as a mark.
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

/// The outermost stretches among some tokens of one paragraph, such as those of an outer stretch.
pub fn stretches_in(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<Stretch> {
    let mut found = Vec::new();
    stretches_of(reading, tokens, &mut found);
    found
}

/// The outermost places in quotation marks of an excerpt. A closing mark without an opening one closes a stretch that
/// opened before the excerpt.
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
                // the mark opens again although it was never closed
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

/// Whether a mark may open. A single mark needs a closing one, because it could be an apostrophe.
fn will_close(reading: &Reading<'_>, mark: MarkPair, at: usize, end: usize) -> bool {
    is_double(mark)
        || (at + 2..end).any(
            |later| matches!(mark_at(reading, later), Some((other, MarkSide::Closes)) if other == mark),
        )
}

/// Whether a mark that opens inside its own kind is nested: two closing marks follow before the next opening one.
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

/// A straight mark next to white space opens or closes away from it. Otherwise the stack decides.
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

/// Whether a single mark closes: no space precedes it, and a space or a mark follows. After an `s` it is the apostrophe
/// of a plural unless punctuation follows.
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
    fn other_pairs_are_marks_too() {
        check("``It rains,'' she said.", &["``It rains,''"]);
        check("„It rains,” she said.", &["„It rains,”"]);
        check("«It rains,» she said.", &["«It rains,»"]);
        check("＂It rains,＂ she said.", &["＂It rains,＂"]);
    }

    #[test]
    fn a_straight_mark_between_spaces_or_words_takes_turns() {
        check("He said \" it rains \" and left.", &["\" it rains \""]);
        check("A—\"soft\"—landing it is.", &["\"soft\""]);
    }

    #[test]
    fn a_mark_of_another_kind_does_not_close() {
        check("“It rains\" and pours,” she said.", &["“It rains\" and pours,”"]);
        check("“It rains, she said.", &["“It rains, she said."]);
    }

    #[test]
    fn a_mark_that_opens_again_ends_the_first_stretch() {
        check("“It rains, she said. “It pours.”", &["“It rains, she said.", "“It pours.”"]);
    }

    #[test]
    fn a_single_mark_may_open_after_a_bracket_or_mark() {
        check("She left ('in a hurry') today.", &["'in a hurry'"]);
        check("She left—'in a hurry'—today.", &["'in a hurry'"]);
        check("She left in'a hurry' today.", &[]);
        check("She left ' in a hurry' today.", &[]);
    }

    #[test]
    fn a_single_mark_that_never_closes_is_not_a_mark() {
        check("‘It rains, she said.", &[]);
        check("'It rains, she said.", &[]);
        check("‘It’ she said.", &["‘It’"]);
    }

    #[test]
    fn a_plural_closes_only_before_punctuation() {
        check("‘the players’, she said.", &["‘the players’"]);
        check("‘the players’ she said.", &[]);
        check("‘it rains hard’ she said.", &["‘it rains hard’"]);
    }

    #[test]
    fn elided_words_and_years_do_not_open() {
        check("‘til then, the ‘90s’ end.", &[]);
        check("'til then', 'the 90s end'.", &["'the 90s end'"]);
    }

    #[test]
    fn an_open_mark_needs_a_word() {
        check("It rains, she said “", &[]);
    }

    #[track_caller]
    fn check_inner(text: &str, expected: &str) {
        let tokens = tokenize(text);
        let reading = Reading::of_excerpt(text, &tokens);
        let found = stretches_in(&reading, 0..tokens.len());
        assert_eq!(reading.words(found[0].inner()), expected);
    }

    #[test]
    fn the_inner_tokens_leave_out_the_marks() {
        check_inner("“It rains”", "It rains");
        check_inner("“It rains", "It rains");
        check_inner("“”", "");
    }

    #[track_caller]
    fn check_excerpt(text: &str, expected: &[&str]) {
        let found: Vec<&str> = in_marks(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_excerpt_may_begin_inside_marks() {
        check_excerpt("gift to them” he has", &["gift to them”"]);
        check_excerpt("gift\" he “has” too", &["gift\"", "“has”"]);
        check_excerpt("“one” and two” more", &["“one”"]);
        check_excerpt("the boys’ room", &[]);
        check_excerpt("gift’, he has", &[]);
        check_excerpt("", &[]);
    }

    #[test]
    fn an_apostrophe_is_not_a_mark() {
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
    fn a_lone_closing_mark_is_skipped() {
        check("It rains,” she said. “It pours.”", &["“It pours.”"]);
    }
}
