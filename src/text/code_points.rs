//! Converts between code points and bytes.
//!
//! The formats count code points and the program counts bytes. Each count starts from the nearest of many stops, so that
//! the conversion stays fast in a long text.

use crate::text::span::Span;

/// Code points between two stops.
const STRIDE: usize = 64;

/// Where the code points of a text begin.
pub struct CodePoints<'a> {
    text: &'a str,
    /// The byte of every [`STRIDE`]th code point.
    stops: Vec<usize>,
    length: usize,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of a text.
    pub fn new(text: &'a str) -> Self {
        let mut length = 0;
        let mut stops = Vec::with_capacity(text.len() / STRIDE + 1);
        for (byte, _) in text.char_indices() {
            if length % STRIDE == 0 {
                stops.push(byte);
            }
            length += 1;
        }
        Self { text, stops, length }
    }

    /// The number of code points.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The number of the code point that begins at `byte`.
    pub fn code_point(&self, byte: usize) -> usize {
        let Some(stop) = self.stops.partition_point(|stop| *stop <= byte).checked_sub(1) else {
            return 0;
        };
        let start = self.stops.get(stop).copied().unwrap_or_default();
        stop * STRIDE + Span::new(start, byte).of(self.text).chars().count()
    }

    /// The byte where a code point begins, or the end of the text if there are fewer code points.
    pub fn byte(&self, code_point: usize) -> usize {
        let Some(&start) = self.stops.get(code_point / STRIDE) else { return self.text.len() };
        let rest = Span::new(start, self.text.len()).of(self.text);
        let within = rest.char_indices().nth(code_point % STRIDE);
        within.map_or(self.text.len(), |(byte, _)| start + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code point of the text, and the end, leads to its byte and back.
    #[track_caller]
    fn check(text: &str) {
        let code_points = CodePoints::new(text);
        let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        for (number, byte) in bytes.enumerate() {
            assert_eq!((code_points.byte(number), code_points.code_point(byte)), (byte, number));
        }
        assert_eq!(code_points.length(), text.chars().count());
        assert_eq!(code_points.byte(10_000), text.len());
    }

    #[test]
    fn an_empty_text_has_no_code_point() {
        check("");
    }

    #[test]
    fn a_long_text_has_many_stops() {
        check(&"Zoë ❤ 日本. ".repeat(50));
        check(&"é".repeat(STRIDE));
    }
}
