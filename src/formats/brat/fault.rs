//! What can be wrong with a line of an `.ann` file.

use std::error::Error;
use std::fmt;

/// A fault in an `.ann` file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StandoffError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineFault {
    /// It has only one column.
    NoColumns,
    /// It has no label or no range.
    NoPlace,
    /// It has no arguments.
    NoArguments,
    /// It does not say which line it is about.
    NoTarget,
    /// The range ends before it starts.
    Reversed(usize, usize),
    /// The range ends after a text of so many code points.
    OutOfRange(usize, usize, usize),
    /// The line has words that differ from those of the text.
    OtherWords(String, String),
    /// Another line has this id.
    Twice(String),
    /// No line has this id.
    Unknown(String),
    /// The attribute or note cannot have this value.
    NoValue(String, String),
}

impl LineFault {
    pub(super) fn on(self, line: usize) -> StandoffError {
        StandoffError { line, fault: self }
    }
}

impl fmt::Display for StandoffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl fmt::Display for LineFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumns => f.write_str("it has no tab"),
            Self::NoPlace => f.write_str("it needs a label and a range, as in “Cue 12 16”"),
            Self::NoArguments => {
                f.write_str("it needs arguments, as in “Attribution:T4 Content:T3”")
            }
            Self::NoTarget => f.write_str("it needs the id of another line, as in “Voice E1”"),
            Self::Reversed(start, end) => write!(f, "{start} {end} ends before it starts"),
            Self::OutOfRange(start, end, length) => {
                write!(f, "{start} {end} is outside the text of {length} code points")
            }
            Self::OtherWords(said, found) => {
                write!(f, "it has the words “{said}”, but the text has “{found}”")
            }
            Self::Twice(id) => write!(f, "the id {id} occurs twice"),
            Self::Unknown(id) => write!(f, "there is no line {id}"),
            Self::NoValue(name, value) => write!(f, "{name} cannot be “{value}”"),
        }
    }
}

impl Error for StandoffError {}
