//! What a terminal can do, and what is wanted of it.

use crate::ui::theme::Depth;

/// What a terminal can do, and what is wanted of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// How many colors it has.
    pub depth: Depth,
    /// Whether it is asked for its background.
    pub background: Background,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// The title of its window, without control characters; nothing leaves it as it is.
    pub title: Option<String>,
}

/// Where the background is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// The reader chose colors.
    Chosen,
    /// The terminal is asked, once.
    Asked,
}

/// Whether the mouse is listened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The terminal keeps it, to select text.
    #[default]
    Off,
    /// Clicks and the wheel come to the program.
    On,
}
