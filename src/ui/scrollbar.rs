//! The last column of the article: which part of it is visible, and where the stops of the trail are.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

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
    let signs = signs(view, route, usize::from(area.height));
    for (y, sign) in (area.y..area.bottom()).zip(signs) {
        let sign = Line::styled(sign.shown(), theme.tick);
        frame.render_widget(sign, Rect { y, height: 1, ..area });
    }
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

    /// The row that holds a line.
    fn row_of(&self, line: usize) -> usize {
        if self.lines <= self.height { line } else { line * self.height / self.lines }
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
