//! What the model knows about words: the lists in `assets/lexicon`.
//!
//! Each list names its source in its first lines. The lists are read at every start, so the maps use a fast hash; that
//! is safe because no word of an article is ever put into them.

mod rows;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::rows::{table, words};
use crate::text::reading::Reading;

/// The longest listed name, in words.
const LONGEST_LISTED: usize = 6;
/// Words that begin a noun phrase, or make one alone: "the", "everyone".
pub(crate) const DETERMINERS: &[&str] = &[
    "a",
    "an",
    "another",
    "any",
    "anybody",
    "anyone",
    "both",
    "each",
    "every",
    "everybody",
    "everyone",
    "few",
    "her",
    "his",
    "its",
    "many",
    "my",
    "no",
    "nobody",
    "one",
    "our",
    "several",
    "some",
    "somebody",
    "someone",
    "that",
    "the",
    "their",
    "these",
    "this",
    "those",
    "three",
    "two",
    "whose",
    "your",
];

/// All lists, ready for lookup.
#[derive(Debug)]
pub struct Lexicon {
    /// Forms of verbs of saying, in lower case.
    pub(crate) cues: FxHashMap<&'static str, Verb>,
    /// First names, with their gender where it is unambiguous.
    pub(crate) first_names: FxHashMap<&'static str, Option<Gender>>,
    /// Surnames.
    pub(crate) surnames: FxHashSet<&'static str>,
    /// Countries, states, cities, regions.
    pub(crate) places: FxHashSet<&'static str>,
    /// Adjectives and nouns of nationality, religion and party.
    pub(crate) demonyms: FxHashSet<&'static str>,
    /// Organizations that cannot be recognized by a word in their name.
    pub(crate) organizations: FxHashSet<&'static str>,
    /// Words that end (or start) the name of an organization.
    pub(crate) organization_words: FxHashSet<&'static str>,
    /// Words that end the name of a place.
    pub(crate) place_words: FxHashSet<&'static str>,
    /// Words that end or start the name of an event.
    pub(crate) event_words: FxHashSet<&'static str>,
    /// Words before a person's name, with the person's gender where they show it.
    pub(crate) titles: FxHashMap<&'static str, Option<Gender>>,
    /// Nouns for sources without a name, in lower case.
    pub(crate) roles: FxHashMap<&'static str, Role>,
    /// Frequent words that are capitalized only at the start of a sentence.
    pub(crate) lower_words: FxHashSet<&'static str>,
}

/// A form of a verb of saying, as counted in the training articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// How many quotes in quotation marks it introduces.
    pub speech: u32,
    /// The percentage of its occurrences that are cues.
    pub rate: u32,
}

/// The gender of a person, as a title or first name shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// A woman.
    Feminine,
    /// A man.
    Masculine,
}

/// A common noun that can be a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    /// What it refers to.
    pub kind: RoleKind,
    /// The gender of the person, if the noun shows it.
    pub gender: Option<Gender>,
}

/// What a common noun refers to when it is a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleKind {
    /// One person: "spokesman".
    Person,
    /// Several people: "critics".
    Group,
    /// A body: "company".
    Organization,
    /// Something written or said: "statement".
    Document,
}

impl Lexicon {
    /// The lists that are compiled into the program.
    pub fn embedded() -> Self {
        Self {
            cues: table(include_str!("../../assets/lexicon/cues.txt"), verb),
            first_names: table(include_str!("../../assets/lexicon/first-names.txt"), |row| {
                Some(gender(row))
            }),
            surnames: words(include_str!("../../assets/lexicon/surnames.txt")),
            places: words(include_str!("../../assets/lexicon/places.txt")),
            demonyms: words(include_str!("../../assets/lexicon/demonyms.txt")),
            organizations: words(include_str!("../../assets/lexicon/organizations.txt")),
            organization_words: words(include_str!("../../assets/lexicon/organization-words.txt")),
            place_words: words(include_str!("../../assets/lexicon/place-words.txt")),
            event_words: words(include_str!("../../assets/lexicon/event-words.txt")),
            titles: table(include_str!("../../assets/lexicon/titles.txt"), |row| Some(gender(row))),
            roles: table(include_str!("../../assets/lexicon/roles.txt"), role),
            lower_words: words(include_str!("../../assets/lexicon/lower-words.txt")),
        }
    }

    /// The longest listed name that begins at `start` and ends by `limit`: the token after it, and its kind.
    pub(crate) fn listed_name(
        &self,
        reading: &Reading<'_>,
        start: usize,
        limit: usize,
    ) -> Option<(usize, EntityKind)> {
        let longest = limit.min(start + LONGEST_LISTED);
        (start + 1..=longest).rev().find_map(|end| {
            let words = reading.words(start..end);
            if self.organizations.contains(words) {
                return Some((end, EntityKind::Organization));
            }
            self.is_place(words).then_some((end, EntityKind::Place))
        })
    }

    /// Whether words name a place; all capitals are accepted too, as in a dateline.
    fn is_place(&self, words: &str) -> bool {
        let shouted = words.len() > 3 && words.chars().all(|c| c.is_uppercase() || c == ' ');
        self.places.contains(words) || shouted && self.places.contains(capitalize(words).as_str())
    }
}

/// Capitalizes each word and lowers the rest: `WEST BANK` and `west bank` become `West Bank`.
pub(crate) fn capitalize(words: &str) -> String {
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

fn verb(columns: &[&'static str]) -> Option<Verb> {
    match columns {
        [speech, rate, ..] => Some(Verb { speech: speech.parse().ok()?, rate: rate.parse().ok()? }),
        _ => None,
    }
}

/// The gender of a name or title, if it shows only one.
fn gender(columns: &[&'static str]) -> Option<Gender> {
    columns.first().and_then(|letter| gender_of(letter))
}

fn gender_of(letter: &str) -> Option<Gender> {
    match letter {
        "f" => Some(Gender::Feminine),
        "m" => Some(Gender::Masculine),
        _ => None,
    }
}

fn role(columns: &[&'static str]) -> Option<Role> {
    let [kind, gender, number, ..] = columns else { return None };
    let kind = match *kind {
        "person" if *number == "plural" => RoleKind::Group,
        "person" => RoleKind::Person,
        "group" => RoleKind::Group,
        "organization" => RoleKind::Organization,
        "document" => RoleKind::Document,
        _ => return None,
    };
    Some(Role { kind, gender: gender_of(gender) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lexicon::rows::rows;

    #[test]
    fn every_row_of_every_list_is_understood() {
        let lexicon = Lexicon::embedded();
        let count = |list: &'static str| rows(list).count();
        assert_eq!(lexicon.cues.len(), count(include_str!("../../assets/lexicon/cues.txt")));
        assert_eq!(lexicon.roles.len(), count(include_str!("../../assets/lexicon/roles.txt")));
        assert_eq!(lexicon.titles.len(), count(include_str!("../../assets/lexicon/titles.txt")));
        assert!(lexicon.cues["said"].speech > 100);
    }
}
