//! `whosaid annotate`: many articles in, what is known about them out.
//!
//! Articles are read in batches; all cores work on a batch, and its results are written in the order of the input, so
//! memory does not grow with the number of articles. A bad article is reported and the rest goes on.

use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::cli::error::Error;
use crate::formats::company::{Company, Envelope};
use crate::formats::format::Format;
use crate::formats::json::exchange::Exchange;

use crate::cli::world::articles::{self, Task};
use crate::cli::world::exports::{Folder, write as write_file};
use crate::cli::world::files::Overwrite;
use crate::cli::world::output::{self, Reader};
use crate::model::Model;
use crate::text::article::Article;

/// What to annotate, and how to write it.
#[derive(Debug, Args)]
pub struct AnnotateArgs {
    /// Articles: text files, .jsonl files with an object {"id", "text"} a line, or - for standard input
    #[arg(default_value = "-")]
    pub files: Vec<PathBuf>,
    /// How to write them
    #[arg(long, default_value = Format::Json.name(), value_parser = formats())]
    pub format: Format,
    /// Write a file for each article in this folder, named by the article's id
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Replace files that are there already
    #[arg(long, requires = "output")]
    pub force: bool,
    /// How many articles to work on at once; all cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Weights to use instead of those of the program
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
}

/// The formats by their names.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names =
        Format::all().map(|format| PossibleValue::new(format.name()).help(format.purpose()));
    PossibleValuesParser::new(names)
        .map(|name| Format::named(&name).expect("clap knows the names of formats alone"))
}

/// The exit status of a wrong call.
const USAGE: u8 = 2;
/// Articles of a batch at the most.
const BATCH: usize = 256;
/// Bytes of text from which on a batch is full.
const BATCH_BYTES: usize = 4_000_000;

/// Annotates all files; the status is 1 where an article was bad.
pub fn run(args: &AnnotateArgs) -> Result<ExitCode, Error> {
    if args.format.is_standoff() && args.output.is_none() && shape(args) == Shape::Several {
        output::warn(&Error::OneEach(args.format.name()));
        return Ok(ExitCode::from(USAGE));
    }
    let jobs = args.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Error::Threads)?;
    let model = articles::model(args.weights.as_deref())?;
    let folder = args.output.as_deref().map(|path| Folder::open(path, args.format)).transpose()?;
    let mut work = Work { envelope: envelope(args), folder, read: 0, written: 0, bad: 0 };
    let mut tasks = args.files.iter().flat_map(|path| articles::tasks(path)).peekable();
    let mut reader = output::print(&work.envelope.opening)?;
    while reader == Reader::Here && tasks.peek().is_some() {
        let batch = next_batch(&mut tasks, &mut work, shape(args));
        let results: Vec<Result<String, Error>> = pool.install(|| {
            batch
                .into_par_iter()
                .map(|(task, place)| annotate(&model, task?, &place, args))
                .collect()
        });
        reader = work.write(results)?;
    }
    clear_progress();
    if reader == Reader::Here {
        output::print(&work.envelope.closing)?;
    }
    Ok(if work.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How the articles stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// There is one.
    One,
    /// There may be several.
    Several,
}

fn shape(args: &AnnotateArgs) -> Shape {
    match args.files.as_slice() {
        [file] if file.extension().is_none_or(|ending| ending != "jsonl") => Shape::One,
        _ => Shape::Several,
    }
}

/// What goes around the articles on standard output; nothing where they go to files.
fn envelope(args: &AnnotateArgs) -> Envelope {
    match (shape(args), &args.output) {
        (Shape::Several, None) => args.format.envelope(),
        (Shape::One, _) | (Shape::Several, Some(_)) => Envelope::default(),
    }
}

/// Where an article goes.
enum Destination {
    Stream(Company),
    File(PathBuf),
}

/// What is written so far, and how.
struct Work {
    envelope: Envelope,
    folder: Option<Folder>,
    read: usize,
    written: usize,
    bad: usize,
}

impl Work {
    /// The place of the next article.
    fn place(&mut self, id: &str, shape: Shape) -> Destination {
        self.read += 1;
        match (&mut self.folder, shape) {
            (Some(folder), _) => Destination::File(folder.path_for(id)),
            (None, Shape::One) => Destination::Stream(Company::Alone),
            (None, Shape::Several) => Destination::Stream(Company::Among(self.read)),
        }
    }

    fn write(&mut self, results: Vec<Result<String, Error>>) -> Result<Reader, Error> {
        let mut text = String::new();
        for result in results {
            match result {
                Ok(article) => {
                    if self.written > 0 {
                        text.push_str(self.envelope.between);
                    }
                    text.push_str(&article);
                    self.written += 1;
                }
                Err(error) => {
                    self.bad += 1;
                    report(&error);
                }
            }
        }
        let reader = output::print(&text)?;
        show_progress(self.written);
        Ok(reader)
    }
}

/// The next articles with their places, and what could not be read of them.
fn next_batch(
    tasks: &mut impl Iterator<Item = Result<Task, Error>>,
    work: &mut Work,
    shape: Shape,
) -> Vec<(Result<Task, Error>, Destination)> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        let Some(task) = tasks.next() else { break };
        bytes += task.as_ref().map_or(0, |task| task.record.text.len());
        let place = match &task {
            Ok(task) => work.place(&task.record.id, shape),
            // it is only told of
            Err(_) => Destination::Stream(Company::Alone),
        };
        batch.push((task, place));
    }
    batch
}

/// Annotates an article; gives what is to be written to standard output.
fn annotate(
    model: &Model,
    task: Task,
    place: &Destination,
    args: &AnnotateArgs,
) -> Result<String, Error> {
    let article = Article::parse(&task.record.text).map_err(|error| {
        let line = task.line.map_or_else(String::new, |line| format!(", line {line}"));
        Error::Article(format!("{}{line}", task.source), error)
    })?;
    let document = model.annotate(article);
    let exchange = match task.line {
        Some(_) => Exchange::of_record(task.record, document),
        None => Exchange::of_file(task.record.id, document),
    };
    let path = match place {
        Destination::Stream(company) => return Ok(args.format.write(&exchange, *company)),
        Destination::File(path) => path,
    };
    let overwrite = if args.force { Overwrite::Always } else { Overwrite::Never };
    write_file(args.format, path, &exchange, overwrite)?;
    Ok(String::new())
}

/// Says what was wrong with an article.
fn report(error: &Error) {
    clear_progress();
    output::warn(error);
}

fn show_progress(articles: usize) {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r{articles} articles");
    }
}

fn clear_progress() {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}
