//! The command line: commands and flags, and all contact with the world outside except the terminal.
//!
//! Help, completions, and the man page all follow from the one definition here.

mod annotate;
mod choices;
mod config;
mod error;
mod eval;
mod import;
mod keys;
mod manual;
mod read;
mod reader;
mod settings;
mod world;

use std::io::{Write, stderr};
use std::process::{self, ExitCode};

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::cli::annotate::AnnotateArgs;
use crate::cli::error::Error;
use crate::cli::eval::EvalArgs;
use crate::cli::read::ReadArgs;
use crate::cli::world::environment::Environment;
use crate::cli::world::output;
use crate::text::clean::clean;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = manual::examples()
)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: ReadArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Annotate articles: JSON, CSV, Markdown, HTML, TEI, …
    Annotate(AnnotateArgs),
    /// Score the model against articles that people annotated
    Eval(EvalArgs),
    /// List the keys, with their names for the configuration file
    Keys,
    /// Print the completion script for a shell
    Completions {
        /// Shell to complete for
        shell: Shell,
    },
    /// Print the man page
    Man,
}

/// Runs the command line that the program was called with, and reports an error with its causes.
pub fn run() -> ExitCode {
    let command_line = CommandLine::try_parse().unwrap_or_else(|error| refuse(&error));
    dispatch(command_line).unwrap_or_else(|error| {
        output::warn(&error);
        ExitCode::from(error.status())
    })
}

fn dispatch(command_line: CommandLine) -> Result<ExitCode, Error> {
    match command_line.command {
        Some(Command::Annotate(args)) => return annotate::run(&args),
        Some(Command::Eval(args)) => eval::run(&args)?,
        Some(Command::Keys) => keys::run(&Environment::of_process())?,
        Some(Command::Completions { shell }) => manual::complete(shell, CommandLine::command())?,
        Some(Command::Man) => manual::print_page(&CommandLine::command())?,
        None => read::run(command_line.read)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints help, or a usage error without the control characters that an argument may hold.
fn refuse(error: &clap::Error) -> ! {
    if !error.use_stderr() {
        error.exit();
    }
    // without standard error there is nowhere left to report it
    let _ = stderr().write_all(clean(&error.render().to_string()).text.as_bytes());
    process::exit(error.exit_code());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn every_example_is_a_valid_call() {
        for example in manual::EXAMPLES.iter().map(|(example, _)| example) {
            let call = example.split(" > ").next().unwrap_or_default();
            let parsed = CommandLine::try_parse_from(call.split_whitespace());
            assert!(parsed.is_ok(), "{example}: {parsed:?}");
        }
    }
}
