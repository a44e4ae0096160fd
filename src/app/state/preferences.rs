//! What a reader has chosen before the first key.

use crate::app::keys::bound::Keymap;
use crate::app::state::panes::Measure;
use crate::app::state::theme_name::ThemeName;

/// The measure of those who choose none, in columns: the usual ideal for running text.
pub const FIRST_MEASURE: u16 = 66;

/// What a session begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The colors.
    pub theme: ThemeName,
    /// The width of the text.
    pub measure: Measure,
    /// How much is drawn.
    pub detail: Detail,
    /// The signs that can be drawn.
    pub spelling: Spelling,
    /// What the keys do.
    pub keymap: Keymap,
}

/// How much is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// All there is.
    #[default]
    Full,
    /// Little, for a slow line.
    Lean,
}

/// The signs that a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// Those of Unicode.
    #[default]
    Unicode,
    /// Those of ASCII alone.
    Ascii,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemeName::Terminal,
            measure: Measure::Columns(FIRST_MEASURE),
            detail: Detail::default(),
            spelling: Spelling::default(),
            keymap: Keymap::default(),
        }
    }
}
