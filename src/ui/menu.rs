//! The menu of formats to export to.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::formats::format::Format;
use crate::ui::theme::Theme;
use crate::ui::words::cut;

/// Columns of the names.
const NAMES: usize = 16;
/// Rows before the first format: a title and a blank.
const HEAD: u16 = 2;

/// Draws the formats with the cursor on one of them; gives the place of the cursor.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, cursor: usize, theme: &Theme) -> Position {
    let title = Line::styled(" Export as", theme.title);
    frame.render_widget(title, Rect { height: 1, ..area }.intersection(area));
    let height = usize::from(area.height.saturating_sub(HEAD));
    let top = (cursor + 1).saturating_sub(height);
    let mut place = area.as_position();
    let formats = Format::all().enumerate().skip(top);
    for (y, (number, format)) in (area.y + HEAD..area.bottom()).zip(formats) {
        let (pointer, style) = if number == cursor {
            place = Position::new(area.x, y);
            ('▶', theme.selected)
        } else {
            (' ', Style::new())
        };
        let words = format!(" {pointer} {:<NAMES$}{}", format.name(), format.purpose());
        let line = Line::raw(cut(&words, usize::from(area.width))).style(style);
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    place
}
