//! Exports the article: a menu of formats, then a path, then the file. An existing file is replaced only after a second
//! Enter.

use crate::app::keys::action::{Motion, Purpose};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::prompt::Prompt;
use crate::formats::format::Format;

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its format.
    pub format: Format,
    /// Its path, as it was typed.
    pub path: String,
    /// Whether an existing file may be replaced.
    pub replace: Replace,
}

/// Whether an existing file may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// It may not.
    Never,
    /// The reader confirmed it.
    Confirmed,
}

/// What came of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file is written, at this path.
    Written(String),
    /// The file exists already.
    Exists,
    /// It could not be written; why, in words.
    Failed(String),
}

/// Opens the menu of formats, once all of the article is annotated.
pub fn open(state: &mut State) {
    if state.status.revision == 0 || state.status.progress.is_some() {
        return state.say("still finding quotes");
    }
    state.overlay = Some(Overlay::Menu(0));
}

/// Moves the cursor of the menu from a row.
pub fn move_cursor(state: &mut State, row: usize, motion: Motion) {
    let most = Format::all().count().saturating_sub(1);
    let row = motion.applied(row, state.page_view.height(), most);
    state.overlay = Some(Overlay::Menu(row));
}

/// Takes the format under the cursor of the menu: a line opens with a path for it.
pub fn take_format(state: &mut State) {
    let Some(Overlay::Menu(row)) = state.overlay.take() else { return };
    if let Some(format) = Format::all().nth(row) {
        let path = format!("{}.{}", state.file_stem, format.ending());
        ask_for_path(state, Purpose::Export(format), &path);
    }
}

/// Says what came of an order; where the file exists, a line opens to confirm its path.
pub fn report(state: &mut State, order: &Order, outcome: &Outcome) {
    match outcome {
        Outcome::Written(path) => state.say(&format!("wrote {path}")),
        Outcome::Failed(why) => state.say(why),
        Outcome::Exists => {
            ask_for_path(state, Purpose::Replace(order.format), &order.path);
            state.say("file exists (Enter: overwrite)");
        }
    }
}

fn ask_for_path(state: &mut State, purpose: Purpose, path: &str) {
    let mut prompt = Prompt::new(purpose);
    prompt.replace(path);
    state.overlay = Some(Overlay::Line(prompt));
}
