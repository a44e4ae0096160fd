//! The cursor of the list: on the row of what is looked at, and in sight.

use crate::annotation::quote::QuoteId;
use crate::app::keys::action::List;
use crate::app::state::State;
use crate::app::state::rows::{Fold, Row};
use crate::app::state::trail::Target;

impl State {
    /// Puts the list's cursor on the row of what is looked at. The list moves only if that is out of sight, and then far
    /// enough to stand still for a while.
    pub fn follow_list(&mut self) {
        let Some(here) = self.scene.here else { return };
        if let (List::Speakers, Target::Quote(id)) = (self.scene.list, here.target)
            && self.unfold(id)
        {
            self.fill_rows();
        }
        if let Some(row) = self.rows.iter().position(|row| row.leads_to(here, &self.document)) {
            self.scene.cursor = row;
        }
        let visible = self.scene.list_top..self.scene.list_top + self.list_height();
        if !visible.contains(&self.scene.cursor) {
            self.scene.list_top = self.scene.cursor.saturating_sub(self.list_height() / 3);
        }
        self.show_cursor();
    }

    /// Unfolds what holds a quote; whether that changed anything.
    fn unfold(&mut self, id: QuoteId) -> bool {
        let folds = &mut self.scene.folds;
        match self.document.quote(id).speaker {
            Some(speaker) => folds.speakers.insert(speaker),
            None => std::mem::replace(&mut folds.nobody, Fold::Open) == Fold::Closed,
        }
    }

    /// Moves the list so that the cursor is in sight, and the strip below it.
    pub fn show_cursor(&mut self) {
        let height = self.list_height();
        let below = self.rows.get(self.scene.cursor + 1);
        let strip = below.is_some_and(|row| matches!(row, Row::Strip(_))) && height > 1;
        let first = (self.scene.cursor + 1 + usize::from(strip)).saturating_sub(height);
        let most = self.rows.len().saturating_sub(height);
        self.scene.list_top =
            self.scene.list_top.clamp(first, self.scene.cursor.max(first)).min(most.max(first));
    }
}
