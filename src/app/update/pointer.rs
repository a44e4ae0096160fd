//! Takes the mouse, where the reader turned it on: the wheel scrolls, a click goes to a quote, a name or a row.

use crate::annotation::marks::{Mark, MarkKind};
use crate::app::keys::action::{Focus, List, Motion, Way};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::panes::{Panes, Under};
use crate::app::state::rows::Row;
use crate::app::state::trail::{Stop, Target, quote_stop};
use crate::app::update::{export, help, lists};
use crate::text::span::Span;

/// Lines or rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What the mouse did, and where: column and row from 0.
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
    /// The wheel turns by one notch.
    Wheel(Way),
}

/// Does what the mouse asks for; what an overlay covers is out of its reach.
pub fn point(state: &mut State, pointer: Pointer) {
    match (&state.overlay, pointer.gesture) {
        (None, gesture) => {
            if let Some(panes) = state.page_view.panes() {
                point_at(state, panes, (pointer.column, pointer.row), gesture);
            }
        }
        (Some(Overlay::Help(top)), Gesture::Wheel(way)) => {
            help::scroll(state, *top, Motion::Line(way));
        }
        (Some(Overlay::Menu(row)), Gesture::Wheel(way)) => {
            export::move_cursor(state, *row, Motion::Line(way));
        }
        (Some(Overlay::Line(_) | Overlay::Letter(_)), Gesture::Wheel(_))
        | (Some(_), Gesture::Click) => {}
    }
}

fn point_at(state: &mut State, panes: Panes, place: (u16, u16), gesture: Gesture) {
    let under = panes.under(place.0, place.1);
    match gesture {
        Gesture::Wheel(way) => wheel(state, under, way),
        Gesture::Click => click(state, under),
    }
}

fn wheel(state: &mut State, under: Under, way: Way) {
    match under {
        Under::Row(_) | Under::Head => {
            for _ in 0..NOTCH {
                lists::move_cursor(state, Motion::Line(way));
            }
        }
        Under::Text(..) | Under::Elsewhere => state.page_view.scroll_by(NOTCH, way),
    }
}

fn click(state: &mut State, under: Under) {
    match under {
        Under::Row(row) => click_row(state, usize::from(row)),
        Under::Head => state.give_focus(Focus::List),
        Under::Text(column, row) => click_text(state, usize::from(column), usize::from(row)),
        Under::Elsewhere => {}
    }
}

/// Goes to a row; a click on the row with the cursor takes it.
fn click_row(state: &mut State, below_head: usize) {
    let above = match state.list.shown() {
        List::Overview => usize::from(state.list.chart().head.rows()),
        List::Speakers | List::Quotes | List::Entities => 0,
    };
    let row = below_head.checked_sub(above).filter(|row| *row < state.list.height());
    let Some(row) = row.map(|row| state.list.top() + row) else {
        return state.give_focus(Focus::List);
    };
    let row = match state.list.rows().get(row) {
        Some(Row::Strip(_)) => row - 1,
        _ => row,
    };
    let had_focus = state.page_view.focus() == Focus::List;
    state.give_focus(Focus::List);
    if had_focus && row == state.list.cursor() {
        lists::choose(state);
    } else {
        lists::go_to_row(state, row);
    }
}

/// Goes to the quote or, beside the list of entities, to the name at a column and a row of the text.
fn click_text(state: &mut State, column: usize, row: usize) {
    state.give_focus(Focus::Article);
    let line = state.page_view.page().lines().get(state.page_view.top() + row);
    let text = state.known.document.text();
    let Some(place) = line.and_then(|line| line.place_at(text, column)) else { return };
    let under = state.known.marks.within(Span::new(place, place + 1));
    let stops = under.filter_map(|mark| stop(state, mark).map(|stop| (mark.span.len(), stop)));
    if let Some((_, stop)) = stops.min_by_key(|(length, _)| *length) {
        state.go_to(stop);
    }
}

/// Where a mark leads.
fn stop(state: &State, mark: Mark) -> Option<Stop> {
    let names = state.list.shown() == List::Entities;
    match mark.kind {
        MarkKind::Content(id) | MarkKind::Cue(id) | MarkKind::Source(id) => {
            (!names).then(|| quote_stop(&state.known.document, id))
        }
        MarkKind::Name(id) => {
            names.then_some(Stop { target: Target::Mention(id), span: mark.span })
        }
    }
}
