//! The standoff format of brat: a text file, and a file of lines that point into it by code points.
//!
//! The scheme is that of PolNeAR (Newell, Margolin and Ruths, 2018): an event `Attribution` on the cue, or on the content
//! if there is no cue, with the arguments `Content`, `Cue` and `Source`. Other lines, which brat shows too, hold what
//! PolNeAR does not have: `A` the voice, `N` the speaker or entity, and `#` the confidence and the role.

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

/// Writes the lines of an `.ann` file that point into the document's text.
///
/// ```
/// use whosaid::annotation::document::Document;
/// use whosaid::formats::brat;
/// use whosaid::text::article::Article;
///
/// let document = Document::unread(Article::parse("It rains.")?);
/// assert_eq!(brat::write(&document), "");
/// # Ok::<(), whosaid::text::article::ArticleError>(())
/// ```
pub fn write(document: &Document) -> String {
    writing::write(document)
}

/// Reads the lines of an `.ann` file that point into `raw`, the text from which the article was parsed.
///
/// ```
/// use whosaid::formats::brat;
/// use whosaid::text::article::Article;
///
/// let raw = "It rains, she said.";
/// let lines = "T1\tContent 0 8\tIt rains\nT2\tCue 14 18\tsaid\nE1\tAttribution:T2 Content:T1\n";
/// let imported = brat::read(lines, raw, Article::parse(raw)?)?;
/// let quote = &imported.document.quotes()[0];
/// assert_eq!(imported.document.words(&quote.content), "It rains");
/// assert!(imported.passed_over.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(standoff: &str, raw: &str, article: Article) -> Result<Imported, StandoffError> {
    reading::read(standoff, raw, article)
}

#[cfg(test)]
mod tests;
