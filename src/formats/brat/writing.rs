//! Writes a document as the lines of an `.ann` file.

use std::fmt::Write;

use crate::annotation::document::Document;
use crate::annotation::entity::Entity;
use crate::annotation::kinds::{SPEAKER_KINDS, VOICES, name_of};
use crate::annotation::quote::Quote;
use crate::annotation::speaker::{Speaker, SpeakerId};
use crate::formats::brat::lines::{
    ATTRIBUTION, CONFIDENCE, CONTENT, CUE, ENTITY, KIND, MENTION, NAMES, ROLE, SOURCE, SPEAKER,
    UNATTRIBUTED, VOICE,
};
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// Writes all lines.
pub(super) fn write(document: &Document) -> String {
    let mut standoff = Standoff {
        document,
        places: CodePoints::new(document.text()),
        lines: String::new(),
        numbers: Counters::default(),
    };
    let mut anchors: Vec<Option<String>> = vec![None; document.speakers().len()];
    for quote in document.quotes() {
        let event = standoff.quote(quote);
        if let Some(anchor) = quote.speaker.and_then(|id| anchors.get_mut(id.index())) {
            anchor.get_or_insert(event);
        }
    }
    for (number, (speaker, anchor)) in document.speakers().iter().zip(anchors).enumerate() {
        standoff.speaker(SpeakerId::at(number), speaker, anchor);
    }
    for (number, entity) in (1..).zip(document.entities()) {
        standoff.entity(number, entity);
    }
    standoff.lines
}

struct Standoff<'a> {
    document: &'a Document,
    places: CodePoints<'a>,
    lines: String,
    numbers: Counters,
}

/// The last number of each kind of line.
#[derive(Default)]
struct Counters {
    texts: usize,
    events: usize,
    attributes: usize,
    references: usize,
    notes: usize,
}

impl Standoff<'_> {
    /// Writes the lines of a quote, and returns the id of its event.
    fn quote(&mut self, quote: &Quote) -> String {
        let content = self.text(CONTENT, &quote.content);
        let cue = (!quote.cue.is_empty()).then(|| self.text(CUE, &quote.cue));
        let source = (!quote.source.is_empty()).then(|| self.text(SOURCE, &quote.source));
        let trigger = if cue.is_some() { &quote.cue } else { &quote.content };
        let trigger = self.text(ATTRIBUTION, trigger);
        let mut arguments = format!("{ATTRIBUTION}:{trigger} {CONTENT}:{content}");
        for (role, text) in [(CUE, cue), (SOURCE, source)] {
            arguments.extend(text.map(|text| format!(" {role}:{text}")));
        }
        self.numbers.events += 1;
        let event = format!("E{}", self.numbers.events);
        self.line(&format!("{event}\t{arguments}"));
        self.attribute(VOICE, &event, Some(name_of(VOICES, quote.voice)));
        self.note(CONFIDENCE, &event, &quote.confidence.to_string());
        match quote.speaker {
            Some(id) => {
                let name = &self.document.speaker(id).name;
                self.refer(&event, SPEAKER, id.index() + 1, name);
            }
            None => self.attribute(UNATTRIBUTED, &event, None),
        }
        event
    }

    /// Writes a speaker's mentions, and kind and role on the first quote or else on the first mention.
    fn speaker(&mut self, id: SpeakerId, speaker: &Speaker, event: Option<String>) {
        let mut anchor = event;
        for &mention in &speaker.mentions {
            let text = self.text(MENTION, &[mention]);
            self.refer(&text, SPEAKER, id.index() + 1, &speaker.name);
            anchor.get_or_insert(text);
        }
        let Some(anchor) = anchor else { return };
        self.attribute(KIND, &anchor, Some(name_of(SPEAKER_KINDS, speaker.kind)));
        if let Some(role) = &speaker.role {
            self.note(ROLE, &anchor, role);
        }
    }

    fn entity(&mut self, number: usize, entity: &Entity) {
        for &mention in &entity.mentions {
            let text = self.text(name_of(NAMES, entity.kind), &[mention]);
            self.refer(&text, ENTITY, number, &entity.name);
        }
    }

    /// `T1 ⇥ Content 0 5;9 12 ⇥ words`
    fn text(&mut self, label: &str, spans: &[Span]) -> String {
        self.numbers.texts += 1;
        let text = format!("T{}", self.numbers.texts);
        let places: Vec<String> = spans
            .iter()
            .map(|span| {
                let (start, end) = (span.start(), span.end());
                format!("{} {}", self.places.code_point(start), self.places.code_point(end))
            })
            .collect();
        let words: Vec<&str> = spans.iter().map(|span| span.of(self.document.text())).collect();
        let words = words.join(" ").replace('\n', " ");
        self.line(&format!("{text}\t{label} {}\t{words}", places.join(";")));
        text
    }

    /// `A1 ⇥ Voice E1 direct`
    fn attribute(&mut self, name: &str, of: &str, value: Option<&str>) {
        self.numbers.attributes += 1;
        let value = value.map(|value| format!(" {value}")).unwrap_or_default();
        self.line(&format!("A{}\t{name} {of}{value}", self.numbers.attributes));
    }

    /// `N1 ⇥ Reference E1 speaker:s2 ⇥ Ann Lee`
    fn refer(&mut self, of: &str, resource: &str, number: usize, name: &str) {
        self.numbers.references += 1;
        let letter = resource.chars().next().unwrap_or_default();
        let reference = format!("Reference {of} {resource}:{letter}{number}");
        self.line(&format!("N{}\t{reference}\t{name}", self.numbers.references));
    }

    /// `#1 ⇥ Confidence E1 ⇥ 0.94`
    fn note(&mut self, name: &str, of: &str, words: &str) {
        self.numbers.notes += 1;
        self.line(&format!("#{}\t{name} {of}\t{words}", self.numbers.notes));
    }

    fn line(&mut self, line: &str) {
        writeln!(self.lines, "{line}").expect("a string takes any text");
    }
}
