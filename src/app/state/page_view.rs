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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::annotated;
    use crate::app::sample;
    use crate::app::state::panes::Measure;

    /// A page of fifteen lines, of which so many are visible.
    fn view(height: u16, detail: Detail) -> (PageView, Document) {
        let document = sample::document();
        let preferences = Preferences { detail, ..Preferences::default() };
        let size = Size { width: 80, height: height + 2 };
        (PageView::new(&document, size, &preferences), document)
    }

    /// The first visible lines after some motions.
    #[track_caller]
    fn check(detail: Detail, motions: &[Motion], expected: &[usize]) {
        let (mut view, _) = view(6, detail);
        let mut tops = Vec::new();
        for motion in motions {
            view.scroll(*motion);
            tops.push(view.top());
        }
        assert_eq!(tops, expected);
    }

    #[test]
    fn a_page_leaves_two_lines_in_sight() {
        let (on, back) = (Motion::Page(Way::On), Motion::Page(Way::Back));
        check(Detail::Full, &[on, on, on, back], &[4, 8, 9, 5]);
    }

    #[test]
    fn over_a_slow_line_a_line_is_a_page() {
        let (on, back) = (Motion::Line(Way::On), Motion::Line(Way::Back));
        check(Detail::Full, &[on, on, back], &[1, 2, 1]);
        check(Detail::Lean, &[on, on, back], &[4, 8, 4]);
        check(Detail::Lean, &[Motion::Half(Way::On), Motion::End(Way::Back)], &[3, 0]);
    }

    #[test]
    fn the_page_ends_at_the_last_line_of_the_screen() {
        check(Detail::Full, &[Motion::End(Way::On), Motion::Line(Way::On)], &[9, 9]);
        let (mut view, _) = view(20, Detail::Full);
        view.scroll_to(3);
        assert_eq!(view.top(), 0);
    }

    #[test]
    fn the_wheel_scrolls_lines_over_a_slow_line_too() {
        let (mut view, _) = view(6, Detail::Lean);
        view.scroll_by(3, Way::On);
        view.scroll_by(1, Way::Back);
        assert_eq!(view.top(), 2);
        view.scroll_by(3, Way::Back);
        assert_eq!(view.top(), 0);
    }

    #[test]
    fn words_off_screen_come_to_a_third_of_the_height() {
        for (from, quote, detail, top) in [
            (0, 1, Detail::Full, 4),
            (1, 1, Detail::Full, 1),
            (6, 1, Detail::Full, 6),
            (7, 1, Detail::Full, 4),
            (9, 0, Detail::Full, 0),
            (0, 1, Detail::Lean, 6),
            (1, 1, Detail::Lean, 1),
        ] {
            let (mut view, document) = view(6, detail);
            view.scroll_to(from);
            view.bring_into_view(document.quotes()[quote].reach());
            assert_eq!(view.top(), top, "from {from}");
        }
    }

    #[test]
    fn a_line_is_seen_from_the_top_to_the_bottom() {
        let (mut view, document) = view(6, Detail::Full);
        let span = document.quotes()[1].reach();
        let seen = (0..10).filter(|top| {
            view.scroll_to(*top);
            view.sees(span)
        });
        assert_eq!(seen.collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn another_size_keeps_the_first_word_or_else_the_current_quote_in_view() {
        let narrow = |current: Option<usize>, top| {
            let (mut view, document) = view(8, Detail::Full);
            view.scroll_to(top);
            let current = current.map(|quote| document.quotes()[quote].reach());
            view.arrange(&document, current, |arrangement| {
                arrangement.size = Size { width: 22, height: 8 };
            });
            let first = view.page().lines()[view.top()].span.of(document.text());
            (first.to_owned(), current.is_some_and(|span| view.sees(span)))
        };
        assert_eq!(narrow(None, 2), ("“It cracks,” Ann".to_owned(), false));
        assert_eq!(narrow(Some(0), 2), ("“It cracks,” Ann".to_owned(), true));
        assert!(narrow(Some(2), 2).1);
        assert_eq!(
            narrow(Some(6), 2),
            ("“It cracks,” Ann".to_owned(), false),
            "it was not in view"
        );
    }

    #[test]
    fn another_height_keeps_the_page_full() {
        let (mut view, document) = view(6, Detail::Full);
        view.scroll_to(9);
        view.arrange(&document, None, |arrangement| arrangement.size.height = 13);
        assert_eq!((view.height(), view.top()), (10, 5));
    }

    #[test]
    fn another_focus_leaves_the_page_as_it_is() {
        let (mut view, document) = view(6, Detail::Full);
        view.scroll_to(3);
        view.arrange(&document, None, |arrangement| arrangement.side = Side::Card);
        assert_eq!(view.top(), 3);
        assert!(view.panes().unwrap().card.is_some(), "but the panes change");
    }

    #[test]
    fn another_measure_flows_the_page_anew() {
        let (mut view, document) = view(6, Detail::Full);
        assert_eq!(view.page().lines().len(), 15);
        view.arrange(&document, None, |arrangement| arrangement.measure = Measure::Columns(20));
        assert!(view.page().lines().len() > 15);
    }

    #[test]
    fn in_a_terminal_that_is_too_small_a_line_is_visible() {
        let (mut view, document) = view(6, Detail::Full);
        view.arrange(&document, None, |arrangement| arrangement.size.width = 10);
        assert_eq!((view.panes(), view.height()), (None, 1));
    }

    /// The lines of the paragraphs with quotes, by marked text.
    #[track_caller]
    fn check_folded(marked: &str, expected: &[&str]) {
        let document = annotated(marked);
        let size = Size { width: 80, height: 24 };
        let mut view = PageView::new(&document, size, &Preferences::default());
        view.show_paragraphs(&document, None, Paragraphs::WithQuotes);
        let lines = view.page().lines().iter().map(|line| line.span.of(document.text()));
        assert_eq!(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_paragraph_with_any_part_of_a_quote_is_shown() {
        check_folded("It rains. It is.\n\n{? “Yes.”}\n\nNobody comes.", &["“Yes.”"]);
        check_folded("{? It rains.}\n\nNobody comes.\n\n{? “Yes.”}", &["It rains.", "“Yes.”"]);
        check_folded("{? “It is.}\n\n{+ It was.”}\n\nNobody comes.", &["“It is.", "It was.”"]);
        check_folded("It rains. It is.\n\nNobody comes.", &[]);
    }

    #[test]
    fn a_new_document_changes_which_paragraphs_are_left_out() {
        let (mut view, document) = view(6, Detail::Full);
        let unread = Document::unread(document.article().clone());
        view.take_document(&unread, None);
        assert_eq!(view.page().lines().len(), 15, "none is left out");
        view.show_paragraphs(&document, None, Paragraphs::WithQuotes);
        assert_eq!(view.page().lines().len(), 13);
        view.take_document(&unread, None);
        assert_eq!(view.page().lines().len(), 2);
    }
}
