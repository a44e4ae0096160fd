//! What a name refers to, as far as its own words show: the word it ends in, its shape.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Lexicon;
use crate::text::reading::Reading;

/// The longest acronym, in letters.
const LONGEST_ACRONYM: usize = 6;
/// Words in capitals that are not names.
const NO_NAMES: &[&str] = &[
    "AM", "PM", "TV", "CEO", "CFO", "COO", "PR", "ID", "OK", "DNA", "HIV", "AIDS", "PDF", "URL",
    "PS", "MP", "MPs", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "LGBT", "LGBTQ",
    "DJ", "PC", "IT", "AI", "IQ", "GDP", "VIP", "BC", "AD", "NO", "NOT", "THE", "AND", "YES",
    "ALL", "CAPS", "JR", "SR", "RT",
];

/// The kind that the first or last word of a name shows: `… University`, `… River`, `Hurricane …`.
pub(crate) fn by_word(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tokens: &Range<usize>,
) -> Option<EntityKind> {
    if tokens.len() < 2 {
        return None;
    }
    let (first, last) = (reading.word(tokens.start), reading.word(tokens.end - 1));
    let before_numeral = if is_numeral(last) { reading.word(tokens.end - 2) } else { last };
    let is_first_name = lexicon.first_names.contains_key(first);
    let starts_event = lexicon.event_words.contains(first)
        && !is_first_name
        && !lexicon.lower_words.contains(first);
    if lexicon.event_words.contains(before_numeral) || starts_event {
        Some(EntityKind::Event)
    } else if lexicon.organization_words.contains(last) {
        Some(EntityKind::Organization)
    } else {
        (lexicon.place_words.contains(last) && !is_first_name).then_some(EntityKind::Place)
    }
}

/// Whether a word is an acronym that can be a name: `NATO`, `U.N.`
pub(crate) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let capitals = word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&'));
    (2..=LONGEST_ACRONYM).contains(&letters.count()) && capitals && !NO_NAMES.contains(&word)
}

fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
