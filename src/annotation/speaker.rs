//! The people and organizations that an article quotes.
//!
//! A speaker is not an entity. A group or an anonymous official is called by the words of the source, and most entities
//! are never quoted.

use strum::EnumCount;

use crate::annotation::index::index;
use crate::text::span::Span;

index!(
    /// The number of a speaker in its document.
    SpeakerId
);

/// The kinds of speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumCount)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A person with a name.
    Person,
    /// A company, party or newspaper with a name.
    Organization,
    /// Several people without names: "residents".
    Group,
    /// A person without a name: "a senior official".
    Anonymous,
}

/// A person or organization that is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name in the article, without title, or the words of the source.
    pub name: String,
    /// Which kind it is.
    pub kind: SpeakerKind,
    /// The words that introduce the speaker: "Russian Foreign Minister".
    pub role: Option<String>,
    /// The places that name the speaker or are the source of a quote, in order.
    pub mentions: Vec<Span>,
}
