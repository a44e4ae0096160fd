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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, here, notice, opened, press};
    use crate::app::state::trail::Target;

    /// The current stop after some keys, with the number of stops on the trail.
    #[track_caller]
    fn check(keys: &str, expected: &str, stops: usize) {
        let state = after(keys);
        assert_eq!((here(&state), state.route.stops().len()), (expected, stops), "{keys}");
    }

    #[test]
    fn tab_changes_the_pane() {
        assert_eq!(after("Tab").page_view.focus(), Focus::List);
        assert_eq!(after("Tab Tab").page_view.focus(), Focus::Article);
    }

    #[test]
    fn a_row_leads_to_its_first_stop() {
        check("l j", "“Nobody pays,”", 7);
        check("l j j", "“Who knows?”", 7);
        check("l j k", "“It cracks,”", 7);
        check("3 l j", "Hugh Hill", 7);
    }

    #[test]
    fn a_list_opens_at_the_current_stop() {
        for (keys, cursor) in [("n n 2", 1), ("n n 2 1", 7), ("n n 4", 2), ("3", 1), ("2", 0)] {
            assert_eq!(after(keys).list.cursor(), cursor, "{keys}");
        }
    }

    #[test]
    fn a_list_that_is_shown_stays_as_it_is() {
        let state = after("n 2 & pay Enter 2");
        assert_eq!((state.list.filter(), state.list.cursor()), (Some("pay"), 0));
        let state = after("n 2 & pay Enter 3 2");
        assert_eq!((state.list.filter(), state.list.cursor()), (None, 0));
        assert_eq!(after("n 2 l j j l 2").list.cursor(), 2);
    }

    #[test]
    fn a_list_takes_the_place_of_the_card() {
        assert_eq!(after("n Enter 2").page_view.side(), Side::List);
        assert_eq!(after("n Enter 2").page_view.focus(), Focus::Article);
        assert_eq!(after("n Enter l").page_view.side(), Side::List);
    }

    #[test]
    fn where_one_pane_is_shown_a_list_has_the_focus() {
        let mut state = opened(60, 8);
        press(&mut state, "2");
        assert_eq!(state.page_view.focus(), Focus::List);
        assert_eq!(after("2").page_view.focus(), Focus::Article);
        assert_eq!(after("z 2").page_view.focus(), Focus::List);
    }

    #[test]
    fn s_leads_to_the_row_of_the_current_quote() {
        let state = after("n n 2 s");
        assert_eq!((state.list.shown(), state.page_view.focus()), (List::Speakers, Focus::List));
        assert!(matches!(state.list.row(), Some(Row::Quote(id)) if id.index() == 1));
        let state = after("n n l k h s");
        assert!(matches!(state.list.row(), Some(Row::Quote(id)) if id.index() == 1), "again");
    }

    #[test]
    fn a_chosen_speaker_or_entity_is_the_trail() {
        check("l Enter", "“It cracks,”", 4);
        check("4 l j Enter", "“Nobody pays,”", 2);
        check("3 l Enter", "Ann Lee", 2);
        check("3 l o j j Enter", "Lee", 2);
        check("l j j Enter", "“Who knows?”", 7);
        check("4 l j j Enter", "“Who knows?”", 7);
    }

    #[test]
    fn a_chosen_quote_is_where_the_reader_goes_on() {
        let state = after("2 l j j Enter");
        assert_eq!((here(&state), state.page_view.focus()), ("“We pay.”", Focus::Article));
        let state = after("2 l j j h G l Enter");
        assert!(state.visible_stop().is_some(), "it scrolls there");
        assert_eq!(here(&after("n 2 l j j Enter n H")), "“We pay.”", "choosing is a jump");
    }

    #[test]
    fn a_trail_keeps_a_current_stop_that_is_on_it() {
        check("n n n f", "“We pay.”", 4);
        check("n n n f n", "“We pay,”", 4);
        check("n U", "“Who knows?”", 1);
        assert_eq!(here(&after("n U H")), "“It cracks,”", "following is a jump");
    }

    #[test]
    fn f_follows_the_speaker_of_the_row_or_of_the_current_quote() {
        check("n n f", "“Nobody pays,”", 2);
        check("n n F", "“Nobody pays,”", 1);
        check("n l g j f", "“It cracks,”", 4);
        check("l j f", "“Nobody pays,”", 2);
        check("4 l j f", "“Nobody pays,”", 2);
        check("n n l g h f", "“It cracks,”", 4);
        assert_eq!(notice(&after("f")), "no speaker here (n: next quote)");
        assert_eq!(notice(&after("3 l f")), "no speaker here (n: next quote)");
        assert_eq!(notice(&after("U f")), "no speaker here (n: next quote)");
    }

    #[test]
    fn a_row_that_leads_nowhere_moves_nothing() {
        let mut state = after("n");
        go_to_row(&mut state, 100);
        assert_eq!(here(&state), "“It cracks,”");
        let state = after("3 l");
        assert!(matches!(
            state.route.current.map(|stop| stop.target),
            None | Some(Target::Quote(_))
        ));
    }
}
