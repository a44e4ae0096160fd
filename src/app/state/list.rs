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
