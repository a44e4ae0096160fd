//! How the article is set: its width, its panes, its colors, its paragraphs.

use crate::app::keys::action::Way;
use crate::app::state::State;
use crate::app::state::panes::{Measure, View};
use crate::app::state::preferences::FIRST_MEASURE;
use crate::app::state::scene::Paragraphs;

/// The second measure, in columns: the widest that guides for readable text allow.
const SECOND_MEASURE: u16 = 80;
/// The narrowest, in columns.
const NARROWEST: u16 = 20;
/// Columns that one key makes the text wider or narrower.
const STEP: u16 = 2;

/// The next measure of 66, 80 and the whole pane.
pub fn next_measure(state: &mut State) {
    let next = match state.scene.arrangement.measure {
        Measure::Columns(columns) if columns < FIRST_MEASURE => Measure::Columns(FIRST_MEASURE),
        Measure::Columns(columns) if columns < SECOND_MEASURE => Measure::Columns(SECOND_MEASURE),
        Measure::Columns(_) => Measure::Full,
        Measure::Full => Measure::Columns(FIRST_MEASURE),
    };
    set_measure(state, next);
}

/// Two columns less or more.
pub fn change_measure(state: &mut State, way: Way) {
    let now = state.panes.map_or(FIRST_MEASURE, |panes| panes.measure);
    let columns = match way {
        Way::On => now.saturating_add(STEP),
        Way::Back => now.saturating_sub(STEP).max(NARROWEST),
    };
    set_measure(state, Measure::Columns(columns));
}

fn set_measure(state: &mut State, measure: Measure) {
    state.scene.arrangement.measure = measure;
    state.reflow();
}

/// One pane, or both again.
pub fn toggle_zen(state: &mut State) {
    state.scene.arrangement.view = match state.scene.arrangement.view {
        View::Both => View::One,
        View::One => View::Both,
    };
    state.reflow();
}

/// The next theme.
pub fn next_theme(state: &mut State) {
    state.scene.theme = state.scene.theme.next();
    state.say(&format!("theme: {}", state.scene.theme.name()));
}

/// Only the paragraphs with quotes, or all again.
pub fn fold_text(state: &mut State) {
    state.scene.paragraphs = match state.scene.paragraphs {
        Paragraphs::All => Paragraphs::WithQuotes,
        Paragraphs::WithQuotes => Paragraphs::All,
    };
    state.reflow();
}
