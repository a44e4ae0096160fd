//! Reads the lines of an `.ann` file into a document.

use std::collections::{BTreeSet, HashMap};

use crate::annotation::document::{Document, Findings};
use crate::annotation::kinds::{VOICES, value_of};
use crate::annotation::quote::{Confidence, Quote};
use crate::annotation::spoken::voice;
use crate::formats::brat::fault::{LineFault, StandoffError};
use crate::formats::brat::ground::Ground;
use crate::formats::brat::lines::{
    ATTRIBUTION, AnnLines, CONFIDENCE, CONTENT, CUE, Event, KIND, MENTION, NAMES, REFERENCE, ROLE,
    Remark, SOURCE, UNATTRIBUTED, VOICE,
};
use crate::formats::brat::people::People;
use crate::text::article::Article;
use crate::text::span::{Span, merge_overlapping};

/// The labels of texts that the program understands, besides those of entities.
const LABELS: [&str; 4] = [CONTENT, CUE, SOURCE, MENTION];

/// What was read, and what was not.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Imported {
    /// The article with what the lines say about it.
    pub document: Document,
    /// The numbers, from 1, of the lines that were not understood.
    pub passed_over: Vec<usize>,
}

/// Reads lines that point into `raw`.
pub(super) fn read(standoff: &str, raw: &str, article: Article) -> Result<Imported, StandoffError> {
    let lines = AnnLines::parse(standoff)?;
    let ground = Ground::new(raw, &article);
    for text in lines.order.iter().filter_map(|id| lines.texts.get(id)) {
        ground.spans(text)?;
    }
    let mut people = People::read(&lines, &ground)?;
    let mut passed_over: BTreeSet<usize> = lines.passed_over.iter().copied().collect();
    passed_over.extend(unknown(&lines)?);
    let remarks: Remarks<'_> =
        lines.remarks.iter().map(|remark| ((remark.of, remark.name), remark)).collect();
    let mut quotes = Vec::new();
    for event in &lines.events {
        let quote_event = QuoteEvent { event, lines: &lines, ground: &ground, remarks: &remarks };
        let quote = quote_event.quote(&mut people)?;
        match quote {
            Some(quote) => quotes.push(quote),
            None => {
                passed_over.insert(event.line);
            }
        }
    }
    let (speakers, entities) = people.into_lists();
    let findings = Findings { quotes, speakers, entities };
    let document = Document::new(article, findings);
    Ok(Imported { document, passed_over: passed_over.into_iter().collect() })
}

/// The well-formed lines that the program does not understand. The lines that they refer to must exist.
fn unknown(lines: &AnnLines<'_>) -> Result<Vec<usize>, StandoffError> {
    let mut unknown = Vec::new();
    for text in lines.texts.values() {
        let is_known = LABELS.contains(&text.label)
            || text.label.starts_with(ATTRIBUTION)
            || value_of(NAMES, text.label).is_some();
        unknown.extend((!is_known).then_some(text.line));
    }
    let events: BTreeSet<&str> = lines.events.iter().map(|event| event.id).collect();
    for remark in &lines.remarks {
        let letter = remark.of.chars().next();
        let is_missing = match letter {
            Some('T') => !lines.texts.contains_key(remark.of),
            Some('E') => !events.contains(remark.of),
            Some(_) | None => false,
        };
        if is_missing {
            return Err(LineFault::Unknown(remark.of.to_owned()).on(remark.line));
        }
        let is_known =
            [VOICE, KIND, UNATTRIBUTED, CONFIDENCE, ROLE, REFERENCE].contains(&remark.name);
        unknown.extend((!is_known).then_some(remark.line));
    }
    Ok(unknown)
}

/// The remarks, by the ids of the lines that they are about and by their own names.
type Remarks<'a> = HashMap<(&'a str, &'a str), &'a Remark<'a>>;

/// An event with the lines that it refers to.
struct QuoteEvent<'a> {
    event: &'a Event<'a>,
    lines: &'a AnnLines<'a>,
    ground: &'a Ground<'a>,
    remarks: &'a Remarks<'a>,
}

impl QuoteEvent<'_> {
    /// The quote, unless this is another kind of event or the article leaves out the content.
    fn quote(&self, people: &mut People) -> Result<Option<Quote>, StandoffError> {
        let content = self.spans(CONTENT)?;
        if !self.event.kind.starts_with(ATTRIBUTION) || content.is_empty() {
            return Ok(None);
        }
        let source = self.spans(SOURCE)?;
        let voice = match self.remark(VOICE) {
            Some(remark) => remark.value_in(VOICES)?,
            None => voice(self.ground.text(), &content),
        };
        let speaker = people.speaker_of(self.event.id).or_else(|| {
            let is_known = self.remark(UNATTRIBUTED).is_some();
            if is_known { None } else { people.speaker_in(&source, self.ground) }
        });
        let confidence = self.remark(CONFIDENCE).map_or(Ok(Confidence::new(1.0)), confidence)?;
        Ok(Some(Quote { voice, content, cue: self.spans(CUE)?, source, speaker, confidence }))
    }

    /// The spans of all arguments in a role, as `Content` and `Content2`. The trigger's role may be its label.
    fn spans(&self, role: &str) -> Result<Vec<Span>, StandoffError> {
        let mut spans = Vec::new();
        for (number, (name, id)) in self.event.arguments.iter().enumerate() {
            let Some(text) = self.lines.texts.get(id) else {
                // an argument may be another event
                if id.starts_with('T') {
                    return Err(LineFault::Unknown((*id).to_owned()).on(self.event.line));
                }
                continue;
            };
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
            if name == role || (number == 0 && text.label == role) {
                spans.extend(self.ground.spans(text)?);
            }
        }
        Ok(merge_overlapping(spans))
    }

    fn remark(&self, name: &str) -> Option<&Remark<'_>> {
        self.remarks.get(&(self.event.id, name)).copied()
    }
}

fn confidence(remark: &Remark<'_>) -> Result<Confidence, StandoffError> {
    let share = remark.words.trim().parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.map(Confidence::new).ok_or_else(|| {
        LineFault::NoValue(CONFIDENCE.to_owned(), remark.words.to_owned()).on(remark.line)
    })
}
