//! What can be the content of a quote, among the spans that the network labels as one.

use std::ops::Range;

use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// The longest content that counts as broken off when it ends in a small word, in tokens.
const SHORT: usize = 3;
/// Small words that begin a content but are not one by themselves.
const BEGINNINGS: &[&str] =
    &["a", "an", "and", "as", "at", "for", "in", "of", "on", "that", "the", "to", "which", "with"];
/// Nouns for works; words in quotation marks after one of them are its title.
const WORKS: &[&str] = &[
    "album",
    "anthem",
    "ballad",
    "book",
    "bestseller",
    "comedy",
    "documentary",
    "drama",
    "essay",
    "exhibition",
    "film",
    "hit",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "painting",
    "play",
    "podcast",
    "poem",
    "program",
    "series",
    "show",
    "single",
    "sitcom",
    "song",
    "track",
    "trilogy",
    "video",
];
/// The most tokens of a content before the title of a work: `her first song`.
const LONGEST_BEFORE_TITLE: usize = 4;

/// Whether a content is more than a fragment of a clause, such as "that" or "speaking at".
pub(super) fn says_something(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let is_word = |at: &usize| matches!(reading.kind(*at), TokenKind::Word | TokenKind::Number);
    let is_small = |at: usize| BEGINNINGS.contains(&reading.lower(at));
    let words = tokens.clone().filter(is_word);
    let breaks_off = tokens.len() <= SHORT && words.clone().next_back().is_some_and(is_small);
    words.clone().any(|at| !is_small(at)) && !breaks_off
}

/// Whether a content is the title of a work: “Rain on the Roof” after “the song”. The noun can be part of the content.
pub(super) fn is_title(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let near = tokens.start..tokens.end.min(tokens.start + LONGEST_BEFORE_TITLE);
    let opening = near.into_iter().find(|&at| reading.kind(at) == TokenKind::Mark);
    let Some(opening) = opening else { return false };
    let follows_work = opening.checked_sub(1).is_some_and(|at| WORKS.contains(&reading.lower(at)));
    let mut words = (opening..tokens.end).filter(|&at| reading.kind(at) == TokenKind::Word);
    let in_title =
        |at: usize| reading.is_capitalized(at) || BEGINNINGS.contains(&reading.lower(at));
    follows_work && words.all(in_title)
}

/// A content without the comma before its cue. A comma inside a closing mark stays.
pub(super) fn without_comma(reading: &Reading<'_>, tokens: Range<usize>) -> Range<usize> {
    let comma = tokens.len() > 1 && reading.word(tokens.end - 1) == ",";
    tokens.start..tokens.end - usize::from(comma)
}
