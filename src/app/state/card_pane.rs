//! The card on the screen: the card of the current quote, and how far it is scrolled.

use ratatui::layout::Rect;

use crate::annotation::quote::QuoteId;
use crate::app::keys::action::Motion;
use crate::app::state::card::{Card, Occasion};
use crate::app::state::known::Known;
use crate::app::state::panes::{HEAD, Side};

/// The card of the current quote, laid out for its pane.
#[derive(Clone, Debug, Default)]
pub struct CardPane {
    card: Option<Card>,
    top: usize,
    /// Visible lines below the head of an open card.
    height: usize,
}

impl CardPane {
    /// The card, where one is shown.
    pub fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// The first visible line.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Lays out the card of a quote for its area, unless it is laid out already; another quote's starts at its top.
    pub fn fit(&mut self, known: &Known, quote: QuoteId, place: (Rect, Side), revision: usize) {
        let (area, side) = place;
        self.height = usize::from(area.height.saturating_sub(HEAD)).max(1);
        let occasion = Occasion { quote, width: area.width.into(), side, revision };
        let before = self.card.as_ref().map(|card| card.occasion);
        if before != Some(occasion) {
            if before.is_some_and(|before| before.quote != quote) {
                self.top = 0;
            }
            self.card = Some(Card::of(&known.document, &known.billing, &known.marks, occasion));
        }
        self.top = self.top.min(self.most());
    }

    /// Shows no card.
    pub fn clear(&mut self) {
        self.card = None;
    }

    /// Goes back to the top.
    pub fn rewind(&mut self) {
        self.top = 0;
    }

    /// Scrolls.
    pub fn scroll(&mut self, motion: Motion) {
        self.top = motion.applied(self.top, self.height, self.most());
    }

    /// The farthest line that can be at the top.
    fn most(&self) -> usize {
        self.card.as_ref().map_or(0, |card| card.lines.len().saturating_sub(self.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::action::Way;
    use crate::app::sample;

    /// The first visible line of a card after some motions, in so many rows.
    #[track_caller]
    fn check(height: u16, motions: &[Motion], expected: &[usize]) {
        let mut pane = fitted(height);
        let mut tops = Vec::new();
        for motion in motions {
            pane.scroll(*motion);
            tops.push(pane.top());
        }
        assert_eq!(tops, expected);
    }

    fn fitted(height: u16) -> CardPane {
        let mut pane = CardPane::default();
        fit(&mut pane, 0, 40, height);
        pane
    }

    fn fit(pane: &mut CardPane, quote: usize, width: u16, height: u16) {
        let known = Known::of(sample::document());
        let place = (Rect::new(0, 0, width, height), Side::Card);
        pane.fit(&known, QuoteId::at(quote), place, 1);
    }

    #[test]
    fn a_card_scrolls_as_far_as_it_has_lines() {
        let lines = fitted(12).card().unwrap().lines.len();
        let end = Motion::End(Way::On);
        check(12, &[end, end], &[lines - 10, lines - 10]);
        check(12, &[Motion::Page(Way::On), Motion::Line(Way::Back)], &[lines - 10, lines - 11]);
        check(6, &[Motion::Page(Way::On), Motion::Half(Way::On)], &[2, 4]);
        check(60, &[end], &[0]);
        check(1, &[end], &[lines - 1]);
    }

    #[test]
    fn another_quote_starts_at_its_top_and_another_width_stays() {
        let mut pane = fitted(6);
        pane.scroll(Motion::Line(Way::On));
        fit(&mut pane, 0, 40, 6);
        assert_eq!(pane.top(), 1);
        fit(&mut pane, 0, 30, 6);
        assert_eq!((pane.top(), pane.card().unwrap().occasion.width), (1, 30));
        fit(&mut pane, 1, 30, 6);
        assert_eq!((pane.top(), pane.card().unwrap().occasion.quote.index()), (0, 1));
    }

    #[test]
    fn a_higher_pane_shows_the_last_lines_at_its_foot() {
        let mut pane = fitted(6);
        pane.scroll(Motion::End(Way::On));
        fit(&mut pane, 0, 40, 60);
        assert_eq!(pane.top(), 0);
    }

    #[test]
    fn without_a_card_nothing_scrolls() {
        let mut pane = fitted(6);
        pane.scroll(Motion::Line(Way::On));
        pane.rewind();
        assert_eq!(pane.top(), 0);
        pane.clear();
        pane.scroll(Motion::Line(Way::On));
        assert_eq!((pane.top(), pane.card()), (0, None));
    }
}
