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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, notice, opened, press};

    /// Which quote has a card after some keys, by its number from 0, and whether it is open.
    #[track_caller]
    fn check(width: u16, height: u16, keys: &str, expected: Option<(usize, Side)>) {
        let mut state = opened(width, height);
        press(&mut state, keys);
        let occasion = state.card.card().map(|card| card.occasion);
        let found = occasion.map(|occasion| (occasion.quote.index(), occasion.side));
        assert_eq!(found, expected, "{keys}");
    }

    #[test]
    fn enter_opens_and_closes_the_card() {
        check(80, 24, "n", None);
        check(80, 24, "n Enter", Some((0, Side::Card)));
        check(80, 24, "n Enter Enter", None);
        check(80, 24, "n Enter n", Some((1, Side::Card)));
    }

    #[test]
    fn a_large_terminal_shows_it_below_the_list() {
        check(160, 50, "", None);
        check(160, 50, "n", Some((0, Side::List)));
        check(160, 50, "n n", Some((1, Side::List)));
        check(160, 50, "n Enter", Some((0, Side::Card)));
    }

    #[test]
    fn without_a_quote_there_is_no_card() {
        check(80, 24, "Enter", None);
        assert_eq!(notice(&after("Enter")), "no quote here (n: next quote)");
        assert_eq!(notice(&after("/ rain Enter Enter")), "no quote here (n: next quote)");
        check(80, 24, "n Enter / rain Enter", None);
        assert_eq!(after("n Enter / rain Enter").page_view.side(), Side::List, "it closes");
    }

    #[test]
    fn it_opens_at_its_top() {
        let mut state = opened(80, 8);
        press(&mut state, "n Enter j j");
        assert_eq!(state.card.top(), 2);
        press(&mut state, "Enter Enter");
        assert_eq!(state.card.top(), 0);
    }
}
