//! A quote in the making: content, cue and source as tokens, and what speaks for it.

use std::ops::Range;

/// Something said, before it is known who the source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// What was said, by tokens; never empty, rising.
    pub content: Vec<Range<usize>>,
    /// The cue, by tokens.
    pub cue: Option<Range<usize>>,
    /// The source, by tokens.
    pub source: Option<Range<usize>>,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// What tells that words are a quote, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Words in marks beside a cue.
    Cue,
    /// Words in marks that go on with a quote of the paragraph before.
    Continued,
    /// Words in marks below a line such as `Ann Lee went on:`.
    LeadIn,
    /// Words in marks with a name behind a dash.
    Signed,
    /// A turn of a transcript.
    Turn,
    /// Words in marks with nothing beside them, behind somebody else's quote.
    CarriedOver,
    /// Words in marks with nothing beside them.
    Alone,
    /// A clause with words in marks, beside a cue.
    MixedClause,
    /// A clause behind or before a cue.
    Clause,
    /// `according to` and its like.
    Phrase,
}

impl Saying {
    /// The token where the content begins.
    pub fn start(&self) -> usize {
        self.content.first().map_or(0, |part| part.start)
    }

    /// The token after the content.
    pub fn end(&self) -> usize {
        self.content.last().map_or(0, |part| part.end)
    }

    /// The token after content and cue.
    pub fn reach(&self) -> usize {
        self.cue.as_ref().map_or(0, |cue| cue.end).max(self.end())
    }

    /// Whether a token of `tokens` is in the content.
    pub fn holds(&self, tokens: &Range<usize>) -> bool {
        self.content.iter().any(|part| part.start < tokens.end && tokens.start < part.end)
    }
}
