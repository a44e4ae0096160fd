//! Quotes that the form of a paragraph tells: the turns of a transcript, and words with a name below them.
//!
//! `LEE: It rains.` and `“It rains.” — Ann Lee` have no verb of saying; the network has seen few of them.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::lexicon::{DETERMINERS, Lexicon};
use crate::model::quotes::saying::{Saying, Sureness};
use crate::text::quotation_marks::Stretch;
use crate::text::reading::{Paragraph, Reading};
use crate::text::token::TokenKind;

/// Turns from which on a text counts as a transcript.
const FEWEST_TURNS: usize = 3;
/// Tokens of the longest name before the colon of a turn, or behind the dash of a signature.
const LONGEST_LABEL: usize = 7;
/// How sure a quote by its form is.
const SURE: Sureness = Sureness { content: 0.95, link: 1.0, source: 0.95 };

/// The quotes that form tells, in order.
pub(crate) fn find(reading: &Reading<'_>, stretches: &[Stretch]) -> Vec<Saying> {
    let transcript = is_transcript(reading);
    let of_form = |paragraph: &Paragraph| {
        let turn = transcript.then(|| turn(reading, paragraph)).flatten();
        turn.or_else(|| signed(reading, stretches, paragraph))
    };
    reading.paragraphs.iter().filter_map(of_form).collect()
}

/// The names that turns of a transcript begin with, by tokens: people, unless they are told by what they are.
pub(crate) fn labels(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    sayings: &[Saying],
) -> Vec<Range<usize>> {
    let told = |at: usize| {
        lexicon.roles.contains_key(reading.lower(at)) || DETERMINERS.contains(&reading.lower(at))
    };
    let turns = sayings
        .iter()
        .filter(|saying| saying.cue.clone().is_some_and(|cue| reading.word(cue.start) == ":"));
    let labels = turns.filter_map(|saying| saying.source.clone());
    labels.filter(|label| !label.clone().any(told)).collect()
}

/// A turn of a transcript: `LEE: It rains.`
fn turn(reading: &Reading<'_>, paragraph: &Paragraph) -> Option<Saying> {
    let label = label(reading, paragraph)?;
    let content = label.end + 1..paragraph.tokens.end;
    let cue = label.end..label.end + 1;
    (!content.is_empty()).then(|| saying(content, cue, label))
}

/// Words in marks with a name behind a dash: `“It rains.” — Ann Lee`
fn signed(reading: &Reading<'_>, stretches: &[Stretch], paragraph: &Paragraph) -> Option<Saying> {
    let first = stretches.partition_point(|stretch| stretch.tokens.start < paragraph.tokens.start);
    let stretch = stretches.get(first)?;
    let content = stretch.tokens.clone();
    let name = content.end + 1..paragraph.tokens.end;
    let fits = content.start == paragraph.tokens.start
        && is_dash(reading.word(content.end))
        && (1..=LONGEST_LABEL).contains(&name.len())
        && reading.is_capitalized(name.start);
    fits.then(|| saying(content.clone(), content.end..name.start, name))
}

fn saying(content: Range<usize>, cue: Range<usize>, source: Range<usize>) -> Saying {
    Saying {
        content: vec![content],
        cue: Some(cue),
        source: Some(source),
        source_tag: None,
        sureness: SURE,
    }
}

/// The name before a colon that a paragraph begins with: `LEE:`, `“Ann Lee:`
fn label(reading: &Reading<'_>, paragraph: &Paragraph) -> Option<Range<usize>> {
    let tokens = paragraph.tokens.clone();
    let start = tokens.start + usize::from(reading.kind(tokens.start) == TokenKind::Mark);
    let colon = tokens.clone().take(LONGEST_LABEL).find(|&at| reading.word(at) == ":")?;
    let mut words = (start..colon).filter(|&at| reading.kind(at) == TokenKind::Word);
    let named = colon > start && words.all(|at| reading.is_capitalized(at));
    (named && reading.is_capitalized(start)).then_some(start..colon)
}

/// Whether the article is a transcript: some speaker has two turns, and turns make up a good part of it. Headings such
/// as `Christie: A closing surge` come once each.
fn is_transcript(reading: &Reading<'_>) -> bool {
    let labels: Vec<&str> = reading
        .paragraphs
        .iter()
        .filter_map(|paragraph| Some(reading.words(label(reading, paragraph)?)))
        .collect();
    let again = labels.iter().collect::<HashSet<_>>().len() < labels.len();
    again && labels.len() >= FEWEST_TURNS && labels.len() * 5 >= reading.paragraphs.len()
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-" | "--")
}
