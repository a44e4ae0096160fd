//! From bytes to text. Only UTF-8 is read so far; what is something else is told by name.

use std::error::Error;
use std::fmt;
use std::str::Utf8Error;

/// Bytes at the head of a file that are looked at to tell text from data.
const HEAD: usize = 8192;

/// How files of other kinds begin: the signatures of their formats' specifications.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x7FELF", "a program"),
    (b"\xFF\xFE", "text in UTF-16"),
    (b"\xFE\xFF", "text in UTF-16"),
];

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq)]
pub enum EncodingError {
    /// They are a file of this kind.
    Known(&'static str),
    /// Too many of them are control characters.
    Binary,
    /// A byte that is not UTF-8, by its place and its line from 1.
    NotUtf8 {
        /// The place of the byte in the file.
        byte: usize,
        /// The line that holds it.
        line: usize,
        /// What the decoder says.
        cause: Utf8Error,
    },
}

impl fmt::Display for EncodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(what) => write!(f, "this is {what}, not text in UTF-8"),
            Self::Binary => f.write_str("this is binary data, not text"),
            Self::NotUtf8 { byte, line, .. } => {
                write!(f, "this is not UTF-8: see line {line}, byte {byte}")
            }
        }
    }
}

impl Error for EncodingError {}

/// Takes bytes as UTF-8. Single control characters are no fault: the article's door makes them visible.
pub fn decode(bytes: Vec<u8>) -> Result<String, EncodingError> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Err(EncodingError::Known(what));
    }
    let head = bytes.get(..HEAD).unwrap_or(&bytes);
    let controls = head.iter().filter(|byte| is_control(**byte)).count();
    if controls * 4 > head.len() {
        return Err(EncodingError::Binary);
    }
    String::from_utf8(bytes).map_err(|error| {
        let cause = error.utf8_error();
        let byte = cause.valid_up_to();
        let before = error.as_bytes().get(..byte).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        EncodingError::NotUtf8 { byte, line, cause }
    })
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t' | b'\x0C')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let shown = decode(bytes.to_vec()).unwrap_or_else(|error| format!("error: {error}"));
        assert_eq!(shown, expected);
    }

    #[test]
    fn text_is_taken_as_it_is() {
        check("“It rains”\n".as_bytes(), "“It rains”\n");
    }

    #[test]
    fn a_few_controls_are_still_text() {
        check(b"a word\x1b[2J and\0another", "a word\u{1b}[2J and\0another");
    }

    #[test]
    fn data_is_told_by_name() {
        check(b"%PDF-1.7 ...", "error: this is a PDF, not text in UTF-8");
        check(b"\0\0\x01\x02abc\0", "error: this is binary data, not text");
        check(b"\xFF\xFEa\0", "error: this is text in UTF-16, not text in UTF-8");
    }

    #[test]
    fn a_wrong_byte_is_told_with_its_line() {
        check(b"one\ntwo \xE9t\xE9", "error: this is not UTF-8: see line 2, byte 8");
    }
}
