//! A quote: its words, its cue and its source.

use std::fmt;

use strum::EnumCount;

use crate::annotation::index::index;
use crate::annotation::speaker::SpeakerId;
use crate::text::span::Span;

index!(
    /// The number of a quote in its document, from 0 in the order of the text.
    QuoteId
);

/// A quote is unsure below this percentage. The rounded percentage survives writing and reading, unlike the share.
const UNSURE: u32 = 50;

/// How much of the content is in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount)]
#[non_exhaustive]
pub enum Voice {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

/// How sure the model is. Nine in ten of the quotes at 0.9 should be right.
///
/// Invariant: from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f32);

impl Confidence {
    /// The confidence nearest to `share`. NaN counts as 0.
    pub fn new(share: f32) -> Self {
        Self(if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) })
    }

    /// The share of quotes like this one that should be right.
    pub fn share(self) -> f32 {
        self.0
    }

    /// Whether it is more likely wrong than right.
    pub fn is_unsure(self) -> bool {
        self.percent() < UNSURE
    }

    /// The share in percent, rounded.
    pub fn percent(self) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let percent = (self.0 * 100.0).round() as u32;
        percent
    }
}

impl fmt::Display for Confidence {
    /// Writes two decimals, as in the exchange format.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.percent();
        write!(f, "{}.{:02}", percent / 100, percent % 100)
    }
}

/// Something that somebody said, wrote, thought or wants, according to the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How much of it is in quotation marks.
    pub voice: Voice,
    /// The parts of what was said, in order. There is at least one.
    pub content: Vec<Span>,
    /// The words that introduce it, if any.
    pub cue: Vec<Span>,
    /// The words that name who said it, if any.
    pub source: Vec<Span>,
    /// The speaker, if known.
    pub speaker: Option<SpeakerId>,
    /// How sure the model is.
    pub confidence: Confidence,
}

impl Quote {
    /// The byte where the content begins.
    pub fn start(&self) -> usize {
        self.content.first().map_or(0, |span| span.start())
    }

    /// The key that quotes are sorted by: the start of the content, then its end.
    pub fn order(&self) -> (usize, usize) {
        (self.start(), self.reach().end())
    }

    /// From the first byte of the content to the last, interruptions included.
    pub fn reach(&self) -> Span {
        let end = self.content.last().map_or(self.start(), |span| span.end());
        Span::new(self.start(), end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

    #[track_caller]
    fn check(share: f32, shown: &str, unsure: bool) {
        let confidence = Confidence::new(share);
        assert_eq!((confidence.to_string().as_str(), confidence.is_unsure()), (shown, unsure));
    }

    #[test]
    fn a_confidence_has_two_decimals() {
        check(0.5, "0.50", false);
        check(0.494, "0.49", true);
        check(0.496, "0.50", false);
        check(0.066, "0.07", true);
        check(1.0, "1.00", false);
    }

    #[test]
    fn a_confidence_is_from_0_to_1() {
        check(-3.0, "0.00", true);
        check(7.0, "1.00", false);
        check(f32::NAN, "0.00", true);
    }

    #[test]
    fn a_quote_reaches_from_its_first_part_to_its_last() {
        let quote = sample::quote(vec![Span::new(3, 5), Span::new(8, 9)], None);
        assert_eq!((quote.start(), quote.reach(), quote.order()), (3, Span::new(3, 9), (3, 9)));
    }
}
