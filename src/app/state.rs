//! All that the reader of an article sees: the document, and where they are in it.
//!
//! What follows from the document, the size and the folds (page, rows, stops) is made when one of these changes, never
//! while drawing.

pub mod bookmark;
pub mod card;
pub mod chart;
pub mod cursor;
pub mod filter;
pub mod jumps;
pub mod known;
pub mod notice;
pub mod page;
pub mod panes;
pub mod preferences;
pub mod prompt;
pub mod rows;
pub mod scene;
pub mod search;
pub mod theme_name;
pub mod trail;
pub mod wanted;

use std::collections::BTreeMap;

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::marks::Marks;
use crate::annotation::shares::Overview;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::{Action, Focus, List, Way};
use crate::app::keys::bound::Keymap;
use crate::app::keys::table::Mode;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::card::Card;
use crate::app::state::chart::Chart;
use crate::app::state::filter::filtered;
use crate::app::state::jumps::Jumps;
use crate::app::state::known::Known;
use crate::app::state::page::Page;
use crate::app::state::panes::{HEAD, Panes, Size};
use crate::app::state::preferences::{Detail, Preferences};
use crate::app::state::prompt::History;
use crate::app::state::rows::{Row, rows};
use crate::app::state::scene::{Paragraphs, Scene};
use crate::app::state::search::Searched;
use crate::app::state::trail::{Stop, Target, Trail};
use crate::app::state::wanted::Wanted;
use crate::text::span::Span;

/// What the reader is doing.
#[derive(Clone, Debug)]
pub struct State {
    /// The article with all that is known about it.
    pub document: Document,
    /// What the article is called.
    pub name: String,
    /// The same as the name of a file, without ending.
    pub id: String,
    /// What the keys do.
    pub keymap: Keymap,
    /// The speakers in their order.
    pub billing: Billing,
    /// How much they say, and where.
    pub overview: Overview,
    /// Where quotes and names stand.
    pub marks: Marks,
    /// The article in lines.
    pub page: Page,
    /// The rows of the list that is shown.
    pub rows: Vec<Row>,
    /// How the overview lies in the side pane.
    pub chart: Chart,
    /// The card of the quote that is looked at, where it is shown.
    pub card: Option<Card>,
    /// The stops of the trail.
    pub stops: Vec<Stop>,
    /// The panes; nothing where the terminal is too small.
    pub panes: Option<Panes>,
    /// Where the reader is.
    pub scene: Scene,
    /// Where the quote begins that a bookmark tells of, until it is found or the reader goes elsewhere.
    pub returning: Option<usize>,
    /// What was asked for from outside, until it is gone to.
    pub wanted: Option<Wanted>,
    /// The text made ready to be searched.
    pub searched: Searched,
    /// The hits of the search, in the order of the text.
    pub hits: Vec<Span>,
    /// The lines that were typed.
    pub history: History,
    /// Where the line that is typed was begun, and on which trail.
    pub left: (Bookmark, Trail),
    /// Where the reader has been.
    pub jumps: Jumps,
    /// The places that letters mark.
    pub letters: BTreeMap<char, Bookmark>,
}

impl State {
    /// A session that begins with a document, often one of which nothing is known yet.
    pub fn new(name: String, document: Document, size: Size, preferences: Preferences) -> Self {
        let scene = Scene::new(size, &preferences, notice::first(&document));
        let Known { document, billing, overview, marks } = Known::of(document);
        let mut state = Self {
            document,
            id: name.clone(),
            name,
            keymap: preferences.keymap,
            billing,
            overview,
            marks,
            page: Page::default(),
            rows: Vec::new(),
            chart: Chart::default(),
            card: None,
            stops: Vec::new(),
            panes: None,
            scene,
            returning: None,
            wanted: None,
            searched: Searched::default(),
            hits: Vec::new(),
            history: History::default(),
            left: <(Bookmark, Trail)>::default(),
            jumps: Jumps::default(),
            letters: BTreeMap::new(),
        };
        state.walk(Trail::Quotes);
        state.fill_rows();
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
        if self.scene.prompt.is_some() {
            return Mode::Typing;
        }
        if self.scene.awaits.is_some() {
            return Mode::Letter;
        }
        if self.scene.menu.is_some() {
            return Mode::Menu;
        }
        match (self.scene.help, self.scene.arrangement.focus) {
            (Some(_), _) => Mode::Help,
            (None, Focus::Article) => Mode::Article,
            (None, Focus::List) => Mode::List,
        }
    }

    /// Makes another list the trail.
    pub fn walk(&mut self, trail: Trail) {
        self.scene.trail = trail;
        self.stops = trail.stops(&self.document, &self.hits);
    }

    /// Makes the rows of the list anew; the cursor stays on a row that can have it.
    pub fn fill_rows(&mut self) {
        let longest = self.overview.longest_name(&self.document);
        self.chart = Chart::fitting(self.panes, longest, self.scene.detail);
        let (shown, lines) = (self.scene.list, self.chart.lines);
        self.rows = match &self.scene.filter {
            Some(words) => filtered(shown, &self.document, &self.billing, words, lines),
            None => rows(shown, &self.document, &self.billing, &self.scene.folds, lines),
        };
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
        let article = self.document.article();
        self.page = match self.scene.paragraphs {
            Paragraphs::All => Page::flow(article, measure),
            Paragraphs::WithQuotes => {
                let quotes = self.document.quotes();
                Page::flow_where(article, measure, |block| {
                    let next = quotes.partition_point(|quote| quote.reach().end() <= block.start());
                    quotes.get(next).is_some_and(|quote| quote.start() < block.end())
                })
            }
        };
        self.scroll(self.page.line_of(place));
        if let Some(here) = seen {
            self.show(here.span);
        }
        self.fit_list();
    }

    /// Lays the panes anew where the text stays as it is.
    pub fn rearrange(&mut self) {
        let panes = self.scene.arrangement.panes();
        if panes.map(|panes| panes.measure) != self.panes.map(|panes| panes.measure) {
            return self.reflow();
        }
        self.panes = panes;
        self.fit_list();
    }

    /// Fits the list to its pane; the rows of the overview follow from that, and the cursor stays with its speaker.
    fn fit_list(&mut self) {
        if self.scene.list == List::Overview {
            let row = self.rows.get(self.scene.cursor).copied();
            self.fill_rows();
            let same = self.rows.iter().position(|other| Some(*other) == row);
            self.scene.cursor = same.unwrap_or(self.scene.cursor);
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
        let around = HEAD + self.chart.around(self.scene.list);
        list.map_or(1, |list| usize::from(list.height.saturating_sub(around))).max(1)
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
        self.look_at(stop);
        self.follow_list();
    }

    /// Goes to a stop in the article alone; a paragraph that was left out comes back for it.
    pub fn look_at(&mut self, stop: Stop) {
        self.returning = None;
        if !self.page.holds(stop.span.start()) {
            self.scene.paragraphs = Paragraphs::All;
            self.reflow();
        }
        self.scene.here = Some(stop);
        self.show(stop.span);
    }

    /// The speaker of the quote that is looked at.
    pub fn speaker_here(&self) -> Option<SpeakerId> {
        match self.scene.here?.target {
            Target::Quote(id) => self.document.quote(id).speaker,
            Target::Mention(_) | Target::Hit => None,
        }
    }
}
