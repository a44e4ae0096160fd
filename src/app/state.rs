//! All that the reader of an article sees: the document, and where they are in it.
//!
//! What follows from the document, the size and the folds (page, rows, stops) is made when one of these changes, never
//! while drawing.

use crate::annotation::document::Document;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::action::{Action, Focus, List, Way};
use crate::app::billing::Billing;
use crate::app::keymap::Mode;
use crate::app::keymap::bound::Keymap;
use crate::app::marks::Marks;
use crate::app::page::Page;
use crate::app::panes::{Arrangement, Panes, Size, View};
use crate::app::preferences::Preferences;
use crate::app::rows::{Fold, Folds, Row, rows};
use crate::app::theme_name::ThemeName;
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
}

/// Where the reader is: all that a key can change. Two equal scenes of one session look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The terminal, and how the panes are to lie.
    pub arrangement: Arrangement,
    /// The first visible line of the page.
    pub top: usize,
    /// The list that is shown.
    pub list: List,
    /// The row of the cursor.
    pub cursor: usize,
    /// The first visible row.
    pub list_top: usize,
    /// What is unfolded.
    pub folds: Folds,
    /// The list that `n` and `N` walk.
    pub trail: Trail,
    /// The quote or mention that is looked at.
    pub here: Option<Stop>,
    /// The first visible row of help, while it is open.
    pub help: Option<usize>,
    /// The colors.
    pub theme: ThemeName,
    /// What the status line says beside the quote.
    pub notice: Option<String>,
    /// How much is annotated, in percent, until all is.
    pub progress: Option<u8>,
    /// How many documents have come in.
    pub revision: usize,
    /// How often the whole screen was to be drawn anew.
    pub redraws: usize,
}

impl State {
    /// A session that begins with a document, often one of which nothing is known yet.
    pub fn new(name: String, document: Document, size: Size, preferences: Preferences) -> Self {
        let Preferences { theme, measure, keymap } = preferences;
        let arrangement = Arrangement { size, measure, view: View::Both, focus: Focus::Article };
        let scene = Scene {
            arrangement,
            top: 0,
            list: List::Speakers,
            cursor: 0,
            list_top: 0,
            folds: Folds::default(),
            trail: Trail::Quotes,
            here: None,
            help: None,
            theme,
            notice: cleaned(&document),
            progress: None,
            revision: 0,
            redraws: 0,
        };
        let mut state = Self {
            document,
            name,
            keymap,
            billing: Billing::default(),
            marks: Marks::default(),
            page: Page::default(),
            rows: Vec::new(),
            stops: Vec::new(),
            panes: None,
            scene,
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
        self.understand();
        self.follow_list();
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
        list.map_or(1, |list| usize::from(list.height.saturating_sub(2))).max(1)
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

    /// Moves the page if some words are off screen: then they come to one third of the height.
    pub fn show(&mut self, span: Span) {
        if !self.sees(span) {
            let line = self.page.line_of(span.start());
            self.scroll(line.saturating_sub(self.height() / 3));
        }
    }

    /// Goes to a stop, in the article and in the list.
    pub fn go_to(&mut self, stop: Stop) {
        self.scene.here = Some(stop);
        self.show(stop.span);
        self.follow_list();
    }

    /// Puts the list's cursor on the row of what is looked at.
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

/// What to tell of the text before anything else.
fn cleaned(document: &Document) -> Option<String> {
    let article = document.article();
    match (article.hidden(), article.leftovers()) {
        (0, _) => None,
        (1, _) => Some("1 hidden character taken out".to_owned()),
        (hidden, _) => Some(format!("{hidden} hidden characters taken out")),
    }
}
