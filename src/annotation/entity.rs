//! The people, organizations, places and events named in an article.

use strum::EnumCount;

use crate::annotation::index::index;
use crate::text::span::Span;

index!(
    /// The number of an entity in its document.
    EntityId
);

/// The kinds of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumCount)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, party, office, team or newspaper.
    Organization,
    /// A country, town, river or building.
    Place,
    /// A war, election or festival.
    Event,
}

impl EntityKind {
    /// All kinds in the order of the list on the screen.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Person, Self::Organization, Self::Place, Self::Event];
}

/// A named person or thing with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form in the article.
    pub name: String,
    /// The places where it is named, in order.
    pub mentions: Vec<Span>,
}
