//! From JSON to a document, every member checked.

use std::collections::{HashMap, HashSet};

use crate::annotation::document::{Document, Findings};
use crate::annotation::entity::Entity;
use crate::annotation::kinds::{ENTITY_KINDS, SPEAKER_KINDS, VOICES};
use crate::annotation::quote::{Confidence, Quote};
use crate::annotation::speaker::{Speaker, SpeakerId};
use crate::formats::exchange::{Carried, CarriedPart, Exchange, FORMAT, Given};
use crate::formats::json::fault::{ExchangeError, Fault};
use crate::formats::json::members::Members;
use crate::text::article::Article;
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// Reads one object.
pub(super) fn read(json: &str) -> Result<Exchange, ExchangeError> {
    let mut members = Members::parse(json)?;
    let format = members.text("format")?;
    if format != FORMAT {
        return Err(members.error("format", Fault::Format(format)));
    }
    let id = members.text("id")?;
    let title = members.optional_text("title")?;
    let text = members.text("text")?;
    let article =
        Article::parse(&text).map_err(|error| members.error("text", Fault::Article(error)))?;
    let reader = Reader { article: &article, places: CodePoints::new(&text) };
    let (speakers, kept_speakers) = read_list(members.list("speakers")?, |m| reader.speaker(m))?;
    let ids: HashMap<String, SpeakerId> = kept_speakers
        .iter()
        .enumerate()
        .map(|(at, part)| (part.id.clone(), SpeakerId::at(at)))
        .collect();
    let quotes = read_list(members.list("quotes")?, |members| reader.quote(members, &ids))?;
    let (entities, kept_entities) = read_list(members.list("entities")?, |m| reader.entity(m))?;
    let (quotes, kept_quotes) = in_order(quotes);
    let kept = Carried {
        whole: members.rest(),
        quotes: kept_quotes,
        speakers: kept_speakers,
        entities: kept_entities,
    };
    let document = Document::new(article, Findings { quotes, speakers, entities });
    Ok(Exchange { id, document, text: Given::Raw(text), title, kept })
}

/// Reads each object of a list; no two have one name.
fn read_list<T>(
    list: Vec<Members>,
    mut read: impl FnMut(&mut Members) -> Result<T, ExchangeError>,
) -> Result<(Vec<T>, Vec<CarriedPart>), ExchangeError> {
    let mut seen = HashSet::new();
    let mut items = Vec::with_capacity(list.len());
    let mut parts = Vec::with_capacity(list.len());
    for mut members in list {
        let id = members.text("id")?;
        if !seen.insert(id.clone()) {
            return Err(members.error("id", Fault::Twice(id)));
        }
        items.push(read(&mut members)?);
        parts.push(CarriedPart { id, unknown: members.rest() });
    }
    Ok((items, parts))
}

/// Quotes in the order of the text, with what was kept of each.
fn in_order((quotes, parts): (Vec<Quote>, Vec<CarriedPart>)) -> (Vec<Quote>, Vec<CarriedPart>) {
    let mut both: Vec<(Quote, CarriedPart)> = quotes.into_iter().zip(parts).collect();
    both.sort_by_key(|(quote, _)| quote.order());
    both.into_iter().unzip()
}

struct Reader<'a> {
    article: &'a Article,
    places: CodePoints<'a>,
}

impl Reader<'_> {
    fn quote(
        &self,
        members: &mut Members,
        speakers: &HashMap<String, SpeakerId>,
    ) -> Result<Quote, ExchangeError> {
        let voice = members.one_of("kind", VOICES, "direct, mixed or indirect")?;
        let content = self.spans(members, "content")?;
        if content.is_empty() {
            return Err(members.error("content", Fault::Missing));
        }
        // the speaker's name stands beside the id for those who read the file; the id counts
        members.optional_text("speaker")?;
        let speaker = members.optional_text("speaker_id")?;
        let speaker = speaker.map(|id| {
            let known = speakers.get(&id).copied();
            known.ok_or_else(|| members.error("speaker_id", Fault::NoSuchSpeaker(id)))
        });
        Ok(Quote {
            voice,
            content,
            speaker: speaker.transpose()?,
            cue: self.spans(members, "cue")?,
            source: self.spans(members, "source")?,
            confidence: Confidence::new(members.share("confidence")?),
        })
    }

    fn speaker(&self, members: &mut Members) -> Result<Speaker, ExchangeError> {
        let kinds = "person, organization, group or anonymous";
        Ok(Speaker {
            name: members.text("name")?,
            kind: members.one_of("kind", SPEAKER_KINDS, kinds)?,
            role: members.optional_text("role")?,
            mentions: self.spans(members, "mentions")?,
        })
    }

    fn entity(&self, members: &mut Members) -> Result<Entity, ExchangeError> {
        Ok(Entity {
            kind: members.one_of("kind", ENTITY_KINDS, "person, organization, place or event")?,
            name: members.text("name")?,
            mentions: self.spans(members, "mentions")?,
        })
    }

    /// Spans in order, in bytes of the cleaned text.
    fn spans(&self, members: &mut Members, name: &str) -> Result<Vec<Span>, ExchangeError> {
        let mut spans: Vec<Span> = Vec::new();
        for (number, (start, end)) in members.pairs(name)?.into_iter().enumerate() {
            let error = |fault| members.error(&format!("{name}[{number}]"), fault);
            if start > end {
                return Err(error(Fault::Reversed(start, end)));
            }
            if end > self.places.length() {
                return Err(error(Fault::OutOfRange(start, end, self.places.length())));
            }
            let raw = Span::new(self.places.byte(start), self.places.byte(end));
            let span = self.article.clean_span(raw).ok_or_else(|| error(Fault::Hidden))?;
            if spans.last().is_some_and(|last| last.end() > span.start()) {
                return Err(error(Fault::Unordered));
            }
            spans.push(span);
        }
        Ok(spans)
    }
}
