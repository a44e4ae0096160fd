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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, here, notice, opened, press, top};
    use crate::app::{Message, update};

    /// The text begins here, and the rows of the list.
    const TEXT: (u16, u16) = (3, 1);
    const ROWS: (u16, u16) = (48, 3);

    fn pointed(state: &mut State, column: u16, row: u16, gesture: Gesture) {
        assert_eq!(update(state, Message::Pointed(Pointer { column, row, gesture })), None);
    }

    /// The current stop after some keys and a click so many columns and rows into the text.
    #[track_caller]
    fn check(keys: &str, column: u16, row: u16, expected: &str) {
        let mut state = after(keys);
        pointed(&mut state, TEXT.0 + column, TEXT.1 + row, Gesture::Click);
        assert_eq!(here(&state), expected, "{keys}");
        assert_eq!(state.page_view.focus(), Focus::Article);
    }

    #[test]
    fn a_click_goes_to_the_quote_under_it() {
        check("", 0, 2, "“It cracks,”");
        check("", 11, 2, "“It cracks,”");
        check("", 12, 2, "");
        check("", 13, 2, "");
        check("j j", 3, 0, "“It cracks,”");
        check("l", 0, 2, "“It cracks,”");
    }

    #[test]
    fn beside_the_entities_it_goes_to_the_name_under_it() {
        check("3", 13, 2, "Ann Lee");
        check("3", 0, 2, "");
    }

    /// The row with the cursor after some keys and clicks so many rows below the head of the list.
    #[track_caller]
    fn check_row(keys: &str, rows: &[u16], cursor: usize) {
        let mut state = after(keys);
        for row in rows {
            pointed(&mut state, ROWS.0, ROWS.1 + row, Gesture::Click);
        }
        assert_eq!(state.list.cursor(), cursor, "{keys}");
        assert_eq!(state.page_view.focus(), Focus::List);
    }

    #[test]
    fn a_click_goes_to_a_row() {
        check_row("", &[1], 1);
        check_row("2 l G h", &[0], 3);
        check_row("3", &[0], 1);
        check_row("", &[3], 0);
    }

    #[test]
    fn a_click_on_a_strip_goes_to_its_share() {
        check_row("4", &[0], 0);
        check_row("4", &[1], 0);
        check_row("4", &[2], 0);
        check_row("4", &[3], 2);
    }

    #[test]
    fn a_click_on_the_cursor_takes_the_row() {
        let stops = |rows: &[u16]| {
            let mut state = after("");
            for row in rows {
                pointed(&mut state, ROWS.0, ROWS.1 + row, Gesture::Click);
            }
            state.route.stops().len()
        };
        assert_eq!(stops(&[0]), 7, "the first click gives the focus");
        assert_eq!(stops(&[0, 0]), 4);
        assert_eq!(stops(&[1]), 7);
        assert_eq!(stops(&[1, 1]), 2);
        assert_eq!(stops(&[1, 0]), 7);
    }

    #[test]
    fn a_click_on_the_head_gives_the_focus() {
        let mut state = after("");
        pointed(&mut state, ROWS.0, TEXT.1, Gesture::Click);
        assert_eq!((state.page_view.focus(), state.list.cursor()), (Focus::List, 0));
        let mut state = after("");
        pointed(&mut state, 0, 0, Gesture::Click);
        assert_eq!(state.page_view.focus(), Focus::Article);
    }

    #[test]
    fn the_wheel_scrolls_three_lines_or_rows() {
        let mut state = after("");
        pointed(&mut state, TEXT.0, TEXT.1, Gesture::Wheel(Way::On));
        assert_eq!(top(&state), "");
        assert_eq!(state.page_view.top(), 3);
        pointed(&mut state, 0, 0, Gesture::Wheel(Way::Back));
        assert_eq!(state.page_view.top(), 0);
        for row in [TEXT.1, ROWS.1] {
            let mut state = after("2");
            pointed(&mut state, ROWS.0, row, Gesture::Wheel(Way::On));
            assert_eq!((state.list.cursor(), here(&state)), (3, "Ely must pay"));
        }
    }

    #[test]
    fn the_mouse_reaches_nothing_below_an_overlay() {
        for keys in ["?", "e", ":", "m"] {
            let mut state = after(keys);
            let before = state.scene();
            pointed(&mut state, TEXT.0, TEXT.1 + 2, Gesture::Click);
            pointed(&mut state, ROWS.0, ROWS.1 + 1, Gesture::Click);
            assert_eq!(state.scene(), before, "{keys}");
            pointed(&mut state, TEXT.0, TEXT.1, Gesture::Wheel(Way::On));
            assert_eq!((state.page_view.top(), state.list.cursor()), (0, 0), "{keys}");
        }
    }

    #[test]
    fn the_wheel_scrolls_help_and_the_menu() {
        let mut state = after("?");
        pointed(&mut state, 0, 0, Gesture::Wheel(Way::On));
        assert_eq!(state.overlay, Some(Overlay::Help(1)));
        let mut state = after("e");
        pointed(&mut state, 0, 0, Gesture::Wheel(Way::On));
        assert_eq!(state.overlay, Some(Overlay::Menu(1)));
    }

    #[test]
    fn in_a_terminal_that_is_too_small_nothing_is_hit() {
        let mut state = opened(10, 3);
        press(&mut state, "n");
        pointed(&mut state, 0, 0, Gesture::Wheel(Way::On));
        assert_eq!((here(&state), notice(&state)), ("“It cracks,”", ""));
    }
}
