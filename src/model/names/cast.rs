//! The cast of an article: its names and entities, for the steps that ask who is who.

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::lexicon::{Gender, Lexicon};
use crate::model::names::coreference::Clusters;
use crate::model::names::name::Name;
use crate::text::reading::Reading;

/// An article with its names and entities.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cast<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// The names, in text order.
    pub names: &'a [Name],
    /// The entities that they name.
    pub clusters: &'a Clusters,
}

impl Cast<'_> {
    /// The names that end before a token, each with the number of its entity.
    pub(crate) fn names_before(
        &self,
        at: usize,
    ) -> impl DoubleEndedIterator<Item = (&Name, usize)> {
        let end = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.iter().zip(self.clusters.entity_of.iter().copied()).take(end)
    }

    /// The names that begin after a token, each with the number of its entity.
    pub(crate) fn names_after(&self, at: usize) -> impl Iterator<Item = (&Name, usize)> {
        let start = self.names.partition_point(|name| name.tokens.start <= at);
        self.names.iter().zip(self.clusters.entity_of.iter().copied()).skip(start)
    }

    /// Whether an entity is a person who can have that gender.
    pub(crate) fn may_be(&self, entity: usize, gender: Option<Gender>) -> bool {
        let person = self.entity(entity).is_some_and(|entity| entity.kind == EntityKind::Person);
        let known = self.clusters.genders.get(entity).copied().flatten();
        person && (known.is_none() || gender.is_none() || known == gender)
    }

    /// The entity with that number.
    pub(crate) fn entity(&self, entity: usize) -> Option<&Entity> {
        self.clusters.entities.get(entity)
    }
}
