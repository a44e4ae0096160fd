//! What is read: articles from files, from standard input and from JSON JsonLines, and what the reader has set up.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, stdin};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use crate::cli::config::Config;
use crate::cli::error::Error;
use crate::cli::world::environment::Environment;
use crate::formats::json::exchange::Record;
use crate::formats::json::fault::ExchangeError;
use crate::formats::json::read_record;
use crate::model::Model;
use crate::text::article::{Article, ArticleError};
use crate::text::encoding::decode;

/// Bytes of the longest article: longer than any newspaper of a day, and short enough to be held twice.
const LONGEST: usize = 64_000_000;

/// The article that is shown when none is named.
const SAMPLE: &str = include_str!("../../../assets/sample.txt");

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The article that is part of the program.
    Sample,
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// A file by its path, or standard input by `-`.
    pub fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }

    /// What is read where no file is named: what comes through a pipe or from a file, else the sample.
    fn unnamed() -> Self {
        let input = stdin().as_fd().try_clone_to_owned().map(File::from);
        let kind = input.and_then(|file| file.metadata()).map(|data| data.file_type());
        if kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file()) {
            Self::Stdin
        } else {
            Self::Sample
        }
    }

    /// What it is called in messages and titles.
    pub fn name(&self) -> String {
        match self {
            Self::Sample => "sample".to_owned(),
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The name of its article: the file's without folder and ending.
    pub fn id(&self) -> String {
        match self {
            Self::Sample | Self::Stdin => self.name(),
            Self::File(path) => path
                .file_stem()
                .map_or_else(|| self.name(), |stem| stem.to_string_lossy().into_owned()),
        }
    }

    fn open(&self) -> Result<Box<dyn BufRead>, Error> {
        match self {
            Self::Sample => Ok(Box::new(SAMPLE.as_bytes())),
            Self::Stdin => Ok(Box::new(stdin().lock())),
            Self::File(path) => {
                let read = |error| Error::Read(self.name(), error);
                if path.metadata().map_err(read)?.is_dir() {
                    return Err(Error::Folder(self.name()));
                }
                Ok(Box::new(BufReader::new(File::open(path).map_err(read)?)))
            }
        }
    }

    fn holds_records(&self) -> bool {
        match self {
            Self::Sample | Self::Stdin => false,
            Self::File(path) => path.extension().is_some_and(|ending| ending == "jsonl"),
        }
    }
}

/// The model with the weights of a file, or with those of the program.
pub fn model(weights: Option<&Path>) -> Result<Model, Error> {
    let Some(path) = weights else { return Ok(Model::embedded()) };
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Error::Read(name.clone(), error))?;
    Model::with_weights(&bytes).map_err(|error| Error::Weights(name, error))
}

/// What the reader's configuration file says; without one, nothing.
pub fn config(environment: &Environment) -> Result<Config, Error> {
    let Some(folder) = environment.folder("XDG_CONFIG_HOME", ".config") else {
        return Ok(Config::default());
    };
    let path = folder.join("whosaid").join("config.toml");
    let name = || environment.shown(&path);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if is_missing(error.kind()) => return Ok(Config::default()),
        Err(error) => return Err(Error::Read(name(), error)),
    };
    let text = decode(bytes).map_err(|error| Error::Encoding(name(), error))?;
    Config::parse(&text).map_err(|error| Error::Config(name(), error))
}

/// A file below something that is no folder is missing too: `XDG_CONFIG_HOME=/dev/null` is how one asks for none.
fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The article of a source.
pub fn article(source: &Source) -> Result<Article, Error> {
    Article::parse(&text(source)?).map_err(|error| Error::Article(source.name(), error))
}

/// The article of a file or, by `-`, of standard input.
pub fn named(path: PathBuf) -> Result<(Source, Article), Error> {
    let source = Source::of(path);
    let article = article(&source)?;
    Ok((source, article))
}

/// The article that is read where no file is named, and where it comes from: standard input if it holds anything.
pub fn unnamed() -> Result<(Source, Article), Error> {
    let source = Source::unnamed();
    match article(&source) {
        Err(Error::Article(_, ArticleError::Empty)) => {
            Ok((Source::Sample, article(&Source::Sample)?))
        }
        found => Ok((source, found?)),
    }
}

/// The raw text of a source.
pub fn text(source: &Source) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let limit = LONGEST as u64 + 1;
    let read = source.open()?.take(limit).read_to_end(&mut bytes);
    read.map_err(|error| Error::Read(source.name(), error))?;
    if bytes.len() > LONGEST {
        return Err(Error::TooLong(source.name(), LONGEST));
    }
    decode(bytes).map_err(|error| Error::Encoding(source.name(), error))
}

/// A text to annotate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What to call its source in messages.
    pub source: String,
    /// The line that it stands on, from 1, where its source has many.
    pub line: Option<usize>,
    /// Its name and its text.
    pub record: Record,
}

/// The texts of a file, read one by one.
pub fn tasks(path: &Path) -> Box<dyn Iterator<Item = Result<Task, Error>>> {
    let source = Source::of(path.to_owned());
    if source.holds_records() {
        return Box::new(lines(&source).map(|line| line?.task()));
    }
    let task = text(&source).map(|text| Task {
        source: source.name(),
        line: None,
        record: Record { id: source.id(), text },
    });
    Box::new(std::iter::once(task))
}

/// The lines of a file of JSON JsonLines, read one by one; blank ones are passed over.
pub fn lines(source: &Source) -> Box<dyn Iterator<Item = Result<JsonLine, Error>>> {
    match source.open() {
        Ok(reader) => Box::new(JsonLines { source: source.name(), reader, line: 0 }),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}

/// A line of JSON JsonLines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonLine {
    /// What to call its source in messages.
    pub source: String,
    /// Its number, from 1.
    pub number: usize,
    /// What stands on it.
    pub text: String,
}

impl JsonLine {
    /// It as a text to annotate.
    pub fn task(self) -> Result<Task, Error> {
        let record = read_record(&self.text).map_err(|error| self.error(error))?;
        Ok(Task { source: self.source, line: Some(self.number), record })
    }

    /// That something is wrong with it.
    pub fn error(&self, error: ExchangeError) -> Error {
        Error::Record(self.source.clone(), self.number, Box::new(error))
    }
}

/// The lines of a file.
struct JsonLines {
    source: String,
    reader: Box<dyn BufRead>,
    line: usize,
}

impl Iterator for JsonLines {
    type Item = Result<JsonLine, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = match self.next_line() {
                Ok(line) => line?,
                Err(error) => return Some(Err(Error::Read(self.source.clone(), error))),
            };
            self.line += 1;
            if line.len() > LONGEST {
                return Some(Err(Error::TooLong(
                    format!("{}, line {}", self.source, self.line),
                    LONGEST,
                )));
            }
            if !line.trim_ascii().is_empty() {
                return Some(self.read(line));
            }
        }
    }
}

impl JsonLines {
    /// A line without its end, or as much of it as tells that it is too long; the rest of that is skipped.
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = LONGEST as u64 + 1;
        let length = self.reader.by_ref().take(limit).read_until(b'\n', &mut line)?;
        if length > LONGEST && line.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
        }
        Ok((length > 0).then_some(line))
    }

    fn read(&self, line: Vec<u8>) -> Result<JsonLine, Error> {
        let name = || format!("{}, line {}", self.source, self.line);
        let text = decode(line).map_err(|error| Error::Encoding(name(), error))?;
        Ok(JsonLine { source: self.source.clone(), number: self.line, text })
    }
}
