//! Words found in the text, whatever their case, accents and marks.
//!
//! Text and query are folded alike: letters without accents, quotation marks and dashes straight, and all in lower case
//! unless the query has a capital (smart case). The folded text is made once, with its way back.

use memchr::{memchr_iter, memmem};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::origin::Origin;
use crate::text::span::{Span, boundary};

/// Marks that count as others when words are looked for.
const ALIKE: &[(char, &str)] = &[
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‐', "-"),
    ('‑', "-"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
];

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Counts,
    IsNothing,
}

/// A text made ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Searched {
    /// With capitals, and without them; made when first asked for.
    folded: [Option<Folded>; 2],
}

/// A text in which what counts as alike is alike, with the way back.
#[derive(Clone, Debug)]
struct Folded {
    text: String,
    origin: Origin,
}

impl Searched {
    /// A long text made ready beforehand.
    pub fn of(text: &str) -> Self {
        Self {
            folded: [Some(Folded::of(text, Case::Counts)), Some(Folded::of(text, Case::IsNothing))],
        }
    }

    /// Where `text`, always the same one, has the words of a query, in order and without overlap.
    pub fn hits(&mut self, text: &str, query: &str) -> Vec<Span> {
        let case =
            if query.chars().any(char::is_uppercase) { Case::Counts } else { Case::IsNothing };
        let [counting, ignoring] = &mut self.folded;
        let folded = match case {
            Case::Counts => counting,
            Case::IsNothing => ignoring,
        };
        let folded = folded.get_or_insert_with(|| Folded::of(text, case));
        let query = Folded::of(query, case).text;
        if query.is_empty() { Vec::new() } else { folded.hits(text, &query) }
    }
}

impl Folded {
    fn of(text: &str, case: Case) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), origin: Origin::default() };
        let mut place = 0;
        while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
            let plain = rest.bytes().take_while(u8::is_ascii).count();
            let start = folded.text.len();
            let (plain, behind) = rest.split_at(plain);
            folded.text.push_str(plain);
            if case == Case::IsNothing
                && let Some(words) = folded.text.get_mut(start..)
            {
                words.make_ascii_lowercase();
            }
            place += plain.len();
            if let Some(character) = behind.chars().next() {
                folded.push(character, place, case);
                place += character.len_utf8();
                folded.origin.note(folded.text.len(), place);
            }
        }
        folded
    }

    /// Adds a character beyond ASCII, which stands at a byte of the text.
    fn push(&mut self, character: char, place: usize, case: Case) {
        self.origin.note(self.text.len(), place);
        let lower = character.to_lowercase().next().unwrap_or(character);
        let (_, mark) =
            ALIKE.iter().find(|(mark, _)| *mark == lower).copied().unwrap_or((lower, ""));
        if !mark.is_empty() {
            self.text.push_str(mark);
            return;
        }
        for letter in std::iter::once(character).nfd().filter(|letter| !is_combining_mark(*letter))
        {
            match case {
                Case::Counts => self.text.push(letter),
                Case::IsNothing => self.text.extend(letter.to_lowercase()),
            }
        }
    }

    fn hits(&self, text: &str, query: &str) -> Vec<Span> {
        let folded = self.text.as_bytes();
        let places: Box<dyn Iterator<Item = usize>> = match query.as_bytes() {
            [letter] => Box::new(memchr_iter(*letter, folded)),
            _ => Box::new(memmem::find_iter(folded, query)),
        };
        let (mut starts, mut ends) = (self.origin.walk(), self.origin.walk());
        let mut hits = Vec::new();
        let mut last = 0;
        for at in places {
            let start = starts.of(at);
            let end = boundary(text, ends.of(at + query.len()));
            // the parts of one character may be hits of their own
            let end = if end > start { end } else { boundary(text, start + 1) };
            if last <= start {
                hits.push(Span::new(start, end));
                last = end;
            }
        }
        hits
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
