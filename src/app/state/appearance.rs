//! How the screen is drawn.

use crate::app::state::preferences::Spelling;
use crate::app::state::theme_name::ThemeName;

/// How the screen is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The colors.
    pub theme: ThemeName,
    /// The characters that can be drawn.
    pub spelling: Spelling,
    /// How often the whole screen had to be redrawn.
    pub redraws: usize,
}
