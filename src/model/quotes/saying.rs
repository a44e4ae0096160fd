//! A quote in the making: its content, cue and source as tokens, and how sure they are.

use std::ops::Range;

/// Something said, before its speaker is known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Saying {
    /// The tokens of what was said, in ascending parts.
    pub content: Vec<Range<usize>>,
    /// The tokens of the cue.
    pub cue: Option<Range<usize>>,
    /// The tokens of the source.
    pub source: Option<Range<usize>>,
    /// The number of the source in the network's tags, if the network found it.
    pub source_tag: Option<usize>,
    /// How sure the parts are.
    pub sureness: Sureness,
}

/// The network's probabilities for the parts of a quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sureness {
    /// That the content is one, for the least likely of its spans.
    pub content: f32,
    /// That the content has this cue, for the least likely of its spans.
    pub link: f32,
    /// That the cue has this source.
    pub source: f32,
}

impl Saying {
    /// The token where the content begins.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(0, |part| part.start)
    }

    /// The token after the content.
    pub(crate) fn end(&self) -> usize {
        self.content.last().map_or(0, |part| part.end)
    }

    /// The token after content and cue.
    pub(crate) fn reach(&self) -> usize {
        self.cue.as_ref().map_or(0, |cue| cue.end).max(self.end())
    }

    /// Whether the content contains any of the tokens.
    pub(crate) fn holds(&self, tokens: &Range<usize>) -> bool {
        self.content.iter().any(|part| part.start < tokens.end && tokens.start < part.end)
    }
}
