//! The rows of the side pane's lists.

use std::collections::BTreeSet;

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::List;
use crate::app::state::chart::SpeakerRows;
use crate::app::state::trail::{Stop, Target, quote_stop};

/// A row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A speaker.
    Speaker(SpeakerId, Fold),
    /// The head of the quotes whose speaker is unknown.
    Nobody(Fold),
    /// The role of the speaker above.
    Role(SpeakerId),
    /// A quote.
    Quote(QuoteId),
    /// The head of a kind of entities.
    Kind(EntityKind),
    /// An entity.
    Entity(EntityId, Fold),
    /// A mention of an entity, by its number from 0.
    Mention(EntityId, usize),
    /// How much a speaker says in all, or all unknown speakers.
    Share(Option<SpeakerId>),
    /// The bar and strip of the share above.
    Strip(Option<SpeakerId>),
}

/// Whether what belongs to a row is shown below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// Yes.
    Open,
    /// No.
    #[default]
    Closed,
}

/// Which speakers and entities are unfolded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// Speakers.
    pub speakers: BTreeSet<SpeakerId>,
    /// Entities.
    pub entities: BTreeSet<EntityId>,
    /// The quotes whose speaker is unknown.
    pub nobody: Fold,
}

impl Folds {
    /// Folds or unfolds what a row belongs to; whether there was anything to fold.
    pub fn toggle(&mut self, row: Row, document: &Document) -> bool {
        match row {
            Row::Speaker(id, Fold::Closed) => _ = self.speakers.insert(id),
            Row::Speaker(id, Fold::Open) => _ = self.speakers.remove(&id),
            Row::Entity(id, Fold::Closed) => _ = self.entities.insert(id),
            Row::Entity(id, Fold::Open) | Row::Mention(id, _) => _ = self.entities.remove(&id),
            Row::Nobody(Fold::Closed) => self.nobody = Fold::Open,
            Row::Nobody(Fold::Open) => self.nobody = Fold::Closed,
            Row::Quote(id) => match document.quote(id).speaker {
                Some(speaker) => _ = self.speakers.remove(&speaker),
                None => self.nobody = Fold::Closed,
            },
            Row::Role(_) | Row::Kind(_) | Row::Share(_) | Row::Strip(_) => return false,
        }
        true
    }
}

/// The rows of a list.
pub fn rows(
    list: List,
    document: &Document,
    billing: &Billing,
    folds: &Folds,
    lines: SpeakerRows,
) -> Vec<Row> {
    match list {
        List::Speakers => speakers(document, billing, folds),
        List::Quotes => {
            (0..document.quotes().len()).map(|at| Row::Quote(QuoteId::at(at))).collect()
        }
        List::Entities => entities(document, folds),
        List::Overview => overview(billing, lines),
    }
}

fn speakers(document: &Document, billing: &Billing, folds: &Folds) -> Vec<Row> {
    let mut rows = Vec::new();
    for billed in billing.order() {
        let id = billed.speaker;
        if !folds.speakers.contains(&id) {
            rows.push(Row::Speaker(id, Fold::Closed));
            continue;
        }
        rows.push(Row::Speaker(id, Fold::Open));
        rows.extend(document.speaker(id).role.as_ref().map(|_| Row::Role(id)));
        rows.extend(billed.quotes.iter().copied().map(Row::Quote));
    }
    if !billing.nobody().is_empty() {
        rows.push(Row::Nobody(folds.nobody));
        let open = folds.nobody == Fold::Open;
        rows.extend(billing.nobody().iter().filter(|_| open).copied().map(Row::Quote));
    }
    rows
}

fn entities(document: &Document, folds: &Folds) -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in EntityKind::ALL {
        let mut ids: Vec<EntityId> = (0..document.entities().len())
            .map(EntityId::at)
            .filter(|&id| document.entity(id).kind == kind)
            .collect();
        ids.sort_by_key(|&id| usize::MAX - document.entity(id).mentions.len());
        rows.extend((!ids.is_empty()).then_some(Row::Kind(kind)));
        for id in ids {
            if folds.entities.contains(&id) {
                rows.push(Row::Entity(id, Fold::Open));
                let mentions = 0..document.entity(id).mentions.len();
                rows.extend(mentions.map(|number| Row::Mention(id, number)));
            } else {
                rows.push(Row::Entity(id, Fold::Closed));
            }
        }
    }
    rows
}

fn overview(billing: &Billing, lines: SpeakerRows) -> Vec<Row> {
    let named = billing.order().iter().map(|billed| Some(billed.speaker));
    let all = named.chain((!billing.nobody().is_empty()).then_some(None));
    all.flat_map(|speaker| Row::Share(speaker).with_strip(lines)).collect()
}

impl Row {
    /// The row, with the strip that follows a share in a chart of two rows per speaker.
    pub fn with_strip(self, lines: SpeakerRows) -> impl Iterator<Item = Self> {
        let strip = match (self, lines) {
            (Self::Share(speaker), SpeakerRows::Two) => Some(Self::Strip(speaker)),
            (
                Self::Share(_)
                | Self::Strip(_)
                | Self::Speaker(..)
                | Self::Nobody(_)
                | Self::Role(_)
                | Self::Quote(_)
                | Self::Kind(_)
                | Self::Entity(..)
                | Self::Mention(..),
                _,
            ) => None,
        };
        std::iter::once(self).chain(strip)
    }

    /// Whether the cursor can be on it.
    pub fn takes_cursor(self) -> bool {
        match self {
            Self::Role(_) | Self::Kind(_) | Self::Strip(_) => false,
            Self::Speaker(..)
            | Self::Nobody(_)
            | Self::Quote(_)
            | Self::Entity(..)
            | Self::Mention(..)
            | Self::Share(_) => true,
        }
    }

    /// Where it leads in the text: a speaker to the first quote, an entity to the first mention.
    pub fn stop(self, document: &Document) -> Option<Stop> {
        match self {
            Self::Speaker(id, _) | Self::Share(Some(id)) => {
                document.quotes_of(id).next().map(|quote| quote_stop(document, quote))
            }
            Self::Nobody(_) | Self::Share(None) => {
                let first = document.quotes().iter().position(|quote| quote.speaker.is_none());
                first.map(|at| quote_stop(document, QuoteId::at(at)))
            }
            Self::Quote(id) => Some(quote_stop(document, id)),
            Self::Entity(id, _) => mention(document, id, 0),
            Self::Mention(id, number) => mention(document, id, number),
            Self::Role(_) | Self::Kind(_) | Self::Strip(_) => None,
        }
    }

    /// Whether another row is one of those below it that folding hides.
    pub fn holds(self, row: Self, document: &Document) -> bool {
        match (self, row) {
            (Self::Speaker(id, _), Self::Quote(quote)) => document.quote(quote).speaker == Some(id),
            (Self::Nobody(_), Self::Quote(quote)) => document.quote(quote).speaker.is_none(),
            (Self::Entity(id, _), Self::Mention(other, _)) => id == other,
            _ => false,
        }
    }

    /// Whether it is the row of a stop itself, not of something that holds the stop.
    pub fn leads_to(self, stop: Stop, document: &Document) -> bool {
        match (self, stop.target) {
            (Self::Quote(id), Target::Quote(quote)) => id == quote,
            (Self::Mention(..), Target::Mention(_)) => self.stop(document) == Some(stop),
            (Self::Entity(id, Fold::Closed), Target::Mention(entity)) => id == entity,
            (Self::Share(speaker), Target::Quote(quote)) => {
                document.quote(quote).speaker == speaker
            }
            (
                Self::Quote(_)
                | Self::Mention(..)
                | Self::Entity(..)
                | Self::Speaker(..)
                | Self::Nobody(_)
                | Self::Role(_)
                | Self::Share(_)
                | Self::Strip(_)
                | Self::Kind(_),
                _,
            ) => false,
        }
    }
}

fn mention(document: &Document, id: EntityId, number: usize) -> Option<Stop> {
    let span = *document.entity(id).mentions.get(number)?;
    Some(Stop { target: Target::Mention(id), span })
}
