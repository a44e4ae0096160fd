//! Opens, closes and scrolls help.

use crate::app::keys::action::Motion;
use crate::app::state::State;
use crate::app::state::help::last_top;
use crate::app::state::overlay::Overlay;

/// Opens help, or closes it.
pub fn toggle(state: &mut State) {
    state.overlay = match state.overlay {
        Some(Overlay::Help(_)) => None,
        Some(Overlay::Menu(_) | Overlay::Line(_) | Overlay::Letter(_)) | None => {
            Some(Overlay::Help(0))
        }
    };
}

/// Scrolls help from a row.
pub fn scroll(state: &mut State, top: usize, motion: Motion) {
    let height = state.page_view.height();
    let most = last_top(&state.keymap, height);
    state.overlay = Some(Overlay::Help(motion.applied(top.min(most), height, most)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::after;

    #[track_caller]
    fn check(keys: &str, top: Option<usize>) {
        assert_eq!(after(keys).overlay, top.map(Overlay::Help), "{keys}");
    }

    #[test]
    fn a_key_opens_and_closes_help() {
        check("?", Some(0));
        check("? ?", None);
        check(": help Enter", Some(0));
    }

    #[test]
    fn help_scrolls_as_far_as_it_has_rows() {
        let state = after("");
        let last = last_top(&state.keymap, state.page_view.height());
        assert!(last > state.keymap.shown().count() - state.page_view.height());
        check("? j j k", Some(1));
        check("? Space", Some(4));
        check("? G", Some(last));
        check("? G j", Some(last));
        check("? G g", Some(0));
    }
}
