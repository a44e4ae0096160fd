//! What can go wrong with the terminal.

use std::error::Error;
use std::fmt;
use std::io;

/// Why the terminal cannot be used.
#[derive(Debug)]
pub(crate) enum TerminalError {
    /// It refused a mode, a frame, or to say its size.
    Refused(io::Error),
}

impl fmt::Display for TerminalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(_) => f.write_str("cannot use the terminal"),
        }
    }
}

impl Error for TerminalError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused(cause) => Some(cause),
        }
    }
}

impl From<io::Error> for TerminalError {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}
