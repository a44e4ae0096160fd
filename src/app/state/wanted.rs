//! A place in an article that the command line asks for: a quote, a speaker, an entity.
//!
//! The reader goes there when all of the article is annotated: before that, numbers may change and names be missing.

use std::fmt;

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A quote, by its number from 1.
    Quote(usize),
    /// A speaker, by words of their name.
    Speaker(String),
    /// An entity, by words of its name.
    Entity(String),
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quote(number) => write!(f, "quote {number}"),
            Self::Speaker(words) => write!(f, "speaker “{words}”"),
            Self::Entity(words) => write!(f, "entity “{words}”"),
        }
    }
}
