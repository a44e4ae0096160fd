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

#[cfg(test)]
mod tests {
    use super::*;

    /// The hits of `it` in a text that share a byte with a span.
    #[track_caller]
    fn check(span: (usize, usize), expected: &[(usize, usize)]) {
        let mut search = Search::default();
        search.find("it is it is it", "it");
        let found = search.within(Span::new(span.0, span.1));
        let found: Vec<(usize, usize)> = found.iter().map(|hit| (hit.start(), hit.end())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_hit_is_within_a_span_if_they_share_a_byte() {
        check((0, 14), &[(0, 2), (6, 8), (12, 14)]);
        check((2, 6), &[]);
        check((1, 7), &[(0, 2), (6, 8)]);
        check((8, 12), &[]);
        check((7, 8), &[(6, 8)]);
        check((13, 14), &[(12, 14)]);
    }

    #[test]
    fn a_search_for_nothing_is_none() {
        let mut search = Search::default();
        search.find("it is", "it");
        assert_eq!((search.query(), search.hits().len()), (Some("it"), 1));
        search.find("it is", "");
        assert_eq!((search.query(), search.hits().len()), (None, 0));
        search.find("it is", "it");
        search.clear();
        assert_eq!((search.query(), search.hits().len()), (None, 0));
    }
}
