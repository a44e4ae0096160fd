//! What keys do to the card: open, close and scroll it; and how it follows the quote that is looked at.

use crate::app::keys::action::{Action, Motion, Way};
use crate::app::state::State;
use crate::app::state::card::{Card, Occasion};
use crate::app::state::panes::{HEAD, Side};
use crate::app::state::trail::Target;
use crate::app::update::lists;

/// Opens the card of the quote, or closes it.
pub fn toggle(state: &mut State) {
    if close(state) {
        return;
    }
    match state.scene.here.map(|here| here.target) {
        Some(Target::Quote(_)) => {
            state.scene.card_top = 0;
            show(state, Side::Card);
        }
        Some(Target::Mention(_) | Target::Hit) | None => {
            let key = state.keymap.hint(Action::Step(Way::On));
            let hint = key.map_or_else(String::new, |key| format!("; {key} goes to one"));
            state.say(&format!("no quote here{hint}"));
        }
    }
}

/// Closes the card; whether it was open.
pub fn close(state: &mut State) -> bool {
    let open = state.scene.arrangement.side == Side::Card;
    if open {
        show(state, Side::List);
    }
    open
}

fn show(state: &mut State, side: Side) {
    state.scene.arrangement.side = side;
    state.rearrange();
}

/// Moves in the card.
pub fn scroll(state: &mut State, motion: Motion) {
    let height = height(state);
    let most = state.card.as_ref().map_or(0, |card| card.lines.len().saturating_sub(height));
    state.scene.card_top = lists::moved(state.scene.card_top, motion, height, most);
}

/// Rows of an open card that are visible, below its head.
fn height(state: &State) -> usize {
    let card = state.panes.and_then(|panes| panes.card);
    card.map_or(1, |card| usize::from(card.height.saturating_sub(HEAD))).max(1)
}

/// Lays the card of the quote that is looked at, unless it lies there already; without a quote there is none.
pub fn fit(state: &mut State) {
    let quote = match state.scene.here.map(|here| here.target) {
        Some(Target::Quote(id)) => id,
        Some(Target::Mention(_) | Target::Hit) | None => {
            state.card = None;
            close(state);
            return;
        }
    };
    let Some(area) = state.panes.and_then(|panes| panes.card) else {
        state.card = None;
        return;
    };
    let side = state.scene.arrangement.side;
    let revision = state.scene.revision;
    let occasion = Occasion { quote, width: area.width.into(), side, revision };
    if state.card.as_ref().is_none_or(|card| card.occasion != occasion) {
        if state.card.as_ref().is_some_and(|card| card.occasion.quote != quote) {
            state.scene.card_top = 0;
        }
        state.card = Some(Card::of(&state.document, &state.billing, &state.marks, occasion));
    }
    let most = state.card.as_ref().map_or(0, |card| card.lines.len());
    state.scene.card_top = state.scene.card_top.min(most.saturating_sub(height(state)));
}
