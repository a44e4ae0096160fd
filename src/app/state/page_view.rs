//! The page in its pane: where the panes are, how the article is set, and which of its lines are visible.
//!
//! Panes and page follow from the arrangement and the choice of paragraphs, so all of them are private here and made anew
//! together.

use crate::annotation::document::Document;
use crate::app::keys::action::{Focus, Motion, Way};
use crate::app::state::page::Page;
use crate::app::state::panes::{Arrangement, Panes, Side, Size, View};
use crate::app::state::preferences::{Detail, Preferences};
use crate::text::span::Span;

/// Which paragraphs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paragraphs {
    /// All of them.
    All,
    /// Those with a quote.
    WithQuotes,
}

/// What decides which words of the article are visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePosition {
    /// The terminal, and how the panes are arranged in it.
    pub arrangement: Arrangement,
    /// Which paragraphs are shown.
    pub paragraphs: Paragraphs,
    /// The first visible line of the page.
    pub top: usize,
}

/// The article's page as the reader sees it.
#[derive(Clone, Debug)]
pub struct PageView {
    position: PagePosition,
    detail: Detail,
    panes: Option<Panes>,
    page: Page,
}

impl PageView {
    /// The top of a document in a terminal of this size.
    pub fn new(document: &Document, size: Size, preferences: &Preferences) -> Self {
        let arrangement = Arrangement {
            size,
            measure: preferences.measure,
            view: match preferences.detail {
                Detail::Full => View::Both,
                Detail::Lean => View::One,
            },
            focus: Focus::Article,
            side: Side::List,
        };
        let position = PagePosition { arrangement, paragraphs: Paragraphs::All, top: 0 };
        let detail = preferences.detail;
        let mut view = Self { position, detail, panes: None, page: Page::default() };
        view.reflow(document, None);
        view
    }

    /// What is visible.
    pub fn position(&self) -> PagePosition {
        self.position
    }

    /// How the panes are arranged.
    pub fn arrangement(&self) -> Arrangement {
        self.position.arrangement
    }

    /// The pane that receives keys.
    pub fn focus(&self) -> Focus {
        self.position.arrangement.focus
    }

    /// What the side pane shows.
    pub fn side(&self) -> Side {
        self.position.arrangement.side
    }

    /// The panes; nothing where the terminal is too small.
    pub fn panes(&self) -> Option<Panes> {
        self.panes
    }

    /// How much is drawn.
    pub fn detail(&self) -> Detail {
        self.detail
    }

    /// The article in lines.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The first visible line.
    pub fn top(&self) -> usize {
        self.position.top
    }

    /// The byte where the first visible line begins.
    pub fn first_byte(&self) -> usize {
        self.page.place_of(self.position.top)
    }

    /// Visible lines of the article.
    pub fn height(&self) -> usize {
        self.panes.map_or(1, |panes| usize::from(panes.body.height)).max(1)
    }

    /// Changes the arrangement; the first visible words stay first, and `current`, where it is visible, stays visible.
    pub fn arrange(
        &mut self,
        document: &Document,
        current: Option<Span>,
        change: impl FnOnce(&mut Arrangement),
    ) {
        let size = self.position.arrangement.size;
        change(&mut self.position.arrangement);
        let panes = self.position.arrangement.panes();
        let measure = |panes: Option<Panes>| panes.map(|panes| panes.measure);
        if size == self.position.arrangement.size && measure(panes) == measure(self.panes) {
            self.panes = panes;
        } else {
            self.reflow(document, current);
        }
    }

    /// Shows all paragraphs or those with quotes.
    pub fn show_paragraphs(
        &mut self,
        document: &Document,
        current: Option<Span>,
        paragraphs: Paragraphs,
    ) {
        self.position.paragraphs = paragraphs;
        self.reflow(document, current);
    }

    /// Leaves out paragraphs by the quotes of a new document, if some are left out at all.
    pub fn take_document(&mut self, document: &Document, current: Option<Span>) {
        if self.position.paragraphs == Paragraphs::WithQuotes {
            self.reflow(document, current);
        }
    }

    /// Makes panes and page anew.
    fn reflow(&mut self, document: &Document, current: Option<Span>) {
        let first = self.first_byte();
        let seen = current.filter(|span| self.sees(*span));
        self.panes = self.position.arrangement.panes();
        let measure = self.panes.map_or(1, |panes| usize::from(panes.measure));
        self.page = flowed(document, self.position.paragraphs, measure);
        self.scroll_to(self.page.line_of(first));
        if let Some(span) = seen {
            self.bring_into_view(span);
        }
    }

    /// Moves the page.
    pub fn scroll(&mut self, motion: Motion) {
        // over a slow line a line costs as much as a page
        let motion = match (motion, self.detail) {
            (Motion::Line(way), Detail::Lean) => Motion::Page(way),
            (motion, _) => motion,
        };
        self.scroll_to(motion.applied(self.position.top, self.height(), self.page.lines().len()));
    }

    /// Moves the page by some lines, as a wheel does.
    pub fn scroll_by(&mut self, lines: usize, way: Way) {
        self.scroll_to(match way {
            Way::On => self.position.top + lines,
            Way::Back => self.position.top.saturating_sub(lines),
        });
    }

    /// Puts a line at the top, as far as the page reaches.
    pub fn scroll_to(&mut self, line: usize) {
        self.position.top = line.min(self.page.lines().len().saturating_sub(self.height()));
    }

    /// Whether the first line of some words is visible.
    pub fn sees(&self, span: Span) -> bool {
        let line = self.page.line_of(span.start());
        (self.position.top..self.position.top + self.height()).contains(&line)
    }

    /// Scrolls to some words if they are off screen: to a third of the height, or over a slow line to the top, so that
    /// the page moves seldom.
    pub fn bring_into_view(&mut self, span: Span) {
        if !self.sees(span) {
            let above = match self.detail {
                Detail::Full => self.height() / 3,
                Detail::Lean => 0,
            };
            self.scroll_to(self.page.line_of(span.start()).saturating_sub(above));
        }
    }
}

fn flowed(document: &Document, paragraphs: Paragraphs, measure: usize) -> Page {
    match paragraphs {
        Paragraphs::All => Page::flow(document.article(), measure),
        Paragraphs::WithQuotes => {
            let quotes = document.quotes();
            Page::flow_where(document.article(), measure, |block| {
                let next = quotes.partition_point(|quote| quote.reach().end() <= block.start());
                quotes.get(next).is_some_and(|quote| quote.start() < block.end())
            })
        }
    }
}
