//! The search: what was searched for, where it was found, and where the reader was before.

use crate::app::state::bookmark::Bookmark;
use crate::app::state::search::Searched;
use crate::app::state::trail::Trail;
use crate::text::span::Span;

/// A search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The text, prepared for searching.
    pub searched: Searched,
    /// Where the reader was when the search line was opened, and the trail to go back to.
    pub origin: (Bookmark, Trail),
    query: Option<String>,
    hits: Vec<Span>,
}

impl Search {
    /// The words of the search.
    pub fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Where they were found, in the order of the text.
    pub fn hits(&self) -> &[Span] {
        &self.hits
    }

    /// Searches `text`, always the same one, for other words.
    pub fn find(&mut self, text: &str, query: &str) {
        self.hits = self.searched.hits(text, query);
        self.query = (!query.is_empty()).then(|| query.to_owned());
    }

    /// Forgets the words and the hits.
    pub fn clear(&mut self) {
        self.query = None;
        self.hits.clear();
    }

    /// The hits that share a byte with a span.
    pub fn within(&self, span: Span) -> &[Span] {
        let first = self.hits.partition_point(|hit| hit.end() <= span.start());
        let rest = self.hits.get(first..).unwrap_or_default();
        let count = rest.partition_point(|hit| hit.start() < span.end());
        rest.get(..count).unwrap_or_default()
    }
}
