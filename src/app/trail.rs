//! The trail: the list that `n` and `N` walk.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::action::Way;
use crate::text::span::Span;

/// Which list is walked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trail {
    /// All quotes.
    #[default]
    Quotes,
    /// The quotes of one speaker.
    Speaker(SpeakerId),
    /// The mentions of one entity.
    Entity(EntityId),
}

/// A place that one can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What is there.
    pub target: Target,
    /// Its words, from first to last.
    pub span: Span,
}

/// What stands at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A quote.
    Quote(QuoteId),
    /// A mention of an entity.
    Mention(EntityId),
}

impl Trail {
    /// Its stops, in the order of the text.
    pub fn stops(self, document: &Document) -> Vec<Stop> {
        match self {
            Self::Quotes => {
                let ids = (0..document.quotes().len()).map(QuoteId::at);
                ids.map(|id| quote_stop(document, id)).collect()
            }
            Self::Speaker(speaker) => {
                document.quotes_of(speaker).map(|id| quote_stop(document, id)).collect()
            }
            Self::Entity(entity) => {
                let mentions = document.entity(entity).mentions.iter();
                mentions.map(|&span| Stop { target: Target::Mention(entity), span }).collect()
            }
        }
    }
}

/// The stop at a quote.
pub fn quote_stop(document: &Document, id: QuoteId) -> Stop {
    Stop { target: Target::Quote(id), span: document.quote(id).reach() }
}

/// The stop after or before a place of the text; a stop that begins right there is neither.
pub fn next(stops: &[Stop], place: Place, way: Way) -> Option<Stop> {
    let from = match (place, way) {
        (Place::At(stop), _) => {
            let at = stops.iter().position(|other| *other == stop);
            return match (at, way) {
                (Some(at), Way::On) => stops.get(at + 1).copied(),
                (Some(at), Way::Back) => at.checked_sub(1).and_then(|at| stops.get(at)).copied(),
                (None, _) => next(stops, Place::Byte(stop.span.start()), way),
            };
        }
        (Place::Byte(byte), Way::On) => stops.partition_point(|stop| stop.span.start() < byte),
        (Place::Byte(byte), Way::Back) => {
            stops.partition_point(|stop| stop.span.start() < byte).checked_sub(1)?
        }
    };
    stops.get(from).copied()
}

/// Where one is on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a stop.
    At(Stop),
    /// Somewhere in the text.
    Byte(usize),
}
