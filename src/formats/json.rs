//! The exchange format, `whosaid/1`: an article and what is known about it, as JSON.
//!
//! Ranges are `[start, end)` in Unicode code points of `text`. For a file, `text` is the cleaned text; for a record of
//! JSON Lines it is the text as it came in. The reader checks every member and says where a fault is, and it keeps
//! members that it does not know, so that they are written again. `docs/whosaid-1.schema.json` describes all members.

pub(super) mod escape;
pub mod fault;
mod named;
mod objects;
pub(crate) mod parse;
mod reading;
mod writing;

use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::{Exchange, Record, Setting};
use crate::formats::json::fault::ExchangeError;
use crate::formats::json::parse::parse;

/// The menu entry of a file for each article.
pub(super) const OBJECT: Entry = Entry {
    name: "json",
    ending: "json",
    purpose: "one object, or an array of several articles",
    text: TextPlace::Within,
    write: write_object,
    envelope: Envelope::array,
};

/// The menu entry of a line for each article.
pub(super) const LINES: Entry = Entry {
    name: "jsonl",
    ending: "jsonl",
    purpose: "one object on each line",
    text: TextPlace::Within,
    write: |exchange, _| write(exchange, Setting::Line) + "\n",
    envelope: Envelope::default,
};

fn write_object(exchange: &Exchange, company: Company) -> String {
    match company {
        Company::Alone => write(exchange, Setting::Pages) + "\n",
        Company::Among(_) => write(exchange, Setting::Line),
    }
}

/// Reads an article that [`write()`] or another program wrote.
///
/// ```
/// use whosaid::formats::json;
///
/// let json = r#"{"format": "whosaid/1", "id": "rain", "text": "It rains.", "quotes": [
///     {"id": "q1", "kind": "indirect", "content": [[0, 90]], "confidence": 1}]}"#;
/// let error = json::read(json).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "quotes[0].content[0]: [0, 90] is outside the text of 9 code points"
/// );
///
/// let exchange = json::read(&json.replace("90", "8"))?;
/// let quote = &exchange.document.quotes()[0];
/// assert_eq!(exchange.document.words(&quote.content), "It rains");
/// # Ok::<(), json::fault::ExchangeError>(())
/// ```
pub fn read(json: &str) -> Result<Exchange, ExchangeError> {
    reading::read(json)
}

/// Writes a document as one JSON object that is safe to print.
///
/// ```
/// use whosaid::annotation::document::Document;
/// use whosaid::formats::json;
/// use whosaid::formats::exchange::{Exchange, Setting};
/// use whosaid::text::article::Article;
///
/// let document = Document::unread(Article::parse("It rains.")?);
/// let json = json::write(&Exchange::of_file("rain".to_owned(), document), Setting::Line);
/// assert!(json.starts_with(r#"{"format":"whosaid/1","id":"rain","title":null,"text":"It rains.""#));
/// # Ok::<(), whosaid::text::article::ArticleError>(())
/// ```
pub fn write(exchange: &Exchange, setting: Setting) -> String {
    writing::write(exchange, setting)
}

/// Reads a line of JSON Lines: an object with the strings `id` and `text`.
pub fn read_record(line: &str) -> Result<Record, ExchangeError> {
    parse(line)
}

#[cfg(test)]
mod tests;
