//! The trail: the list of stops that `n` and `N` step through.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::{Quote, QuoteId, Voice};
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::Way;
use crate::text::span::Span;

/// Which stops are on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trail {
    /// All quotes.
    #[default]
    Quotes,
    /// The quotes by one speaker.
    Speaker(SpeakerId),
    /// The direct quotes by one speaker.
    Direct(SpeakerId),
    /// The mentions of one entity.
    Entity(EntityId),
    /// The hits of the search.
    Search,
    /// The quotes that are unsure.
    Unsure,
}

/// A place to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What is there.
    pub target: Target,
    /// Its words, from first to last.
    pub span: Span,
}

/// What is at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A quote.
    Quote(QuoteId),
    /// A mention of an entity.
    Mention(EntityId),
    /// A hit of the search.
    Hit,
}

impl Trail {
    /// Its stops, in the order of the text; a search has these hits.
    pub fn stops(self, document: &Document, hits: &[Span]) -> Vec<Stop> {
        let quotes = |counts: &dyn Fn(&Quote) -> bool| {
            let ids = (0..document.quotes().len()).map(QuoteId::at);
            let counted = ids.filter(|id| counts(document.quote(*id)));
            counted.map(|id| quote_stop(document, id)).collect()
        };
        let spans = |target, spans: &[Span]| {
            spans.iter().map(|&span| Stop { target, span }).collect::<Vec<_>>()
        };
        match self {
            Self::Quotes => quotes(&|_| true),
            Self::Speaker(id) => quotes(&|quote| quote.speaker == Some(id)),
            Self::Direct(id) => {
                quotes(&|quote| quote.speaker == Some(id) && quote.voice == Voice::Direct)
            }
            Self::Unsure => quotes(&|quote| quote.confidence.is_unsure()),
            Self::Entity(id) => spans(Target::Mention(id), &document.entity(id).mentions),
            Self::Search => spans(Target::Hit, hits),
        }
    }
}

/// The stop at a quote.
pub fn quote_stop(document: &Document, id: QuoteId) -> Stop {
    Stop { target: Target::Quote(id), span: document.quote(id).reach() }
}

/// The stop after or before a place of the text; a stop that begins right there is neither.
pub fn next(stops: &[Stop], place: Whereabouts, way: Way) -> Option<Stop> {
    let from = match (place, way) {
        (Whereabouts::At(stop), _) => {
            let at = number(stops, stop);
            return match (at, way) {
                (Some(at), Way::On) => stops.get(at + 1).copied(),
                (Some(at), Way::Back) => at.checked_sub(1).and_then(|at| stops.get(at)).copied(),
                (None, _) => next(stops, Whereabouts::Byte(stop.span.start()), way),
            };
        }
        (Whereabouts::Byte(byte), Way::On) => {
            stops.partition_point(|stop| stop.span.start() < byte)
        }
        (Whereabouts::Byte(byte), Way::Back) => {
            stops.partition_point(|stop| stop.span.start() < byte).checked_sub(1)?
        }
    };
    stops.get(from).copied()
}

/// The number of a stop among others in the order of the text, from 0.
pub fn number(stops: &[Stop], stop: Stop) -> Option<usize> {
    let first = stops.partition_point(|other| other.span.start() < stop.span.start());
    let mut same = stops.iter().enumerate().skip(first);
    same.find(|(_, other)| **other == stop || other.span.start() > stop.span.start())
        .filter(|(_, other)| **other == stop)
        .map(|(at, _)| at)
}

/// Where the reader is on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// At a stop.
    At(Stop),
    /// Somewhere in the text.
    Byte(usize),
}
