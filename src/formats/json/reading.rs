//! Reads JSON into a document, and checks the ranges and ids that serde cannot check.

use std::collections::{HashMap, HashSet};

use crate::annotation::document::{Document, Findings};
use crate::annotation::entity::Entity;
use crate::annotation::quote::{Confidence, Quote};
use crate::annotation::speaker::{Speaker, SpeakerId};
use crate::formats::exchange::{Carried, CarriedPart, Exchange, FORMAT, Given};
use crate::formats::json::fault::{ExchangeError, Fault};
use crate::formats::json::objects::{
    ArticleObject, Bounds, EntityObject, QuoteObject, SpeakerObject, VersionObject,
};
use crate::formats::json::parse::parse;
use crate::text::article::Article;
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// Reads one article.
pub(super) fn read(json: &str) -> Result<Exchange, ExchangeError> {
    // the members of another version may have other types
    let VersionObject { format } = parse(json)?;
    if format != FORMAT {
        return Err(ExchangeError::new("format", Fault::Format(format)));
    }
    let object: ArticleObject = parse(json)?;
    let article = Article::parse(&object.text)
        .map_err(|error| ExchangeError::new("text", Fault::Article(error)))?;
    let mut reader = Reader {
        article: &article,
        places: CodePoints::new(&object.text),
        speaker_ids: HashMap::new(),
    };
    let (speakers, speaker_parts) =
        read_list("speakers", object.speakers, |path, speaker| reader.speaker(path, speaker))?;
    let ids = speaker_parts.iter().enumerate();
    reader.speaker_ids = ids.map(|(at, part)| (part.id.clone(), SpeakerId::at(at))).collect();
    let quotes = read_list("quotes", object.quotes, |path, quote| reader.quote(path, quote))?;
    let (quotes, quote_parts) = in_order(quotes);
    let (entities, entity_parts) =
        read_list("entities", object.entities, |path, entity| reader.entity(path, entity))?;
    let kept = Carried {
        whole: object.unknown,
        quotes: quote_parts,
        speakers: speaker_parts,
        entities: entity_parts,
    };
    let document = Document::new(article, Findings { quotes, speakers, entities });
    let (id, title, text) = (object.id, object.title, Given::Raw(object.text));
    Ok(Exchange { id, document, text, title, kept })
}

/// Reads the objects of a list, and refuses an id that occurs twice.
fn read_list<T, O>(
    name: &str,
    objects: Vec<O>,
    read: impl Fn(&str, O) -> Result<(T, CarriedPart), ExchangeError>,
) -> Result<(Vec<T>, Vec<CarriedPart>), ExchangeError> {
    let mut seen = HashSet::new();
    let mut items = Vec::with_capacity(objects.len());
    let mut parts = Vec::with_capacity(objects.len());
    for (number, object) in objects.into_iter().enumerate() {
        let path = format!("{name}[{number}]");
        let (item, part) = read(&path, object)?;
        if !seen.insert(part.id.clone()) {
            return Err(ExchangeError::new(format!("{path}.id"), Fault::Twice(part.id)));
        }
        items.push(item);
        parts.push(part);
    }
    Ok((items, parts))
}

/// Sorts quotes by their places in the text, each with what its object carried.
fn in_order((quotes, parts): (Vec<Quote>, Vec<CarriedPart>)) -> (Vec<Quote>, Vec<CarriedPart>) {
    let mut both: Vec<(Quote, CarriedPart)> = quotes.into_iter().zip(parts).collect();
    both.sort_by_key(|(quote, _)| quote.order());
    both.into_iter().unzip()
}

struct Reader<'a> {
    article: &'a Article,
    places: CodePoints<'a>,
    speaker_ids: HashMap<String, SpeakerId>,
}

impl Reader<'_> {
    fn quote(
        &self,
        path: &str,
        object: QuoteObject,
    ) -> Result<(Quote, CarriedPart), ExchangeError> {
        if object.content.is_empty() {
            return Err(ExchangeError::new(format!("{path}.content"), Fault::NoContent));
        }
        #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
        let confidence = Confidence::new(object.confidence as f32);
        let quote = Quote {
            voice: object.kind,
            content: self.spans(&format!("{path}.content"), &object.content)?,
            cue: self.spans(&format!("{path}.cue"), &object.cue)?,
            source: self.spans(&format!("{path}.source"), &object.source)?,
            speaker: self.speaker_of(path, object.speaker_id)?,
            confidence,
        };
        Ok((quote, CarriedPart { id: object.id, unknown: object.unknown }))
    }

    fn speaker_of(
        &self,
        path: &str,
        id: Option<String>,
    ) -> Result<Option<SpeakerId>, ExchangeError> {
        let Some(id) = id else { return Ok(None) };
        let speaker = self.speaker_ids.get(&id).copied();
        let error = || ExchangeError::new(format!("{path}.speaker_id"), Fault::NoSuchSpeaker(id));
        speaker.map(Some).ok_or_else(error)
    }

    fn speaker(
        &self,
        path: &str,
        object: SpeakerObject,
    ) -> Result<(Speaker, CarriedPart), ExchangeError> {
        let mentions = self.spans(&format!("{path}.mentions"), &object.mentions)?;
        let SpeakerObject { id, name, kind, role, unknown, .. } = object;
        Ok((Speaker { name, kind, role, mentions }, CarriedPart { id, unknown }))
    }

    fn entity(
        &self,
        path: &str,
        object: EntityObject,
    ) -> Result<(Entity, CarriedPart), ExchangeError> {
        let mentions = self.spans(&format!("{path}.mentions"), &object.mentions)?;
        let EntityObject { id, kind, name, unknown, .. } = object;
        Ok((Entity { kind, name, mentions }, CarriedPart { id, unknown }))
    }

    /// Converts ranges, which must rise, to spans of the cleaned text.
    fn spans(&self, path: &str, ranges: &[Bounds]) -> Result<Vec<Span>, ExchangeError> {
        let mut spans: Vec<Span> = Vec::with_capacity(ranges.len());
        for (number, range) in ranges.iter().enumerate() {
            let error = |fault| ExchangeError::new(format!("{path}[{number}]"), fault);
            let span = self.span(*range).map_err(error)?;
            if spans.last().is_some_and(|last| last.end() > span.start()) {
                return Err(error(Fault::Unordered));
            }
            spans.push(span);
        }
        Ok(spans)
    }

    fn span(&self, (start, end): Bounds) -> Result<Span, Fault> {
        if start > end {
            return Err(Fault::Reversed(start, end));
        }
        if end > self.places.length() {
            return Err(Fault::OutOfRange(start, end, self.places.length()));
        }
        let raw = Span::new(self.places.byte(start), self.places.byte(end));
        self.article.clean_span(raw).ok_or(Fault::Hidden)
    }
}
