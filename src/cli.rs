//! The command line: commands and flags, and what each does with the world outside.
//!
//! Help, completions and the man page follow from the one definition here. The commands read files and write streams;
//! all the rest takes text and gives back values.

pub mod annotate;
pub mod clipboard;
pub mod error;
pub mod eval;
pub mod folders;
pub mod input;
pub mod output;
pub mod places;
pub mod reader;

use std::env;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::{self, ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::annotation::plain;
use crate::app::scene::Detail;
use crate::cli::annotate::AnnotateArgs;
use crate::cli::error::Error;
use crate::cli::eval::EvalArgs;
use crate::cli::input::Source;
use crate::cli::reader::{Memory, ThemeChoice, Wishes};
use crate::model::Model;
use crate::terminal::setup::Mouse;
use crate::text::clean::clean;

/// Shows who said what in a news article.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    reading: ReadingArgs,
}

/// What to read, and how.
#[derive(Debug, Args)]
struct ReadingArgs {
    /// The article, as text in UTF-8; - is standard input. Without it a sample article is shown
    file: Option<PathBuf>,
    /// Print the quotes as a numbered list, one line each, without any escape sequence
    #[arg(long)]
    plain: bool,
    /// The colors
    #[arg(long, value_enum, default_value_t = ThemeChoice::Auto)]
    theme: ThemeChoice,
    /// Begin at the top, not where the article was left
    #[arg(long)]
    fresh: bool,
    /// Send little, for slow lines: one pane, no scrollbar, no bars, and moves by the page
    #[arg(long)]
    low_bandwidth: bool,
    /// Listen to the mouse: the wheel scrolls, a click goes to a quote or a row
    #[arg(long)]
    mouse: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write what is found in articles, for other programs
    Annotate(AnnotateArgs),
    /// Score what is found in articles against what annotators found
    Eval(EvalArgs),
}

/// Runs the command line that the program was called with; a usage error ends it with status 2.
pub fn run() -> Result<ExitCode, Error> {
    let command_line = CommandLine::try_parse().unwrap_or_else(|error| refuse(&error));
    match command_line.command {
        Some(Command::Annotate(args)) => annotate::run(&args),
        Some(Command::Eval(args)) => eval::run(&args).map(|()| ExitCode::SUCCESS),
        None => read(command_line.reading).map(|()| ExitCode::SUCCESS),
    }
}

/// Shows help, or what is wrong with the command line as clap tells it, but for what a terminal might obey.
fn refuse(error: &clap::Error) -> ! {
    if !error.use_stderr() {
        error.exit();
    }
    // nobody is left to tell if standard error is gone
    let _ = stderr().write_all(clean(&error.render().to_string()).text.as_bytes());
    process::exit(error.exit_code());
}

fn read(args: ReadingArgs) -> Result<(), Error> {
    let source = args.file.map_or(Source::Sample, Source::of);
    let article = input::article(&source)?;
    if !args.plain && stdout().is_terminal() && !is_dumb() {
        return reader::show(&source.name(), article, &Wishes {
            theme: args.theme,
            memory: if args.fresh { Memory::Fresh } else { Memory::Kept },
            detail: if args.low_bandwidth { Detail::Lean } else { Detail::Full },
            mouse: if args.mouse { Mouse::On } else { Mouse::Off },
        });
    }
    let document = Model::embedded().annotate(article);
    output::print(&plain::list(&document))?;
    Ok(())
}

/// Whether the terminal can only print, as in some editors: it gets the plain list.
fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}
