//! A quote: the words, the cue, the source.

use std::fmt;

use strum::EnumCount;

use crate::annotation::index::index;
use crate::annotation::speaker::SpeakerId;
use crate::text::span::Span;

index!(
    /// The number of a quote in its document, from 0 in the order of the text.
    QuoteId
);

/// Below this percentage a quote is unsure; by percent, so that it is the same when it was written and read again.
const UNSURE: u32 = 50;

/// How much of the content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount)]
pub enum Voice {
    /// All words.
    Direct,
    /// Some.
    Mixed,
    /// None.
    Indirect,
}

/// How sure the model is: of the quotes at 0.9, nine in ten should be right.
///
/// Invariant: from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f32);

impl Confidence {
    /// The nearest confidence to `share`; what is no number counts as 0.
    pub fn new(share: f32) -> Self {
        Self(if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) })
    }

    /// From 0 to 1.
    pub fn share(self) -> f32 {
        self.0
    }

    /// Whether it is more likely wrong than right.
    pub fn is_unsure(self) -> bool {
        self.percent() < UNSURE
    }

    /// In percent, rounded.
    pub fn percent(self) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let percent = (self.0 * 100.0).round() as u32;
        percent
    }
}

impl fmt::Display for Confidence {
    /// In hundredths, as the exchange format has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.percent();
        write!(f, "{}.{:02}", percent / 100, percent % 100)
    }
}

/// Something the article says that somebody said, wrote, thought or wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of it stands in quotation marks.
    pub voice: Voice,
    /// What was said; never empty. Several spans are parts of one quote, in the order of the text.
    pub content: Vec<Span>,
    /// The words that tell that it was said; may be empty.
    pub cue: Vec<Span>,
    /// The words that name who; may be empty.
    pub source: Vec<Span>,
    /// Who the source is, if that is known.
    pub speaker: Option<SpeakerId>,
    /// How sure this is.
    pub confidence: Confidence,
}

impl Quote {
    /// The byte where the content begins.
    pub fn start(&self) -> usize {
        self.content.first().map_or(0, |span| span.start())
    }

    /// What quotes are sorted by: where the content begins, then where it ends.
    pub fn order(&self) -> (usize, usize) {
        (self.start(), self.reach().end())
    }

    /// From the first byte of the content to the last, interruptions included.
    pub fn reach(&self) -> Span {
        let end = self.content.last().map_or(self.start(), |span| span.end());
        Span::new(self.start(), end)
    }
}
