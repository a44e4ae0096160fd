//! The list in the side pane: its rows, its cursor, and what is folded or filtered.
//!
//! The rows follow from the document, the folds, the filter and the width of the pane, and the cursor is always on a row
//! that takes it; that is why all of it is private here.

use ratatui::layout::Rect;

use crate::annotation::quote::QuoteId;
use crate::app::keys::action::{List, Motion};
use crate::app::state::chart::Chart;
use crate::app::state::filter::filtered;
use crate::app::state::known::Known;
use crate::app::state::panes::HEAD;
use crate::app::state::preferences::Detail;
use crate::app::state::rows::{Fold, Folds, Row, rows};
use crate::app::state::trail::{Stop, Target};

/// What decides which rows are visible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPosition {
    shown: List,
    cursor: usize,
    top: usize,
    folds: Folds,
    filter: Option<String>,
}

/// The list in the side pane.
#[derive(Clone, Debug)]
pub struct ListPane {
    position: ListPosition,
    rows: Vec<Row>,
    chart: Chart,
    area: Option<Rect>,
    detail: Detail,
}

impl ListPane {
    /// The list of speakers in its area, with everything folded.
    pub fn new(known: &Known, area: Option<Rect>, detail: Detail) -> Self {
        let (shown, folds) = (List::Speakers, Folds::default());
        let position = ListPosition { shown, cursor: 0, top: 0, folds, filter: None };
        let (rows, chart) = (Vec::new(), Chart::default());
        let mut list = Self { position, rows, chart, area, detail };
        list.fill(known);
        list
    }

    /// What is visible.
    pub fn position(&self) -> &ListPosition {
        &self.position
    }

    /// Which list it is.
    pub fn shown(&self) -> List {
        self.position.shown
    }

    /// The rows of the list.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row with the cursor, by its number from 0.
    pub fn cursor(&self) -> usize {
        self.position.cursor
    }

    /// The row with the cursor; nothing in an empty list.
    pub fn row(&self) -> Option<Row> {
        self.rows.get(self.position.cursor).copied()
    }

    /// The first visible row.
    pub fn top(&self) -> usize {
        self.position.top
    }

    /// The words that the rows are filtered by.
    pub fn filter(&self) -> Option<&str> {
        self.position.filter.as_deref()
    }

    /// How the overview is laid out.
    pub fn chart(&self) -> &Chart {
        &self.chart
    }

    /// Visible rows, below the head.
    pub fn height(&self) -> usize {
        let around = HEAD + self.chart.around(self.position.shown);
        self.area.map_or(1, |area| usize::from(area.height.saturating_sub(around))).max(1)
    }

    /// Takes another area; the rows of the overview follow from it, and the cursor stays with its speaker.
    pub fn fit(&mut self, known: &Known, area: Option<Rect>) {
        self.area = area;
        if self.position.shown == List::Overview {
            let row = self.row();
            self.fill(known);
            let same = self.rows.iter().position(|other| Some(*other) == row);
            self.position.cursor = same.unwrap_or(self.position.cursor);
        }
        self.keep_cursor_in_view();
    }

    /// Takes a new document, whose speakers and entities have other numbers: all is folded again.
    pub fn take_document(&mut self, known: &Known) {
        self.position.folds = Folds::default();
        self.fill(known);
    }

    /// Shows a list from its top, without a filter.
    pub fn show(&mut self, list: List, known: &Known) {
        self.position.shown = list;
        self.filter_by("", known);
    }

    /// Shows only the rows that match some words, the best first; all rows where there are no words.
    pub fn filter_by(&mut self, words: &str, known: &Known) {
        self.position.filter = (!words.is_empty()).then(|| words.to_owned());
        self.position.cursor = 0;
        self.position.top = 0;
        self.fill(known);
    }

    /// Makes the rows anew; the cursor stays on a row that takes it.
    fn fill(&mut self, known: &Known) {
        let Known { document, billing, overview, .. } = known;
        self.chart = Chart::fitting(self.area, overview.longest_name(document), self.detail);
        let (shown, lines) = (self.position.shown, self.chart.lines);
        self.rows = match &self.position.filter {
            Some(words) => filtered(shown, document, billing, words, lines),
            None => rows(shown, document, billing, &self.position.folds, lines),
        };
        let cursor = self.position.cursor;
        self.position.cursor = self.at_or_below(cursor).or_else(|| self.above(cursor)).unwrap_or(0);
        self.keep_cursor_in_view();
    }

    /// The row that a motion leads to: the nearest one that takes the cursor.
    pub fn row_after(&self, motion: Motion) -> Option<usize> {
        let most = self.rows.len().saturating_sub(1);
        let cursor = self.position.cursor;
        let target = motion.applied(cursor, self.height(), most);
        if target >= cursor {
            self.at_or_below(target).or_else(|| self.above(target))
        } else {
            self.above(target + 1).or_else(|| self.at_or_below(target))
        }
    }

    /// The first row that takes the cursor from a row on.
    fn at_or_below(&self, row: usize) -> Option<usize> {
        (row..self.rows.len()).find(|row| self.takes_cursor(*row))
    }

    /// The last row that takes the cursor above a row.
    fn above(&self, row: usize) -> Option<usize> {
        (0..row).rev().find(|row| self.takes_cursor(*row))
    }

    fn takes_cursor(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.takes_cursor())
    }

    /// Puts the cursor on a row that takes it; gives that row.
    pub fn go_to(&mut self, row: usize) -> Option<Row> {
        if !self.takes_cursor(row) {
            return None;
        }
        self.position.cursor = row;
        self.keep_cursor_in_view();
        self.row()
    }

    /// Folds or unfolds what the row with the cursor belongs to; the cursor goes to the row that stays.
    pub fn toggle_fold(&mut self, known: &Known) {
        let Some(row) = self.row() else { return };
        if self.position.folds.toggle(row, &known.document) {
            self.fill(known);
            let holder = |other: &Row| other.holds(row, &known.document);
            if let Some(at) = self.rows.iter().position(holder) {
                self.position.cursor = at;
                self.keep_cursor_in_view();
            }
        }
    }

    /// Puts the cursor on the row of a stop, unfolding what holds it. The list moves only if that row is out of view, and
    /// then far enough to stay where it is for a while.
    pub fn follow(&mut self, stop: Stop, known: &Known) {
        if let (List::Speakers, Target::Quote(id)) = (self.position.shown, stop.target)
            && self.unfold(id, known)
        {
            self.fill(known);
        }
        let row = self.rows.iter().position(|row| row.leads_to(stop, &known.document));
        self.position.cursor = row.unwrap_or(self.position.cursor);
        let visible = self.position.top..self.position.top + self.height();
        if !visible.contains(&self.position.cursor) {
            self.position.top = self.position.cursor.saturating_sub(self.height() / 3);
        }
        self.keep_cursor_in_view();
    }

    /// Unfolds what holds a quote; whether that changed anything.
    fn unfold(&mut self, id: QuoteId, known: &Known) -> bool {
        let folds = &mut self.position.folds;
        match known.document.quote(id).speaker {
            Some(speaker) => folds.speakers.insert(speaker),
            None => std::mem::replace(&mut folds.nobody, Fold::Open) == Fold::Closed,
        }
    }

    /// Scrolls so that the cursor is visible, and the strip below it.
    fn keep_cursor_in_view(&mut self) {
        let height = self.height();
        let (cursor, top) = (self.position.cursor, self.position.top);
        let below = self.rows.get(cursor + 1);
        let strip = below.is_some_and(|row| matches!(row, Row::Strip(_))) && height > 1;
        let first = (cursor + 1 + usize::from(strip)).saturating_sub(height);
        let most = self.rows.len().saturating_sub(height);
        self.position.top = top.clamp(first, cursor.max(first)).min(most.max(first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Document;
    use crate::annotation::sample::annotated;
    use crate::app::keys::action::Way;
    use crate::app::sample;
    use crate::app::state::trail::quote_stop;

    /// A list in a pane of so many columns and rows.
    fn list(list: List, width: u16, height: u16) -> (ListPane, Known) {
        let known = Known::of(sample::document());
        let mut pane = ListPane::new(&known, Some(Rect::new(0, 0, width, height)), Detail::Full);
        pane.show(list, &known);
        (pane, known)
    }

    /// The rows that some motions lead to.
    #[track_caller]
    fn check(shown: List, motions: &[Motion], expected: &[usize]) {
        let (mut list, _) = list(shown, 32, 6);
        let mut cursors = Vec::new();
        for motion in motions {
            if let Some(row) = list.row_after(*motion) {
                list.go_to(row);
            }
            cursors.push(list.cursor());
        }
        assert_eq!(cursors, expected);
    }

    #[test]
    fn a_motion_skips_rows_that_do_not_take_the_cursor() {
        let (on, back) = (Motion::Line(Way::On), Motion::Line(Way::Back));
        // Person, Ann, Hugh, Place, Ely
        check(List::Entities, &[on, on, back, back, back], &[2, 4, 2, 1, 1]);
        check(List::Entities, &[Motion::End(Way::On), on, Motion::End(Way::Back)], &[4, 4, 1]);
        // a share and its strip each
        check(List::Overview, &[on, on, on, back], &[2, 4, 4, 2]);
        check(List::Overview, &[Motion::End(Way::On)], &[4]);
    }

    #[test]
    fn a_motion_goes_by_the_visible_rows() {
        let (on, back) = (Motion::Page(Way::On), Motion::Page(Way::Back));
        check(List::Quotes, &[on, on, back], &[2, 4, 2]);
        check(List::Quotes, &[Motion::Half(Way::On)], &[2]);
    }

    #[test]
    fn an_empty_list_has_no_cursor() {
        let (mut list, known) = list(List::Quotes, 32, 6);
        list.filter_by("zzz", &known);
        assert_eq!((list.row(), list.cursor()), (None, 0));
        assert_eq!(list.row_after(Motion::Line(Way::On)), None);
        list.toggle_fold(&known);
        assert_eq!(list.go_to(0), None);
    }

    #[test]
    fn the_cursor_stays_off_rows_without_a_cursor() {
        let (mut list, _) = list(List::Entities, 32, 6);
        assert_eq!(list.cursor(), 1);
        assert_eq!(list.go_to(3), None);
        assert_eq!((list.cursor(), list.go_to(4)), (1, Some(list.rows()[4])));
    }

    #[test]
    fn fewer_rows_in_a_new_document_keep_the_cursor_on_one() {
        let (mut list, _) = list(List::Overview, 32, 6);
        list.go_to(4);
        let known = Known::of(annotated("{1 “It cracks,”} said [1 Ann Lee]."));
        list.take_document(&known);
        assert_eq!(list.rows().len(), 2);
        assert_eq!(list.cursor(), 0);
        list.take_document(&Known::of(Document::unread(known.document.article().clone())));
        assert_eq!((list.cursor(), list.top()), (0, 0));
    }

    #[test]
    fn a_new_document_folds_everything() {
        let (mut list, known) = list(List::Speakers, 32, 6);
        list.toggle_fold(&known);
        assert_eq!(list.rows().len(), 8);
        list.take_document(&known);
        assert_eq!(list.rows().len(), 3);
    }

    #[test]
    fn folding_leaves_the_cursor_on_the_row_that_stays() {
        let (mut list, known) = list(List::Speakers, 32, 6);
        list.toggle_fold(&known);
        list.go_to(4);
        list.toggle_fold(&known);
        assert_eq!((list.rows().len(), list.cursor()), (3, 0));
        list.go_to(2);
        list.toggle_fold(&known);
        assert_eq!((list.rows().len(), list.cursor()), (4, 2));
        list.go_to(3);
        list.toggle_fold(&known);
        assert_eq!((list.rows().len(), list.cursor()), (3, 2));
        list.show(List::Entities, &known);
        list.go_to(2);
        list.toggle_fold(&known);
        list.go_to(4);
        list.toggle_fold(&known);
        assert_eq!((list.rows().len(), list.cursor()), (5, 2));
    }

    #[test]
    fn folding_scrolls_up_to_the_row_that_stays() {
        let (mut list, known) = list(List::Speakers, 32, 4);
        list.toggle_fold(&known);
        list.go_to(5);
        assert_eq!(list.top(), 4);
        list.toggle_fold(&known);
        assert_eq!((list.cursor(), list.top()), (0, 0));
    }

    #[test]
    fn another_list_or_filter_begins_at_its_top() {
        let (mut list, known) = list(List::Quotes, 32, 4);
        list.go_to(6);
        assert_eq!(list.top(), 5);
        list.filter_by("pay", &known);
        assert_eq!((list.cursor(), list.top(), list.rows().len()), (0, 0, 4));
        assert_eq!(list.filter(), Some("pay"));
        list.show(List::Entities, &known);
        assert_eq!((list.cursor(), list.top(), list.filter()), (1, 0, None));
    }

    #[test]
    fn following_a_stop_unfolds_what_holds_it() {
        let (mut list, known) = list(List::Speakers, 32, 20);
        for (quote, cursor) in [(0, 2), (6, 5), (3, 8), (4, 10)] {
            let id = QuoteId::at(quote);
            list.follow(quote_stop(&known.document, id), &known);
            assert_eq!((list.cursor(), list.row()), (cursor, Some(Row::Quote(id))));
        }
        assert_eq!(list.rows().len(), 11);
    }

    #[test]
    fn following_a_stop_in_another_list_unfolds_nothing() {
        let (mut list, known) = list(List::Entities, 32, 20);
        list.follow(quote_stop(&known.document, QuoteId::at(3)), &known);
        assert_eq!((list.cursor(), list.rows().len()), (1, 5));
        let stop = list.rows()[2].stop(&known.document).unwrap();
        list.follow(stop, &known);
        assert_eq!(list.cursor(), 2);
    }

    #[test]
    fn following_moves_the_list_only_if_the_row_is_out_of_view_and_then_by_a_third() {
        let (mut list, known) = list(List::Quotes, 32, 5);
        let mut tops = Vec::new();
        for quote in [2, 3, 4, 5, 6, 4, 3, 0] {
            list.follow(quote_stop(&known.document, QuoteId::at(quote)), &known);
            tops.push(list.top());
        }
        assert_eq!(tops, [0, 2, 2, 4, 4, 4, 2, 0]);
    }

    #[test]
    fn the_strip_below_the_cursor_is_visible() {
        let (mut list, _) = list(List::Overview, 32, 6);
        assert_eq!(list.height(), 3);
        list.go_to(2);
        assert_eq!(list.top(), 1);
        list.go_to(4);
        assert_eq!(list.top(), 3);
        list.go_to(0);
        assert_eq!(list.top(), 0);
    }

    #[test]
    fn in_one_row_the_cursor_is_visible_alone() {
        let (mut list, _) = list(List::Overview, 32, 3);
        assert_eq!(list.height(), 1);
        list.go_to(2);
        assert_eq!(list.top(), 2);
    }

    #[test]
    fn the_rows_take_what_head_and_foot_leave() {
        assert_eq!(list(List::Speakers, 32, 12).0.height(), 10);
        assert_eq!(list(List::Overview, 32, 12).0.height(), 6);
        assert_eq!(list(List::Speakers, 32, 2).0.height(), 1);
        let (mut list, known) = list(List::Speakers, 32, 12);
        list.fit(&known, None);
        assert_eq!(list.height(), 1);
    }

    #[test]
    fn another_width_keeps_the_speaker_of_the_overview() {
        let (mut list, known) = list(List::Overview, 32, 12);
        list.go_to(2);
        let row = list.row();
        list.fit(&known, Some(Rect::new(0, 0, 120, 12)));
        assert_eq!((list.rows().len(), list.cursor(), list.row()), (3, 1, row));
        list.fit(&known, Some(Rect::new(0, 0, 32, 5)));
        assert_eq!((list.rows().len(), list.cursor(), list.row()), (6, 2, row));
        assert_eq!(list.top(), 1);
    }

    #[test]
    fn less_height_keeps_the_cursor_visible() {
        let (mut list, known) = list(List::Quotes, 32, 12);
        list.go_to(6);
        assert_eq!(list.top(), 0);
        list.fit(&known, Some(Rect::new(0, 0, 32, 5)));
        assert_eq!(list.top(), 4);
        list.fit(&known, Some(Rect::new(0, 0, 32, 12)));
        assert_eq!(list.top(), 0, "no blank rows at the end");
    }
}
