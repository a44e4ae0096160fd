//! What can go wrong on the command line, each with the name of the file.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use crate::cli::config::ConfigError;
use crate::formats::brat::fault::StandoffError;
use crate::formats::json::fault::ExchangeError;
use crate::model::network::weights::WeightsError;
use crate::terminal::error::TerminalError;
use crate::text::article::ArticleError;
use crate::text::clean::clean_line;
use crate::text::encoding::EncodingError;

/// Why a command did not do what it was asked for. Names are shown, so they are cleaned.
#[derive(Debug)]
pub enum Error {
    /// A file that cannot be read.
    Read(String, io::Error),
    /// A folder where a file was expected.
    Folder(String),
    /// More than that many bytes.
    TooLong(String, usize),
    /// A file that is no text.
    Encoding(String, EncodingError),
    /// A file without an article.
    Article(String, ArticleError),
    /// A line of JSON Lines that is no record, by its number from 1.
    Record(String, usize, Box<ExchangeError>),
    /// A file that holds no weights of this model.
    Weights(String, WeightsError),
    /// A configuration file with a mistake.
    Config(String, ConfigError),
    /// Standard output that takes no more.
    Write(io::Error),
    /// A file that cannot be written.
    WriteFile(String, io::Error),
    /// A file that is there already.
    Exists(String),
    /// Several articles in a format that has one to a file.
    OneEach(&'static str),
    /// A file with lines of brat that cannot be.
    Standoff(String, StandoffError),
    /// A file with JSON that is none of ours.
    Exchange(String, Box<ExchangeError>),
    /// Annotations of another text than the article's.
    OtherText(String, String),
    /// A terminal that cannot be used.
    Terminal(TerminalError),
    /// Threads that could not be started.
    Threads(rayon::ThreadPoolBuildError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(name, _) => write!(f, "cannot read {}", clean_line(name)),
            Self::Folder(name) => write!(f, "cannot read {}: it is a folder", clean_line(name)),
            Self::TooLong(name, limit) => {
                let megabytes = limit / 1_000_000;
                write!(f, "cannot read {}: an article has at most {megabytes} MB", clean_line(name))
            }
            Self::Encoding(name, _)
            | Self::Article(name, _)
            | Self::Weights(name, _)
            | Self::Standoff(name, _)
            | Self::Exchange(name, _) => {
                write!(f, "cannot read {}", clean_line(name))
            }
            Self::Record(name, line, _) => {
                write!(f, "cannot read {}, line {line}", clean_line(name))
            }
            Self::Config(name, error) => {
                let ConfigError { line, column, .. } = error;
                write!(f, "{}, line {line}, column {column}", clean_line(name))
            }
            Self::Write(_) => f.write_str("cannot write to standard output"),
            Self::WriteFile(name, _) => write!(f, "cannot write {}", clean_line(name)),
            Self::Exists(name) => {
                write!(
                    f,
                    "cannot write {}: it is there already, and --force would replace it",
                    clean_line(name)
                )
            }
            Self::OneEach(format) => {
                write!(f, "{format} has one article to a file: name a folder with --output")
            }
            Self::OtherText(annotations, article) => {
                let (annotations, article) = (clean_line(annotations), clean_line(article));
                write!(f, "{annotations} is about another text than that of {article}")
            }
            Self::Terminal(_) => f.write_str("cannot show the article"),
            Self::Threads(_) => f.write_str("cannot start the threads"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Read(_, cause) | Self::Write(cause) | Self::WriteFile(_, cause) => Some(cause),
            Self::Standoff(_, cause) => Some(cause),
            Self::Encoding(_, cause) => Some(cause),
            Self::Article(_, cause) => Some(cause),
            Self::Exchange(_, cause) | Self::Record(_, _, cause) => Some(cause),
            Self::Weights(_, cause) => Some(cause),
            Self::Config(_, cause) => Some(cause),
            Self::Terminal(cause) => Some(cause),
            Self::Threads(cause) => Some(cause),
            Self::Folder(_)
            | Self::TooLong(..)
            | Self::Exists(_)
            | Self::OneEach(_)
            | Self::OtherText(..) => None,
        }
    }
}

impl Error {
    /// The error with its causes, on one line without anything that a terminal might obey.
    pub fn chain(&self) -> String {
        let mut line = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            line.push_str(": ");
            line.push_str(&error.to_string());
            cause = error.source();
        }
        clean_line(&line)
    }
}
