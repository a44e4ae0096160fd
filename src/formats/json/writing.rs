//! Writes a document as JSON.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::annotation::entity::Entity;
use crate::annotation::quote::Quote;
use crate::annotation::speaker::Speaker;
use crate::formats::exchange::{CarriedPart, Exchange, FORMAT, Setting};
use crate::formats::json::escape::to_line;
use crate::formats::json::objects::{Bounds, EntityObject, QuoteObject, SpeakerObject};
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// Writes the document as one object.
pub(super) fn write(exchange: &Exchange, setting: Setting) -> String {
    let writer = JsonWriter::new(exchange);
    let Exchange { id, document, title, kept, .. } = exchange;
    let quotes = numbered(document.quotes()).map(|(number, quote)| writer.quote(number, quote));
    let speakers =
        numbered(document.speakers()).map(|(number, speaker)| writer.speaker(number, speaker));
    let entities =
        numbered(document.entities()).map(|(number, entity)| writer.entity(number, entity));
    let mut members = vec![
        member("format", &to_line(&FORMAT)),
        member("id", &to_line(id)),
        member("title", &to_line(title)),
        member("text", &to_line(&writer.text)),
        member("quotes", &list(quotes, setting)),
        member("speakers", &list(speakers, setting)),
        member("entities", &list(entities, setting)),
    ];
    members.extend(kept.whole.iter().map(|(name, value)| member(name, &to_line(value))));
    match setting {
        Setting::Line => format!("{{{}}}", members.join(",")),
        Setting::Pages => format!("{{\n {}\n}}", members.join(",\n ")),
    }
}

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (usize, &T)> {
    items.iter().enumerate()
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", to_line(&name))
}

/// An array; on pages each item has a line.
fn list(items: impl Iterator<Item = impl Serialize>, setting: Setting) -> String {
    let items: Vec<String> = items.map(|item| to_line(&item)).collect();
    match setting {
        Setting::Pages if !items.is_empty() => format!("[\n  {}\n ]", items.join(",\n  ")),
        Setting::Pages | Setting::Line => format!("[{}]", items.join(",")),
    }
}

struct JsonWriter<'a> {
    exchange: &'a Exchange,
    text: &'a str,
    places: CodePoints<'a>,
}

impl<'a> JsonWriter<'a> {
    fn new(exchange: &'a Exchange) -> Self {
        let text = exchange.given_text();
        Self { exchange, text, places: CodePoints::new(text) }
    }

    fn quote(&self, number: usize, quote: &Quote) -> QuoteObject {
        let Exchange { document, kept, .. } = self.exchange;
        QuoteObject {
            id: id_of(&kept.quotes, number, 'q'),
            kind: quote.voice,
            content: self.ranges(&quote.content),
            cue: self.ranges(&quote.cue),
            source: self.ranges(&quote.source),
            speaker: quote.speaker.map(|id| document.speaker(id).name.clone()),
            speaker_id: quote.speaker.map(|id| id_of(&kept.speakers, id.index(), 's')),
            confidence: f64::from(quote.confidence.percent()) / 100.0,
            unknown: unknown_of(&kept.quotes, number),
        }
    }

    fn speaker(&self, number: usize, speaker: &Speaker) -> SpeakerObject {
        let kept = &self.exchange.kept.speakers;
        SpeakerObject {
            id: id_of(kept, number, 's'),
            name: speaker.name.clone(),
            kind: speaker.kind,
            role: speaker.role.clone(),
            mentions: self.ranges(&speaker.mentions),
            unknown: unknown_of(kept, number),
        }
    }

    fn entity(&self, number: usize, entity: &Entity) -> EntityObject {
        let kept = &self.exchange.kept.entities;
        EntityObject {
            id: id_of(kept, number, 'e'),
            kind: entity.kind,
            name: entity.name.clone(),
            mentions: self.ranges(&entity.mentions),
            unknown: unknown_of(kept, number),
        }
    }

    fn ranges(&self, spans: &[Span]) -> Vec<Bounds> {
        spans
            .iter()
            .map(|span| {
                let given = self.exchange.given_span(*span);
                (self.places.code_point(given.start()), self.places.code_point(given.end()))
            })
            .collect()
    }
}

/// The id that the file gave, or else a letter and a number from 1.
fn id_of(kept: &[CarriedPart], number: usize, letter: char) -> String {
    kept.get(number).map_or_else(|| format!("{letter}{}", number + 1), |part| part.id.clone())
}

fn unknown_of(kept: &[CarriedPart], number: usize) -> Map<String, Value> {
    kept.get(number).map(|part| part.unknown.clone()).unwrap_or_default()
}
