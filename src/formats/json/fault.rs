//! What can be wrong with a file of the exchange format, and where.

use std::error::Error;
use std::fmt;

use crate::text::article::ArticleError;

/// A fault in a file of the exchange format.
#[derive(Debug)]
pub struct ExchangeError {
    /// The member, as in `quotes[3].content[0]`; empty for the whole.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a member.
#[derive(Debug)]
pub enum Fault {
    /// It is no JSON.
    Syntax(serde_json::Error),
    /// The text is an array.
    NotAnObject,
    /// It is not what the format has there.
    Shape(serde_json::Error),
    /// The quote has no content.
    NoContent,
    /// It has another format or a newer major version.
    Format(String),
    /// The span runs backwards.
    Reversed(usize, usize),
    /// The span leaves a text of that many code points.
    OutOfRange(usize, usize, usize),
    /// The span begins before the one before it ends.
    Unordered,
    /// The span holds nothing but hidden characters.
    Hidden,
    /// There is no speaker of that name.
    NoSuchSpeaker(String),
    /// Another part has this name.
    Twice(String),
    /// The text is no article.
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
            Self::NotAnObject => f.write_str("it must be an object"),
            Self::Shape(error) => error.fmt(f),
            Self::NoContent => f.write_str("a quote must have content"),
            Self::Format(format) => write!(f, "{format:?} cannot be read, only whosaid/1"),
            Self::Reversed(start, end) => write!(f, "[{start}, {end}] runs backwards"),
            Self::OutOfRange(start, end, length) => {
                write!(f, "[{start}, {end}] leaves the text of {length} code points")
            }
            Self::Unordered => f.write_str("it begins before the span before it ends"),
            Self::Hidden => f.write_str("it holds nothing but hidden characters"),
            Self::NoSuchSpeaker(id) => write!(f, "there is no speaker {id:?}"),
            Self::Twice(id) => write!(f, "the id {id:?} occurs twice"),
            Self::Article(_) => f.write_str("it is no article"),
        }
    }
}

impl Error for ExchangeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.fault {
            Fault::Syntax(error) => Some(error),
            Fault::Article(error) => Some(error),
            Fault::NotAnObject
            | Fault::Shape(_)
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
