//! The exchange format, `whosaid/1`: an article with all that is known about it, as JSON.
//!
//! All places are `[start, end)` in Unicode code points of `text`. For a file `text` is the cleaned text; for a record
//! of JSON Lines it is given back as it came, and the places point into that. Reading checks every member and says
//! where the fault is; members that are not known are kept and written again.

pub(super) mod escape;
pub mod exchange;
pub mod fault;
mod named;
mod objects;
pub(crate) mod parse;
mod reading;
mod writing;

use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::json::exchange::{Exchange, Record, Setting};
use crate::formats::json::fault::ExchangeError;
use crate::formats::json::parse::parse;

/// The entry of one indented object a file.
pub(super) const OBJECT: Entry = Entry {
    name: "json",
    ending: "json",
    purpose: "an object; of several articles one array",
    text: TextPlace::Within,
    write: write_object,
    envelope: Envelope::array,
};

/// The entry of one object a line.
pub(super) const LINES: Entry = Entry {
    name: "jsonl",
    ending: "jsonl",
    purpose: "an object a line",
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

/// Reads what [`write()`] or another program wrote.
pub fn read(json: &str) -> Result<Exchange, ExchangeError> {
    reading::read(json)
}

/// Writes a document as one JSON object. Characters that a terminal might obey stand in it as escapes.
pub fn write(exchange: &Exchange, setting: Setting) -> String {
    writing::write(exchange, setting)
}

/// Reads a line of JSON Lines: an object with the strings `id` and `text`.
pub fn read_record(line: &str) -> Result<Record, ExchangeError> {
    parse(line)
}

#[cfg(test)]
mod tests;
