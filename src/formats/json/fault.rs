//! What can be wrong with a file of the exchange format, and where.

use std::error::Error;
use std::fmt;

use crate::text::article::ArticleError;

/// A fault in a file of the exchange format.
#[derive(Debug)]
#[non_exhaustive]
pub struct ExchangeError {
    /// The path of the faulty member, as in `quotes[3].content[0]`; empty for the whole file.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a member.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// The file is not JSON.
    Syntax(serde_json::Error),
    /// The file is an array.
    NotAnObject,
    /// A member is missing, or has the wrong type or value.
    Shape(serde_json::Error),
    /// The quote has no content.
    NoContent,
    /// The file has another format or a newer major version.
    Format(String),
    /// The range ends before it starts.
    Reversed(usize, usize),
    /// The range ends after a text of so many code points.
    OutOfRange(usize, usize, usize),
    /// The range starts before the end of the one before it.
    Unordered,
    /// The range covers nothing but hidden characters.
    Hidden,
    /// No speaker has this id.
    NoSuchSpeaker(String),
    /// Another member of the list has this id.
    Twice(String),
    /// The text cannot be parsed as an article.
    Article(ArticleError),
}

impl ExchangeError {
    pub(crate) fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self { path: path.into(), fault }
    }
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.fault.fmt(f)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(_) => f.write_str("this is not JSON"),
            Self::NotAnObject => f.write_str("this is not an object"),
            Self::Shape(error) => error.fmt(f),
            Self::NoContent => f.write_str("a quote must have content"),
            Self::Format(format) => write!(f, "{format:?} cannot be read, only whosaid/1"),
            Self::Reversed(start, end) => write!(f, "[{start}, {end}] ends before it starts"),
            Self::OutOfRange(start, end, length) => {
                write!(f, "[{start}, {end}] is outside the text of {length} code points")
            }
            Self::Unordered => f.write_str("it starts before the end of the range before it"),
            Self::Hidden => f.write_str("it covers nothing but hidden characters"),
            Self::NoSuchSpeaker(id) => write!(f, "there is no speaker {id:?}"),
            Self::Twice(id) => write!(f, "the id {id:?} occurs twice"),
            Self::Article(_) => f.write_str("it is not an article"),
        }
    }
}

impl Error for ExchangeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.fault {
            Fault::Syntax(error) => Some(error),
            Fault::Article(error) => Some(error),
            // the words of serde are the message itself
            Fault::Shape(_)
            | Fault::NotAnObject
            | Fault::NoContent
            | Fault::Format(_)
            | Fault::Reversed(..)
            | Fault::OutOfRange(..)
            | Fault::Unordered
            | Fault::Hidden
            | Fault::NoSuchSpeaker(_)
            | Fault::Twice(_) => None,
        }
    }
}
