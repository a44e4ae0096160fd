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
    titles::draw(frame, area, &Titles::of(state), theme);
    if let Some(filter) = list.filter() {
        let words = Line::styled(cut(&format!(" &{filter}"), area.width.into()), theme.title);
        frame.render_widget(words, Rect { y: area.y + 1, ..area }.intersection(area));
    }
    if list.rows().is_empty() && state.status.revision > 0 {
        let words = Line::styled("  nothing found", theme.quiet);
        frame.render_widget(words, Rect { y: area.y + HEAD, ..area }.intersection(area));
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
        frame.render_widget(line, Rect { y, ..area });
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

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Modifier;

    use super::*;
    use crate::app::keys::action::{Action, Motion, Way};
    use crate::app::state::preferences::Preferences;
    use crate::ui::example::{after, drawn, reader, rows, theme, waiting};

    /// The list of a reader in 32 columns, and its cursor.
    fn shown(state: &State, height: u16) -> (Buffer, Option<Position>) {
        let mut cursor = None;
        let theme = theme();
        let buffer = drawn(32, height, |frame| cursor = draw(frame, frame.area(), state, &theme));
        (buffer, cursor)
    }

    #[track_caller]
    fn check(state: &State, height: u16, expected: &[&str], cursor: Option<u16>) {
        let (buffer, place) = shown(state, height);
        assert_eq!(rows(&buffer), expected);
        assert_eq!(place, cursor.map(|y| Position::new(0, y)));
    }

    const TITLES: &str = "│1 Speakers 3  2 Q  3 E  4 O";

    #[test]
    fn rows_are_below_the_titles_without_a_cursor_at_first() {
        let expected = [
            TITLES,
            "",
            " ▸ A Ann Lee          3 ████████",
            " ▸ B Residents        2 ███▎",
            " ▸ C Poe              1 █▋",
            " ▸ speaker unknown            1",
        ];
        check(&reader(80, 24), 6, &expected, None);
        check(&reader(80, 24), 3, &expected[..3], None);
        check(&reader(80, 24), 1, &expected[..1], None);
    }

    #[test]
    fn the_cursor_marks_the_current_stop() {
        let state = after(reader(80, 24), &[Action::Step(Way::On)]);
        let expected = [
            TITLES,
            "",
            " ▸ A Ann Lee          3 ████████",
            " ▾ B Residents        2 ███▎",
            " ▶ ~?Floods feared",
        ];
        check(&state, 5, &expected, Some(4));
    }

    #[test]
    fn the_cursor_shows_where_the_list_has_the_focus() {
        let state = after(reader(80, 24), &[Action::Focus(Focus::List)]);
        let (buffer, cursor) = shown(&state, 4);
        assert_eq!(cursor, Some(Position::new(0, 2)));
        let reversed = |y: u16| {
            (0..32).filter(|x| buffer[(*x, y)].modifier.contains(Modifier::REVERSED)).count()
        };
        assert_eq!([1, 2, 3].map(reversed), [0, 32, 0]);
    }

    #[test]
    fn a_share_is_reversed_without_its_bar() {
        let show = [Action::Show(List::Overview), Action::Focus(Focus::List)];
        let state = after(reader(160, 24), &show);
        let theme = theme();
        let buffer = drawn(56, 20, |frame| _ = draw(frame, frame.area(), &state, &theme));
        let reversed = |x: &u16| buffer[(*x, 4)].modifier.contains(Modifier::REVERSED);
        let name: String = (0..56).filter(reversed).map(|x| buffer[(x, 4)].symbol()).collect();
        assert!(name.starts_with("▶ A Ann Lee") && name.ends_with('%'), "{name}");
    }

    #[test]
    fn a_filter_is_above_its_rows() {
        let mut state = reader(80, 24);
        state.list.filter_by("poe", &state.known.clone());
        check(&state, 3, &[TITLES, " &poe", " ▸ C Poe              1 █▋"], None);
        state.list.filter_by("zebra", &state.known.clone());
        check(&state, 3, &[TITLES, " &zebra", "  nothing found"], None);
    }

    #[test]
    fn before_the_first_annotation_the_list_is_empty() {
        let state = waiting(80, 24, Preferences::default());
        check(&state, 3, &["│1 Speakers 0  2 Q  3 E  4 O", "", ""], None);
    }

    #[test]
    fn the_part_of_the_overview_follows_the_stop_while_it_is_in_view() {
        let state = after(reader(80, 6), &[Action::Show(List::Overview)]);
        let parts = state.list.chart().strip;
        assert_eq!(reader_part(&state), 0);
        let state = after(state, &[Action::Step(Way::On); 7]);
        assert_eq!(reader_part(&state), parts - 1);
        let state = after(state, &[Action::Move(Motion::End(Way::Back))]);
        assert_eq!(reader_part(&state), 0);
    }
}
