//! Draws one frame of the state, and changes nothing.
//!
//! No boxes: a blank column parts the panes, a bold title names them. Nothing is told by color alone.

mod article;
mod card;
mod footer;
mod header;
mod help;
mod list;
mod scrollbar;
pub mod theme;
mod words;

use ratatui::Frame;
use ratatui::layout::Position;
use ratatui::text::Line;

use crate::app::action::Focus;
use crate::app::state::State;
use crate::ui::theme::Theme;

/// Draws the state.
pub fn draw(frame: &mut Frame<'_>, state: &State, theme: &Theme) {
    let Some(panes) = state.panes else {
        frame.render_widget(Line::raw("whosaid needs 20×5"), frame.area());
        return;
    };
    header::draw(frame, panes.header, state, theme);
    footer::draw(frame, panes.footer, state, theme);
    if let Some(top) = state.scene.help {
        help::draw(frame, panes.body, &state.keymap, top, theme);
        return;
    }
    let mut cursor = None;
    if let Some(area) = panes.article {
        cursor = article::draw(frame, area, state, theme);
        scrollbar::draw(frame, panes.scrollbar, state, theme);
    }
    if let Some(area) = panes.list {
        let row = list::draw(frame, area, state, theme);
        if state.scene.arrangement.focus == Focus::List {
            cursor = row;
        }
    }
    if let Some(area) = panes.card {
        card::draw(frame, area, state, theme);
    }
    // screen readers and magnifiers follow the terminal's own cursor
    frame.set_cursor_position(cursor.unwrap_or(Position::new(0, panes.body.y)));
}
