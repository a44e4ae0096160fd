//! The people, organizations, places and events that an article names.

use crate::text::span::Span;

/// The number of an entity in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

impl EntityId {
    /// The entity that stands at `index` in its document.
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Where it stands in its document.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, party, office, team, newspaper.
    Organization,
    /// A country, town, river, building.
    Place,
    /// A war, an election, a festival.
    Event,
}

impl EntityKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organization, Self::Place, Self::Event];
}

/// Somebody or something named, with all mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form in the article.
    pub name: String,
    /// Where it is named, in the order of the text.
    pub mentions: Vec<Span>,
}
