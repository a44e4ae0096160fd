//! The program as another program runs it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::home;

/// Runs the program with `input` on standard input and no configuration.
pub(crate) fn whosaid(args: &[&str], input: &[u8]) -> Output {
    configured(&home::of("empty"), args, input)
}

/// Runs the program with a home folder that holds its configuration in `config`.
pub(crate) fn configured(home: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(args)
        .envs(home::variables(&home.join("config"), home))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a program that ignores its input may exit before all of it is written
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// Checks the exit status and the message of a run that fails.
#[track_caller]
pub(crate) fn check_failure(args: &[&str], status: i32, message: &str) {
    let output = whosaid(args, b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(message), "{error}");
    assert_eq!(output.status.code(), Some(status));
}

/// The standard output of a run that succeeds without a word on standard error.
#[track_caller]
pub(crate) fn printed(output: Output) -> String {
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && error.is_empty(), "{error}");
    String::from_utf8(output.stdout).unwrap()
}
