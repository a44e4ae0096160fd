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

    /// The same trail in another document: a speaker is found again by name, an entity is not.
    #[must_use]
    pub fn carried_over(self, before: &Document, after: &Document) -> Self {
        let same = |id| {
            let name = &before.speaker(id).name;
            after.speakers().iter().position(|other| other.name == *name).map(SpeakerId::at)
        };
        match self {
            Self::Speaker(id) => same(id).map(Self::Speaker),
            Self::Direct(id) => same(id).map(Self::Direct),
            Self::Search | Self::Unsure => Some(self),
            Self::Quotes | Self::Entity(_) => None,
        }
        .unwrap_or_default()
    }
}

/// The stop at a quote.
pub fn quote_stop(document: &Document, id: QuoteId) -> Stop {
    Stop { target: Target::Quote(id), span: document.quote(id).reach() }
}

/// The stop of the quote whose content begins at a byte.
pub fn stop_at(document: &Document, byte: usize) -> Option<Stop> {
    let quotes = document.quotes();
    let at = quotes.partition_point(|quote| quote.start() < byte);
    let same = quotes.get(at).is_some_and(|quote| quote.start() == byte);
    same.then(|| quote_stop(document, QuoteId::at(at)))
}

/// The stop after or before a place; one that begins right there comes after it.
pub fn next(stops: &[Stop], place: Whereabouts, way: Way) -> Option<Stop> {
    let (before, after) = match place {
        Whereabouts::At(stop) => match number(stops, stop) {
            Some(number) => (number, number + 1),
            None => return next(stops, Whereabouts::Byte(stop.span.start()), way),
        },
        Whereabouts::Byte(byte) => {
            let after = stops.partition_point(|stop| stop.span.start() < byte);
            (after, after)
        }
    };
    let at = match way {
        Way::On => after,
        Way::Back => before.checked_sub(1)?,
    };
    stops.get(at).copied()
}

/// The number of a stop among others in the order of the text, from 0.
pub fn number(stops: &[Stop], stop: Stop) -> Option<usize> {
    let first = stops.partition_point(|other| other.span.start() < stop.span.start());
    let rest = stops.iter().skip(first);
    let mut same = rest.take_while(|other| other.span.start() == stop.span.start());
    same.position(|other| *other == stop).map(|at| first + at)
}

/// Where the reader is on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// At a stop.
    At(Stop),
    /// Somewhere in the text.
    Byte(usize),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::annotated;
    use crate::app::sample;

    /// The words of the stops of a trail.
    #[track_caller]
    fn check(trail: Trail, hits: &[Span], expected: &[&str]) {
        let document = sample::document();
        let stops = trail.stops(&document, hits);
        let found: Vec<&str> = stops.iter().map(|stop| stop.span.of(document.text())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_trail_has_its_own_stops() {
        let hugh = SpeakerId::at(1);
        check(Trail::Speaker(hugh), &[], &["“Nobody pays,”", "Ely must pay"]);
        check(Trail::Direct(hugh), &[], &["“Nobody pays,”"]);
        check(Trail::Unsure, &[], &["“Who knows?”"]);
        check(Trail::Entity(EntityId::at(0)), &[], &["Ann Lee", "Lee"]);
        check(Trail::Search, &[Span::new(0, 3)], &["The"]);
        assert_eq!(Trail::Quotes.stops(&sample::document(), &[]).len(), 7);
    }

    /// The words of the stop after and before a place, on the trail of all quotes.
    #[track_caller]
    fn check_next(place: Whereabouts, after: &str, before: &str) {
        let document = sample::document();
        let stops = Trail::Quotes.stops(&document, &[]);
        let found = |way| next(&stops, place, way).map_or("", |stop| stop.span.of(document.text()));
        assert_eq!((found(Way::On), found(Way::Back)), (after, before));
    }

    #[test]
    fn a_stop_of_the_trail_has_neighbors() {
        let stops = Trail::Quotes.stops(&sample::document(), &[]);
        check_next(Whereabouts::At(stops[0]), "“Nobody pays,”", "");
        check_next(Whereabouts::At(stops[2]), "Ely must pay", "“Nobody pays,”");
        check_next(Whereabouts::At(stops[6]), "", "“We pay,”");
    }

    #[test]
    fn a_stop_that_begins_at_a_place_comes_after_it() {
        let start = sample::document().quotes()[1].start();
        check_next(Whereabouts::Byte(start), "“Nobody pays,”", "“It cracks,”");
        check_next(Whereabouts::Byte(start + 1), "“We pay.”", "“Nobody pays,”");
        check_next(Whereabouts::Byte(0), "“It cracks,”", "");
        let hit = Stop { target: Target::Hit, span: Span::new(start, start + 3) };
        check_next(Whereabouts::At(hit), "“Nobody pays,”", "“It cracks,”");
    }

    #[test]
    fn a_stop_has_its_number_among_others_at_its_place() {
        let document = annotated("{? It {? rains}} and {? rains}");
        let stops = Trail::Quotes.stops(&document, &[]);
        let mut twice = stops.clone();
        twice.insert(1, Stop { target: Target::Hit, span: stops[0].span });
        for (at, stop) in twice.iter().enumerate() {
            assert_eq!(number(&twice, *stop), Some(at));
        }
        assert_eq!(number(&stops, twice[1]), None);
        assert_eq!(number(&[], stops[0]), None);
    }

    #[test]
    fn a_quote_is_found_where_it_begins() {
        let document = sample::document();
        let start = document.quotes()[1].start();
        assert_eq!(stop_at(&document, start), Some(quote_stop(&document, QuoteId::at(1))));
        assert_eq!(stop_at(&document, start + 1), None);
        assert_eq!(stop_at(&document, start - 1), None);
        assert_eq!(stop_at(&document, document.text().len()), None);
    }

    #[test]
    fn a_speaker_is_found_again_by_name() {
        let before = annotated("{1 “It cracks,”} said [1 Ann Lee]. {2 “Yes,”} said [2 Hugh Hill].");
        let after = annotated("{1 “Yes,”} said [1 Hugh Hill].");
        let check =
            |trail: Trail, expected| assert_eq!(trail.carried_over(&before, &after), expected);
        let (ann, hugh) = (SpeakerId::at(0), SpeakerId::at(1));
        check(Trail::Speaker(hugh), Trail::Speaker(SpeakerId::at(0)));
        check(Trail::Direct(hugh), Trail::Direct(SpeakerId::at(0)));
        check(Trail::Speaker(ann), Trail::Quotes);
        check(Trail::Direct(ann), Trail::Quotes);
        check(Trail::Entity(EntityId::at(0)), Trail::Quotes);
        check(Trail::Quotes, Trail::Quotes);
        check(Trail::Search, Trail::Search);
        check(Trail::Unsure, Trail::Unsure);
    }
}
