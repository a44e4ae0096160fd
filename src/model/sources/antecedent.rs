//! Whom a source without a name stands for: "he", "who", "the minister".
//!
//! The network scores every name near the source; the scores of one entity's names add up. Gender and number rule out
//! whom the words cannot mean.

use std::collections::HashMap;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Gender;
use crate::model::names::cast::Cast;
use crate::model::network::linker::{Linker, SpanPosition};
use crate::model::network::tags::{TaggedSpan, Tags};

/// The share of a name for "they" against that of none, at least.
const LEAST_FOR_SEVERAL: f32 = 0.3;

/// What the words of a source allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// One human being, of that gender if it is told: "she", "the actor".
    Person(Option<Gender>),
    /// A body: "it", "the company".
    Body,
    /// A body of several: "they". It may as well be a group without a name.
    Several,
    /// Told by the noun before: "who".
    Relative,
}

/// The names that can be stood for.
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
    /// Lays out the names that the network saw.
    pub(crate) fn new(linker: &'a Linker, cast: Cast<'a>, tags: &'a Tags) -> Self {
        let entities = cast.names.iter().zip(&cast.clusters.entity_of);
        let seen =
            entities.filter_map(|(name, entity)| Some((tags.names.get(name.tag?)?, *entity)));
        let (answers, entity_of) =
            seen.map(|(tag, entity)| ((&tag.position, tag.answer.as_slice()), entity)).unzip();
        Self { linker, cast, sources: &tags.sources, answers, entity_of }
    }

    /// The likeliest entity for a source and its share; nothing if none fits, or if it may be one without a name and the
    /// network is sure of that.
    pub(crate) fn of(&self, source: usize, sort: Sort) -> Option<(usize, f32)> {
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
        let fitting = shares.into_iter().filter(|(entity, _)| self.fits(*entity, sort));
        let (entity, share) =
            fitting.max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?;
        let named = match sort {
            Sort::Several => share > nobody * LEAST_FOR_SEVERAL,
            Sort::Person(_) | Sort::Body | Sort::Relative => true,
        };
        named.then_some((entity, share))
    }

    fn fits(&self, entity: usize, sort: Sort) -> bool {
        let kind = self.cast.entity(entity).map(|entity| entity.kind);
        match sort {
            Sort::Person(gender) => self.cast.may_be(entity, gender),
            Sort::Body => matches!(kind, Some(EntityKind::Organization | EntityKind::Place)),
            Sort::Several => kind == Some(EntityKind::Organization),
            Sort::Relative => kind.is_some_and(|kind| kind != EntityKind::Event),
        }
    }
}
