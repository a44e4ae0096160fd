//! JSON that is safe to print: characters that a terminal might obey, or that are invisible, are written as `\uXXXX`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::text::clean;

/// Writes `value` on one line.
pub(in crate::formats) fn to_line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, Safe))
        .expect("strings and numbers go into memory");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// Compact JSON with safe strings. `serde_json` has already escaped what JSON requires.
struct Safe;

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut units = [0; 2];
        for character in fragment.chars() {
            if clean::is_plain(character) {
                write!(writer, "{character}")?;
                continue;
            }
            for unit in character.encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }
}
