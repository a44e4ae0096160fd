//! How to use the terminal.

use crate::ui::theme::Depth;

/// How to use the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setup {
    /// How many colors to use.
    pub depth: Depth,
    /// Whether to ask for the background color.
    pub background: Background,
    /// Whether to use the mouse.
    pub mouse: Mouse,
    /// The window title, without control characters; `None` leaves it as it is.
    pub title: Option<String>,
}

/// Whether the terminal is asked for its background color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Background {
    /// No need: the theme is chosen.
    Chosen,
    /// Yes, once.
    Asked,
}

/// Who gets the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mouse {
    /// The terminal, to select text.
    #[default]
    Off,
    /// The program: clicks and the wheel.
    On,
}
