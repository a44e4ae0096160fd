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
