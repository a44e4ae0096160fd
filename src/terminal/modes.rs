//! The modes that the program gives a terminal, each with what takes it away again.
//!
//! Sequences are those of xterm (ctlseqs, "DEC Private TerminalMode Set" and "Window manipulation"); terminals ignore what they
//! do not know.

use std::fmt::Write;

/// Ends a synchronized update that a frame may have left open, all looks, and a hidden cursor.
const TIDY: &str = "\x1b[?2026l\x1b[m\x1b[?25h";

/// A mode of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TerminalMode {
    /// The second screen, so that the first stays as it is.
    SecondScreen,
    /// A title of the window, in words without control characters; the one before comes back.
    Title(String),
    /// Buttons and wheel of the mouse, but not its moving about, told in decimal numbers.
    Mouse,
}

impl TerminalMode {
    fn on(&self, sequences: &mut String) {
        match self {
            Self::SecondScreen => sequences.push_str("\x1b[?1049h"),
            Self::Title(words) => {
                write!(sequences, "\x1b[22;2t\x1b]2;{words}\x1b\\")
                    .expect("a string takes any text");
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

/// What turns modes on.
pub(super) fn on(modes: &[TerminalMode]) -> String {
    let mut sequences = String::new();
    for mode in modes {
        mode.on(&mut sequences);
    }
    sequences
}

/// What turns them off, the last one first.
pub(super) fn off(modes: &[TerminalMode]) -> String {
    let mut sequences = TIDY.to_owned();
    sequences.extend(modes.iter().rev().map(TerminalMode::off));
    sequences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_given_back_in_reverse() {
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
