//! A name in the text.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Gender;

/// A name in the text; all places are numbers of tokens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
    /// The gender that its title or first name shows.
    pub gender: Option<Gender>,
    /// The titles and adjectives right before it: "Russian Foreign Minister". Empty if there are none.
    pub title: Range<usize>,
    /// The number of the network's tag for it, if the network found it.
    pub tag: Option<usize>,
}
