//! Where the reader is in an article: all that a key can change.

use crate::app::action::{Focus, List};
use crate::app::panes::{Arrangement, Side, Size, View};
use crate::app::preferences::{Detail, Preferences, Spelling};
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
    /// The first visible line of the card.
    pub card_top: usize,
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

impl Scene {
    /// The first scene: the top of the article beside its speakers.
    pub fn new(size: Size, preferences: &Preferences, notice: Option<String>) -> Self {
        let view = match preferences.detail {
            Detail::Full => View::Both,
            Detail::Lean => View::One,
        };
        let measure = preferences.measure;
        Self {
            arrangement: Arrangement {
                size,
                measure,
                view,
                focus: Focus::Article,
                side: Side::List,
            },
            top: 0,
            list: List::Speakers,
            cursor: 0,
            list_top: 0,
            folds: Folds::default(),
            trail: Trail::Quotes,
            here: None,
            help: None,
            card_top: 0,
            theme: preferences.theme,
            detail: preferences.detail,
            spelling: preferences.spelling,
            notice,
            progress: None,
            revision: 0,
            redraws: 0,
        }
    }
}
