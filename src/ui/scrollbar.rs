//! The last column of the article: which part of it is visible, and where the stops of the trail are.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use crate::app::state::page_view::PageView;
use crate::app::state::route::Route;
use crate::ui::theme::Theme;

/// Draws the scrollbar.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &PageView,
    route: &Route,
    theme: &Theme,
) {
    let signs = signs(view, route, usize::from(area.height)).into_iter();
    let text: Text<'_> = signs.map(|sign| Line::styled(sign.shown(), theme.tick)).collect();
    frame.render_widget(text, area);
}

/// The sign of each row.
fn signs(view: &PageView, route: &Route, height: usize) -> Vec<Sign> {
    let scale = Scale { lines: view.page().lines().len().max(1), height };
    let current = route.current.map(|stop| scale.row_of(view.page().line_of(stop.span.start())));
    let last = (view.top() + height).min(scale.lines).saturating_sub(1);
    let thumb = scale.row_of(view.top())..=scale.row_of(last);
    let sign = |row| {
        let (first, behind) =
            (byte_of(view, scale.line_of(row)), byte_of(view, scale.line_of(row + 1)));
        let next = route.stops().partition_point(|stop| stop.span.start() < first);
        let tick = route.stops().get(next).is_some_and(|stop| stop.span.start() < behind);
        let thumb = scale.lines > height && thumb.contains(&row);
        match (current == Some(row), thumb, tick) {
            (true, _, _) => Sign::Current,
            (false, true, true) => Sign::ThumbTick,
            (false, true, false) => Sign::Thumb,
            (false, false, true) => Sign::Tick,
            (false, false, false) => Sign::Track,
        }
    };
    (0..height).map(sign).collect()
}

/// The byte where a line begins, or one behind every stop for a line behind the last.
fn byte_of(view: &PageView, line: usize) -> usize {
    if line < view.page().lines().len() { view.page().place_of(line) } else { usize::MAX }
}

/// How the lines of the page fall into the rows of the scrollbar: a short page has a row for each line, a long one
/// is divided evenly.
struct Scale {
    lines: usize,
    height: usize,
}

impl Scale {
    /// The first line of a row.
    fn line_of(&self, row: usize) -> usize {
        if self.lines <= self.height { row } else { row * self.lines / self.height }
    }

    /// The row that holds a line: the last one that begins at the line or before it.
    fn row_of(&self, line: usize) -> usize {
        if self.lines <= self.height {
            line
        } else {
            ((line + 1) * self.height).saturating_sub(1) / self.lines
        }
    }
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Track,
    Thumb,
    Tick,
    ThumbTick,
    Current,
}

impl Sign {
    fn shown(self) -> &'static str {
        match self {
            Self::Track => " ",
            Self::Thumb => "│",
            Self::Tick => "·",
            Self::ThumbTick => "┤",
            Self::Current => "◆",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::{Document, Findings};
    use crate::annotation::quote::{Confidence, Quote, Voice};
    use crate::app::state::panes::Size;
    use crate::app::state::preferences::Preferences;
    use crate::app::state::trail::Trail;
    use crate::text::article::Article;
    use crate::text::span::Span;

    /// The scrollbar of so many paragraphs, one line each, with a blank line between. Some of them are quotes, and one of
    /// the quotes is current.
    fn shown(paragraphs: usize, quotes: &[usize], current: Option<usize>, top: usize) -> String {
        shown_in(6, (paragraphs, top), quotes, current)
    }

    /// The same in so many rows.
    fn shown_in(
        height: u16,
        (paragraphs, top): (usize, usize),
        quotes: &[usize],
        current: Option<usize>,
    ) -> String {
        let text = vec!["Rain."; paragraphs].join("\n\n");
        let article = Article::parse(&text).unwrap();
        let blocks: Vec<Span> = article.blocks().iter().map(|block| block.span).collect();
        let quotes = quotes.iter().map(|number| Quote {
            voice: Voice::Indirect,
            content: vec![blocks[*number]],
            cue: Vec::new(),
            source: Vec::new(),
            speaker: None,
            confidence: Confidence::new(0.9),
        });
        let findings = Findings { quotes: quotes.collect(), ..Findings::default() };
        let document = Document::new(article, findings);
        // header and footer take a row each
        let size = Size { width: 40, height: height + 2 };
        let mut view = PageView::new(&document, size, &Preferences::default());
        view.scroll_to(top);
        let mut route = Route::default();
        route.set_trail(Trail::Quotes, &document, &[]);
        route.current = current.and_then(|number| route.stops().get(number).copied());
        let signs = signs(&view, &route, view.height());
        signs.into_iter().map(Sign::shown).collect()
    }

    #[track_caller]
    fn check(
        paragraphs: usize,
        quotes: &[usize],
        current: Option<usize>,
        top: usize,
        expected: &str,
    ) {
        assert_eq!(shown(paragraphs, quotes, current, top), expected);
    }

    #[test]
    fn a_short_page_has_a_row_for_each_line_and_no_thumb() {
        check(2, &[0, 1], None, 0, "· ·   ");
        check(3, &[1, 2], Some(0), 0, "  ◆ · ");
        assert_eq!(shown_in(7, (4, 0), &[0], None), "·      ");
        assert_eq!(shown_in(6, (4, 0), &[0], None), "┤│││││");
    }

    #[test]
    fn the_thumb_covers_every_row_with_a_visible_line() {
        check(6, &[], None, 0, "││││  ");
        check(6, &[], None, 4, "  ││││");
        check(6, &[], None, 5, "   │││");
        check(12, &[], None, 8, "  ││  ");
    }

    #[test]
    fn a_stop_is_a_tick_on_the_thumb_or_off_it() {
        check(12, &[0, 6, 11], None, 0, "┤│ · ·");
    }

    #[test]
    fn the_current_stop_is_on_its_own_tick() {
        for number in 0..12 {
            let row = |shown: &str| shown.find(['·', '┤', '◆']);
            let (tick, current) = (shown(12, &[number], None, 0), shown(12, &[number], Some(0), 0));
            assert!(current.contains('◆'), "{current}");
            assert_eq!(row(&current), row(&tick), "{number}");
        }
    }
}
