//! What can go wrong with a terminal.

use std::error::Error;
use std::fmt;
use std::io;

/// Why the terminal could not be used.
#[derive(Debug)]
pub enum TerminalError {
    /// It refused a mode, its size, or a frame.
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
