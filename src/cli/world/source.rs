//! Where an article comes from: a file, standard input, or the sample.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::path::PathBuf;

use crate::cli::error::Error;
use crate::text::article::{Article, ArticleError};
use crate::text::encoding::decode;

/// Bytes of the longest article: longer than any day's newspaper, and short enough to be held in memory twice.
pub(crate) const LONGEST: usize = 64_000_000;

/// The article that is shown when there is nothing else to read.
const SAMPLE: &str = include_str!("../../../assets/sample.txt");

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The article embedded in the program.
    Sample,
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// The file at a path; `-` means standard input.
    pub(crate) fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }

    /// Standard input if it is a pipe or a file, otherwise the sample.
    fn unnamed() -> Self {
        let input = stdin().as_fd().try_clone_to_owned().map(File::from);
        if input.is_ok_and(|file| has_content(&file)) { Self::Stdin } else { Self::Sample }
    }

    /// Its name in messages and titles.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Sample => "sample".to_owned(),
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The id of its article: the file name without folder and extension.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Sample | Self::Stdin => self.name(),
            Self::File(path) => path
                .file_stem()
                .map_or_else(|| self.name(), |stem| stem.to_string_lossy().into_owned()),
        }
    }

    /// Whether it is JSON Lines, with an article on each line.
    pub(crate) fn is_json_lines(&self) -> bool {
        match self {
            Self::Sample | Self::Stdin => false,
            Self::File(path) => path.extension().is_some_and(|extension| extension == "jsonl"),
        }
    }

    /// Opens it for reading.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, Error> {
        match self {
            Self::Sample => Ok(Box::new(SAMPLE.as_bytes())),
            Self::Stdin => Ok(Box::new(stdin().lock())),
            Self::File(path) => {
                let error = |error| Error::Read(self.name(), error);
                if path.metadata().map_err(error)?.is_dir() {
                    return Err(Error::Folder(self.name()));
                }
                Ok(Box::new(BufReader::new(File::open(path).map_err(error)?)))
            }
        }
    }

    /// Its raw text.
    pub(crate) fn text(&self) -> Result<String, Error> {
        let mut bytes = Vec::new();
        let limit = LONGEST as u64 + 1;
        let read = self.open()?.take(limit).read_to_end(&mut bytes);
        read.map_err(|error| Error::Read(self.name(), error))?;
        if bytes.len() > LONGEST {
            return Err(Error::TooLong(self.name(), LONGEST));
        }
        decode(bytes).map_err(|error| Error::Encoding(self.name(), error))
    }

    /// Its article.
    pub(crate) fn article(&self) -> Result<Article, Error> {
        Article::parse(&self.text()?).map_err(|error| Error::Article(self.name(), error))
    }
}

/// Whether an open file is a pipe or a regular file, not a terminal or `/dev/null`.
fn has_content(file: &File) -> bool {
    let kind = file.metadata().map(|data| data.file_type());
    kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file())
}

/// Reads the article to show when no file is named: standard input, or the sample if that is empty.
pub(crate) fn unnamed() -> Result<(Source, Article), Error> {
    let source = Source::unnamed();
    match source.article() {
        Err(Error::Article(_, ArticleError::Empty)) => {
            Ok((Source::Sample, Source::Sample.article()?))
        }
        article => Ok((source, article?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name, the id, and whether it is JSON Lines.
    #[track_caller]
    fn check(path: &str, name: &str, id: &str, is_json_lines: bool) {
        let source = Source::of(path.into());
        assert_eq!((source.name().as_str(), source.id().as_str()), (name, id));
        assert_eq!(source.is_json_lines(), is_json_lines);
    }

    #[test]
    fn the_id_is_the_file_name_without_folder_and_extension() {
        check("news/a.b.txt", "news/a.b.txt", "a.b", false);
        check("news/all.jsonl", "news/all.jsonl", "all", true);
        check("jsonl", "jsonl", "jsonl", false);
        check("..", "..", "..", false);
    }

    #[test]
    fn a_dash_is_standard_input() {
        check("-", "standard input", "standard input", false);
        check("./-", "./-", "-", false);
        assert_eq!(Source::of("-".into()), Source::Stdin);
    }

    #[test]
    fn an_article_may_be_as_long_as_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("long.txt");
        let file = File::create_new(&path).unwrap();
        let length_of = |length: usize| {
            file.set_len(length as u64).unwrap();
            Source::of(path.clone()).text().map(|text| text.len())
        };
        assert!(matches!(length_of(LONGEST + 1), Err(Error::TooLong(_, LONGEST))));
        assert!(matches!(length_of(LONGEST), Err(Error::Encoding(..))), "zeros are not text");
    }

    #[test]
    fn the_sample_is_an_article() {
        assert!(Source::Sample.article().is_ok());
    }

    #[test]
    fn standard_input_may_be_a_pipe_or_a_file() {
        let (reader, _writer) = std::io::pipe().unwrap();
        assert!(has_content(&File::from(std::os::fd::OwnedFd::from(reader))));
        assert!(has_content(&tempfile::tempfile().unwrap()));
        assert!(!has_content(&File::open("/dev/null").unwrap()));
    }
}
