//! The lines of a JSON Lines file, read one at a time.

use std::io::{self, BufRead, Read};
use std::iter;

use crate::cli::error::Error;
use crate::cli::world::source::{LONGEST, Source};
use crate::formats::json::fault::ExchangeError;
use crate::text::encoding::decode;

/// A line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonLine {
    /// The name of its source in messages.
    pub(crate) source: String,
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Its text.
    pub(crate) text: String,
}

/// Reads the lines of a source and skips blank ones.
pub(crate) fn read(source: &Source) -> Box<dyn Iterator<Item = Result<JsonLine, Error>>> {
    match source.open() {
        Ok(reader) => {
            Box::new(JsonLines { source: source.name(), reader, number: 0, limit: LONGEST })
        }
        Err(error) => Box::new(iter::once(Err(error))),
    }
}

impl JsonLine {
    /// Builds the error for this line.
    pub(crate) fn error(&self, error: ExchangeError) -> Error {
        Error::Record(self.source.clone(), self.number, Box::new(error))
    }
}

/// Iterates over the lines of a file.
struct JsonLines {
    source: String,
    reader: Box<dyn BufRead>,
    /// The number of the line that was read last.
    number: usize,
    /// Bytes of the longest line.
    limit: usize,
}

impl Iterator for JsonLines {
    type Item = Result<JsonLine, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = match self.next_line() {
                Ok(line) => line?,
                Err(error) => return Some(Err(Error::Read(self.source.clone(), error))),
            };
            self.number += 1;
            if line.len() > self.limit {
                return Some(Err(Error::TooLong(self.place(), self.limit)));
            }
            if !line.trim_ascii().is_empty() {
                return Some(self.decoded(line));
            }
        }
    }
}

impl JsonLines {
    /// The next line, which may end in a line break. A line over the limit is cut one byte behind it.
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = self.limit as u64 + 1;
        let length = self.reader.by_ref().take(limit).read_until(b'\n', &mut line)?;
        if length > self.limit && line.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
        }
        Ok((length > 0).then_some(line))
    }

    fn decoded(&self, line: Vec<u8>) -> Result<JsonLine, Error> {
        let text = decode(line).map_err(|error| Error::Encoding(self.place(), error))?;
        Ok(JsonLine { source: self.source.clone(), number: self.number, text })
    }

    /// The current line as messages name it.
    fn place(&self) -> String {
        format!("{}, line {}", self.source, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a file whose lines have at most eight bytes.
    #[track_caller]
    fn check(text: &'static [u8], expected: &[&str]) {
        let reader = Box::new(text);
        let lines = JsonLines { source: "a.jsonl".to_owned(), reader, number: 0, limit: 8 };
        let found = lines.map(|line| match line {
            Ok(line) => format!("{} {:?}", line.number, line.text),
            Err(error) => error.to_string(),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn blank_lines_count_and_are_skipped() {
        check(b"{}\n\n \t\r\n[]", &["1 \"{}\\n\"", "4 \"[]\""]);
        check(b"", &[]);
    }

    #[test]
    fn a_line_over_the_limit_is_skipped_alone() {
        let error = "cannot read a.jsonl, line 1: articles are limited to 0 MB";
        check(b"1234567\n2", &["1 \"1234567\\n\"", "2 \"2\""]);
        check(b"12345678\n2", &[error, "2 \"2\""]);
        check(b"123456789\n2", &[error, "2 \"2\""]);
        check(b"1234567890123\n2", &[error, "2 \"2\""]);
        check(b"12345678", &["1 \"12345678\""]);
    }

    #[test]
    fn a_line_that_is_not_text_is_named() {
        check(b"\xFF\n2", &["cannot read a.jsonl, line 1", "2 \"2\""]);
    }
}
