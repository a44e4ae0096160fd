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
