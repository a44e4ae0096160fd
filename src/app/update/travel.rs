//! Steps along the trail, jumps back and forward, and marks places with letters.

use crate::app::keys::action::{LetterUse, Way};
use crate::app::state::State;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::overlay::Overlay;
use crate::app::state::trail::{self, Trail, Whereabouts};

/// Goes to the next or previous stop: of the current one while that is in view, else of the top of the screen.
pub fn step(state: &mut State, way: Way) {
    let from = Whereabouts::Byte(state.page_view.first_byte());
    let from = state.visible_stop().map_or(from, Whereabouts::At);
    match (state.route.next(from, way), way) {
        (Some(stop), _) => state.go_to(stop),
        (None, _) if state.route.stops().is_empty() => state.say("nothing to step through"),
        (None, Way::On) => state.say("this is the last one"),
        (None, Way::Back) => state.say("this is the first one"),
    }
}

/// Goes to the next or previous quote by the current speaker.
pub fn step_speaker(state: &mut State, way: Way) {
    let Some(speaker) = state.current_speaker() else {
        return state.say_missing("no speaker here");
    };
    let stops = Trail::Speaker(speaker).stops(&state.known.document, &[]);
    let from = state.route.current.map(Whereabouts::At);
    match (from.and_then(|from| trail::next(&stops, from, way)), way) {
        (Some(stop), _) => state.go_to(stop),
        (None, Way::On) => state.say("last quote by this speaker"),
        (None, Way::Back) => state.say("first quote by this speaker"),
    }
}

/// Marks this place with a letter, or goes to the place marked with it.
pub fn take_letter(state: &mut State, letter: char) {
    let Some(Overlay::Letter(letter_use)) = state.overlay.take() else { return };
    match (letter_use, letter) {
        (LetterUse::Mark, 'a'..='z') => {
            let place = state.bookmark();
            state.bookmarks.lettered.insert(letter, place);
            state.say(&format!("marked with {letter}"));
        }
        (LetterUse::GoTo, '\'') => go_to_mark(state, state.bookmarks.jumps.last(), letter),
        (LetterUse::GoTo, 'a'..='z') => {
            go_to_mark(state, state.bookmarks.lettered.get(&letter).copied(), letter);
        }
        (LetterUse::Mark | LetterUse::GoTo, _) => state.say("a mark is a letter from a to z"),
    }
}

fn go_to_mark(state: &mut State, place: Option<Bookmark>, letter: char) {
    match place {
        Some(place) => {
            state.remember_place();
            state.go_back_to(place);
        }
        None => state.say(&format!("no mark {letter}")),
    }
}

/// Goes back to the place before a jump, or forward again.
pub fn jump(state: &mut State, way: Way) {
    let now = state.bookmark();
    let (place, end) = match way {
        Way::Back => (state.bookmarks.jumps.back(now), "no earlier place"),
        Way::On => (state.bookmarks.jumps.forward(now), "no later place"),
    };
    match place {
        Some(place) => state.go_back_to(place),
        None => state.say(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, here, notice, top};

    /// The current stop after some keys, or the notice if there is one.
    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let state = after(keys);
        let shown = if notice(&state).is_empty() { here(&state) } else { notice(&state) };
        assert_eq!(shown, expected, "{keys}");
    }

    #[test]
    fn a_step_goes_to_the_next_or_previous_stop() {
        check("n", "“It cracks,”");
        check("n n n", "“We pay.”");
        check("n n n N", "“Nobody pays,”");
        check("n N", "this is the first one");
        check("N", "this is the first one");
        check("n n n n n n n n", "this is the last one");
        check("n n n n n n n", "“We must.”");
    }

    #[test]
    fn a_step_from_elsewhere_begins_at_the_top_of_the_screen() {
        check("j j j n", "“Nobody pays,”");
        check("j j j N", "“It cracks,”");
        check("n G n", "Ely must pay");
        check("n j n", "“Nobody pays,”");
    }

    #[test]
    fn a_trail_without_stops_says_so() {
        let mut state = after("");
        state.set_trail(Trail::Search);
        step(&mut state, Way::On);
        assert_eq!(notice(&state), "nothing to step through");
    }

    #[test]
    fn a_step_may_stay_with_the_speaker() {
        check("n J", "“We pay.”");
        check("n J J", "“We pay,”");
        check("n J J J J", "last quote by this speaker");
        check("n J K", "“It cracks,”");
        check("n K", "first quote by this speaker");
        check("J", "no speaker here (n: next quote)");
    }

    #[test]
    fn a_letter_marks_a_place_to_go_to() {
        check("n m a", "marked with a");
        check("n m a G ' a", "“It cracks,”");
        check("n m a n m b n ' a", "“It cracks,”");
        check("n m a n m b n ' b", "“Nobody pays,”");
        check("m z", "marked with z");
        check("' a", "no mark a");
        assert_eq!(top(&after("j j m a G ' a")), "“It cracks,” Ann Lee said in Ely.");
    }

    #[test]
    fn only_small_letters_mark() {
        for key in ["A", "1", "`", "{", "é"] {
            check(&format!("m {key}"), "a mark is a letter from a to z");
            check(&format!("' {key}"), "a mark is a letter from a to z");
        }
        check("m '", "a mark is a letter from a to z");
    }

    #[test]
    fn the_apostrophe_goes_to_the_place_before_the_last_jump() {
        check("' '", "no mark '");
        check("n : 3 Enter ' '", "“It cracks,”");
        check("n : 3 Enter ' ' ' '", "“We pay.”");
    }

    #[test]
    fn jumps_lead_back_and_forward() {
        check("H", "no earlier place");
        check("L", "no later place");
        check("n : 3 Enter H", "“It cracks,”");
        check("n : 3 Enter H L", "“We pay.”");
        check("n : 3 Enter H L L", "no later place");
        check("n m a n ' a H", "“Nobody pays,”");
        assert_eq!(top(&after("j G H")), "");
    }
}
