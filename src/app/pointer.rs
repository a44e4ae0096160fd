//! What the mouse does, where the reader asked for it: the wheel moves, a click goes to a quote, a name or a row.

use ratatui::layout::{Position, Rect};

use crate::app::action::{Focus, List, Motion, Way};
use crate::app::lists;
use crate::app::marks::{Mark, MarkKind};
use crate::app::panes::GUTTER;
use crate::app::state::State;
use crate::app::trail::{Stop, Target, quote_stop};
use crate::text::span::Span;

/// Lines or rows that a notch of the wheel moves.
const NOTCH: usize = 3;
/// Rows of a list before its first.
const HEAD: u16 = 2;

/// Something that the mouse did, and where: column and row from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The column.
    pub column: u16,
    /// The row.
    pub row: u16,
    /// What it did there.
    pub gesture: Gesture,
}

/// What a mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button goes down.
    Click,
    /// The wheel turns by a notch.
    Wheel(Way),
}

/// Does what the mouse asks for.
pub fn point(state: &mut State, pointer: Pointer) {
    let Some(panes) = state.panes else { return };
    let position = Position::new(pointer.column, pointer.row);
    let hit = |area: Option<Rect>| area.filter(|area| area.contains(position));
    if state.scene.help.is_some() {
        if let Gesture::Wheel(way) = pointer.gesture {
            lists::scroll_help(state, Motion::Line(way));
        }
    } else if let Some(list) = hit(panes.list) {
        match pointer.gesture {
            Gesture::Wheel(way) => {
                (0..NOTCH).for_each(|_| lists::move_cursor(state, Motion::Line(way)));
            }
            Gesture::Click => click_row(state, position.y - list.y),
        }
    } else {
        match pointer.gesture {
            Gesture::Wheel(Way::On) => state.scroll(state.scene.top + NOTCH),
            Gesture::Wheel(Way::Back) => state.scroll(state.scene.top.saturating_sub(NOTCH)),
            Gesture::Click => click_text(state, hit(panes.article), position),
        }
    }
}

/// Goes to a row; a click on the row with the cursor takes it.
fn click_row(state: &mut State, row: u16) {
    lists::give_focus(state, Focus::List);
    let Some(row) = row.checked_sub(HEAD) else { return };
    let row = state.scene.list_top + usize::from(row);
    if row == state.scene.cursor {
        lists::choose(state);
    } else {
        lists::go_to_row(state, row);
    }
}

/// Goes to the quote or, beside the list of entities, to the name under the mouse.
fn click_text(state: &mut State, area: Option<Rect>, position: Position) {
    let Some(area) = area else { return };
    lists::give_focus(state, Focus::Article);
    let line = state.scene.top + usize::from(position.y - area.y);
    let column = usize::from((position.x - area.x).saturating_sub(GUTTER));
    let line = state.page.lines().get(line);
    let text = state.document.text();
    let Some(place) = line.and_then(|line| line.place_at(text, column)) else { return };
    let under = state.marks.within(Span::new(place, place + 1));
    let stops = under.filter_map(|mark| stop(state, mark).map(|stop| (mark.span.len(), stop)));
    if let Some((_, stop)) = stops.min_by_key(|(length, _)| *length) {
        state.go_to(stop);
    }
}

/// Where a mark leads.
fn stop(state: &State, mark: Mark) -> Option<Stop> {
    let names = state.scene.list == List::Entities;
    match mark.kind {
        MarkKind::Content(id) | MarkKind::Cue(id) | MarkKind::Source(id) => {
            (!names).then(|| quote_stop(&state.document, id))
        }
        MarkKind::Name(id) => {
            names.then_some(Stop { target: Target::Mention(id), span: mark.span })
        }
    }
}
