//! What can go wrong on the command line, with the name of the file concerned.

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

/// Exit status of a wrong command line, as clap has it.
const USAGE: u8 = 2;
/// Exit status of everything else that fails.
const FAILURE: u8 = 1;

/// Why a command failed. File names are cleaned of control characters when shown.
#[derive(Debug)]
pub(crate) enum Error {
    /// A file that cannot be read.
    Read(String, io::Error),
    /// A folder in place of a file.
    Folder(String),
    /// An article of more bytes than this limit.
    TooLong(String, usize),
    /// A file that is not text.
    Encoding(String, EncodingError),
    /// A file without an article.
    Article(String, ArticleError),
    /// An invalid line of JSON Lines, with its number from 1.
    Record(String, usize, Box<ExchangeError>),
    /// A file without weights for this model.
    Weights(String, WeightsError),
    /// A mistake in the configuration file.
    Config(String, ConfigError),
    /// Standard output that cannot be written.
    Write(io::Error),
    /// A file that cannot be written.
    WriteFile(String, io::Error),
    /// A file that already exists.
    Exists(String),
    /// Several articles on standard output in a format that needs a file for each.
    OneEach(&'static str),
    /// Invalid brat annotations.
    Standoff(String, StandoffError),
    /// Invalid annotations in our JSON.
    Exchange(String, Box<ExchangeError>),
    /// Annotations of a different text than the article's.
    OtherText(String, String),
    /// A terminal that cannot be used.
    Terminal(TerminalError),
    /// Worker threads that cannot be started.
    Threads(rayon::ThreadPoolBuildError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(name, _)
            | Self::Encoding(name, _)
            | Self::Article(name, _)
            | Self::Weights(name, _)
            | Self::Standoff(name, _)
            | Self::Exchange(name, _) => write!(f, "cannot read {}", clean_line(name)),
            Self::Folder(name) => write!(f, "cannot read {}: it is a folder", clean_line(name)),
            Self::TooLong(name, limit) => {
                let (name, megabytes) = (clean_line(name), limit / 1_000_000);
                write!(f, "cannot read {name}: articles are limited to {megabytes} MB")
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
                let name = clean_line(name);
                write!(f, "cannot write {name}: it already exists (--force replaces it)")
            }
            Self::OneEach(format) => {
                write!(f, "{format} needs a file for each article: choose a folder with --output")
            }
            Self::OtherText(annotations, article) => {
                let (annotations, article) = (clean_line(annotations), clean_line(article));
                write!(f, "{annotations} annotates a different text than that of {article}")
            }
            Self::Terminal(_) => f.write_str("cannot show the article"),
            Self::Threads(_) => f.write_str("cannot start worker threads"),
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
    /// The error with its causes, on one line without control characters.
    pub(crate) fn chain(&self) -> String {
        let mut line = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            line.push_str(": ");
            line.push_str(&error.to_string());
            cause = error.source();
        }
        clean_line(&line)
    }

    /// The exit status of the program.
    pub(crate) fn status(&self) -> u8 {
        if matches!(self, Self::OneEach(_)) { USAGE } else { FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[track_caller]
    fn check(error: &Error, expected: &str) {
        assert_eq!(error.chain(), expected);
    }

    #[test]
    fn an_error_names_the_file_and_the_cause() {
        let name = || "a.txt".to_owned();
        let cause = || io::Error::from(ErrorKind::PermissionDenied);
        check(&Error::Read(name(), cause()), "cannot read a.txt: permission denied");
        check(&Error::Write(cause()), "cannot write to standard output: permission denied");
        check(&Error::WriteFile(name(), cause()), "cannot write a.txt: permission denied");
        check(
            &Error::Encoding(name(), EncodingError::Binary),
            &format!("cannot read a.txt: {}", EncodingError::Binary),
        );
        check(
            &Error::Article(name(), ArticleError::Empty),
            &format!("cannot read a.txt: {}", ArticleError::Empty),
        );
        check(
            &Error::Terminal(cause().into()),
            "cannot show the article: cannot use the terminal: permission denied",
        );
        check(
            &Error::TooLong(name(), 64_000_000),
            "cannot read a.txt: articles are limited to 64 MB",
        );
    }

    #[test]
    fn a_name_reaches_the_terminal_without_control_characters() {
        let name = || "a\u{1b}[2J\n".to_owned();
        for error in [
            Error::Folder(name()),
            Error::TooLong(name(), 1),
            Error::Exists(name()),
            Error::OtherText(name(), name()),
        ] {
            let (shown, chain) = (error.to_string(), error.chain());
            assert!(shown.contains("a␛[2J") && !shown.contains('\u{1b}'), "{shown:?}");
            assert_eq!(shown, chain);
        }
    }

    #[test]
    fn a_wrong_call_has_a_status_of_its_own() {
        assert_eq!(Error::OneEach("brat").status(), 2);
        assert_eq!(Error::Folder("a".to_owned()).status(), 1);
    }
}
