//! Whom a source without a name refers to: "he", "who", "the minister".
//!
//! The network scores every name near the source, and the scores of an entity's names add up. Entities that the words
//! cannot refer to are ruled out by kind and gender.

use std::collections::HashMap;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Gender;
use crate::model::names::cast::Cast;
use crate::model::network::linker::{Linker, SpanPosition};
use crate::model::network::tags::{TaggedSpan, Tags};

/// How likely an entity must be for "they", relative to no entity.
const LEAST_FOR_SEVERAL: f32 = 0.3;

/// What the words of a source can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Constraint {
    /// One person, of this gender if the words show it: "she", "the actor".
    Person(Option<Gender>),
    /// An organization or a place: "it", "the company".
    Body,
    /// An organization, or a group without a name: "they".
    Several,
    /// Anything but an event: "who".
    Relative,
}

/// The names that a source can refer to.
#[derive(Debug)]
pub(crate) struct Antecedents<'a> {
    linker: &'a Linker,
    cast: Cast<'a>,
    sources: &'a [TaggedSpan],
    answers: Vec<(&'a SpanPosition, &'a [f32])>,
    /// The entity of each answer.
    entity_of: Vec<usize>,
}

impl<'a> Antecedents<'a> {
    /// Collects the names that the network found.
    pub(crate) fn new(linker: &'a Linker, cast: Cast<'a>, tags: &'a Tags) -> Self {
        let entities = cast.names.iter().zip(&cast.clusters.entity_of);
        let seen =
            entities.filter_map(|(name, entity)| Some((tags.names.get(name.tag?)?, *entity)));
        let (answers, entity_of) =
            seen.map(|(tag, entity)| ((&tag.position, tag.answer.as_slice()), entity)).unzip();
        Self { linker, cast, sources: &tags.sources, answers, entity_of }
    }

    /// The likeliest entity for a source of the network; nothing if none fits, or if "they" is likelier a group without
    /// a name.
    pub(crate) fn of(&self, source: usize, constraint: Constraint) -> Option<usize> {
        let source = self.sources.get(source)?;
        let choices = self.linker.choices((&source.position, &source.ask), &self.answers);
        let mut shares: HashMap<usize, f32> = HashMap::new();
        let mut nobody = 0.0;
        for choice in choices {
            let entity = choice.answer.and_then(|answer| self.entity_of.get(answer).copied());
            match entity {
                Some(entity) => *shares.entry(entity).or_default() += choice.share,
                None => nobody = choice.share,
            }
        }
        let fitting = shares.into_iter().filter(|(entity, _)| self.fits(*entity, constraint));
        let (entity, share) =
            fitting.max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?;
        let is_named = match constraint {
            Constraint::Several => share > nobody * LEAST_FOR_SEVERAL,
            Constraint::Person(_) | Constraint::Body | Constraint::Relative => true,
        };
        is_named.then_some(entity)
    }

    fn fits(&self, entity: usize, constraint: Constraint) -> bool {
        let kind = self.cast.entity(entity).map(|entity| entity.kind);
        match constraint {
            Constraint::Person(gender) => self.cast.may_be(entity, gender),
            Constraint::Body => matches!(kind, Some(EntityKind::Organization | EntityKind::Place)),
            Constraint::Several => kind == Some(EntityKind::Organization),
            Constraint::Relative => kind.is_some_and(|kind| kind != EntityKind::Event),
        }
    }
}
