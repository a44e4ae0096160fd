//! A place in a text: a half-open range of bytes.

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`.
///
/// Invariant: `start <= end`. That both ends lie in the text, between two characters, is for whoever makes
/// the span to know; [`Span::fits`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The range `start..end`.
    ///
    /// # Panics
    /// Where `start > end`: a reversed range is a mistake of the caller's. Ranges from outside go through
    /// `Span::try_from`.
    #[track_caller]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span from {start} to {end} runs backwards");
        Self { start, end }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `place` is inside.
    pub fn contains(self, place: usize) -> bool {
        self.start <= place && place < self.end
    }

    /// Whether all of `other` is inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both hold, if there are any.
    pub fn shared(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// From the start of the earlier to the end of the later.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether it can be cut out of `text`.
    pub fn fits(self, text: &str) -> bool {
        text.is_char_boundary(self.start) && text.is_char_boundary(self.end)
    }

    /// The words at this place: the one way to cut a string.
    ///
    /// # Panics
    /// Where the span does not fit the text.
    #[track_caller]
    #[expect(clippy::string_slice, reason = "this is the one place that cuts")]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self { start, end: start + words.trim().len() }
    }
}

/// The two numbers of a span that would run backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReversedSpan(usize, usize);

/// Sorts spans and merges those that overlap. Two that only touch stay apart.
pub fn merge_overlapping(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            Some(_) | None => merged.push(span),
        }
    }
    merged
}

/// The first place between two characters of a text from `place` on.
pub fn boundary(text: &str, place: usize) -> usize {
    (place..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

impl fmt::Display for ReversedSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the span [{}, {}] runs backwards", self.0, self.1)
    }
}

impl Error for ReversedSpan {}

impl TryFrom<(usize, usize)> for Span {
    type Error = ReversedSpan;

    fn try_from((start, end): (usize, usize)) -> Result<Self, ReversedSpan> {
        if start <= end { Ok(Self { start, end }) } else { Err(ReversedSpan(start, end)) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spans_that_touch_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 4).shared(Span::new(3, 5)), Some(Span::new(3, 4)));
    }

    #[test]
    fn a_reversed_span_is_refused() {
        assert_eq!(
            Span::try_from((4, 2)).unwrap_err().to_string(),
            "the span [4, 2] runs backwards"
        );
    }

    #[test]
    fn trimming_takes_the_white_space_off_both_ends() {
        let text = " a b  ";
        assert_eq!(Span::new(0, 6).trimmed(text).of(text), "a b");
        assert_eq!(Span::new(4, 6).trimmed(text), Span::new(6, 6));
    }
}
