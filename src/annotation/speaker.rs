//! Who speaks.
//!
//! A speaker is not an entity: a group or an anonymous official speaks under its own words, and most of those whom
//! an article names never do.

use strum::EnumCount;

use crate::annotation::index::index;
use crate::text::span::Span;

index!(
    /// The number of a speaker in its document.
    SpeakerId
);

/// What a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumCount)]
pub enum SpeakerKind {
    /// Somebody with a name.
    Person,
    /// A company, party, newspaper, with a name.
    Organization,
    /// Several people under their own words: "residents".
    Group,
    /// Somebody without a name: "a senior official".
    Anonymous,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name in the article without title, or the source's own words.
    pub name: String,
    /// What they are.
    pub kind: SpeakerKind,
    /// How the article introduces them: "Russian Foreign Minister".
    pub role: Option<String>,
    /// Where the article speaks of them, by name or as a source, in the order of the text.
    pub mentions: Vec<Span>,
}
