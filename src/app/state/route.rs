//! The way through the article: the trail that `n` and `N` step through, its stops, and the current one.

use crate::annotation::document::Document;
use crate::app::keys::action::Way;
use crate::app::state::trail::{self, Stop, Trail, Whereabouts};
use crate::text::span::Span;

/// A trail with its stops, and the current stop, which may be one of another trail.
#[derive(Clone, Debug, Default)]
pub struct Route {
    trail: Trail,
    stops: Vec<Stop>,
    /// The quote, mention or hit that the reader is at.
    pub current: Option<Stop>,
}

impl Route {
    /// The trail.
    pub fn trail(&self) -> Trail {
        self.trail
    }

    /// Its stops, in the order of the text.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Takes another trail; a search has these hits.
    pub fn set_trail(&mut self, trail: Trail, document: &Document, hits: &[Span]) {
        self.trail = trail;
        self.stops = trail.stops(document, hits);
    }

    /// The next or previous stop.
    pub fn next(&self, from: Whereabouts, way: Way) -> Option<Stop> {
        trail::next(&self.stops, from, way)
    }

    /// The number of the current stop on the trail, from 0.
    pub fn number(&self) -> Option<usize> {
        self.current.and_then(|stop| trail::number(&self.stops, stop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::speaker::SpeakerId;
    use crate::app::sample;

    #[test]
    fn the_current_stop_has_a_number_if_it_is_on_the_trail() {
        let document = sample::document();
        let mut route = Route::default();
        assert_eq!((route.number(), route.stops().len()), (None, 0));
        route.set_trail(Trail::Quotes, &document, &[]);
        route.current = route.stops().get(3).copied();
        assert_eq!(route.number(), Some(3));
        route.set_trail(Trail::Speaker(SpeakerId::at(1)), &document, &[]);
        assert_eq!(route.number(), Some(1));
        route.set_trail(Trail::Speaker(SpeakerId::at(0)), &document, &[]);
        assert_eq!((route.number(), route.stops().len()), (None, 4));
    }
}
