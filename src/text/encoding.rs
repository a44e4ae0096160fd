//! Decodes bytes. Only UTF-8 is text so far, and an error names anything else.

use std::error::Error;
use std::fmt;
use std::str::Utf8Error;

/// Bytes at the start of a file that are inspected for control characters.
const HEAD: usize = 8192;

/// The signatures of other kinds of files, by the specifications of their formats.
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

/// Why bytes are not text.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodingError {
    /// They have the signature of this kind of file.
    Known(&'static str),
    /// Too many of them are control characters.
    Binary,
    /// One of them is not UTF-8.
    NotUtf8 {
        /// The offset of the byte.
        byte: usize,
        /// The line of the byte, from 1.
        line: usize,
        /// The error of the decoder.
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

/// Decodes UTF-8. A few control characters are allowed, because cleaning makes them visible.
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
    fn text_stays_as_it_is() {
        check("“It rains”\n".as_bytes(), "“It rains”\n");
    }

    #[test]
    fn a_few_controls_are_still_text() {
        check(b"\x01abc", "\x01abc");
        check(b"\x01ab", "error: this is binary data, not text");
        check(b"\n\r\t\x0Cab", "\n\r\t\x0Cab");
        check(b"a word\x1b[2J and\0another", "a word\u{1b}[2J and\0another");
    }

    #[test]
    fn an_error_names_the_kind_of_data() {
        check(b"%PDF-1.7 ...", "error: this is a PDF, not text in UTF-8");
        check(b"\0\0\x01\x02abc\0", "error: this is binary data, not text");
        check(b"\xFF\xFEa\0", "error: this is text in UTF-16, not text in UTF-8");
    }

    #[test]
    fn every_signature_is_known() {
        for (head, what) in SIGNATURES {
            check(head, &format!("error: this is {what}, not text in UTF-8"));
        }
    }

    #[test]
    fn controls_after_the_start_are_still_text() {
        let text = format!("{}{}", "a".repeat(HEAD), "\0".repeat(HEAD));
        check(text.as_bytes(), &text);
    }

    #[test]
    fn an_error_names_the_line_of_a_wrong_byte() {
        check(b"one\ntwo \xE9t\xE9", "error: this is not UTF-8: see line 2, byte 8");
    }
}
