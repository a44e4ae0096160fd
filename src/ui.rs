//! Draws one frame of the state, and changes nothing.
//!
//! There are no boxes: a blank column separates the panes and bold titles name them. Color never carries meaning alone.

mod article;
pub mod ascii;
mod bar;
mod card;
#[cfg(test)]
mod example;
mod footer;
mod header;
mod help;
mod list;
mod list_row;
mod menu;
mod overview;
mod scrollbar;
pub mod theme;
mod titles;
mod words;

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::text::Line;

use crate::app::keys::action::Focus;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::panes::Panes;
use crate::app::state::preferences::{Detail, Spelling};
use crate::ui::card::VisibleCard;
use crate::ui::theme::Theme;

/// Draws the state, or what the terminal lacks for it.
pub fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme) {
    let cursor = if let Some(panes) = state.page_view.panes() {
        draw_panes(frame, &panes, state, theme)
    } else {
        frame.render_widget(Line::raw("whosaid needs 20×5"), frame.area());
        Position::ORIGIN
    };
    if state.appearance.spelling == Spelling::Ascii {
        ascii::spell(frame.buffer_mut());
    }
    // screen readers and magnifiers follow the terminal's cursor
    frame.set_cursor_position(cursor);
}

/// Draws the panes that have room, or what covers them; gives the place of the cursor.
fn draw_panes(frame: &mut Frame<'_>, panes: &Panes, state: &State, theme: &Theme) -> Position {
    let known = (state.status.revision > 0).then_some(&state.known);
    header::draw(frame, panes.header, &state.name, known, theme);
    let typed = footer::draw(frame, panes.footer, state, theme);
    let corner = panes.body.as_position();
    match state.overlay {
        Some(Overlay::Menu(row)) => return menu::draw(frame, panes.body, row, theme),
        Some(Overlay::Help(top)) => {
            help::draw(frame, panes.body, &state.keymap, top, theme);
            return corner;
        }
        Some(Overlay::Line(_) | Overlay::Letter(_)) | None => {}
    }
    let mut cursor = None;
    if let Some(area) = panes.article {
        cursor = article::draw(frame, area, state, theme);
        if state.page_view.detail() == Detail::Full {
            scrollbar::draw(frame, panes.scrollbar, &state.page_view, &state.route, theme);
        }
    }
    if let Some(area) = panes.list {
        let row = list::draw(frame, area, state, theme);
        if state.page_view.focus() == Focus::List {
            cursor = row;
        }
    }
    if let (Some(area), Some(card)) = (panes.card, VisibleCard::of(state)) {
        card::draw(frame, area, &card, theme);
        if panes.article.is_none() {
            cursor = Some(area.as_position());
        }
    }
    typed.or(cursor).unwrap_or(corner)
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::app::keys::action::{Action, Purpose, Way};
    use crate::app::state::preferences::Preferences;
    use crate::ui::example::{after, reader, reader_with, rows, waiting};

    const NEXT: Action = Action::Step(Way::On);

    /// The screen of a reader, and the place of its cursor.
    fn shown(state: &State) -> (Vec<String>, Position) {
        let size = state.page_view.arrangement().size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal.draw(|frame| draw(frame, state, &example::theme())).unwrap();
        let cursor = terminal.get_cursor_position().unwrap();
        (rows(terminal.backend().buffer()), cursor)
    }

    /// The words under the cursor and behind it.
    #[track_caller]
    fn check(state: &State, expected: &str) {
        let (rows, cursor) = shown(state);
        let words: String = rows[usize::from(cursor.y)].chars().skip(cursor.x.into()).collect();
        assert!(words.starts_with(expected), "{words}");
    }

    #[test]
    fn the_cursor_is_where_the_reader_is() {
        check(&reader(80, 24), "B  Floods");
        check(&after(reader(80, 24), &[NEXT, NEXT]), "“It rains,”");
        let list = Action::Focus(Focus::List);
        check(&after(reader(80, 24), &[NEXT, NEXT, list]), " ▶ “ “It rains,”");
        check(&after(reader(80, 24), &[Action::ToggleHelp]), "  n ]");
        check(&after(reader(80, 24), &[Action::OpenExport]), " ▶ json");
        check(&after(reader(60, 24), &[NEXT, NEXT, Action::ToggleCard]), "▌Quote 2 of 7");
        check(&after(reader(80, 24), &[NEXT, NEXT, Action::ToggleCard]), "“It rains,”");
        let (rows, cursor) = shown(&after(reader(80, 24), &[Action::Open(Purpose::Search)]));
        assert_eq!((rows[23].starts_with(" /"), cursor), (true, Position::new(2, 23)));
    }

    #[test]
    fn the_header_counts_nothing_before_the_first_annotation() {
        let (rows, _) = shown(&waiting(80, 24, Preferences::default()));
        assert!(rows[0].ends_with("reading…"));
        let (rows, _) = shown(&reader(80, 24));
        assert!(rows[0].ends_with("7 quotes · 3 entities"));
    }

    #[test]
    fn what_covers_the_panes_hides_them() {
        for open in [Action::ToggleHelp, Action::OpenExport] {
            let (rows, _) = shown(&after(reader(80, 24), &[open]));
            assert!(!rows.iter().any(|row| row.contains("It rains")), "{open:?}");
        }
    }

    #[test]
    fn over_a_slow_line_there_is_no_scrollbar() {
        let bar = |detail| {
            let preferences = Preferences { detail, ..Preferences::default() };
            let state = after(reader_with(40, 12, preferences), &[NEXT]);
            shown(&state).0.iter().any(|row| row.ends_with('◆'))
        };
        assert_eq!((bar(Detail::Full), bar(Detail::Lean)), (true, false));
    }

    #[test]
    fn a_terminal_that_is_too_small_says_so() {
        assert_eq!(shown(&reader(19, 5)).0[0], "whosaid needs 20×5");
        assert!(shown(&reader(20, 5)).0[0].starts_with(" whosaid"));
    }

    #[test]
    fn ascii_is_spelled_if_it_is_preferred() {
        let spelling = Spelling::Ascii;
        let state = reader_with(80, 24, Preferences { spelling, ..Preferences::default() });
        let (rows, _) = shown(&state);
        assert!(rows.iter().all(|row| row.is_ascii()), "{rows:?}");
    }
}
