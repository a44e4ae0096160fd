//! Export: a menu of formats, then a path, then the file; one that is there is replaced only if Enter comes again.

use crate::app::keys::action::Motion;
use crate::app::state::State;
use crate::app::state::prompt::{Prompt, Purpose};
use crate::app::update::lists;
use crate::formats::format::Format;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its format.
    pub format: Format,
    /// Its path, as it was typed.
    pub path: String,
    /// Whether a file that is there may be lost.
    pub replace: Replace,
}

/// Whether a file that is there may be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// It may not.
    Never,
    /// The reader said so.
    Confirmed,
}

/// What has come of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file is written, at this path.
    Written(String),
    /// There is a file already.
    Exists,
    /// It could not be written; why, in words.
    Failed(String),
}

/// Shows the formats, once there is something to export.
pub fn open(state: &mut State) {
    if state.scene.revision == 0 || state.scene.progress.is_some() {
        return state.say("not all quotes are found yet");
    }
    state.scene.menu = Some(0);
}

/// Moves in the menu.
pub fn move_cursor(state: &mut State, motion: Motion) {
    let most = Format::all().count().saturating_sub(1);
    let now = state.scene.menu.unwrap_or_default();
    state.scene.menu = Some(lists::moved(now, motion, state.height(), most));
}

/// Takes the format that the cursor is on: its path is asked for, and one is proposed.
pub fn take_format(state: &mut State) {
    let Some(format) = state.scene.menu.take().and_then(|at| Format::all().nth(at)) else { return };
    let mut prompt = Prompt::new(Purpose::Export(format));
    prompt.replace(&format!("{}.{}", state.id, format.ending()));
    state.scene.prompt = Some(prompt);
}

/// Tells what has come of an order; where there is a file already, its path is asked for again.
pub fn tell(state: &mut State, order: &Order, outcome: &Outcome) {
    match outcome {
        Outcome::Written(path) => state.say(&format!("wrote {path}")),
        Outcome::Failed(why) => state.say(why),
        Outcome::Exists => {
            let mut prompt = Prompt::new(Purpose::Replace(order.format));
            prompt.replace(&order.path);
            state.scene.prompt = Some(prompt);
            state.say("it is there already; Enter replaces it");
        }
    }
}
