//! Runs the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    whosaid::cli::run()
}
