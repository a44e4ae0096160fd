//! The modes that the program sets in the terminal, each with the sequence that resets it.
//!
//! Sequences are those of xterm (ctlseqs, "DEC Private Mode Set" and "Window manipulation"); terminals ignore those
//! that they do not know.

use std::fmt::Write;

/// Ends an update that a frame left open, resets all styles, and shows the cursor.
const TIDY: &str = "\x1b[?2026l\x1b[m\x1b[?25h";

/// A mode of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TerminalMode {
    /// The second screen, which leaves the first as it is.
    SecondScreen,
    /// A window title without control characters. The terminal keeps the old one meanwhile.
    Title(String),
    /// The buttons and the wheel of the mouse, but not its movements, in decimal numbers.
    Mouse,
}

impl TerminalMode {
    fn on(&self, sequences: &mut String) {
        match self {
            Self::SecondScreen => sequences.push_str("\x1b[?1049h"),
            Self::Title(words) => {
                write!(sequences, "\x1b[22;2t\x1b]2;{words}\x1b\\")
                    .expect("writing to a String cannot fail");
            }
            Self::Mouse => sequences.push_str("\x1b[?1000h\x1b[?1006h"),
        }
    }

    fn off(&self) -> &'static str {
        match self {
            Self::SecondScreen => "\x1b[?1049l",
            Self::Title(_) => "\x1b[23;2t",
            Self::Mouse => "\x1b[?1006l\x1b[?1000l",
        }
    }
}

/// The sequences that set modes.
pub(super) fn on(modes: &[TerminalMode]) -> String {
    let mut sequences = String::new();
    for mode in modes {
        mode.on(&mut sequences);
    }
    sequences
}

/// The sequences that reset them, last mode first.
pub(super) fn off(modes: &[TerminalMode]) -> String {
    let mut sequences = TIDY.to_owned();
    sequences.extend(modes.iter().rev().map(TerminalMode::off));
    sequences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_reset_in_reverse() {
        let modes = [
            TerminalMode::SecondScreen,
            TerminalMode::Title("whosaid a.txt".to_owned()),
            TerminalMode::Mouse,
        ];
        assert_eq!(
            on(&modes),
            "\x1b[?1049h\x1b[22;2t\x1b]2;whosaid a.txt\x1b\\\x1b[?1000h\x1b[?1006h"
        );
        assert_eq!(
            off(&modes),
            "\x1b[?2026l\x1b[m\x1b[?25h\x1b[?1006l\x1b[?1000l\x1b[23;2t\x1b[?1049l"
        );
    }
}
