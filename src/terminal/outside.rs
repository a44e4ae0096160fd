//! What the loop leaves to the command line: everything outside of the terminal.

use crate::annotation::document::Document;
use crate::app::state::bookmark::Bookmark;
use crate::app::update::export::{Order, Outcome};

/// The world outside of the terminal.
pub(crate) trait Outside: Send + Sync + 'static {
    /// Copies words to the clipboard, or leaves it to the terminal.
    fn copy(&self, words: &str) -> Clipboard;
    /// Writes a document to a file.
    fn export(&self, order: &Order, document: &Document) -> Outcome;
    /// Saves the reading place. Any thread may call this.
    fn keep(&self, bookmark: Bookmark);
}

/// Who fills the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clipboard {
    /// A program was given the words.
    Sent,
    /// The terminal must be asked.
    Terminal,
}
