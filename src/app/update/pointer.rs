//! What the mouse does, where the reader asked for it: the wheel moves, a click goes to a quote, a name or a row.

use crate::annotation::marks::{Mark, MarkKind};
use crate::app::keys::action::{Focus, List, Motion, Way};
use crate::app::state::State;
use crate::app::state::panes::Under;
use crate::app::state::rows::Row;
use crate::app::state::trail::{Stop, Target, quote_stop};
use crate::app::update::lists;
use crate::text::span::Span;

/// Lines or rows that a notch of the wheel moves.
const NOTCH: usize = 3;

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
    let under = panes.under(pointer.column, pointer.row);
    match pointer.gesture {
        Gesture::Wheel(way) if state.scene.help.is_some() => {
            lists::scroll_help(state, Motion::Line(way));
        }
        Gesture::Wheel(way) => wheel(state, under, way),
        Gesture::Click if state.scene.help.is_some() => {}
        Gesture::Click => click(state, under),
    }
}

fn wheel(state: &mut State, under: Under, way: Way) {
    match (under, way) {
        (Under::Row(_) | Under::Head, _) => {
            for _ in 0..NOTCH {
                lists::move_cursor(state, Motion::Line(way));
            }
        }
        (Under::Text(..) | Under::Elsewhere, Way::On) => state.scroll(state.scene.top + NOTCH),
        (Under::Text(..) | Under::Elsewhere, Way::Back) => {
            state.scroll(state.scene.top.saturating_sub(NOTCH));
        }
    }
}

fn click(state: &mut State, under: Under) {
    match under {
        Under::Row(row) => click_row(state, usize::from(row)),
        Under::Head => lists::give_focus(state, Focus::List),
        Under::Text(column, row) => click_text(state, usize::from(column), usize::from(row)),
        Under::Elsewhere => {}
    }
}

/// Goes to a row; a click on the row with the cursor takes it.
fn click_row(state: &mut State, below_head: usize) {
    let above = match state.scene.list {
        List::Overview => usize::from(state.chart.head.rows()),
        List::Speakers | List::Quotes | List::Entities => 0,
    };
    let Some(row) = below_head.checked_sub(above).filter(|row| *row < state.list_height()) else {
        return lists::give_focus(state, Focus::List);
    };
    let row = match state.rows.get(state.scene.list_top + row) {
        Some(Row::Strip(_)) => state.scene.list_top + row - 1,
        _ => state.scene.list_top + row,
    };
    let is_focused = state.scene.arrangement.focus == Focus::List;
    lists::give_focus(state, Focus::List);
    if is_focused && row == state.scene.cursor {
        lists::choose(state);
    } else {
        lists::go_to_row(state, row);
    }
}

/// Goes to the quote or, beside the list of entities, to the name at a column and a row of the text.
fn click_text(state: &mut State, column: usize, row: usize) {
    lists::give_focus(state, Focus::Article);
    let line = state.page.lines().get(state.scene.top + row);
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
