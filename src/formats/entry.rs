//! What every format gives the menu.

use crate::formats::company::{Company, Envelope};
use crate::formats::exchange::Exchange;

/// A format's entry in the menu.
pub(super) struct Entry {
    /// The name on the command line.
    pub(super) name: &'static str,
    /// How files end, without the dot.
    pub(super) ending: &'static str,
    /// What the format is, in a few words.
    pub(super) purpose: &'static str,
    pub(super) text: TextPlace,
    /// Writes one article, with the end of its last line if it is alone.
    pub(super) write: fn(&Exchange, Company) -> String,
    /// Gives what goes around several articles.
    pub(super) envelope: fn() -> Envelope,
}

/// Where a format has the text of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextPlace {
    /// In the same file, or nowhere.
    Within,
    /// In a file beside it, so that several articles cannot share one output.
    Beside,
}
