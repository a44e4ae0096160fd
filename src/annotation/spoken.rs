//! The words of a quote by where they stand: inside of quotation marks, or outside, as the reporter has them.
//!
//! Of a direct quote all words are the speaker's, of an indirect one none; only in a mixed one the marks are read. A
//! part that is closed without having been opened was opened before the quote began.

use crate::annotation::quote::{Quote, Voice};
use crate::text::span::Span;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Inside of quotation marks.
    Inside,
    /// Outside.
    Outside,
}

/// What opens, and what closes it.
const MARKS: [(char, char); 6] =
    [('“', '”'), ('„', '”'), ('«', '»'), ('‘', '’'), ('"', '"'), ('\'', '\'')];
/// Marks that close whatever is open, even before the quote: no apostrophe looks like them.
const CLOSING: [char; 2] = ['”', '»'];

/// Calls `found` with the place of each word of a quote, and where that stands.
pub fn each_word(text: &str, quote: &Quote, mut found: impl FnMut(usize, Standing)) {
    for span in &quote.content {
        match quote.voice {
            Voice::Direct => each(text, *span, |place, _| found(place, Standing::Inside)),
            Voice::Indirect => each(text, *span, |place, _| found(place, Standing::Outside)),
            Voice::Mixed => read(text, *span).into_iter().for_each(|(at, word)| found(at, word)),
        }
    }
}

/// The words of a span with their places.
fn each<'a>(text: &'a str, span: Span, mut found: impl FnMut(usize, &'a str)) {
    let mut place = span.start();
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        if !word.trim().is_empty() {
            found(place, word.trim());
        }
        place += word.len();
    }
}

/// The words of a span, each by the marks before it.
fn read(text: &str, span: Span) -> Vec<(usize, Standing)> {
    let mut reader = Reader::default();
    let mut words = Vec::new();
    each(text, span, |place, word| {
        let standing = reader.read(word);
        words.push((place, standing));
        if reader.closes_unopened {
            reader.closes_unopened = false;
            for (_, standing) in &mut words {
                *standing = Standing::Inside;
            }
        }
    });
    words
}

/// Reads words one after the other.
#[derive(Default)]
struct Reader {
    /// The mark that would close what is open.
    close: Option<char>,
    /// Whether anything was opened or closed before.
    has_read: bool,
    /// Whether the last word closed what nobody opened.
    closes_unopened: bool,
}

impl Reader {
    /// Where a word stands: by what is open at its first letter.
    fn read(&mut self, word: &str) -> Standing {
        let mut standing = None;
        let mut before = None;
        let mut signs = word.chars().peekable();
        while let Some(sign) = signs.next() {
            let inside = before.is_some_and(char::is_alphanumeric)
                && signs.peek().is_some_and(|next| next.is_alphanumeric());
            if sign.is_alphanumeric() {
                standing = standing.or(Some(self.standing()));
            } else {
                self.turn(sign, inside, before.is_some_and(char::is_alphanumeric));
            }
            before = Some(sign);
        }
        standing.unwrap_or(self.standing())
    }

    fn standing(&self) -> Standing {
        if self.close.is_some() { Standing::Inside } else { Standing::Outside }
    }

    /// Opens or closes at a sign, unless it is an apostrophe: between two letters, or behind one with nothing open.
    fn turn(&mut self, sign: char, inside: bool, behind: bool) {
        let apostrophe = matches!(sign, '\'' | '’') && inside;
        if apostrophe {
            return;
        }
        let opened = MARKS.iter().find(|(open, _)| *open == sign).map(|(_, close)| *close);
        match self.close {
            Some(close) if close == sign => self.close = None,
            Some(_) => return,
            None if CLOSING.contains(&sign) => self.closes_unopened = !self.has_read,
            None if behind && matches!(sign, '\'' | '"') => return,
            None if opened.is_none() => return,
            None => self.close = opened,
        }
        self.has_read = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::quote::Confidence;

    /// The words inside of marks in brackets.
    #[track_caller]
    fn check(words: &str, voice: Voice, expected: &str) {
        let quote = Quote {
            voice,
            content: vec![Span::new(0, words.len())],
            cue: Vec::new(),
            source: Vec::new(),
            speaker: None,
            confidence: Confidence::new(0.9),
        };
        let mut shown = Vec::new();
        each_word(words, &quote, |place, standing| {
            let word = words.get(place..).unwrap().split_whitespace().next().unwrap();
            shown.push(match standing {
                Standing::Inside => format!("[{word}]"),
                Standing::Outside => word.to_owned(),
            });
        });
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn the_voice_tells_for_all_words_but_mixed_ones() {
        check("It  rains", Voice::Direct, "[It] [rains]");
        check("that it “rains”", Voice::Indirect, "that it “rains”");
    }

    #[test]
    fn words_of_a_mixed_quote_stand_where_they_stand() {
        check("the plan “a gift to them.”", Voice::Mixed, "the plan [“a] [gift] [to] [them.”]");
        check("was “one”, then \"two\" more", Voice::Mixed, "was [“one”,] then [\"two\"] more");
        check("Moscow—“lost respect”—and so", Voice::Mixed, "Moscow—“lost [respect”—and] so");
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        check("the boys’ ‘no choice’ it’s", Voice::Mixed, "the boys’ [‘no] [choice’] it’s");
        check("the boys' 'don't go' it's", Voice::Mixed, "the boys' ['don't] [go'] it's");
    }

    #[test]
    fn what_was_opened_before_the_quote_is_closed_in_it() {
        check("gift to them” he has", Voice::Mixed, "[gift] [to] [them”] he has");
    }

    #[test]
    fn what_is_never_closed_runs_to_the_end() {
        check("he had “no choice", Voice::Mixed, "he had [“no] [choice]");
    }
}
