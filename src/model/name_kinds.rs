//! What a name names, as far as its own words tell: lists, the word that ends it, its shape.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Lexicon;
use crate::model::reading::Reading;

/// Words of the longest name in the lists.
pub const LONGEST_LISTED: usize = 6;
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
            let complement = self.with_complement(tokens.start, tokens.end) > tokens.end;
            return (complement && self.lexicon.organization_words.contains(last))
                .then_some(EntityKind::Organization);
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

    /// The end of `University of Ohio`, seen from the end of `University`.
    pub fn with_complement(&self, start: usize, end: usize) -> usize {
        let words = |at: usize| self.reading.word(at);
        let last = words(end.saturating_sub(1));
        let takes_one = self.lexicon.organization_words.contains(last)
            || self.lexicon.event_words.contains(last);
        if start == end || !takes_one || !matches!(words(end), "of" | "for") {
            return end;
        }
        let from = end + 1 + usize::from(words(end + 1) == "the");
        let mut to = from;
        while self.reading.is_capitalized(to) {
            to += 1;
        }
        if to > from { to } else { end }
    }

    /// Whether a title stands at `at`.
    pub fn begins_with_title(&self, at: usize) -> bool {
        self.lexicon.titles.contains_key(self.reading.word(at))
    }

    /// The kind that the words beside a name of one word tell: `said Lee`, `in Ely`.
    pub fn by_context(&self, at: usize) -> Option<EntityKind> {
        let reading = self.reading;
        let word = reading.word(at);
        if self.lexicon.lower_words.contains(reading.lower(at)) {
            return None;
        }
        let before = at.checked_sub(1).map_or("", |before| reading.lower(before));
        let speaks =
            self.lexicon.cues.get(reading.lower(at + 1)).is_some_and(|cue| cue.speech > 50);
        let role = self.lexicon.roles.contains_key(before);
        if speaks
            || role
            || self.lexicon.surnames.contains(word) && self.lexicon.first_names.contains_key(word)
        {
            Some(EntityKind::Person)
        } else if matches!(before, "in" | "near" | "across") {
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
