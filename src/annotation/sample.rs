//! Documents for unit tests.

#![expect(clippy::string_slice, reason = "a test may fail")]

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

/// The document of a marked text: `[1 Ann Lee]` mentions entity 1, `{1 “It rains,”}` is a quote by them, `{+ “it pours”}`
/// its next part, and `{? …}` a quote by nobody known.
///
/// A name of one word is a place. Entity 1 is a mayor. Words without quotation marks are an indirect quote.
#[track_caller]
pub(crate) fn annotated(marked: &str) -> Document {
    let (text, brackets) = brackets(marked);
    let article = Article::parse(&text).unwrap();
    assert_eq!(article.text(), text, "the text is clean");
    let mut findings = Findings::default();
    let mut speaking: Vec<usize> = Vec::new();
    for (label, span) in brackets.iter().filter(|(label, _)| label.starts_with('[')) {
        let at = label[1..].parse::<usize>().unwrap() - 1;
        if at == findings.entities.len() {
            findings.entities.push(named(span.of(&text)));
        }
        findings.entities[at].mentions.push(*span);
    }
    for (label, span) in brackets.iter().filter(|(label, _)| label.starts_with('{')) {
        if label == "{+" {
            findings.quotes.last_mut().unwrap().content.push(*span);
            continue;
        }
        let speaker = label[1..].parse::<usize>().ok().map(|number| {
            let known = speaking.iter().position(|other| *other == number);
            SpeakerId::at(known.unwrap_or_else(|| {
                speaking.push(number);
                speaking.len() - 1
            }))
        });
        findings.quotes.push(by(speaker, *span, &text));
    }
    findings.speakers = speaking.iter().map(|&at| speaker(at, &findings.entities)).collect();
    Document::new(article, findings)
}

/// A text without its brackets, and each bracket with its label.
fn brackets(marked: &str) -> (String, Vec<(String, Span)>) {
    let (mut text, mut open, mut closed) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked.chars();
    while let Some(character) = rest.next() {
        match character {
            '[' | '{' => {
                let label: String = rest.by_ref().take_while(|c| *c != ' ').collect();
                open.push((format!("{character}{label}"), text.len()));
            }
            ']' | '}' => {
                let (label, start) = open.pop().unwrap();
                closed.push((label, Span::new(start, text.len())));
            }
            _ => text.push(character),
        }
    }
    (text, closed)
}

fn named(name: &str) -> Entity {
    let kind = if name.contains(' ') { EntityKind::Person } else { EntityKind::Place };
    Entity { kind, name: name.to_owned(), mentions: Vec::new() }
}

fn by(speaker: Option<SpeakerId>, content: Span, text: &str) -> Quote {
    let direct = content.of(text).starts_with('“');
    Quote {
        voice: if direct { Voice::Direct } else { Voice::Indirect },
        content: vec![content],
        cue: Vec::new(),
        source: Vec::new(),
        speaker,
        confidence: Confidence::new(if speaker.is_some() { 0.9 } else { 0.2 }),
    }
}

fn speaker(number: usize, entities: &[Entity]) -> Speaker {
    let entity = &entities[number - 1];
    Speaker {
        name: entity.name.clone(),
        kind: SpeakerKind::Person,
        role: (number == 1).then(|| "mayor".to_owned()),
        mentions: entity.mentions.clone(),
    }
}
