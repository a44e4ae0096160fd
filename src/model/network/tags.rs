//! The spans that the network finds, with the vectors by which they are linked.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::network::linker::SpanPosition;

/// All spans of an article, each list in text order.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    /// What was said.
    pub contents: Vec<TaggedSpan>,
    /// The words that introduce it: "said", "according to".
    pub cues: Vec<TaggedSpan>,
    /// The words that name who said it.
    pub sources: Vec<TaggedSpan>,
    /// Names of entities.
    pub names: Vec<TaggedSpan>,
    /// Titles and peoples used like a person's name: "the Secretary", "an American".
    pub titles: Vec<TaggedSpan>,
}

/// A span that the network found.
#[derive(Clone, Debug)]
pub(crate) struct TaggedSpan {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The kind of entity, for names only.
    pub kind: Option<EntityKind>,
    /// The probability of its labels, averaged over its tokens.
    pub share: f32,
    /// Its position in the article.
    pub position: SpanPosition,
    /// Its vector for the linker in which it asks; empty if it asks nothing.
    pub ask: Vec<f32>,
    /// Its vector for the linker in which it answers; empty if it answers nothing.
    pub answer: Vec<f32>,
}
