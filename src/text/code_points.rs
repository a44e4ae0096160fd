//! Code points and bytes: each found from the other by counting from the nearest of many marks.

use crate::text::span::Span;

/// Code points between two marks.
const STRIDE: usize = 64;

/// Where the code points of a text begin.
pub struct Places<'a> {
    text: &'a str,
    /// The byte of every [`STRIDE`]th code point.
    marks: Vec<usize>,
    length: usize,
}

impl<'a> Places<'a> {
    /// Counts the code points of a text.
    pub fn new(text: &'a str) -> Self {
        let mut length = 0;
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        for (byte, _) in text.char_indices() {
            if length % STRIDE == 0 {
                marks.push(byte);
            }
            length += 1;
        }
        Self { text, marks, length }
    }

    /// How many code points there are.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The number of the code point that begins at `byte`.
    pub fn code_point(&self, byte: usize) -> usize {
        let Some(mark) = self.marks.partition_point(|mark| *mark <= byte).checked_sub(1) else {
            return 0;
        };
        let start = self.marks.get(mark).copied().unwrap_or_default();
        mark * STRIDE + Span::new(start, byte).of(self.text).chars().count()
    }

    /// The byte where a code point begins; the end of the text behind the last.
    pub fn byte(&self, code_point: usize) -> usize {
        let Some(&start) = self.marks.get(code_point / STRIDE) else { return self.text.len() };
        let rest = Span::new(start, self.text.len()).of(self.text);
        let within = rest.char_indices().nth(code_point % STRIDE);
        within.map_or(self.text.len(), |(byte, _)| start + byte)
    }
}
