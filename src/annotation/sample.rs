//! Documents for unit tests.

use crate::annotation::document::{Document, Findings};
use crate::annotation::entity::{Entity, EntityKind};
use crate::annotation::quote::{Confidence, Quote, Voice};
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::text::article::Article;
use crate::text::span::Span;

/// The place of some words in a text.
#[track_caller]
pub(crate) fn place(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// An article that says “said” and names Ann Lee, its mayor, who said the content. `…` separates parts of the content.
#[track_caller]
pub(crate) fn quoted(text: &str, content: &str) -> Document {
    let article = Article::parse(text).unwrap();
    let text = article.text();
    let name = place(text, "Ann Lee");
    let quote = Quote {
        voice: Voice::Direct,
        content: content.split('…').map(|part| place(text, part)).collect(),
        cue: vec![place(text, "said")],
        source: vec![name],
        speaker: Some(SpeakerId::at(0)),
        confidence: Confidence::new(0.9),
    };
    let speaker = Speaker {
        name: "Ann Lee".to_owned(),
        kind: SpeakerKind::Person,
        role: Some("Mayor".to_owned()),
        mentions: vec![name],
    };
    let entity =
        Entity { kind: EntityKind::Person, name: "Ann Lee".to_owned(), mentions: vec![name] };
    let findings =
        Findings { quotes: vec![quote], speakers: vec![speaker], entities: vec![entity] };
    Document::new(article, findings)
}

/// A direct quote without cue and source.
pub(crate) fn quote(content: Vec<Span>, speaker: Option<SpeakerId>) -> Quote {
    Quote {
        voice: Voice::Direct,
        content,
        cue: Vec::new(),
        source: Vec::new(),
        speaker,
        confidence: Confidence::new(0.9),
    }
}

/// An article with one quote in this voice, and perhaps a speaker.
#[track_caller]
pub(crate) fn said(text: &str, content: &str, voice: Voice, by: Option<&str>) -> Document {
    let article = Article::parse(text).unwrap();
    let speakers: Vec<Speaker> = by
        .map(|name| Speaker {
            name: name.to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            mentions: Vec::new(),
        })
        .into_iter()
        .collect();
    let quote = Quote {
        voice,
        content: vec![place(article.text(), content)],
        cue: Vec::new(),
        source: Vec::new(),
        speaker: by.map(|_| SpeakerId::at(0)),
        confidence: Confidence::new(if by.is_some() { 0.9 } else { 0.2 }),
    };
    Document::new(article, Findings { quotes: vec![quote], speakers, entities: Vec::new() })
}
