//! Runs of capitalized words: where names can be.
//!
//! A capital tells nothing where everything has one, at the start of a sentence or in a headline: there a word of
//! every day begins no run.

use std::ops::Range;

use crate::model::lexicon::Lexicon;
use crate::model::reading::{Paragraph, Reading};
use crate::model::small_words::{PREPOSITIONS, WEEKDAYS};
use crate::text::token::TokenKind;

/// Bytes of a word that a headline capitalizes, if it capitalizes any.
const LONG: usize = 4;

/// Small words inside the names of people.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "ibn", "la", "le",
    "ten", "ter", "van", "von", "zu",
];

/// Words that are never a name, with a capital or without: the calendar, pronouns, and some that only look like one.
const NEVER_NAMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "i",
    "i'm",
    "i've",
    "i'll",
    "i'd",
    "i’m",
    "i’ve",
    "i’ll",
    "i’d",
    "god",
    "internet",
    "english",
    "we",
    "you",
    "he",
    "she",
    "they",
    "it",
    "who",
    "what",
];

/// The runs of all paragraphs in which a capital means something, in order.
pub fn capitalized(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    for paragraph in &reading.paragraphs {
        if capitals_tell(reading, paragraph) {
            runs_of(reading, lexicon, paragraph.tokens.clone(), &mut runs);
        }
    }
    runs
}

/// Whether capitals mark names in a paragraph: not where every long word has one, as in many headlines.
pub fn capitals_tell(reading: &Reading<'_>, paragraph: &Paragraph) -> bool {
    paragraph.tokens.clone().any(|at| {
        let word = reading.word(at);
        word.len() >= LONG && word.starts_with(char::is_lowercase) && !PREPOSITIONS.contains(&word)
    })
}

fn runs_of(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tokens: Range<usize>,
    runs: &mut Vec<Range<usize>>,
) {
    let mut at = tokens.start;
    while at < tokens.end {
        if begins_run(reading, lexicon, at) {
            let end = end_of_run(reading, at, tokens.end);
            runs.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
}

fn begins_run(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    is_named(reading, at)
        && (!begins_clause(reading, at)
            || !lexicon.lower_words.contains(reading.lower(at))
            || begins_known(reading, lexicon, at))
}

/// Whether a known name of several words begins at `at`: "New York", "United States".
fn begins_known(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> bool {
    (2..5).any(|length| {
        let words = reading.words(at..at + length);
        lexicon.places.contains(words) || lexicon.organizations.contains(words)
    }) || (is_named(reading, at + 1) && lexicon.first_names.contains_key(reading.word(at)))
        || (is_named(reading, at + 1) && lexicon.titles.contains_key(reading.word(at)))
}

/// A word with a capital that can be part of a name.
fn is_named(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    reading.is_capitalized(at) && !NEVER_NAMES.contains(&word) && !WEEKDAYS.contains(&word)
}

/// Whether `at` is the first word of a sentence, of a quotation or behind a colon.
fn begins_clause(reading: &Reading<'_>, at: usize) -> bool {
    at == reading.sentence(at).start
        || at.checked_sub(1).is_some_and(|before| {
            reading.kind(before) == TokenKind::Mark
                && !matches!(reading.word(before), "," | "(" | "-" | "&" | "/")
        })
}

fn end_of_run(reading: &Reading<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        if is_named(reading, end) || reading.word(end) == "I" {
            // "World War I"; the pronoun never follows a name
            end += 1;
        } else if PARTICLES.contains(&reading.word(end)) && joins_names(reading, end, limit) {
            end += 2 + usize::from(!is_named(reading, end + 1));
        } else if reading.word(end) == "&" && is_named(reading, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end.min(limit)
}

/// One or two particles, then a name: `de Gaulle`, `von der Leyen`.
fn joins_names(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let two = PARTICLES.contains(&reading.word(at + 1)) && is_named(reading, at + 2);
    at + 1 < limit && (is_named(reading, at + 1) || two)
}
