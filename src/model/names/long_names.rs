//! Names that continue after a small word: `Court of Appeals for the Sixth Circuit`, `Ursula von der Leyen`.
//!
//! The network tends to stop at "for the" and at "and". Whether a name can continue depends on the words it has so far.

use std::ops::Range;

use crate::model::lexicon::Lexicon;
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// Small words that join the parts of a name; "the" can follow them.
const JOINING: &[&str] = &["of", "for"];
/// Small words in the names of people.
pub(crate) const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von",
];
/// The most words between "and" and the final noun: `House Oversight and Government Reform Committee`.
const LONGEST_BEFORE_NOUN: usize = 3;

/// The tokens of an organization's whole name, given its beginning.
pub(crate) fn whole(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tokens: Range<usize>,
) -> Range<usize> {
    let sentence_end = reading.sentence(tokens.start).end;
    let is_capital = |at: usize| at < sentence_end && reading.is_capitalized(at);
    let is_noun = |at: usize| {
        let word = reading.word(at);
        lexicon.organization_words.contains(word)
            || word.strip_suffix('s').is_some_and(|one| lexicon.organization_words.contains(one))
    };
    let has_noun = |end: usize| (tokens.start..end).any(|at| is_capital(at) && is_noun(at));
    let run = |from: usize| (from..sentence_end).take_while(|&at| is_capital(at)).count();
    let mut end = tokens.end;
    while has_noun(end) && JOINING.contains(&reading.lower(end)) {
        let next = end + 1 + usize::from(reading.lower(end + 1) == "the");
        let more = run(next);
        if more == 0 {
            break;
        }
        end = next + more;
    }
    if reading.lower(end) == "and" && !has_noun(end) && end - tokens.start > 1 {
        let more = run(end + 1);
        let closes = (1..=LONGEST_BEFORE_NOUN).contains(&more) && is_noun(end + more);
        end = if closes && reading.kind(end) == TokenKind::Word { end + 1 + more } else { end };
    }
    tokens.start..end
}

/// Whether the words between two people's names join them to one: `Ursula von der Leyen`.
pub(crate) fn joins(reading: &Reading<'_>, mut between: Range<usize>) -> bool {
    !between.is_empty() && between.all(|at| PARTICLES.contains(&reading.word(at)))
}
