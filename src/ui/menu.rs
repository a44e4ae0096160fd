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
    frame.render_widget(title, area);
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
        frame.render_widget(line, Rect { y, ..area });
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::example::{drawn, rows, theme};

    /// The first words of the rows of the menu, and the row of its cursor.
    #[track_caller]
    fn check(cursor: usize, height: u16, expected: &[&str], place: u16) {
        let (mut shown, theme) = (Position::ORIGIN, theme());
        let menu = drawn(20, height, |frame| shown = draw(frame, frame.area(), cursor, &theme));
        let rows: Vec<String> =
            rows(&menu).iter().map(|row| row.chars().take(11).collect()).collect();
        let rows: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
        assert_eq!(rows, expected);
        assert_eq!(shown, Position::new(0, place));
    }

    #[test]
    fn the_cursor_is_on_its_format() {
        check(1, 5, &[" Export as", "", "   json", " ▶ jsonl", "   text"], 3);
    }

    #[test]
    fn a_low_menu_scrolls_to_its_cursor() {
        check(2, 5, &[" Export as", "", "   json", "   jsonl", " ▶ text"], 4);
        check(3, 5, &[" Export as", "", "   jsonl", "   text", " ▶ csv"], 4);
        check(3, 2, &[" Export as", ""], 0);
    }

    #[test]
    fn a_purpose_is_cut_at_the_edge() {
        let theme = theme();
        let menu = drawn(24, 3, |frame| _ = draw(frame, frame.area(), 0, &theme));
        assert!(rows(&menu)[2].ends_with('…'));
        assert!(menu[(0, 2)].modifier.contains(ratatui::style::Modifier::REVERSED));
    }
}
