//! What the model knows about words: the lists of `assets/lexicon`, each of which says where it comes from.
//!
//! They are read at every start, so the maps have a quick hash: their words are our own, and none of an article is put in.

pub mod name_kinds;

use rustc_hash::{FxHashMap, FxHashSet};

/// The rows of a list: no comments, no blank lines.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|row| !row.starts_with('#') && !row.trim().is_empty())
}

/// A list of words alone.
fn words(list: &'static str) -> FxHashSet<&'static str> {
    rows(list).map(|row| row.split('\t').next().unwrap_or(row)).collect()
}

/// A list of words, each with what `value` makes of the columns behind it.
fn table<V>(
    list: &'static str,
    value: impl Fn(&[&'static str]) -> V,
) -> FxHashMap<&'static str, V> {
    rows(list)
        .filter_map(|row| {
            let mut columns = row.split('\t');
            let word = columns.next()?;
            Some((word, value(&columns.collect::<Vec<_>>())))
        })
        .collect()
}

/// The rows of a table that could be read.
fn known<V>(table: FxHashMap<&'static str, Option<V>>) -> FxHashMap<&'static str, V> {
    table.into_iter().filter_map(|(word, value)| Some((word, value?))).collect()
}

/// A verb form that tells of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// How many quotes in quotation marks it introduces in the training articles.
    pub speech: u32,
    /// In how many percent of its occurrences there it is a cue.
    pub rate: u32,
}

/// What a word tells of the gender of the person it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Women.
    Feminine,
    /// Men.
    Masculine,
}

/// What a common noun stands for when it is a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// Somebody: "spokesman".
    Person,
    /// Several: "critics".
    Group,
    /// A body: "company".
    Organization,
    /// Something written or said: "statement".
    Document,
}

/// A common noun that can be a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// What it stands for.
    pub kind: RoleKind,
    /// The gender that it tells.
    pub gender: Option<Gender>,
}

/// All lists, ready to be asked.
#[derive(Debug)]
pub struct Lexicon {
    /// Verbs of saying, by form in lower case.
    pub cues: FxHashMap<&'static str, Verb>,
    /// First names, with the gender of those who bear them where it is plain.
    pub first_names: FxHashMap<&'static str, Option<Gender>>,
    /// Surnames.
    pub surnames: FxHashSet<&'static str>,
    /// Countries, states, cities, regions.
    pub places: FxHashSet<&'static str>,
    /// Adjectives of nation, creed and party.
    pub demonyms: FxHashSet<&'static str>,
    /// Organizations that no word of their name tells.
    pub organizations: FxHashSet<&'static str>,
    /// Words that tell an organization.
    pub organization_words: FxHashSet<&'static str>,
    /// Words that tell a place.
    pub place_words: FxHashSet<&'static str>,
    /// Words that tell an event.
    pub event_words: FxHashSet<&'static str>,
    /// Words before a person's name, with the gender that they tell.
    pub titles: FxHashMap<&'static str, Option<Gender>>,
    /// Nouns for those who speak without a name, in lower case.
    pub roles: FxHashMap<&'static str, Role>,
    /// Words that begin with a capital only where a sentence begins.
    pub lower_words: FxHashSet<&'static str>,
}

impl Lexicon {
    /// The lists that are part of the program.
    pub fn embedded() -> Self {
        Self {
            cues: known(table(include_str!("../../assets/lexicon/cues.txt"), verb)),
            first_names: table(include_str!("../../assets/lexicon/first-names.txt"), gender),
            surnames: words(include_str!("../../assets/lexicon/surnames.txt")),
            places: words(include_str!("../../assets/lexicon/places.txt")),
            demonyms: words(include_str!("../../assets/lexicon/demonyms.txt")),
            organizations: words(include_str!("../../assets/lexicon/organizations.txt")),
            organization_words: words(include_str!("../../assets/lexicon/organization-words.txt")),
            place_words: words(include_str!("../../assets/lexicon/place-words.txt")),
            event_words: words(include_str!("../../assets/lexicon/event-words.txt")),
            titles: table(include_str!("../../assets/lexicon/titles.txt"), gender),
            roles: known(table(include_str!("../../assets/lexicon/roles.txt"), role)),
            lower_words: words(include_str!("../../assets/lexicon/lower-words.txt")),
        }
    }
}

fn verb(columns: &[&'static str]) -> Option<Verb> {
    match columns {
        [speech, rate, ..] => Some(Verb { speech: speech.parse().ok()?, rate: rate.parse().ok()? }),
        _ => None,
    }
}

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
