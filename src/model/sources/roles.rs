//! Roles: how an article introduces people.
//!
//! A role is the title before a name with its modifiers ("Russian Foreign Minister"), or an apposition after the name
//! (", a doctor from Ely,").

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::names::cast::Cast;
use crate::model::names::name::Name;
use crate::text::token::TokenKind;

/// Titles that show respect but no role.
const COURTESY_TITLES: &[&str] =
    &["Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Sir", "Dame", "Mx", "Madam"];
/// Abbreviations and synonyms of roles, each with the usual word.
const SAME_ROLES: &[(&str, &str)] = &[
    ("adm", "admiral"),
    ("attorney", "lawyer"),
    ("capt", "captain"),
    ("chairwoman", "chairman"),
    ("cmdr", "commander"),
    ("col", "colonel"),
    ("congresswoman", "congressman"),
    ("councilwoman", "councilman"),
    ("counsel", "lawyer"),
    ("det", "detective"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("head", "chief"),
    ("lt", "lieutenant"),
    ("policewoman", "policeman"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "congressman"),
    ("rev", "reverend"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("spokesperson", "spokesman"),
    ("spokeswoman", "spokesman"),
    ("supt", "superintendent"),
];
/// The longest role, in tokens.
const LONGEST: usize = 12;

/// The first role of each person, by the number of the entity.
pub(crate) fn of_entities(cast: &Cast<'_>) -> HashMap<usize, String> {
    let mut roles: HashMap<usize, String> = HashMap::new();
    for (name, entity) in cast.names.iter().zip(&cast.clusters.entity_of) {
        if name.kind != EntityKind::Person || roles.contains_key(entity) {
            continue;
        }
        let found = before(cast, name).or_else(|| after(cast, name));
        if let Some(words) =
            found.map(|role| cast.reading.words(role)).filter(|words| !words.is_empty())
        {
            roles.insert(*entity, words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    roles
}

/// The role before a name: `former US President`, `Russian leader`, `campaign manager`.
fn before(cast: &Cast<'_>, name: &Name) -> Option<Range<usize>> {
    let end = name.tokens.start;
    let floor = cast.reading.sentence(end).start.max(end.saturating_sub(LONGEST));
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    if !is_role(cast, last) && !name.title.contains(&last) {
        return None;
    }
    let start = (floor..end).rev().find(|&at| !belongs(cast, name, at)).map_or(floor, |at| at + 1);
    let start = (start..end).find(|&at| !COURTESY_TITLES.contains(&cast.reading.word(at)))?;
    Some(start..end)
}

/// Whether a word can be part of a role before a name.
fn belongs(cast: &Cast<'_>, name: &Name, at: usize) -> bool {
    let word = cast.reading.word(at);
    name.title.contains(&at)
        || is_role(cast, at)
        || cast.lexicon.demonyms.contains(word)
        || cast.lexicon.places.contains(word)
        || cast.lexicon.organizations.contains(word)
        || matches!(
            word,
            "former"
                | "ex"
                | "then"
                | "acting"
                | "deputy"
                | "senior"
                | "chief"
                | "co-founder"
                | "vice"
                | "interim"
                | "longtime"
                | "campaign"
                | "party"
        )
}

fn is_role(cast: &Cast<'_>, at: usize) -> bool {
    let lower = cast.reading.lower(at);
    cast.lexicon.roles.contains_key(lower)
        || cast.reading.is_capitalized(at)
            && cast.lexicon.titles.contains_key(cast.reading.word(at))
}

/// The role after a name, without the article: `Ann Lee, a doctor from Ely,`
fn after(cast: &Cast<'_>, name: &Name) -> Option<Range<usize>> {
    let comma = name.tokens.end;
    let reading = cast.reading;
    let article = matches!(reading.lower(comma + 1), "a" | "an" | "the");
    let start = comma + 1 + usize::from(article);
    if reading.word(comma) != "," || !reading.same_sentence(comma, start) {
        return None;
    }
    let limit = reading.sentence(comma).end.min(start + LONGEST);
    let end = (start..limit).find(|&at| {
        reading.kind(at) == TokenKind::Mark
            || matches!(reading.lower(at), "who" | "whose" | "which")
    })?;
    let names_role = (start..end).take_while(|&at| {
        !matches!(reading.lower(at), "of" | "for" | "from" | "in" | "at" | "with")
    });
    let has_role = names_role.into_iter().any(|at| is_role(cast, at));
    (has_role && start < end).then_some(start..end)
}

/// Whether a role contains a noun or a synonym of it: `Sen.` is a senator.
pub(crate) fn names_role(role: &str, noun: &str) -> bool {
    let noun = usual(noun);
    role.split([' ', '-', ',']).any(|word| usual(word) == noun)
}

fn usual(word: &str) -> String {
    let small = word.trim_end_matches('.').to_lowercase();
    let usual = SAME_ROLES.iter().find(|(other, _)| *other == small);
    usual.map_or(small, |(_, usual)| (*usual).to_owned())
}
