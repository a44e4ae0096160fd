//! Runs the command line, prints an error with its causes, and gives the exit code.

use std::io::{Write, stderr};
use std::process::ExitCode;

use whosaid::cli;

fn main() -> ExitCode {
    cli::run().unwrap_or_else(|error| {
        // nobody is left to tell if standard error is gone too
        let _ = writeln!(stderr(), "whosaid: {}", error.chain());
        ExitCode::FAILURE
    })
}
