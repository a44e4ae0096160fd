//! What keys do in the lists of the side pane: move, choose, fold, and make a trail.

use crate::app::keys::action::{Focus, List, Motion, Voices, Way};
use crate::app::state::State;
use crate::app::state::panes::Side;
use crate::app::state::rows::{Fold, Row};
use crate::app::state::trail::Trail;

/// Gives the focus to the other pane.
pub fn switch_focus(state: &mut State) {
    let other = match state.scene.arrangement.focus {
        Focus::Article => Focus::List,
        Focus::List => Focus::Article,
    };
    give_focus(state, other);
}

/// Gives the focus to a pane; where there is one, it is shown.
pub fn give_focus(state: &mut State, focus: Focus) {
    let arrangement = &mut state.scene.arrangement;
    let closes = focus == Focus::List && arrangement.side == Side::Card;
    arrangement.focus = focus;
    if closes {
        arrangement.side = Side::List;
    }
    if closes || !state.scene.arrangement.shows_both() {
        state.reflow();
    }
}

/// A place moved within `0..=most`, where `height` is visible.
pub fn moved(place: usize, motion: Motion, height: usize, most: usize) -> usize {
    let (way, by) = match motion {
        Motion::Line(way) => (way, 1),
        Motion::Half(way) => (way, (height / 2).max(1)),
        Motion::Page(way) => (way, height.saturating_sub(2).max(1)),
        Motion::End(way) => (way, most),
    };
    match way {
        Way::On => (place + by).min(most),
        Way::Back => place.saturating_sub(by),
    }
}

/// Moves in the list, and the article with it.
pub fn move_cursor(state: &mut State, motion: Motion) {
    let most = state.rows.len().saturating_sub(1);
    let wanted = moved(state.scene.cursor, motion, state.list_height(), most);
    let takes = |row: &usize| state.rows.get(*row).is_some_and(|row| row.takes_cursor());
    let found = if wanted >= state.scene.cursor {
        (wanted..=most).find(takes).or_else(|| (0..wanted).rev().find(takes))
    } else {
        (0..=wanted).rev().find(takes).or_else(|| (wanted..=most).find(takes))
    };
    if let Some(row) = found {
        go_to_row(state, row);
    }
}

/// Puts the cursor on a row, and the article to where that leads; on none that cannot have it.
pub fn go_to_row(state: &mut State, row: usize) {
    if !state.rows.get(row).is_some_and(|row| row.takes_cursor()) {
        return;
    }
    state.scene.cursor = row;
    state.show_cursor();
    if let Some(stop) = state.rows.get(row).and_then(|row| row.stop(&state.document)) {
        state.look_at(stop);
    }
}

/// Moves in the help screen.
pub fn scroll_help(state: &mut State, motion: Motion) {
    let most = state.keymap.shown().count().saturating_sub(1);
    let top = state.scene.help.unwrap_or_default();
    state.scene.help = Some(moved(top, motion, state.height(), most));
}

/// Shows a list, with its cursor on what is looked at.
pub fn show_list(state: &mut State, list: List) {
    if state.scene.list != list {
        state.scene.list = list;
        state.scene.filter = None;
        state.scene.cursor = 0;
        state.scene.list_top = 0;
        state.fill_rows();
        state.follow_list();
    }
    if !state.scene.arrangement.shows_both() {
        give_focus(state, Focus::List);
    } else if state.scene.arrangement.side == Side::Card {
        state.scene.arrangement.side = Side::List;
        state.rearrange();
    }
}

/// Goes from the article to the speaker's row.
pub fn show_speaker(state: &mut State) {
    show_list(state, List::Speakers);
    state.follow_list();
    give_focus(state, Focus::List);
}

/// Takes the row: a speaker's or entity's trail, a quote's place.
pub fn choose(state: &mut State) {
    match state.rows.get(state.scene.cursor) {
        Some(Row::Speaker(id, _) | Row::Role(id) | Row::Share(Some(id)) | Row::Strip(Some(id))) => {
            walk(state, Trail::Speaker(*id));
        }
        Some(Row::Entity(id, _) | Row::Mention(id, _)) => walk(state, Trail::Entity(*id)),
        Some(Row::Quote(_)) => {
            state.leave();
            give_focus(state, Focus::Article);
            if let Some(here) = state.scene.here {
                state.show(here.span);
            }
        }
        Some(Row::Kind(_) | Row::Nobody(_) | Row::Share(None) | Row::Strip(None)) | None => {}
    }
}

/// Makes a list the trail and goes to its first stop, unless one of its stops is looked at.
pub fn walk(state: &mut State, trail: Trail) {
    state.leave();
    state.walk(trail);
    let on_it = state.scene.here.is_some_and(|here| state.stops.contains(&here));
    let first = state.stops.first().copied().filter(|_| !on_it);
    if let Some(stop) = first {
        state.look_at(stop);
    }
}

/// Folds or unfolds what the row belongs to.
pub fn fold(state: &mut State) {
    let Some(row) = state.rows.get(state.scene.cursor).copied() else { return };
    let folds = &mut state.scene.folds;
    match row {
        Row::Speaker(id, Fold::Closed) => _ = folds.speakers.insert(id),
        Row::Speaker(id, Fold::Open) | Row::Role(id) => _ = folds.speakers.remove(&id),
        Row::Entity(id, Fold::Closed) => _ = folds.entities.insert(id),
        Row::Entity(id, Fold::Open) | Row::Mention(id, _) => _ = folds.entities.remove(&id),
        Row::Nobody(Fold::Closed) => folds.nobody = Fold::Open,
        Row::Nobody(Fold::Open) => folds.nobody = Fold::Closed,
        Row::Quote(id) => match state.document.quote(id).speaker {
            Some(speaker) => _ = folds.speakers.remove(&speaker),
            None => folds.nobody = Fold::Closed,
        },
        Row::Kind(_) | Row::Share(_) | Row::Strip(_) => return,
    }
    state.fill_rows();
    stay_with(state, row);
}

/// Puts the cursor on the row that a folded row belonged to.
fn stay_with(state: &mut State, row: Row) {
    let owner = |other: &Row| match (*other, row) {
        (Row::Speaker(id, _), Row::Speaker(was, _) | Row::Role(was)) => id == was,
        (Row::Speaker(id, _), Row::Quote(quote)) => state.document.quote(quote).speaker == Some(id),
        (Row::Nobody(_), Row::Nobody(_)) => true,
        (Row::Nobody(_), Row::Quote(quote)) => state.document.quote(quote).speaker.is_none(),
        (Row::Entity(id, _), Row::Entity(was, _) | Row::Mention(was, _)) => id == was,
        (Row::Quote(id), Row::Quote(was)) => id == was,
        _ => false,
    };
    if let Some(at) = state.rows.iter().position(owner) {
        state.scene.cursor = at;
        state.show_cursor();
    }
}

/// Makes the speaker of the row, or of what is looked at, the trail.
pub fn follow(state: &mut State, voices: Voices) {
    let row = state.rows.get(state.scene.cursor);
    let in_list = match (state.scene.arrangement.focus, row) {
        (Focus::List, Some(Row::Speaker(id, _) | Row::Share(Some(id)))) => Some(*id),
        (Focus::List | Focus::Article, _) => None,
    };
    match in_list.or_else(|| state.speaker_here()) {
        Some(speaker) => walk(
            state,
            match voices {
                Voices::All => Trail::Speaker(speaker),
                Voices::Direct => Trail::Direct(speaker),
            },
        ),
        None => state.say_no_speaker(),
    }
}
