//! What the command line does for the reader at the terminal: the loop hands it over, and draws on.

use crate::annotation::document::Document;
use crate::app::state::bookmark::Bookmark;
use crate::app::update::export::{Order, Outcome};

/// What is done outside of the terminal.
pub trait Outside: Send + Sync + 'static {
    /// Puts words into the clipboard; or says that the terminal is to do it.
    fn copy(&self, words: &str) -> Clipboard;
    /// Writes a file with what is known about an article.
    fn export(&self, order: &Order, document: &Document) -> Outcome;
    /// Keeps a reading place. It may be called on any thread, and more than once.
    fn keep(&self, bookmark: Bookmark);
}

/// Who puts words into the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// A program has taken them.
    Sent,
    /// The terminal is to take them.
    Terminal,
}
