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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::annotated;
    use crate::app::sample;

    fn ann() -> SpeakerId {
        SpeakerId::at(0)
    }

    fn hugh() -> SpeakerId {
        SpeakerId::at(1)
    }

    /// A row in words: `+` is folded, `-` unfolded, `~` a strip.
    fn shown(row: Row, document: &Document) -> String {
        let sign = |fold| if fold == Fold::Open { "-" } else { "+" };
        let name =
            |id: Option<SpeakerId>| id.map_or("?", |id| &document.speaker(id).name).to_owned();
        match row {
            Row::Speaker(id, fold) => name(Some(id)) + sign(fold),
            Row::Nobody(fold) => name(None) + sign(fold),
            Row::Role(id) => document.speaker(id).role.clone().unwrap(),
            Row::Quote(id) => id.index().to_string(),
            Row::Kind(kind) => format!("{kind:?}:"),
            Row::Entity(id, fold) => document.entity(id).name.clone() + sign(fold),
            Row::Mention(_, number) => format!("#{number}"),
            Row::Share(id) => name(id),
            Row::Strip(id) => format!("~{}", name(id)),
        }
    }

    #[track_caller]
    fn check(document: &Document, list: List, folds: &Folds, lines: SpeakerRows, expected: &str) {
        let found = rows(list, document, &Billing::of(document), folds, lines);
        let found: Vec<String> = found.into_iter().map(|row| shown(row, document)).collect();
        assert_eq!(found.join(" | "), expected);
    }

    /// The folds after these rows were folded or unfolded.
    fn toggled(rows: &[Row]) -> Folds {
        let mut folds = Folds::default();
        for row in rows {
            assert!(folds.toggle(*row, &sample::document()), "{row:?}");
        }
        folds
    }

    #[test]
    fn speakers_unfold_to_their_role_and_quotes() {
        let check = |rows: &[Row], expected| {
            check(&sample::document(), List::Speakers, &toggled(rows), SpeakerRows::One, expected);
        };
        check(&[], "Ann Lee+ | Hugh Hill+ | ?+");
        let folded = Row::Speaker(ann(), Fold::Closed);
        check(&[folded], "Ann Lee- | mayor | 0 | 2 | 5 | 6 | Hugh Hill+ | ?+");
        check(&[Row::Speaker(hugh(), Fold::Closed)], "Ann Lee+ | Hugh Hill- | 1 | 3 | ?+");
        check(&[Row::Nobody(Fold::Closed)], "Ann Lee+ | Hugh Hill+ | ?- | 4");
        check(&[folded, Row::Speaker(ann(), Fold::Open)], "Ann Lee+ | Hugh Hill+ | ?+");
        check(&[folded, Row::Quote(QuoteId::at(5))], "Ann Lee+ | Hugh Hill+ | ?+");
        check(
            &[folded, Row::Quote(QuoteId::at(1))],
            "Ann Lee- | mayor | 0 | 2 | 5 | 6 | Hugh Hill+ | ?+",
        );
        let nobody = Row::Nobody(Fold::Closed);
        check(&[nobody, Row::Nobody(Fold::Open)], "Ann Lee+ | Hugh Hill+ | ?+");
        check(&[nobody, Row::Quote(QuoteId::at(4))], "Ann Lee+ | Hugh Hill+ | ?+");
    }

    #[test]
    fn without_an_unknown_speaker_there_is_no_row_for_one() {
        let document = annotated("{1 “It cracks,”} [1 Ann Lee] said.");
        check(&document, List::Speakers, &Folds::default(), SpeakerRows::One, "Ann Lee+");
        check(&document, List::Overview, &Folds::default(), SpeakerRows::One, "Ann Lee");
    }

    #[test]
    fn quotes_are_in_the_order_of_the_text() {
        let document = sample::document();
        let expected = "0 | 1 | 2 | 3 | 4 | 5 | 6";
        check(&document, List::Quotes, &Folds::default(), SpeakerRows::One, expected);
    }

    #[test]
    fn entities_are_by_kind_and_then_by_number_of_mentions() {
        let document = annotated("[1 Ely] [2 Ann Lee], [3 Hugh Hill] [3 Hill] and [3 Hugh]");
        let (ely, hill) = (EntityId::at(0), EntityId::at(2));
        let check = |rows: &[Row], expected| {
            check(&document, List::Entities, &toggled(rows), SpeakerRows::One, expected);
        };
        check(&[], "Person: | Hugh Hill+ | Ann Lee+ | Place: | Ely+");
        let unfolded = "Person: | Hugh Hill- | #0 | #1 | #2 | Ann Lee+ | Place: | Ely+";
        let folded = Row::Entity(hill, Fold::Closed);
        check(&[folded], unfolded);
        check(&[folded, Row::Mention(ely, 0)], unfolded);
        check(&[folded, Row::Mention(hill, 1)], "Person: | Hugh Hill+ | Ann Lee+ | Place: | Ely+");
        check(
            &[folded, Row::Entity(hill, Fold::Open)],
            "Person: | Hugh Hill+ | Ann Lee+ | Place: | Ely+",
        );
    }

    #[test]
    fn the_overview_has_a_strip_below_each_speaker_or_beside() {
        let document = sample::document();
        let folds = Folds::default();
        check(&document, List::Overview, &folds, SpeakerRows::One, "Ann Lee | Hugh Hill | ?");
        let two = "Ann Lee | ~Ann Lee | Hugh Hill | ~Hugh Hill | ? | ~?";
        check(&document, List::Overview, &folds, SpeakerRows::Two, two);
    }

    #[test]
    fn rows_without_a_fold_do_not_toggle() {
        let mut folds = Folds::default();
        for row in
            [Row::Role(ann()), Row::Kind(EntityKind::Person), Row::Share(None), Row::Strip(None)]
        {
            assert!(!folds.toggle(row, &sample::document()), "{row:?}");
        }
        assert_eq!(folds, Folds::default());
    }

    #[test]
    fn a_row_leads_to_its_first_words() {
        let document = sample::document();
        let words = |row: Row| row.stop(&document).map(|stop| stop.span.of(document.text()));
        assert_eq!(words(Row::Speaker(hugh(), Fold::Closed)), Some("“Nobody pays,”"));
        assert_eq!(words(Row::Share(Some(hugh()))), Some("“Nobody pays,”"));
        assert_eq!(words(Row::Nobody(Fold::Closed)), Some("“Who knows?”"));
        assert_eq!(words(Row::Share(None)), Some("“Who knows?”"));
        assert_eq!(words(Row::Quote(QuoteId::at(3))), Some("Ely must pay"));
        assert_eq!(words(Row::Entity(EntityId::at(0), Fold::Closed)), Some("Ann Lee"));
        assert_eq!(words(Row::Mention(EntityId::at(0), 1)), Some("Lee"));
        assert_eq!(words(Row::Mention(EntityId::at(0), 2)), None);
        assert_eq!(words(Row::Kind(EntityKind::Person)), None);
    }

    #[test]
    fn a_row_is_that_of_its_own_stop_only() {
        let document = sample::document();
        let quote = quote_stop(&document, QuoteId::at(1));
        let mention = |number| Row::Mention(EntityId::at(0), number).stop(&document).unwrap();
        let leads = |row: Row, stop| row.leads_to(stop, &document);
        assert!(leads(Row::Quote(QuoteId::at(1)), quote));
        assert!(!leads(Row::Quote(QuoteId::at(0)), quote));
        assert!(leads(Row::Share(Some(hugh())), quote) && !leads(Row::Share(Some(ann())), quote));
        assert!(!leads(Row::Speaker(hugh(), Fold::Closed), quote));
        assert!(leads(Row::Mention(EntityId::at(0), 1), mention(1)));
        assert!(!leads(Row::Mention(EntityId::at(0), 1), mention(0)));
        assert!(leads(Row::Entity(EntityId::at(0), Fold::Closed), mention(1)));
        assert!(!leads(Row::Entity(EntityId::at(0), Fold::Open), mention(1)));
        assert!(!leads(Row::Entity(EntityId::at(1), Fold::Closed), mention(1)));
    }
}
