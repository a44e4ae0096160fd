//! What can be wrong with an `.ann`, and on which line.

use std::error::Error;
use std::fmt;

/// A fault in an `.ann`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandoffError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It has one column only.
    NoColumns,
    /// It names no place.
    NoPlace,
    /// It names no arguments.
    NoArguments,
    /// It does not say what it is about.
    NoTarget,
    /// The place runs backwards.
    Reversed(usize, usize),
    /// The place leaves a text of that many code points.
    OutOfRange(usize, usize, usize),
    /// The words at the place are not those of the line.
    OtherWords(String, String),
    /// Another line has this name.
    Twice(String),
    /// There is no line of that name.
    Unknown(String),
    /// That is no value of this name.
    NoValue(&'static str, String),
}

impl fmt::Display for StandoffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl fmt::Display for LineFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumns => f.write_str("there is no tab in it"),
            Self::NoPlace => f.write_str("there should be a label and a place, as in “Cue 12 16”"),
            Self::NoArguments => {
                f.write_str("there should be arguments, as in “Attribution:T4 Content:T3”")
            }
            Self::NoTarget => f.write_str("it does not say what it is about, as in “Voice E1”"),
            Self::Reversed(start, end) => write!(f, "{start} {end} runs backwards"),
            Self::OutOfRange(start, end, length) => {
                write!(f, "{start} {end} leaves the text of {length} code points")
            }
            Self::OtherWords(said, found) => {
                write!(f, "it says “{said}”, but the text has “{found}” there")
            }
            Self::Twice(id) => write!(f, "the name {id} occurs twice"),
            Self::Unknown(id) => write!(f, "there is no line {id}"),
            Self::NoValue(name, value) => write!(f, "{name} cannot be “{value}”"),
        }
    }
}

impl Error for StandoffError {}
