//! The cast of an article: its names and what they name, for the steps that ask who is who.

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::lexicon::{Gender, Lexicon};
use crate::model::names::coreference::Clusters;
use crate::model::names::name::Name;
use crate::text::reading::Reading;

/// What attribution needs to know of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cast<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// The words.
    pub lexicon: &'a Lexicon,
    /// Its names.
    pub names: &'a [Name],
    /// What they name.
    pub clusters: &'a Clusters,
}

impl Cast<'_> {
    /// The names before a token, with their entities.
    pub(crate) fn names_before(
        &self,
        at: usize,
    ) -> impl DoubleEndedIterator<Item = (&Name, usize)> {
        let end = self.names.partition_point(|name| name.tokens.end <= at);
        self.names.iter().zip(self.clusters.entity_of.iter().copied()).take(end)
    }

    /// The names that begin behind a token, with their entities.
    pub(crate) fn names_behind(&self, at: usize) -> impl Iterator<Item = (&Name, usize)> {
        let start = self.names.partition_point(|name| name.tokens.start <= at);
        self.names.iter().zip(self.clusters.entity_of.iter().copied()).skip(start)
    }

    /// Whether an entity is a person of that gender, as far as is known.
    pub(crate) fn may_be(&self, entity: usize, gender: Option<Gender>) -> bool {
        let person = self.entity(entity).is_some_and(|entity| entity.kind == EntityKind::Person);
        let known = self.clusters.genders.get(entity).copied().flatten();
        person && (known.is_none() || gender.is_none() || known == gender)
    }

    /// The entity of that number.
    pub(crate) fn entity(&self, entity: usize) -> Option<&Entity> {
        self.clusters.entities.get(entity)
    }
}
