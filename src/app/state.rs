//! All that the reader of an article sees: the document, and where they are in it.
//!
//! What follows from the document, the size and the folds (page, rows, stops) is made when one of these changes, never
//! while drawing.

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::marks::Marks;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::action::{Action, Focus, List, Way};
use crate::app::bookmark::Bookmark;
use crate::app::keymap::Mode;
use crate::app::keymap::bound::Keymap;
use crate::app::notice;
use crate::app::page::Page;
use crate::app::panes::{HEAD, Panes, Size};
use crate::app::preferences::{Detail, Preferences};
use crate::app::rows::{Fold, Folds, Row, rows};
use crate::app::scene::Scene;
use crate::app::trail::{Stop, Target, Trail, quote_stop};
use crate::text::span::Span;

/// What the reader is doing.
#[derive(Clone, Debug)]
pub struct State {
    /// The article with all that is known about it.
    pub document: Document,
    /// What the article is called.
    pub name: String,
    /// What the keys do.
    pub keymap: Keymap,
    /// The speakers in their order.
    pub billing: Billing,
    /// Where quotes and names stand.
    pub marks: Marks,
    /// The article in lines.
    pub page: Page,
    /// The rows of the list that is shown.
    pub rows: Vec<Row>,
    /// The stops of the trail.
    pub stops: Vec<Stop>,
    /// The panes; nothing where the terminal is too small.
    pub panes: Option<Panes>,
    /// Where the reader is.
    pub scene: Scene,
    /// Where the quote begins that a bookmark tells of, until it is found or the reader goes elsewhere.
    pub returning: Option<usize>,
}

impl State {
    /// A session that begins with a document, often one of which nothing is known yet.
    pub fn new(name: String, document: Document, size: Size, preferences: Preferences) -> Self {
        let scene = Scene::new(size, &preferences, notice::first(&document));
        let mut state = Self {
            document,
            name,
            keymap: preferences.keymap,
            billing: Billing::default(),
            marks: Marks::default(),
            page: Page::default(),
            rows: Vec::new(),
            stops: Vec::new(),
            panes: None,
            scene,
            returning: None,
        };
        state.understand();
        state.reflow();
        state
    }

    /// Says something in the status line until the next key.
    pub fn say(&mut self, words: &str) {
        self.scene.notice = Some(words.to_owned());
    }

    /// Says that nobody speaks here.
    pub fn say_no_speaker(&mut self) {
        let key = self.keymap.hint(Action::Step(Way::On));
        let hint = key.map_or_else(String::new, |key| format!("; {key} goes to a quote"));
        self.say(&format!("no speaker here{hint}"));
    }

    /// What the keys mean now.
    pub fn mode(&self) -> Mode {
        match (self.scene.help, self.scene.arrangement.focus) {
            (Some(_), _) => Mode::Help,
            (None, Focus::Article) => Mode::Article,
            (None, Focus::List) => Mode::List,
        }
    }

    /// Takes a document in the place of the one before; the reader stays where they are.
    pub fn open(&mut self, document: Document) {
        let speaker = match self.scene.trail {
            Trail::Speaker(id) => Some(self.document.speaker(id).name.clone()),
            Trail::Quotes | Trail::Entity(_) => None,
        };
        self.document = document;
        self.scene.revision += 1;
        self.scene.folds = Folds::default();
        let speakers = self.document.speakers().iter();
        let same = speaker.and_then(|name| speakers.clone().position(|other| other.name == name));
        self.scene.trail = same.map_or(Trail::Quotes, |at| Trail::Speaker(SpeakerId::at(at)));
        self.scene.here = self.scene.here.and_then(|here| self.quote_at(here.span.start()));
        if self.scene.here.is_none() {
            self.scene.here = self.returning.and_then(|place| self.quote_at(place));
        }
        self.understand();
        self.follow_list();
    }

    /// Where the reader is, to come back to.
    pub fn bookmark(&self) -> Bookmark {
        let quote = self.scene.here.map(|here| here.span.start());
        Bookmark { top: self.page.place_of(self.scene.top), quote: quote.or(self.returning) }
    }

    /// Goes to where a bookmark lies; its quote is gone to when it is found.
    pub fn return_to(&mut self, bookmark: Bookmark) {
        self.scroll(self.page.line_of(bookmark.top));
        self.returning = bookmark.quote;
        self.say("back where you left; g goes to the top");
    }

    /// The quote whose content begins at `place`.
    fn quote_at(&self, place: usize) -> Option<Stop> {
        let quotes = self.document.quotes();
        let at = quotes.partition_point(|quote| quote.start() < place);
        let same = quotes.get(at).is_some_and(|quote| quote.start() == place);
        same.then(|| quote_stop(&self.document, QuoteId::at(at)))
    }

    /// Makes what follows from the document.
    fn understand(&mut self) {
        self.billing = Billing::of(&self.document);
        self.marks = Marks::of(&self.document);
        self.walk(self.scene.trail);
        self.fill_rows();
    }

    /// Makes another list the trail.
    pub fn walk(&mut self, trail: Trail) {
        self.scene.trail = trail;
        self.stops = trail.stops(&self.document);
    }

    /// Makes the rows of the list anew; the cursor stays on a row that can have it.
    pub fn fill_rows(&mut self) {
        self.rows = rows(self.scene.list, &self.document, &self.billing, &self.scene.folds);
        let last = self.rows.len().saturating_sub(1);
        let from = self.scene.cursor.min(last);
        let here = self.rows.iter().skip(from).position(|row| row.takes_cursor());
        self.scene.cursor = here.map_or(from, |ahead| from + ahead);
        self.show_cursor();
    }

    /// Makes panes and page anew; the first visible words stay, and the quote that is looked at stays in sight.
    pub fn reflow(&mut self) {
        let place = self.page.place_of(self.scene.top);
        let seen = self.scene.here.filter(|here| self.sees(here.span));
        self.panes = self.scene.arrangement.panes();
        let measure = self.panes.map_or(1, |panes| usize::from(panes.measure));
        self.page = Page::flow(self.document.article(), measure);
        self.scroll(self.page.line_of(place));
        if let Some(here) = seen {
            self.show(here.span);
        }
        self.show_cursor();
    }

    /// Rows of the article that are visible.
    pub fn height(&self) -> usize {
        self.panes.map_or(1, |panes| usize::from(panes.body.height)).max(1)
    }

    /// Rows of the list that are visible, below its head.
    pub fn list_height(&self) -> usize {
        let list = self.panes.and_then(|panes| panes.list);
        list.map_or(1, |list| usize::from(list.height.saturating_sub(HEAD))).max(1)
    }

    /// Puts a line at the top, as far as the page goes.
    pub fn scroll(&mut self, line: usize) {
        self.scene.top = line.min(self.page.lines().len().saturating_sub(self.height()));
    }

    /// Whether the first line of some words is on the screen.
    pub fn sees(&self, span: Span) -> bool {
        let line = self.page.line_of(span.start());
        (self.scene.top..self.scene.top + self.height()).contains(&line)
    }

    /// Moves the page if some words are off screen: then they come to one third of the height, over a slow line to the
    /// top, so that the page moves seldom.
    pub fn show(&mut self, span: Span) {
        if !self.sees(span) {
            let line = self.page.line_of(span.start());
            let above = match self.scene.detail {
                Detail::Full => self.height() / 3,
                Detail::Lean => 0,
            };
            self.scroll(line.saturating_sub(above));
        }
    }

    /// Goes to a stop, in the article and in the list.
    pub fn go_to(&mut self, stop: Stop) {
        self.returning = None;
        self.scene.here = Some(stop);
        self.show(stop.span);
        self.follow_list();
    }

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

    /// Moves the list so that the cursor is in sight.
    pub fn show_cursor(&mut self) {
        let height = self.list_height();
        let first = (self.scene.cursor + 1).saturating_sub(height);
        let most = self.rows.len().saturating_sub(height);
        self.scene.list_top =
            self.scene.list_top.clamp(first, self.scene.cursor.max(first)).min(most.max(first));
    }

    /// The speaker of the quote that is looked at.
    pub fn speaker_here(&self) -> Option<SpeakerId> {
        match self.scene.here?.target {
            Target::Quote(id) => self.document.quote(id).speaker,
            Target::Mention(_) => None,
        }
    }
}
