//! What a name names, as far as its own words tell: lists, the word that ends it, its shape.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Lexicon;
use crate::text::reading::Reading;

/// Words of the longest name in the lists.
const LONGEST_LISTED: usize = 6;
/// Letters of the longest acronym.
const LONGEST_ACRONYM: usize = 6;
/// Acronyms that name nobody.
const NO_NAMES: &[&str] = &[
    "AM", "PM", "TV", "CEO", "CFO", "COO", "PR", "ID", "OK", "DNA", "HIV", "AIDS", "PDF", "URL",
    "PS", "MP", "MPs", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "LGBT", "LGBTQ",
    "DJ", "PC", "IT", "AI", "IQ", "GDP", "VIP", "BC", "AD", "NO", "NOT", "THE", "AND", "YES",
    "ALL", "CAPS", "JR", "SR", "RT",
];

/// What is known of the words of names.
#[derive(Clone, Copy, Debug)]
pub struct NameKinds<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// The words.
    pub lexicon: &'a Lexicon,
}

impl NameKinds<'_> {
    /// The kind that the words of a name tell: `… University`, `… River`, `Hurricane …`.
    pub fn by_word(&self, tokens: Range<usize>) -> Option<EntityKind> {
        let words = |at: usize| self.reading.word(at);
        let last = words(tokens.end.checked_sub(1)?);
        let before = if is_numeral(last) { words(tokens.end.saturating_sub(2)) } else { last };
        let starts = words(tokens.start);
        if tokens.len() < 2 {
            return None;
        }
        let long_event = self.lexicon.event_words.contains(starts)
            && !self.lexicon.first_names.contains_key(starts)
            && !self.lexicon.lower_words.contains(starts);
        if self.lexicon.event_words.contains(before) || long_event {
            Some(EntityKind::Event)
        } else if self.lexicon.organization_words.contains(last) {
            Some(EntityKind::Organization)
        } else if self.lexicon.place_words.contains(last)
            && !self.lexicon.first_names.contains_key(starts)
        {
            Some(EntityKind::Place)
        } else {
            None
        }
    }

    /// The longest listed name that begins at `at`.
    pub fn listed(&self, at: usize, limit: usize) -> Option<(usize, EntityKind)> {
        let longest = limit.min(at + LONGEST_LISTED);
        (at + 1..=longest).rev().find_map(|end| {
            let words = self.reading.words(at..end);
            if self.lexicon.organizations.contains(words) {
                return Some((end, EntityKind::Organization));
            }
            self.is_place(words).then_some((end, EntityKind::Place))
        })
    }

    /// Places are known in capitals too, as in a dateline.
    fn is_place(&self, words: &str) -> bool {
        let shouted = words.len() > 3 && words.chars().all(|c| c.is_uppercase() || c == ' ');
        self.lexicon.places.contains(words)
            || shouted && self.lexicon.places.contains(capitalize(words).as_str())
    }
}

/// `NATO`, `U.N.`: capitals alone.
pub fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let capitals = word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&'));
    (2..=LONGEST_ACRONYM).contains(&letters.count()) && capitals && !NO_NAMES.contains(&word)
}

fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// `WEST BANK`, `west bank`: `West Bank`.
pub fn capitalize(words: &str) -> String {
    let mut capital = true;
    words
        .chars()
        .flat_map(|c| {
            let shown: Vec<char> =
                if capital { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
            capital = !c.is_alphabetic();
            shown
        })
        .collect()
}
