//! `whosaid annotate`: many articles in, what is known about them out.
//!
//! Articles are read in batches; all cores work on a batch, and its results are written in the order of the input, so
//! memory does not grow with the number of articles. A bad article is reported and the rest goes on.

use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::annotation::json;
use crate::annotation::json::exchange::{Exchange, Setting};
use crate::annotation::plain;
use crate::cli::error::Error;
use crate::cli::input::{self, Task};
use crate::cli::output::{self, Reader};
use crate::model::Model;
use crate::text::article::Article;
use crate::text::clean::clean_line;

/// What to annotate, and how to write it.
#[derive(Debug, Args)]
pub struct AnnotateArgs {
    /// Articles: text files, .jsonl files with an object {"id", "text"} a line, or - for standard input
    #[arg(default_value = "-")]
    pub files: Vec<PathBuf>,
    /// How to write them
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// How many articles to work on at once; all cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Weights to use instead of those of the program
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
}

/// How annotations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// An object; of several articles one array
    Json,
    /// An object a line
    Jsonl,
    /// The quotes as a numbered list
    Text,
}

/// Articles of a batch at the most.
const BATCH: usize = 256;
/// Bytes of text from which on a batch is full.
const BATCH_BYTES: usize = 4_000_000;

/// Annotates all files; the status is 1 where an article was bad.
pub fn run(args: &AnnotateArgs) -> Result<ExitCode, Error> {
    let jobs = args.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Error::Threads)?;
    let mut work = Work { format: args.format, shape: shape(args), written: 0, bad: 0 };
    let model = input::model(args.weights.as_deref())?;
    let mut tasks = args.files.iter().flat_map(|path| input::tasks(path)).peekable();
    let mut reader = output::print(work.opening())?;
    while reader == Reader::Here && tasks.peek().is_some() {
        let batch = next_batch(&mut tasks);
        let results: Vec<Result<String, Error>> = pool
            .install(|| batch.into_par_iter().map(|task| annotate(&model, task?, &work)).collect());
        reader = work.write(results)?;
    }
    clear_progress();
    if reader == Reader::Here {
        output::print(work.closing())?;
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

/// What is written so far, and how.
struct Work {
    format: Format,
    shape: Shape,
    written: usize,
    bad: usize,
}

impl Work {
    fn opening(&self) -> &'static str {
        match (self.format, self.shape) {
            (Format::Json, Shape::Several) => "[",
            (Format::Json | Format::Jsonl | Format::Text, _) => "",
        }
    }

    fn closing(&self) -> &'static str {
        match (self.format, self.shape) {
            (Format::Json, Shape::Several) => "\n]\n",
            (Format::Json | Format::Jsonl | Format::Text, _) => "",
        }
    }

    /// What stands before an article.
    fn separator(&self) -> &'static str {
        match (self.format, self.shape, self.written) {
            (Format::Json, Shape::Several, 0) | (Format::Text, Shape::Several, 1..) => "\n",
            (Format::Json, Shape::Several, _) => ",\n",
            (Format::Json | Format::Jsonl | Format::Text, _, _) => "",
        }
    }

    fn write(&mut self, results: Vec<Result<String, Error>>) -> Result<Reader, Error> {
        let mut text = String::new();
        for result in results {
            match result {
                Ok(article) => {
                    text.push_str(self.separator());
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

/// The next articles, and what could not be read of them.
fn next_batch(tasks: &mut impl Iterator<Item = Result<Task, Error>>) -> Vec<Result<Task, Error>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        let Some(task) = tasks.next() else { break };
        bytes += task.as_ref().map_or(0, |task| task.record.text.len());
        batch.push(task);
    }
    batch
}

fn annotate(model: &Model, task: Task, work: &Work) -> Result<String, Error> {
    let article = Article::parse(&task.record.text).map_err(|error| {
        let line = task.line.map_or_else(String::new, |line| format!(", line {line}"));
        Error::Article(format!("{}{line}", task.source), error)
    })?;
    let document = model.annotate(article);
    if work.format == Format::Text {
        let name = match work.shape {
            Shape::One => String::new(),
            Shape::Several => clean_line(&task.record.id) + "\n",
        };
        return Ok(format!("{name}{}", plain::list(&document)));
    }
    let exchange = match task.line {
        Some(_) => Exchange::of_record(task.record, document),
        None => Exchange::of_file(task.record.id, document),
    };
    Ok(match (work.format, work.shape) {
        (Format::Json, Shape::One) => json::write(&exchange, Setting::Pages) + "\n",
        (Format::Json, Shape::Several) => json::write(&exchange, Setting::Line),
        (Format::Jsonl | Format::Text, _) => json::write(&exchange, Setting::Line) + "\n",
    })
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
