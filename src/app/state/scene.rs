//! Where the reader is in an article: all that a key can change.

use crate::app::keys::action::{Focus, Letter, List};
use crate::app::state::panes::{Arrangement, Side, Size, View};
use crate::app::state::preferences::{Detail, Preferences, Spelling};
use crate::app::state::prompt::Prompt;
use crate::app::state::rows::Folds;
use crate::app::state::theme_name::ThemeName;
use crate::app::state::trail::{Stop, Trail};

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
    /// Which paragraphs are shown.
    pub paragraphs: Paragraphs,
    /// How much is drawn.
    pub detail: Detail,
    /// The signs that can be drawn.
    pub spelling: Spelling,
    /// The format that the cursor is on, while they are shown.
    pub menu: Option<usize>,
    /// The line that is typed.
    pub prompt: Option<Prompt>,
    /// What a letter is waited for.
    pub awaits: Option<Letter>,
    /// The words whose hits are lit.
    pub query: Option<String>,
    /// What the rows of the list are to be like.
    pub filter: Option<String>,
    /// What the status line says beside the quote.
    pub notice: Option<String>,
    /// How much is annotated, in percent, until all is.
    pub progress: Option<u8>,
    /// How many documents have come in.
    pub revision: usize,
    /// How often the whole screen was to be drawn anew.
    pub redraws: usize,
}

/// Which paragraphs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paragraphs {
    /// All of them.
    All,
    /// Those that hold a quote.
    WithQuotes,
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
            paragraphs: Paragraphs::All,
            detail: preferences.detail,
            spelling: preferences.spelling,
            menu: None,
            prompt: None,
            awaits: None,
            query: None,
            filter: None,
            notice,
            progress: None,
            revision: 0,
            redraws: 0,
        }
    }
}
