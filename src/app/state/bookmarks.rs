//! Places to go to: where the reader was, what letters mark, and what waits until it is found.

use std::collections::BTreeMap;

use crate::app::state::bookmark::Bookmark;
use crate::app::state::jumps::Jumps;
use crate::app::state::wanted::Wanted;

/// Places to go to.
#[derive(Clone, Debug, Default)]
pub struct Bookmarks {
    /// Where the reader was before jumps.
    pub jumps: Jumps,
    /// The places marked with letters.
    pub lettered: BTreeMap<char, Bookmark>,
    /// Where the current quote of a saved reading place begins, in bytes, until the quote is found or the reader goes
    /// elsewhere.
    pub awaited_quote: Option<usize>,
    /// What the command line asks for, until all of the article is annotated.
    pub wanted: Option<Wanted>,
}
