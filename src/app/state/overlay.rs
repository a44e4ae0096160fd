//! What covers the panes: help, the menu of formats, a line being typed, or the wait for a letter.
//!
//! There is at most one. Keys, clicks and drawing ask it first, and none of them reaches what it covers.

use crate::app::keys::action::LetterUse;
use crate::app::keys::table::Mode;
use crate::app::state::prompt::Prompt;

/// What covers the panes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Help, from this row on.
    Help(usize),
    /// The menu of formats, with the cursor on this row.
    Menu(usize),
    /// A line being typed, in place of the status line.
    Line(Prompt),
    /// A letter is awaited.
    Letter(LetterUse),
}

impl Overlay {
    /// What keys mean while it is open.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Help(_) => Mode::Help,
            Self::Menu(_) => Mode::Menu,
            Self::Line(_) => Mode::Typing,
            Self::Letter(_) => Mode::Letter,
        }
    }
}
