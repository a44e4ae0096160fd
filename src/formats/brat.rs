//! The standoff of brat: a file of text, and one of lines that point into it by code points.
//!
//! The scheme is that of PolNeAR (Newell, Margolin and Ruths, 2018): an event `Attribution` on the words of the cue, or
//! on the content where there is none, with the arguments `Content`, `Cue` and `Source`. What PolNeAR does not have is
//! told by other kinds of lines, which brat shows too: `A` for the voice, `N` for who a source, a mention or a name is,
//! and `#` for confidence and role.

pub mod fault;
mod ground;
mod lines;
mod people;
pub mod reading;
mod writing;

use crate::annotation::document::Document;
use crate::formats::brat::fault::StandoffError;
use crate::formats::brat::reading::Imported;
use crate::formats::company::Envelope;
use crate::formats::entry::{Entry, TextPlace};
use crate::text::article::Article;

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "brat",
    ending: "ann",
    purpose: "standoff for brat, with the text in a file beside it",
    text: TextPlace::Beside,
    write: |exchange, _| write(&exchange.document),
    envelope: Envelope::default,
};

/// The lines of the `.ann`; the text that they point into is that of the document.
pub fn write(document: &Document) -> String {
    writing::write(document)
}

/// Reads the lines of an `.ann` that point into `raw`, the text that the article was parsed from.
pub fn read(standoff: &str, raw: &str, article: Article) -> Result<Imported, StandoffError> {
    reading::read(standoff, raw, article)
}

#[cfg(test)]
mod tests;
