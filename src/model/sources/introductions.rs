//! Who a description refers to, by how the article introduces people and organizations.
//!
//! "The minister" is whoever was last introduced as a minister; "the appeals court" is the organization whose name
//! shares the most words with it.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Gender, Role, RoleKind};
use crate::model::names::cast::Cast;
use crate::model::names::name::Name;
use crate::model::sources::phrase::Phrase;
use crate::model::sources::roles;

/// Words that share this many first letters count as forms of one word: `appeals`, `appellate`.
const STEM: usize = 5;
/// How many words a description must share with a name if it comes before the name or lacks "the".
const LEAST_SHARED: usize = 2;

/// How many names before and after a description are considered; a limit keeps the cost linear in an article's length.
const FARTHEST: usize = 2000;

/// Who the article introduces as what.
#[derive(Debug)]
pub(crate) struct Introductions<'a> {
    cast: Cast<'a>,
    /// The role of each person, by the number of the entity.
    pub roles: HashMap<usize, String>,
}

impl<'a> Introductions<'a> {
    /// Collects the roles.
    pub(crate) fn new(cast: Cast<'a>) -> Self {
        Self { cast, roles: roles::of_entities(&cast) }
    }

    /// The entity that a description refers to.
    pub(crate) fn of(&self, source: &Phrase<'a>) -> Option<usize> {
        let role = source.role()?;
        match role.kind {
            RoleKind::Person => self.person(source, role),
            RoleKind::Organization => self.organization(source),
            RoleKind::Group | RoleKind::Document => None,
        }
    }

    /// The person last introduced with a title.
    pub(crate) fn bearer(&self, title: Range<usize>) -> Option<usize> {
        let noun = self.cast.reading.lower(title.end.checked_sub(1)?);
        self.names_before(title.start).find(self.bears(noun, None)).map(|(_, entity)| entity)
    }

    /// The person last introduced with the noun of a description; for one without an article, also who is introduced
    /// later.
    fn person(&self, source: &Phrase<'a>, role: Role) -> Option<usize> {
        if !source.is_definite() && !source.is_bare() {
            return None;
        }
        let found =
            self.names_before(source.tokens.start).find(self.bears(source.noun(), role.gender));
        let mut all = self.cast.names_before(usize::MAX).take(FARTHEST);
        let announced = || all.find(self.bears(source.noun(), role.gender));
        let found = found.or_else(|| source.is_bare().then(announced).flatten());
        found.map(|(_, entity)| entity)
    }

    /// Whether a name belongs to a person with that role and gender.
    fn bears<'b>(
        &'b self,
        noun: &'b str,
        gender: Option<Gender>,
    ) -> impl Fn(&(&Name, usize)) -> bool + 'b {
        move |(name, entity)| {
            name.kind == EntityKind::Person
                && self.cast.may_be(*entity, gender)
                && self.roles.get(entity).is_some_and(|role| roles::names_role(role, noun))
        }
    }

    /// The names before a token, the nearest first.
    fn names_before(&self, at: usize) -> impl Iterator<Item = (&Name, usize)> {
        self.cast.names_before(at).rev().take(FARTHEST)
    }

    /// The organization whose name has the description's noun and shares the most words with it; of several, the
    /// nearest before.
    fn organization(&self, source: &Phrase<'a>) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        let before = self.names_before(source.tokens.start);
        let ahead = self.cast.names_after(source.tokens.start).take(FARTHEST);
        let from = |least: usize| move |(name, entity)| (name, entity, least);
        let known = if source.is_definite() || source.is_bare() { 1 } else { LEAST_SHARED };
        let later = if source.is_bare() { 1 } else { LEAST_SHARED };
        for (name, entity, least) in before.map(from(known)).chain(ahead.map(from(later))) {
            let shared = self.shared_words(source, name);
            if shared >= least && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// How many words of a description's head an organization's name contains; zero without the noun.
    fn shared_words(&self, source: &Phrase<'a>, name: &Name) -> usize {
        let reading = self.cast.reading;
        let same = |a: &str, b: &str| {
            a == b || a.get(..STEM).is_some_and(|stem| b.get(..STEM) == Some(stem))
        };
        let shared = |word: &str| name.tokens.clone().any(|at| same(reading.lower(at), word));
        let has_noun = name.kind == EntityKind::Organization
            && name.tokens.clone().any(|at| reading.lower(at) == source.noun());
        if has_noun {
            source.head.clone().filter(|&at| shared(reading.lower(at))).count()
        } else {
            0
        }
    }
}
