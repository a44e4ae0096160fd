//! What a reader has chosen before the first key.

use crate::app::keymap::bound::Keymap;
use crate::app::panes::Measure;
use crate::app::theme_name::ThemeName;

/// The measure of those who choose none, in columns: the usual ideal for running text.
pub const FIRST_MEASURE: u16 = 66;

/// What a session begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The colors.
    pub theme: ThemeName,
    /// The width of the text.
    pub measure: Measure,
    /// What the keys do.
    pub keymap: Keymap,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemeName::Terminal,
            measure: Measure::Columns(FIRST_MEASURE),
            keymap: Keymap::default(),
        }
    }
}
