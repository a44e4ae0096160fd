//! Moves in the lists of the side pane, and takes trails from them.

use crate::app::keys::action::{Focus, List, Motion, Voices};
use crate::app::state::State;
use crate::app::state::panes::Side;
use crate::app::state::rows::Row;
use crate::app::state::trail::Trail;

/// Gives the focus to the other pane.
pub fn switch_focus(state: &mut State) {
    let other = match state.page_view.focus() {
        Focus::Article => Focus::List,
        Focus::List => Focus::Article,
    };
    state.give_focus(other);
}

/// Moves in the list, and the article with it.
pub fn move_cursor(state: &mut State, motion: Motion) {
    if let Some(row) = state.list.row_after(motion) {
        go_to_row(state, row);
    }
}

/// Puts the cursor on a row and scrolls the article to where that leads; ignores rows that do not take the cursor.
pub fn go_to_row(state: &mut State, row: usize) {
    let row = state.list.go_to(row);
    if let Some(stop) = row.and_then(|row| row.stop(&state.known.document)) {
        state.go_to_in_article(stop);
    }
}

/// Shows a list, with its cursor on the current stop.
pub fn show_list(state: &mut State, list: List) {
    if state.list.shown() != list {
        state.list.show(list, &state.known);
        state.follow_list();
    }
    if !state.page_view.arrangement().shows_both() {
        state.give_focus(Focus::List);
    } else if state.page_view.side() == Side::Card {
        state.arrange(|arrangement| arrangement.side = Side::List);
    }
}

/// Goes from the article to the speaker's row.
pub fn show_speaker(state: &mut State) {
    show_list(state, List::Speakers);
    state.follow_list();
    state.give_focus(Focus::List);
}

/// Takes the row: a speaker or an entity as the trail, a quote as the place to go to.
pub fn choose(state: &mut State) {
    match state.list.row() {
        Some(Row::Speaker(id, _) | Row::Share(Some(id))) => {
            follow_trail(state, Trail::Speaker(id));
        }
        Some(Row::Entity(id, _) | Row::Mention(id, _)) => follow_trail(state, Trail::Entity(id)),
        Some(Row::Quote(_)) => {
            state.remember_place();
            state.give_focus(Focus::Article);
            if let Some(span) = state.current_span() {
                state.page_view.bring_into_view(span);
            }
        }
        Some(Row::Nobody(_) | Row::Role(_) | Row::Kind(_) | Row::Share(None) | Row::Strip(_))
        | None => {}
    }
}

/// Makes a list of stops the trail and goes to the first one, unless the current stop is among them.
pub fn follow_trail(state: &mut State, trail: Trail) {
    state.remember_place();
    state.set_trail(trail);
    let first = state.route.stops().first().copied();
    if let Some(stop) = first.filter(|_| state.route.number().is_none()) {
        state.go_to_in_article(stop);
    }
}

/// Makes the speaker of the row, or of the current quote, the trail.
pub fn follow_speaker(state: &mut State, voices: Voices) {
    let in_list = match (state.page_view.focus(), state.list.row()) {
        (Focus::List, Some(Row::Speaker(id, _) | Row::Share(Some(id)))) => Some(id),
        (Focus::List | Focus::Article, _) => None,
    };
    match (in_list.or_else(|| state.current_speaker()), voices) {
        (Some(speaker), Voices::All) => follow_trail(state, Trail::Speaker(speaker)),
        (Some(speaker), Voices::Direct) => follow_trail(state, Trail::Direct(speaker)),
        (None, _) => state.say_missing("no speaker here"),
    }
}
