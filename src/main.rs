//! Runs the command line, prints an error with its causes, and gives the exit code.

use std::process::ExitCode;

use whosaid::cli;
use whosaid::cli::world::output;

fn main() -> ExitCode {
    cli::run().unwrap_or_else(|error| {
        output::warn(&error);
        ExitCode::FAILURE
    })
}
