//! A quote to be pasted elsewhere: its words, who said them, and where.
//!
//! Words without quotation marks of their own get none, for they are the reporter's, and it is said that they are.

use crate::annotation::document::Document;
use crate::annotation::kinds::cited_name;
use crate::annotation::quote::{QuoteId, Voice};

/// Marks that end a direct quote.
const CLOSING: [char; 4] = ['”', '"', '’', '\''];

/// `“We are alone.” — Sergey Lavrov, in “Lavrov admits isolation”`
pub fn citation(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let name = cited_name(document, quote);
    let reported = reported(quote.voice);
    let title = document.article().title().map(|title| format!(", in “{title}”"));
    format!("{} — {name}{reported}{}", words(document, id), title.unwrap_or_default())
}

/// What is to be said of words that are not the speaker's own.
pub fn reported(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct | Voice::Mixed => "",
        Voice::Indirect => " (in the reporter’s words)",
    }
}

/// The words of a quote. The comma that leads from a direct quote to its speaker becomes a full stop.
pub fn words(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let words = document.words(&quote.content);
    match quote.voice {
        Voice::Direct => end_with_stop(words),
        Voice::Mixed | Voice::Indirect => words,
    }
}

fn end_with_stop(words: String) -> String {
    let inside = words.trim_end_matches(CLOSING);
    match inside.strip_suffix(',') {
        Some(before) => format!("{before}.{}", words.strip_prefix(inside).unwrap_or_default()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

    #[track_caller]
    fn check(text: &str, content: &str, voice: Voice, expected: &str) {
        let document = sample::said(text, content, voice, Some("Ann Lee"));
        assert_eq!(citation(&document, QuoteId::at(0)), expected);
    }

    #[test]
    fn a_direct_quote_ends_as_a_sentence() {
        check(
            "Flood closes bridge\n\n“It rains,” Ann Lee said.",
            "“It rains,”",
            Voice::Direct,
            "“It rains.” — Ann Lee, in “Flood closes bridge”",
        );
    }

    #[test]
    fn what_ends_otherwise_stays() {
        check(
            "“Does it rain?” Ann Lee asked.",
            "“Does it rain?”",
            Voice::Direct,
            "“Does it rain?” — Ann Lee",
        );
    }

    #[test]
    fn the_words_of_a_reporter_are_not_put_into_marks() {
        check(
            "Ann Lee said it rains.",
            "it rains",
            Voice::Indirect,
            "it rains — Ann Lee (in the reporter’s words)",
        );
    }
}
