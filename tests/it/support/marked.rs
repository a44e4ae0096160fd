//! Writes what is known about an article into its text, for people who read tests.
//!
//! `[2 Ann Lee]` is a mention of entity 2, and `{2 “It rains,”}` a quote of the same person. A speaker who is not an
//! entity has a letter instead of a number, and a quote without a speaker has a question mark.

use std::cmp::Reverse;

use whosaid::annotation::document::Document;
use whosaid::annotation::quote::Quote;
use whosaid::annotation::speaker::SpeakerId;
use whosaid::text::span::Span;

/// A bracket and the place where it is inserted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Bracket {
    place: usize,
    side: Edge,
    words: String,
}

/// At one place, brackets close before others open. The longer span opens first and closes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Closes(usize),
    Opens(Reverse<usize>),
}

/// The article's text with its marks.
pub(crate) fn mark(document: &Document) -> String {
    let mut brackets = Vec::new();
    for quote in document.quotes() {
        let label = label(document, quote);
        for span in &quote.content {
            brackets.extend(pair(*span, format!("{{{label} "), "}"));
        }
    }
    for (number, entity) in (1..).zip(document.entities()) {
        for span in &entity.mentions {
            brackets.extend(pair(*span, format!("[{number} "), "]"));
        }
    }
    brackets.sort();
    write(document.text(), &brackets)
}

fn pair(span: Span, opening: String, closing: &str) -> [Bracket; 2] {
    let opens = Edge::Opens(Reverse(span.len()));
    [
        Bracket { place: span.start(), side: opens, words: opening },
        Bracket { place: span.end(), side: Edge::Closes(span.len()), words: closing.to_owned() },
    ]
}

fn write(text: &str, brackets: &[Bracket]) -> String {
    let mut marked = String::with_capacity(text.len() + brackets.len() * 3);
    let mut written = 0;
    for bracket in brackets {
        marked.push_str(Span::new(written, bracket.place).of(text));
        marked.push_str(&bracket.words);
        written = bracket.place;
    }
    marked.push_str(Span::new(written, text.len()).of(text));
    marked
}

fn label(document: &Document, quote: &Quote) -> String {
    let Some(id) = quote.speaker else { return "?".to_owned() };
    let name = &document.speaker(id).name;
    let entity = document.entities().iter().position(|entity| entity.name == *name);
    entity.map_or_else(|| letter(document, id), |at| (at + 1).to_string())
}

/// The letter of a speaker, counted among the speakers who are not entities.
fn letter(document: &Document, id: SpeakerId) -> String {
    let named = |name: &str| document.entities().iter().any(|entity| entity.name == name);
    let before =
        document.speakers().iter().take(id.index()).filter(|speaker| !named(&speaker.name));
    let place = u8::try_from(before.count()).unwrap_or(u8::MAX).min(25);
    char::from(b'a' + place).to_string()
}
