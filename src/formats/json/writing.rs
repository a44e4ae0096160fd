//! From a document to JSON.

use serde_json::{Map, Value, json};

use crate::annotation::kinds::{ENTITY_KINDS, SPEAKER_KINDS, VOICES, name_of};
use crate::formats::exchange::{CarriedPart, Exchange, FORMAT, Setting};
use crate::formats::json::escape::to_line;
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// The document as one object.
pub(super) fn write(exchange: &Exchange, setting: Setting) -> String {
    let writer = JsonWriter::new(exchange);
    let lists = [
        ("quotes", writer.quotes()),
        ("speakers", writer.speakers()),
        ("entities", writer.entities()),
    ];
    let (line, indent) = match setting {
        Setting::Line => ("", ""),
        Setting::Pages => ("\n", " "),
    };
    let mut members: Vec<String> =
        writer.head().iter().map(|(name, value)| member(name, &to_line(value))).collect();
    for (name, items) in lists {
        let items: Vec<String> =
            items.iter().map(|item| format!("{line}{indent}{indent}{}", to_line(item))).collect();
        let end = if items.is_empty() { String::new() } else { format!("{line}{indent}") };
        members.push(member(name, &format!("[{}{end}]", items.join(","))));
    }
    let unknown = exchange.kept.whole.iter();
    members.extend(unknown.map(|(name, value)| member(name, &to_line(value))));
    format!("{{{line}{indent}{}{line}}}", members.join(&format!(",{line}{indent}")))
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", to_line(&name))
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

    fn head(&self) -> [(&'static str, Value); 4] {
        [
            ("format", json!(FORMAT)),
            ("id", json!(self.exchange.id)),
            ("title", json!(self.exchange.title)),
            ("text", json!(self.text)),
        ]
    }

    fn quotes(&self) -> Vec<Value> {
        let document = &self.exchange.document;
        let quotes = document.quotes().iter().enumerate();
        quotes
            .map(|(number, quote)| {
                let speaker = quote.speaker.map(|id| document.speaker(id).name.as_str());
                let speaker_id =
                    quote.speaker.map(|id| id_of(&self.exchange.kept.speakers, id.index(), 's'));
                let kept = &self.exchange.kept.quotes;
                let mut value = json!({
                    "id": id_of(kept, number, 'q'),
                    "kind": name_of(VOICES, quote.voice),
                    "content": self.spans(&quote.content),
                    "cue": self.spans(&quote.cue),
                    "source": self.spans(&quote.source),
                    "speaker": speaker,
                    "speaker_id": speaker_id,
                    "confidence": f64::from(quote.confidence.percent()) / 100.0,
                });
                add_unknown(&mut value, kept, number);
                value
            })
            .collect()
    }

    fn speakers(&self) -> Vec<Value> {
        let kept = &self.exchange.kept.speakers;
        let speakers = self.exchange.document.speakers().iter().enumerate();
        speakers
            .map(|(number, speaker)| {
                let mut value = json!({
                    "id": id_of(kept, number, 's'),
                    "name": speaker.name,
                    "kind": name_of(SPEAKER_KINDS, speaker.kind),
                    "role": speaker.role,
                    "mentions": self.spans(&speaker.mentions),
                });
                add_unknown(&mut value, kept, number);
                value
            })
            .collect()
    }

    fn entities(&self) -> Vec<Value> {
        let kept = &self.exchange.kept.entities;
        let entities = self.exchange.document.entities().iter().enumerate();
        entities
            .map(|(number, entity)| {
                let mut value = json!({
                    "id": id_of(kept, number, 'e'),
                    "kind": name_of(ENTITY_KINDS, entity.kind),
                    "name": entity.name,
                    "mentions": self.spans(&entity.mentions),
                });
                add_unknown(&mut value, kept, number);
                value
            })
            .collect()
    }

    fn spans(&self, spans: &[Span]) -> Vec<(usize, usize)> {
        spans
            .iter()
            .map(|span| {
                let given = self.exchange.given_span(*span);
                (self.places.code_point(given.start()), self.places.code_point(given.end()))
            })
            .collect()
    }
}

fn id_of(kept: &[CarriedPart], number: usize, letter: char) -> String {
    kept.get(number).map_or_else(|| format!("{letter}{}", number + 1), |part| part.id.clone())
}

fn add_unknown(value: &mut Value, kept: &[CarriedPart], number: usize) {
    let unknown: Option<&Map<String, Value>> = kept.get(number).map(|part| &part.unknown);
    if let (Some(members), Some(unknown)) = (value.as_object_mut(), unknown) {
        members.extend(unknown.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
}
