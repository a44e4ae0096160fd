//! From the lines of an `.ann` to a document.

use std::collections::{BTreeSet, HashMap};

use crate::annotation::document::{Document, Findings};
use crate::annotation::kinds::{VOICES, value_of};
use crate::annotation::quote::{Confidence, Quote, Voice};
use crate::annotation::spoken::voice;
use crate::formats::brat::fault::{LineFault, StandoffError};
use crate::formats::brat::ground::Ground;
use crate::formats::brat::lines::{
    ATTRIBUTION, AnnLines, CONFIDENCE, CONTENT, CUE, Event, KIND, MENTION, NAMES, ROLE, Remark,
    SOURCE, UNATTRIBUTED, VOICE,
};
use crate::formats::brat::people::People;
use crate::text::article::Article;
use crate::text::span::{Span, merge_overlapping};

/// The labels of texts that are of use.
const LABELS: [&str; 4] = [CONTENT, CUE, SOURCE, MENTION];
/// What `N` lines are.
const REFERENCE: &str = "Reference";

/// What was read, and what was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The article with what the lines say of it.
    pub document: Document,
    /// The lines that say nothing that is understood, by their numbers from 1.
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
        let attribution = Attribution { event, lines: &lines, ground: &ground, remarks: &remarks };
        let quote = attribution.quote(&mut people)?;
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

/// The lines that are well-formed, and say nothing that is understood. What they point at must be there.
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
            let fault = LineFault::Unknown(remark.of.to_owned());
            return Err(StandoffError { line: remark.line, fault });
        }
        let is_known =
            [VOICE, KIND, UNATTRIBUTED, CONFIDENCE, ROLE, REFERENCE].contains(&remark.name);
        unknown.extend((!is_known).then_some(remark.line));
    }
    Ok(unknown)
}

/// What is said of something, by its name and that of the remark.
type Remarks<'a> = HashMap<(&'a str, &'a str), &'a Remark<'a>>;

/// An event with all that it points at.
struct Attribution<'a> {
    event: &'a Event<'a>,
    lines: &'a AnnLines<'a>,
    ground: &'a Ground<'a>,
    remarks: &'a Remarks<'a>,
}

impl Attribution<'_> {
    /// The quote; nothing if this is no attribution, or one of words that are not in the article.
    fn quote(&self, people: &mut People) -> Result<Option<Quote>, StandoffError> {
        let content = self.spans(CONTENT)?;
        if !self.event.kind.starts_with(ATTRIBUTION) || content.is_empty() {
            return Ok(None);
        }
        let source = self.spans(SOURCE)?;
        let voice = match self.remark(VOICE) {
            Some(remark) => named_voice(remark)?,
            None => voice(self.ground.text(), &content),
        };
        let speaker = people.speaker_of(self.event.id).or_else(|| {
            let is_known = self.remark(UNATTRIBUTED).is_some();
            if is_known { None } else { people.speaker_in(&source, self.ground) }
        });
        let confidence = self.remark(CONFIDENCE).map_or(Ok(Confidence::new(1.0)), confidence)?;
        Ok(Some(Quote { voice, content, cue: self.spans(CUE)?, source, speaker, confidence }))
    }

    /// The spans of all that play a role: brat calls the second `Content2`. The trigger may play one by its label.
    fn spans(&self, role: &str) -> Result<Vec<Span>, StandoffError> {
        let mut spans = Vec::new();
        for (number, (name, id)) in self.event.arguments.iter().enumerate() {
            let Some(text) = self.lines.texts.get(id) else {
                // an event may be an argument too
                if id.starts_with('T') {
                    let fault = LineFault::Unknown((*id).to_owned());
                    return Err(StandoffError { line: self.event.line, fault });
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

fn named_voice(remark: &Remark<'_>) -> Result<Voice, StandoffError> {
    value_of(VOICES, remark.value).ok_or_else(|| StandoffError {
        line: remark.line,
        fault: LineFault::NoValue(VOICE, remark.value.to_owned()),
    })
}

fn confidence(remark: &Remark<'_>) -> Result<Confidence, StandoffError> {
    let share = remark.words.trim().parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.map(Confidence::new).ok_or_else(|| StandoffError {
        line: remark.line,
        fault: LineFault::NoValue(CONFIDENCE, remark.words.to_owned()),
    })
}
