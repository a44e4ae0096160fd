//! Where the reader is in an article: all that a key can change.

use crate::app::action::List;
use crate::app::panes::{Arrangement, View};
use crate::app::rows::Folds;
use crate::app::theme_name::ThemeName;
use crate::app::trail::{Stop, Trail};

/// Where the reader is: all that a key can change. Two equal scenes of one session look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The terminal, and how the panes are to lie.
    pub arrangement: Arrangement,
    /// The first visible line of the page.
    pub top: usize,
    /// The list that is shown.
    pub list: List,
    /// The row of the cursor.
    pub cursor: usize,
    /// The first visible row.
    pub list_top: usize,
    /// What is unfolded.
    pub folds: Folds,
    /// The list that `n` and `N` walk.
    pub trail: Trail,
    /// The quote or mention that is looked at.
    pub here: Option<Stop>,
    /// The first visible row of help, while it is open.
    pub help: Option<usize>,
    /// The colors.
    pub theme: ThemeName,
    /// How much is drawn.
    pub detail: Detail,
    /// The signs that can be drawn.
    pub spelling: Spelling,
    /// What the status line says beside the quote.
    pub notice: Option<String>,
    /// How much is annotated, in percent, until all is.
    pub progress: Option<u8>,
    /// How many documents have come in.
    pub revision: usize,
    /// How often the whole screen was to be drawn anew.
    pub redraws: usize,
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

impl Scene {
    /// The first scene: the top of the article beside its speakers.
    pub fn new(arrangement: Arrangement, theme: ThemeName, notice: Option<String>) -> Self {
        Self {
            arrangement,
            top: 0,
            list: List::Speakers,
            cursor: 0,
            list_top: 0,
            folds: Folds::default(),
            trail: Trail::Quotes,
            here: None,
            help: None,
            theme,
            detail: Detail::Full,
            spelling: Spelling::Unicode,
            notice,
            progress: None,
            revision: 0,
            redraws: 0,
        }
    }

    /// Draws little from now on: one pane, without scrollbar and bars.
    pub fn simplify(&mut self) {
        self.detail = Detail::Lean;
        self.arrangement.view = View::One;
    }
}
