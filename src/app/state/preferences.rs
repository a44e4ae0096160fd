//! What the reader chose before the first key.

use crate::app::keys::bound::Keymap;
use crate::app::state::panes::Measure;
use crate::app::state::theme_name::ThemeName;

/// The default measure in columns: the usual ideal for running text.
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
    /// The characters that can be drawn.
    pub spelling: Spelling,
    /// What the keys do.
    pub keymap: Keymap,
}

/// How much is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    #[default]
    Full,
    /// Little, for a slow line.
    Lean,
}

/// The characters that a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// All of Unicode.
    #[default]
    Unicode,
    /// ASCII only.
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
