//! The text that the lines point into: converts ranges of the raw text to spans of the article.

use crate::formats::brat::fault::{LineFault, StandoffError};
use crate::formats::brat::lines::Text;
use crate::text::article::Article;
use crate::text::code_points::CodePoints;
use crate::text::span::{Span, merge_overlapping};

/// How many code points of differing words a message shows.
const SHOWN: usize = 40;

/// The raw text and the article that was parsed from it.
pub(super) struct Ground<'a> {
    raw: &'a str,
    article: &'a Article,
    places: CodePoints<'a>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(raw: &'a str, article: &'a Article) -> Self {
        Self { raw, article, places: CodePoints::new(raw) }
    }

    /// The spans of a text in the article, without what the article leaves out.
    pub(super) fn spans(&self, text: &Text<'_>) -> Result<Vec<Span>, StandoffError> {
        let mut raw = Vec::with_capacity(text.places.len());
        for &(start, end) in &text.places {
            if end > self.places.length() {
                let length = self.places.length();
                return Err(LineFault::OutOfRange(start, end, length).on(text.line));
            }
            raw.push(Span::new(self.places.byte(start), self.places.byte(end)));
        }
        let found: Vec<&str> = raw.iter().map(|span| span.of(self.raw)).collect();
        let found = found.join(" ");
        if !text.words.is_empty() && letters(text.words).ne(letters(&found)) {
            return Err(LineFault::OtherWords(shown(text.words), shown(&found)).on(text.line));
        }
        let spans = raw.into_iter().filter_map(|raw| self.article.clean_span(raw));
        Ok(merge_overlapping(spans.collect()))
    }

    /// The text of the article.
    pub(super) fn text(&self) -> &str {
        self.article.text()
    }

    /// The words of the article at some spans.
    pub(super) fn words(&self, spans: &[Span]) -> String {
        let words: Vec<&str> = spans.iter().map(|span| span.of(self.article.text())).collect();
        words.join(" ")
    }
}

/// The characters that must be the same in two texts; tools differ in white space and in quotation marks.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

fn shown(words: &str) -> String {
    let mut shown: String = words.chars().take(SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    shown.replace(['\n', '\r'], " ")
}
