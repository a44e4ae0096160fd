//! The text under the lines: places in code points of the raw text become spans of the article.

use crate::formats::brat::fault::{LineFault, StandoffError};
use crate::formats::brat::lines::Text;
use crate::text::article::Article;
use crate::text::code_points::CodePoints;
use crate::text::span::{Span, merge_overlapping};

/// Code points of two words that are shown where they differ.
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

    /// Where a text stands in the article, in order; of what the article leaves out nothing.
    pub(super) fn spans(&self, text: &Text<'_>) -> Result<Vec<Span>, StandoffError> {
        let error = |fault| StandoffError { line: text.line, fault };
        let mut raw = Vec::with_capacity(text.places.len());
        for &(start, end) in &text.places {
            if end > self.places.length() {
                return Err(error(LineFault::OutOfRange(start, end, self.places.length())));
            }
            raw.push(Span::new(self.places.byte(start), self.places.byte(end)));
        }
        let found: Vec<&str> = raw.iter().map(|span| span.of(self.raw)).collect();
        let found = found.join(" ");
        if !text.words.is_empty() && letters(text.words).ne(letters(&found)) {
            return Err(error(LineFault::OtherWords(shown(text.words), shown(&found))));
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

/// What must be equal of two texts: tools differ in how they write white space.
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
