//! Quotes that are recognized by the form of a paragraph: turns of a transcript, and quotations with a signature.
//!
//! `LEE: It rains.` and `“It rains.” — Ann Lee` have no verb of saying, and the network was trained on few of them.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::lexicon::{DETERMINERS, Lexicon};
use crate::model::quotes::saying::{Saying, Sureness};
use crate::text::quotation_marks::Stretch;
use crate::text::reading::{Paragraph, Reading};
use crate::text::token::TokenKind;

/// The fewest turns of a transcript.
const FEWEST_TURNS: usize = 3;
/// The longest name before the colon of a turn or after the dash of a signature, in tokens.
const LONGEST_LABEL: usize = 7;
/// How sure a quote is that was recognized by its form.
const SURE: Sureness = Sureness { content: 0.95, link: 1.0, source: 0.95 };

/// The quotes with one of these forms, in text order.
pub(crate) fn find(reading: &Reading<'_>, stretches: &[Stretch]) -> Vec<Saying> {
    let transcript = is_transcript(reading);
    let of_form = |paragraph: &Paragraph| {
        let turn = transcript.then(|| turn(reading, paragraph)).flatten();
        turn.or_else(|| signed(reading, stretches, paragraph))
    };
    reading.paragraphs.iter().filter_map(of_form).collect()
}

/// The tokens of the names before the turns of a transcript. A label such as `THE MODERATOR` is not a name.
pub(crate) fn labels(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    sayings: &[Saying],
) -> Vec<Range<usize>> {
    let is_description = |at: usize| {
        lexicon.roles.contains_key(reading.lower(at)) || DETERMINERS.contains(&reading.lower(at))
    };
    let turns = sayings
        .iter()
        .filter(|saying| saying.cue.clone().is_some_and(|cue| reading.word(cue.start) == ":"));
    let labels = turns.filter_map(|saying| saying.source.clone());
    labels.filter(|label| !label.clone().any(is_description)).collect()
}

/// A turn of a transcript: `LEE: It rains.`
fn turn(reading: &Reading<'_>, paragraph: &Paragraph) -> Option<Saying> {
    let label = label(reading, paragraph)?;
    let content = label.end + 1..paragraph.tokens.end;
    let cue = label.end..label.end + 1;
    (!content.is_empty()).then(|| saying(content, cue, label))
}

/// A quotation with a signature: `“It rains.” — Ann Lee`
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

/// The name before the colon at the beginning of a paragraph: `LEE:`, `“Ann Lee:`
fn label(reading: &Reading<'_>, paragraph: &Paragraph) -> Option<Range<usize>> {
    let tokens = paragraph.tokens.clone();
    let start = tokens.start + usize::from(reading.kind(tokens.start) == TokenKind::Mark);
    let colon = tokens.clone().take(LONGEST_LABEL).find(|&at| reading.word(at) == ":")?;
    let mut words = (start..colon).filter(|&at| reading.kind(at) == TokenKind::Word);
    let named = colon > start && words.all(|at| reading.is_capitalized(at));
    (named && reading.is_capitalized(start)).then_some(start..colon)
}

/// Whether the article is a transcript: some speaker has two turns, and at least a fifth of the paragraphs are turns.
/// Headings such as `Christie: A closing surge` do not repeat.
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
