//! The command line: commands and flags, and what each does with the world outside.
//!
//! Help, completions and the man page follow from the one definition here. The commands read files and write streams;
//! all the rest takes text and gives back values.

pub mod annotate;
pub mod config;
pub mod error;
pub mod eval;
pub mod import;
pub mod keys;
pub mod manual;
pub mod reader;
pub mod settings;
pub mod world;

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::{self, ExitCode};

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::app::state::preferences::Spelling;
use crate::app::state::wanted::Wanted;
use crate::cli::annotate::AnnotateArgs;
use crate::cli::config::Config;
use crate::cli::error::Error;
use crate::cli::eval::EvalArgs;
use crate::cli::import::Opened;
use crate::cli::reader::{Memory, Opening};
use crate::cli::settings::{SettingArgs, Settings};
use crate::cli::world::bookmarks::PlaceFile;
use crate::cli::world::environment::Environment;
use crate::cli::world::{articles, output};
use crate::formats::plain;
use crate::model::Model;
use crate::text::ascii;
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
    /// The article, as text in UTF-8; - is standard input. Without it standard input is read, and a sample shown if there is none
    file: Option<PathBuf>,
    /// Show what this file says of the article, in the place of the model: .json of annotate, or .ann of brat
    #[arg(long, value_name = "FILE")]
    annotations: Option<PathBuf>,
    /// Print the quotes as a numbered list, one line each, without any escape sequence
    #[arg(long)]
    plain: bool,
    /// Begin at the top, not where the article was left
    #[arg(long)]
    fresh: bool,
    /// Go to the quote of this number
    #[arg(long, value_name = "NUMBER", group = "place")]
    quote: Option<usize>,
    /// Go to the first quote of a speaker, by any part of the name, and walk them
    #[arg(long, value_name = "NAME", group = "place")]
    speaker: Option<String>,
    /// Go to the first mention of a person, organization, place or event, and walk them
    #[arg(long, value_name = "NAME", group = "place")]
    entity: Option<String>,
    #[command(flatten)]
    settings: SettingArgs,
}

impl ReadingArgs {
    /// The place that is asked for.
    fn wanted(&self) -> Option<Wanted> {
        let quote = self.quote.map(Wanted::Quote);
        let speaker = self.speaker.clone().map(Wanted::Speaker);
        quote.or(speaker).or(self.entity.clone().map(Wanted::Entity))
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write what is found in articles, for other programs
    Annotate(AnnotateArgs),
    /// Score what is found in articles against what annotators found
    Eval(EvalArgs),
    /// List the keys as they are bound now, with their names for the configuration file
    Keys,
    /// Write completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the man page
    Man,
}

/// Runs the command line that the program was called with; a usage error ends it with status 2.
pub fn run() -> Result<ExitCode, Error> {
    let command_line = CommandLine::try_parse().unwrap_or_else(|error| refuse(&error));
    match command_line.command {
        Some(Command::Annotate(args)) => annotate::run(&args),
        Some(Command::Eval(args)) => eval::run(&args).map(|()| ExitCode::SUCCESS),
        Some(Command::Keys) => keys::run(&Environment::of_process()).map(|()| ExitCode::SUCCESS),
        Some(Command::Completions { shell }) => {
            manual::complete(shell, CommandLine::command()).map(|()| ExitCode::SUCCESS)
        }
        Some(Command::Man) => {
            manual::print_page(&CommandLine::command()).map(|()| ExitCode::SUCCESS)
        }
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
    let environment = Environment::of_process();
    let wanted = args.wanted();
    let Opened { source, article, known, remark } =
        import::open(args.file, args.annotations.as_deref())?;
    let (config, mistake) = match articles::config(&environment) {
        Ok(config) => (config, None),
        Err(error) => (Config::default(), Some(error)),
    };
    let flags = args.settings.choices();
    let settings = Settings::join(flags, config.choices, config.keymap, &environment);
    let result = if args.plain || !stdout().is_terminal() || environment.is_dumb() {
        let list = plain::list(&known.unwrap_or_else(|| Model::embedded().annotate(article)));
        // a pipe takes UTF-8 whatever the locale
        let is_spelled = stdout().is_terminal() || args.settings.asks_for_ascii();
        let spelling = if is_spelled { settings.spelling } else { Spelling::Unicode };
        output::print(&spelled(list, spelling)).map(|_| ())
    } else {
        let opening = Opening {
            source,
            memory: if args.fresh { Memory::Fresh } else { Memory::Kept },
            places: PlaceFile::of(&article, &environment),
            environment,
            wanted,
            notice: mistake.as_ref().map(Error::chain).or_else(|| remark.clone()),
            known,
        };
        reader::show(article, settings, opening)
    };
    // told once more, since the status line may not show all of it
    if let Some(mistake) = mistake {
        output::warn(&mistake);
    }
    if let Some(remark) = remark {
        output::remark(&remark);
    }
    result
}

fn spelled(text: String, spelling: Spelling) -> String {
    match spelling {
        Spelling::Unicode => text,
        Spelling::Ascii => ascii::spell_text(&text),
    }
}
