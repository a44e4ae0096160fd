//! The rows of help: the keys, then the signs and words of the interface.
//!
//! Scrolling counts the same rows that are drawn.

use crate::app::keys::bound::{Bound, Keymap};
use crate::app::state::glossary::{SIGNS, TERMS};

/// A row of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpRow<'a> {
    /// A row of the table of keys.
    Keys(&'a Bound),
    /// A blank row.
    Blank,
    /// A title.
    Title(&'static str),
    /// A word or sign with its meaning.
    Meaning(&'static str, &'static str),
}

/// All rows of help, in order.
pub fn rows(keymap: &Keymap) -> Vec<HelpRow<'_>> {
    let mut rows: Vec<HelpRow<'_>> = keymap.shown().map(HelpRow::Keys).collect();
    for (title, meanings) in [("Signs", SIGNS), ("Words", TERMS)] {
        rows.extend([HelpRow::Blank, HelpRow::Title(title)]);
        rows.extend(meanings.iter().map(|(name, meaning)| HelpRow::Meaning(name, meaning)));
    }
    rows
}

/// The farthest row that can be at the top where `height` rows are visible.
pub fn last_top(keymap: &Keymap, height: usize) -> usize {
    rows(keymap).len().saturating_sub(height)
}
