//! A quote for pasting elsewhere: its words, its speaker and the title of the article.
//!
//! Words without quotation marks are the reporter's. They get none, and the citation says whose they are.

use crate::annotation::document::Document;
use crate::annotation::kinds::cited_name;
use crate::annotation::quote::{QuoteId, Voice};

/// Marks that close a direct quote.
const CLOSING: [char; 4] = ['”', '"', '’', '\''];

/// `“We are alone.” — Sergey Lavrov, in “Lavrov admits isolation”`
pub fn citation(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let name = cited_name(document, quote);
    let reported = reported(quote.voice);
    let title = document.article().title().map(|title| format!(", in “{title}”"));
    format!("{} — {name}{reported}{}", words(document, id), title.unwrap_or_default())
}

/// The remark on words that are not the speaker's own.
pub fn reported(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct | Voice::Mixed => "",
        Voice::Indirect => " (in the reporter’s words)",
    }
}

/// The words of a quote. The comma before the cue of a direct quote becomes a period.
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
    fn a_mixed_quote_keeps_its_comma() {
        check("The “rain,” Ann Lee said.", "The “rain,”", Voice::Mixed, "The “rain,” — Ann Lee");
    }

    #[test]
    fn other_punctuation_stays() {
        check(
            "“Does it rain?” Ann Lee asked.",
            "“Does it rain?”",
            Voice::Direct,
            "“Does it rain?” — Ann Lee",
        );
    }

    #[test]
    fn the_words_of_a_reporter_get_no_marks() {
        check(
            "Ann Lee said it rains.",
            "it rains",
            Voice::Indirect,
            "it rains — Ann Lee (in the reporter’s words)",
        );
    }
}
