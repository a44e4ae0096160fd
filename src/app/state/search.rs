//! Finds words in the text, whatever their accents and marks.
//!
//! Text and query are folded alike, the text only once. Capitals count where the query has one (smart case).

use memchr::memmem::Finder;

use crate::text::folded::{Folded, same_case};
use crate::text::span::{Span, boundary};

/// A text made ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Searched {
    /// Folded at the first search.
    folded: Option<Folded>,
}

impl Searched {
    /// Folds a long text beforehand.
    pub fn of(text: &str) -> Self {
        Self { folded: Some(Folded::of(text)) }
    }

    /// The places of a query in `text`, in order and without overlap. The text is the same at each call.
    pub fn hits(&mut self, text: &str, query: &str) -> Vec<Span> {
        let folded = self.folded.get_or_insert_with(|| Folded::of(text));
        let words = Folded::of(query);
        if words.text().is_empty() {
            return Vec::new();
        }
        let case_counts = query.chars().any(char::is_uppercase);
        let mut hits = Vec::new();
        let mut last = 0;
        each_place(folded, words.text(), text, |hit| {
            let found = last <= hit.start() && (!case_counts || same_case(query, hit.of(text)));
            if found {
                hits.push(hit);
                last = hit.end();
            }
            found
        });
        hits
    }
}

/// Calls `take` with each place of the folded words, as a span of `text`. One that it takes is not searched again.
fn each_place(folded: &Folded, words: &str, text: &str, mut take: impl FnMut(Span) -> bool) {
    let finder = Finder::new(words);
    let (mut starts, mut ends) = (folded.origin().walk(), folded.origin().walk());
    let mut from = 0;
    while let Some(found) = folded.text().as_bytes().get(from..).and_then(|rest| finder.find(rest))
    {
        let at = from + found;
        let start = starts.of(at);
        let end = boundary(text, ends.of(at + words.len()));
        // a character may fold to several letters, and the words may be only some of them
        let end = if end > start { end } else { boundary(text, start + 1) };
        from = at + if take(Span::new(start, end)) { words.len() } else { 1 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its hits in brackets.
    #[track_caller]
    fn check(text: &str, query: &str, expected: &str) {
        let hits = Searched::default().hits(text, query);
        let mut shown = String::new();
        let mut place = 0;
        for hit in hits {
            shown += Span::new(place, hit.start()).of(text);
            shown.extend(["[", hit.of(text), "]"]);
            place = hit.end();
        }
        shown += Span::new(place, text.len()).of(text);
        assert_eq!(shown, expected);
    }

    #[test]
    fn small_letters_find_capitals_but_not_the_other_way() {
        check("It is what it is.", "it", "[It] is what [it] is.");
        check("It is what it is.", "It", "[It] is what it is.");
    }

    #[test]
    fn accents_do_not_count() {
        check("Zoë und ZOE, Zoe\u{308}.", "zoe", "[Zoë] und [ZOE], [Zoe\u{308}].");
        check("Malmö, Øresund, Straße", "strasse", "Malmö, Øresund, [Straße]");
    }

    #[test]
    fn a_capital_in_the_query_leaves_accents_out_too() {
        check("Øresund, øresund", "Oresund", "[Øresund], øresund");
        check("Łódź, łódź, ŁÓDŹ", "Lodz", "[Łódź], łódź, ŁÓDŹ");
        check("Œuvre, œuvre, ŒUVRE", "Œ", "[Œ]uvre, œuvre, [Œ]UVRE");
        check("Œuvre, œuvre, ŒUVRE", "OEu", "[Œu]vre, œuvre, ŒUVRE");
        check("Straße, STRASSE", "STRASSE", "Straße, [STRASSE]");
    }

    #[test]
    fn a_place_in_other_case_hides_none_that_begins_in_it() {
        check("AaA", "aA", "A[aA]");
    }

    #[test]
    fn marks_are_found_by_straight_ones() {
        check("“We can’t,” he said — once…", "\"we can't,\"", "[“We can’t,”] he said — once…");
        check("“We can’t,” he said — once…", "- once...", "“We can’t,” he said [— once…]");
        check("\"We can't\"", "“we can’t", "[\"We can't]\"");
    }

    #[test]
    fn hits_do_not_overlap() {
        check("aaaa a", "aa", "[aa][aa] a");
        check("a", "", "a");
        check("", "a", "");
    }

    #[test]
    fn a_part_of_a_character_is_a_hit_of_all_of_it() {
        check("Wait… and …", ".", "Wait[…] and […]");
    }
}
