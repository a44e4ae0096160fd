//! The last column of the article: how much of it is seen, and where the trail has its stops.

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
    let lines = view.page().lines().len().max(1);
    let height = usize::from(area.height);
    let row_of = |line: usize| if lines <= height { line } else { line * height / lines };
    let mut marks = vec![Sign::Track; height];
    let seen = row_of(view.top())..=row_of((view.top() + height).min(lines) - 1);
    for row in seen.filter(|_| lines > height) {
        put(&mut marks, row, Sign::Thumb);
    }
    for row in 0..height.min(lines) {
        let (from, to) = if lines <= height {
            (row, row + 1)
        } else {
            (row * lines / height, (row + 1) * lines / height)
        };
        let (from, to) = (view.page().place_of(from), end_of(view, to));
        let next = route.stops().partition_point(|stop| stop.span.start() < from);
        if route.stops().get(next).is_some_and(|stop| stop.span.start() < to) {
            let on_thumb = marks.get(row) == Some(&Sign::Thumb);
            put(&mut marks, row, if on_thumb { Sign::ThumbTick } else { Sign::Tick });
        }
    }
    if let Some(here) = route.current {
        put(&mut marks, row_of(view.page().line_of(here.span.start())), Sign::Here);
    }
    for (row, mark) in (area.y..area.bottom()).zip(marks) {
        frame.render_widget(
            Line::styled(mark.shown(), theme.tick),
            Rect { y: row, height: 1, ..area },
        );
    }
}

/// The byte where a line begins, or the end of the text behind the last.
fn end_of(view: &PageView, line: usize) -> usize {
    if line < view.page().lines().len() { view.page().place_of(line) } else { usize::MAX }
}

fn put(marks: &mut [Sign], row: usize, sign: Sign) {
    if let Some(mark) = marks.get_mut(row) {
        *mark = sign;
    }
}

/// What a row of the scrollbar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Track,
    Thumb,
    Tick,
    ThumbTick,
    Here,
}

impl Sign {
    fn shown(self) -> &'static str {
        match self {
            Self::Track => " ",
            Self::Thumb => "│",
            Self::Tick => "·",
            Self::ThumbTick => "┤",
            Self::Here => "◆",
        }
    }
}
