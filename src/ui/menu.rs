//! The formats that can be exported to.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::formats::format::Format;
use crate::ui::theme::Theme;
use crate::ui::words::cut;

/// Columns of the names.
const NAMES: usize = 16;
/// Rows before the first format: a title and a blank.
const HEAD: u16 = 2;

/// Draws the formats with the cursor on one of them; gives its place.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, cursor: usize, theme: &Theme) -> Position {
    let title = Line::styled(" Export as", theme.title);
    frame.render_widget(title, Rect { height: 1, ..area }.intersection(area));
    let rows = area.height.saturating_sub(HEAD);
    let first = (cursor + 1).saturating_sub(usize::from(rows));
    let mut place = area.as_position();
    let shown = Format::all().enumerate().skip(first);
    for (y, (number, format)) in (area.y + HEAD..area.bottom()).zip(shown) {
        let sign = if number == cursor { "▶" } else { " " };
        let words = format!(" {sign} {:<NAMES$}{}", format.name(), format.purpose());
        let line = Line::raw(cut(&words, usize::from(area.width)));
        let line = if number == cursor { line.style(theme.selected) } else { line };
        frame.render_widget(line, Rect { y, height: 1, ..area });
        if number == cursor {
            place = Position::new(area.x, y);
        }
    }
    place
}
