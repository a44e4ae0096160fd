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
