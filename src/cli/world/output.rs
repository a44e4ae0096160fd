//! Standard output and standard error. A reader that goes away, as `head` does, is no error.

use std::io::{self, ErrorKind, Write, stderr, stdout};

use crate::cli::error::Error;
use crate::text::clean::clean_line;

/// Whether anybody still reads what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody does.
    Here,
    /// Nobody does.
    Gone,
}

/// Writes all of `text`.
pub fn print(text: &str) -> Result<Reader, Error> {
    let mut stdout = stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(Reader::Here),
        Err(error) if is_gone(&error) => Ok(Reader::Gone),
        Err(error) => Err(Error::Write(error)),
    }
}

/// Says on standard error what went wrong.
pub fn warn(error: &Error) {
    remark(&error.chain());
}

/// Says something on standard error. Where even that cannot be written, nobody is left to tell.
pub fn remark(words: &str) {
    let _ = writeln!(stderr(), "whosaid: {}", clean_line(words));
}

fn is_gone(error: &io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}
