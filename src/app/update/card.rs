//! Opens and closes the card of the current quote, and keeps it on that quote.

use crate::app::state::State;
use crate::app::state::panes::Side;
use crate::app::state::trail::Target;

/// Opens the card of the current quote, or closes it.
pub fn toggle(state: &mut State) {
    if close(state) {
        return;
    }
    match state.route.current.map(|stop| stop.target) {
        Some(Target::Quote(_)) => {
            state.card.rewind();
            state.arrange(|arrangement| arrangement.side = Side::Card);
        }
        Some(Target::Mention(_) | Target::Hit) | None => state.say_missing("no quote here"),
    }
}

/// Closes the card; whether it was open.
pub fn close(state: &mut State) -> bool {
    let open = state.page_view.side() == Side::Card;
    if open {
        state.arrange(|arrangement| arrangement.side = Side::List);
    }
    open
}

/// Lays out the card of the current quote where it has a place; without a quote it closes.
pub fn fit(state: &mut State) {
    let quote = match state.route.current.map(|stop| stop.target) {
        Some(Target::Quote(id)) => id,
        Some(Target::Mention(_) | Target::Hit) | None => {
            state.card.clear();
            close(state);
            return;
        }
    };
    match state.page_view.panes().and_then(|panes| panes.card) {
        Some(area) => {
            let place = (area, state.page_view.side());
            state.card.fit(&state.known, quote, place, state.status.revision);
        }
        None => state.card.clear(),
    }
}
