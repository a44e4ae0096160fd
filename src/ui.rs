//! Draws one frame of the state, and changes nothing.
//!
//! No boxes: a blank column parts the panes, a bold title names them. Nothing is told by color alone.

mod article;
pub mod ascii;
mod bar;
mod card;
mod footer;
pub mod glossary;
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

/// Draws the state.
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
    // screen readers and magnifiers follow the terminal's own cursor
    frame.set_cursor_position(cursor);
}

/// Draws what there is room for; gives the place of what is selected.
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
    if let Some(area) = panes.card {
        if let Some(card) = VisibleCard::of(state) {
            card::draw(frame, area, &card, theme);
        }
        if panes.article.is_none() {
            cursor = Some(area.as_position());
        }
    }
    typed.or(cursor).unwrap_or(corner)
}
