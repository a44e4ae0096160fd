//! The people, organizations, places and events that an article names.

use strum::EnumCount;

use crate::annotation::index::index;
use crate::text::span::Span;

index!(
    /// The number of an entity in its document.
    EntityId
);

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumCount)]
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
    pub const ALL: [Self; Self::COUNT] =
        [Self::Person, Self::Organization, Self::Place, Self::Event];
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
