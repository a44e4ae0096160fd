//! `whosaid annotate`: annotates many articles and writes the results in any format.
//!
//! Articles are read in batches. All cores work on a batch, and its results are written in input order, so memory does
//! not grow with the number of articles. A bad article is reported, and the others go on.

use std::io::{IsTerminal, Write, stderr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::cli::error::Error;
use crate::cli::world::exports::{self, OutputFolder};
use crate::cli::world::files::Overwrite;
use crate::cli::world::output::{self, Pipe};
use crate::cli::world::tasks::{self, Task};
use crate::cli::world::weights;
use crate::formats::company::{Company, Envelope};
use crate::formats::exchange::Exchange;
use crate::formats::format::Format;
use crate::model::Model;
use crate::text::article::Article;

/// What to annotate, and how to write it.
#[derive(Debug, Args)]
pub(crate) struct AnnotateArgs {
    /// Text files, .jsonl files with an {"id", "text"} object on each line, or - for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
    /// Output format
    #[arg(long, default_value = Format::Json.name(), value_parser = formats())]
    format: Format,
    /// Write a file for each article to this folder, named by the article's id
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Replace existing files
    #[arg(long, requires = "output")]
    force: bool,
    /// Number of articles to work on at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Model weights to use in place of the embedded ones
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

/// The formats by name.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names =
        Format::all().map(|format| PossibleValue::new(format.name()).help(format.purpose()));
    PossibleValuesParser::new(names)
        .map(|name| Format::named(&name).expect("clap accepts only the names of formats"))
}

/// The most articles in a batch.
const BATCH: usize = 256;
/// Bytes of text that make a batch full.
const BATCH_BYTES: usize = 4_000_000;

/// Annotates all files. The exit status is 1 if an article was bad.
pub(crate) fn run(args: &AnnotateArgs) -> Result<ExitCode, Error> {
    let count = Count::of(args);
    if args.format.is_standoff() && args.output.is_none() && count == Count::Several {
        return Err(Error::OneEach(args.format.name()));
    }
    let jobs = args.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Error::Threads)?;
    let model = weights::load(args.weights.as_deref())?;
    let folder = args.output.as_deref();
    let folder = folder.map(|path| OutputFolder::open(path, args.format)).transpose()?;
    let mut work = Work { count, envelope: envelope(args), folder, read: 0, written: 0, bad: 0 };
    let mut tasks = args.files.iter().flat_map(|path| tasks::read(path)).peekable();
    let mut pipe = output::print(&work.envelope.opening)?;
    while pipe == Pipe::Open && tasks.peek().is_some() {
        let batch = work.next_batch(&mut tasks);
        let results: Vec<Result<String, Error>> = pool.install(|| {
            batch
                .into_par_iter()
                .map(|(task, destination)| annotate(&model, task?, &destination, args))
                .collect()
        });
        pipe = work.write(results)?;
    }
    clear_progress();
    if pipe == Pipe::Open {
        output::print(work.envelope.closing)?;
    }
    Ok(if work.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many articles a call can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    One,
    Several,
}

impl Count {
    fn of(args: &AnnotateArgs) -> Self {
        match args.files.as_slice() {
            [file] if file.extension().is_none_or(|extension| extension != "jsonl") => Self::One,
            _ => Self::Several,
        }
    }
}

/// What goes around several articles on standard output.
fn envelope(args: &AnnotateArgs) -> Envelope {
    match (Count::of(args), &args.output) {
        (Count::Several, None) => args.format.envelope(),
        (Count::One, _) | (Count::Several, Some(_)) => Envelope::default(),
    }
}

/// Where an article goes.
enum Destination {
    Stream(Company),
    File(PathBuf),
}

/// The progress of a call.
struct Work {
    count: Count,
    envelope: Envelope,
    folder: Option<OutputFolder>,
    read: usize,
    written: usize,
    bad: usize,
}

impl Work {
    /// The next articles with their destinations, and the errors of those that cannot be read.
    fn next_batch(
        &mut self,
        tasks: &mut impl Iterator<Item = Result<Task, Error>>,
    ) -> Vec<(Result<Task, Error>, Destination)> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(task) = tasks.next() else { break };
            bytes += task.as_ref().map_or(0, |task| task.record.text.len());
            let destination = match &task {
                Ok(task) => self.destination(&task.record.id),
                // nothing will be written
                Err(_) => Destination::Stream(Company::Alone),
            };
            batch.push((task, destination));
        }
        batch
    }

    fn destination(&mut self, id: &str) -> Destination {
        self.read += 1;
        match (&mut self.folder, self.count) {
            (Some(folder), _) => Destination::File(folder.path_for(id)),
            (None, Count::One) => Destination::Stream(Company::Alone),
            (None, Count::Several) => Destination::Stream(Company::Among(self.read)),
        }
    }

    fn write(&mut self, results: Vec<Result<String, Error>>) -> Result<Pipe, Error> {
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
                    clear_progress();
                    output::warn(&error);
                }
            }
        }
        let pipe = output::print(&text)?;
        show_progress(self.written);
        Ok(pipe)
    }
}

/// Annotates an article, writes its file if it goes to one, and returns the text for standard output.
fn annotate(
    model: &Model,
    task: Task,
    destination: &Destination,
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
    let path = match destination {
        Destination::Stream(company) => return Ok(args.format.write(&exchange, *company)),
        Destination::File(path) => path,
    };
    let overwrite = if args.force { Overwrite::Always } else { Overwrite::Never };
    exports::write(args.format, path, &exchange, overwrite)?;
    Ok(String::new())
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

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::formats::exchange::Record;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        args: AnnotateArgs,
    }

    fn args(line: &str) -> AnnotateArgs {
        Flags::parse_from(std::iter::once("annotate").chain(line.split_whitespace())).args
    }

    /// Whether the output of a call has an envelope around several articles.
    #[track_caller]
    fn check(line: &str, expected: Count, has_envelope: bool) {
        let args = args(line);
        assert_eq!(Count::of(&args), expected);
        assert_eq!(envelope(&args) != Envelope::default(), has_envelope);
    }

    #[test]
    fn several_articles_on_one_stream_get_an_envelope() {
        check("a.txt", Count::One, false);
        check("", Count::One, false);
        check("a.txt b.txt", Count::Several, true);
        check("a.jsonl", Count::Several, true);
        check("a.jsonl --output folder", Count::Several, false);
    }

    #[test]
    fn brat_needs_a_folder_for_several_articles() {
        for line in ["--format brat a.txt b.txt", "--format brat a.jsonl"] {
            assert!(matches!(run(&args(line)), Err(Error::OneEach("brat"))), "{line}");
        }
    }

    /// The sizes of the batches that texts of so many bytes make.
    fn batches(length: usize, count: usize) -> Vec<usize> {
        let envelope = Envelope::default();
        let mut work =
            Work { count: Count::Several, envelope, folder: None, read: 0, written: 0, bad: 0 };
        let record = Record { id: "a".to_owned(), text: "x".repeat(length) };
        let task = Task { source: "a".to_owned(), line: None, record };
        let mut tasks = std::iter::repeat_with(|| Ok(task.clone())).take(count);
        let sizes = std::iter::repeat_with(|| work.next_batch(&mut tasks).len());
        sizes.take_while(|size| *size > 0).collect()
    }

    #[test]
    fn a_batch_is_limited_in_articles_and_in_bytes() {
        assert_eq!(batches(1, BATCH + 1), [BATCH, 1]);
        assert_eq!(batches(BATCH_BYTES, 2), [1, 1]);
        assert_eq!(batches(BATCH_BYTES / 2, 3), [2, 1]);
        assert_eq!(batches(BATCH_BYTES - 1, 3), [2, 1]);
    }

    #[test]
    fn articles_on_one_stream_are_numbered() {
        let envelope = Envelope::default();
        let mut work =
            Work { count: Count::Several, envelope, folder: None, read: 0, written: 0, bad: 0 };
        for number in [1, 2] {
            let destination = work.destination("a");
            assert!(matches!(destination, Destination::Stream(Company::Among(at)) if at == number));
        }
        work.count = Count::One;
        assert!(matches!(work.destination("a"), Destination::Stream(Company::Alone)));
    }
}
