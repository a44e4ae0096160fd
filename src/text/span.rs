//! Places in a text.

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`.
///
/// Invariant: `start <= end`. The caller guarantees that both ends are character boundaries of its text; [`Span::fits`]
/// checks it.
///
/// ```
/// use whosaid::text::span::Span;
///
/// let text = "“It rains,” Ann Lee said.";
/// let name = Span::new(16, 23);
/// assert_eq!(name.of(text), "Ann Lee");
/// assert!(Span::new(0, text.len()).covers(name) && !name.overlaps(Span::new(0, 16)));
/// assert!(!Span::new(1, 3).fits(text), "“ is three bytes long");
/// ```
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
    ///
    /// If `start > end`. Ranges from files go through `Span::try_from` instead.
    #[track_caller]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span from {start} to {end} runs backwards");
        Self { start, end }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it has no bytes.
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

    /// The bytes in both, if there are any.
    pub fn shared(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether both ends are character boundaries of `text`.
    pub fn fits(self, text: &str) -> bool {
        text.is_char_boundary(self.start) && text.is_char_boundary(self.end)
    }

    /// The words at this place. Nothing else slices a string.
    ///
    /// # Panics
    ///
    /// If the span does not fit the text.
    #[track_caller]
    #[expect(clippy::string_slice, reason = "the only place that slices")]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self { start, end: start + words.trim().len() }
    }
}

/// The error for a span that ends before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReversedSpan(usize, usize);

/// Sorts spans and merges those that overlap. Spans that only touch stay separate.
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

/// The first character boundary of a text at or after `place`.
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
    fn a_span_knows_what_is_inside() {
        let span = Span::new(2, 5);
        assert_eq!([1, 2, 4, 5].map(|place| span.contains(place)), [false, true, true, false]);
        assert!(span.covers(span) && span.covers(Span::new(3, 5)));
        assert!(!span.covers(Span::new(1, 5)) && !span.covers(Span::new(2, 6)));
        assert!(span.overlaps(Span::new(4, 9)) && !span.overlaps(Span::new(0, 2)));
        assert_eq!((span.len(), span.is_empty(), Span::new(3, 3).is_empty()), (3, false, true));
        assert_eq!(span.shared(Span::new(5, 6)), None);
        assert_eq!(span.join(Span::new(7, 9)), Span::new(2, 9));
    }

    #[test]
    fn only_overlapping_spans_are_merged() {
        let spans =
            [(6, 8), (0, 3), (3, 5), (7, 9), (6, 7)].map(|(start, end)| Span::new(start, end));
        let merged = [(0, 3), (3, 5), (6, 9)].map(|(start, end)| Span::new(start, end));
        assert_eq!(merge_overlapping(spans.to_vec()), merged);
    }

    #[test]
    fn a_span_fits_between_characters() {
        assert!(Span::new(0, 2).fits("é") && !Span::new(0, 1).fits("é"));
        assert!(!Span::new(1, 2).fits("é") && !Span::new(0, 3).fits("é"));
        assert_eq!([0, 1, 2, 9].map(|place| boundary("éa", place)), [0, 2, 2, 3]);
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
