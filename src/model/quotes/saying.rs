//! A quote in the making: content, cue and source as tokens, and how sure they are.

use std::ops::Range;

/// Something said, before it is known who the source is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Saying {
    /// What was said, by tokens; never empty, rising.
    pub content: Vec<Range<usize>>,
    /// The cue, by tokens.
    pub cue: Option<Range<usize>>,
    /// The source, by tokens.
    pub source: Option<Range<usize>>,
    /// The number of the source among those that the network found.
    pub source_tag: Option<usize>,
    /// How sure the parts are.
    pub sureness: Sureness,
}

/// How likely the network holds what a quote is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sureness {
    /// The labels of the content, where they are least likely.
    pub content: f32,
    /// The way from content to cue, where it is least likely.
    pub link: f32,
    /// The way from cue to source.
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

    /// Whether a token of `tokens` is in the content.
    pub(crate) fn holds(&self, tokens: &Range<usize>) -> bool {
        self.content.iter().any(|part| part.start < tokens.end && tokens.start < part.end)
    }
}
