//! The side pane: the rows of the shown list under the titles of all four.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use crate::annotation::shares::part_of;
use crate::app::keys::action::{Focus, List};
use crate::app::state::State;
use crate::app::state::panes::HEAD;
use crate::ui::list_row::RowPainter;
use crate::ui::overview;
use crate::ui::theme::Theme;
use crate::ui::titles::{self, Titles};
use crate::ui::words::cut;

/// Draws the list; gives the place of its cursor. It takes the whole state because it shows most of it: the list, what
/// is known, where the reader is, and the keys of the lists.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    let list = &state.list;
    titles::draw(frame, Rect { height: 1, ..area }, &Titles::of(state), theme);
    if let Some(filter) = list.filter() {
        let words = Line::styled(cut(&format!(" &{filter}"), area.width.into()), theme.title);
        frame.render_widget(words, Rect { y: area.y + 1, height: 1, ..area }.intersection(area));
    }
    if list.rows().is_empty() && state.status.revision > 0 {
        let words = Line::styled("  nothing found", theme.quiet);
        frame.render_widget(words, Rect { y: area.y + HEAD, height: 1, ..area }.intersection(area));
    }
    let head = HEAD.min(area.height);
    let below = Rect { y: area.y + head, height: area.height - head, ..area };
    let below = match list.shown() {
        List::Overview => overview::draw_around(frame, below, list, reader_part(state), theme),
        List::Speakers | List::Quotes | List::Entities => below,
    };
    draw_rows(frame, below, state, theme)
}

/// Draws the visible rows; gives the place of the cursor.
fn draw_rows(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) -> Option<Position> {
    let list = &state.list;
    let painter = RowPainter {
        known: &state.known,
        shown: list.shown(),
        chart: list.chart(),
        detail: state.page_view.detail(),
        width: area.width.into(),
        theme,
    };
    let mut cursor = None;
    let rows = list.rows().iter().enumerate().skip(list.top());
    for (y, (number, row)) in (area.y..area.bottom()).zip(rows) {
        let line = if number == list.cursor() && has_cursor(state) {
            cursor = Some(Position::new(area.x, y));
            let line = painter.line(*row, '▶');
            match list.shown() {
                List::Overview => overview::selected(line, theme),
                List::Speakers | List::Quotes | List::Entities => {
                    selected(&line, painter.width, theme)
                }
            }
        } else {
            painter.line(*row, ' ')
        };
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    cursor
}

/// A row in reverse from edge to edge.
fn selected(line: &Line<'_>, width: usize, theme: &Theme) -> Line<'static> {
    let words: String = line.spans.iter().map(|piece| piece.content.as_ref()).collect();
    let blank = " ".repeat(width.saturating_sub(words.width()));
    Line::styled(words + &blank, theme.selected)
}

/// The cursor shows while the list has the focus, and while it marks the current stop.
fn has_cursor(state: &State) -> bool {
    state.page_view.focus() == Focus::List || state.route.current.is_some()
}

/// The part of the overview's strips where the reader is: at the current stop while it is in view, otherwise at the top
/// of the screen.
fn reader_part(state: &State) -> usize {
    let stop = state.visible_stop();
    let place = stop.map_or_else(|| state.page_view.first_byte(), |stop| stop.span.start());
    part_of(place, state.list.chart().strip, state.known.document.text().len())
}
