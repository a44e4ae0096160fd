//! The plain list of quotes: a numbered line each, without a single escape sequence.
//!
//! It is what a pipe gets, and what a screen reader reads aloud, so everything stands in words.

use std::fmt::Write;

use crate::annotation::document::Document;
use crate::annotation::quote::{Quote, Voice};

/// The quotes of a document, a line each.
pub fn list(document: &Document) -> String {
    let mut lines = String::new();
    for (number, quote) in (1..).zip(document.quotes()) {
        writeln!(lines, "{number}. {}", line(document, quote)).expect("a string takes any text");
    }
    if lines.is_empty() { "no quotes found\n".to_owned() } else { lines }
}

/// `Sergey Lavrov, direct, paragraph 2: “…”`
fn line(document: &Document, quote: &Quote) -> String {
    let speaker = quote.speaker.map_or("speaker unknown", |id| document.speaker(id).name.as_str());
    let unsure = if quote.confidence.is_unsure() { " (unsure)" } else { "" };
    let place = document
        .article()
        .paragraph_at(quote.start())
        .map_or_else(|| "headline".to_owned(), |number| format!("paragraph {number}"));
    let words = document.words(&quote.content);
    format!("{speaker}{unsure}, {}, {place}: {words}", name(quote.voice))
}

/// The voice in a word.
pub fn name(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct => "direct",
        Voice::Mixed => "mixed",
        Voice::Indirect => "indirect",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::quote::Confidence;
    use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
    use crate::text::article::Article;
    use crate::text::span::Span;

    #[track_caller]
    fn check(speaker: Option<SpeakerId>, confidence: f32, expected: &str) {
        let article = Article::parse("“It rains,” Ann Lee said.").unwrap();
        let speakers = vec![Speaker {
            name: "Ann Lee".to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            mentions: Vec::new(),
        }];
        let quotes = vec![Quote {
            voice: Voice::Direct,
            content: vec![Span::new(0, 15)],
            cue: Vec::new(),
            source: Vec::new(),
            speaker,
            confidence: Confidence::new(confidence),
        }];
        let document = Document::new(article, Findings { quotes, speakers, entities: Vec::new() });
        assert_eq!(list(&document), expected);
    }

    #[test]
    fn a_quote_is_a_line() {
        check(Some(SpeakerId::at(0)), 0.9, "1. Ann Lee, direct, paragraph 1: “It rains,”\n");
    }

    #[test]
    fn doubt_is_said_in_words() {
        check(None, 0.2, "1. speaker unknown (unsure), direct, paragraph 1: “It rains,”\n");
    }
}
