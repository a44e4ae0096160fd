//! The program as another program calls it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs the program with `input` on standard input.
pub(crate) fn whosaid(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a program that does not read its input may be gone before all is written
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// A file with these bytes, in a folder of this test run.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// The exit status and the message of a call that fails.
#[track_caller]
fn check_failure(args: &[&str], status: i32, message: &str) {
    let output = whosaid(args, b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(message), "{error}");
    assert_eq!(output.status.code(), Some(status));
}

const QUOTE: &str = "“It rains every day,” Ann Lee said.";

#[test]
fn without_a_terminal_the_quotes_are_listed() {
    let output = whosaid(&["-"], QUOTE.as_bytes());
    let list = "1. Ann Lee, direct, paragraph 1: “It rains every day,”\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), list);
    assert!(output.status.success());
}

#[test]
fn the_sample_is_there_without_a_file() {
    let output = whosaid(&["--plain"], b"");
    let list = String::from_utf8(output.stdout).unwrap();
    assert_eq!(list.lines().filter(|line| line.contains("Sergey Lavrov, direct")).count(), 5);
    assert!(!list.contains("jpeg"), "a leftover of the page is no part of the article");
}

#[test]
fn one_article_is_one_object() {
    let path = file("one.txt", QUOTE.as_bytes());
    let output = whosaid(&["annotate", path.to_str().unwrap()], b"");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["id"], "one");
    assert_eq!(value["quotes"][0]["speaker"], "Ann Lee");
    assert_eq!(value["quotes"][0]["content"], serde_json::json!([[0, 21]]));
}

#[test]
fn records_keep_their_order_and_their_text() {
    let mut lines = String::new();
    for number in 0..600 {
        let text = format!("{QUOTE}\u{200B} It did {number}.\r\n");
        lines.push_str(&serde_json::json!({"id": number.to_string(), "text": text}).to_string());
        lines.push('\n');
    }
    let path = file("many.jsonl", lines.as_bytes());
    let output = whosaid(&["annotate", "--format", "jsonl", path.to_str().unwrap()], b"");
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(found.lines().count(), 600);
    for (number, line) in found.lines().enumerate() {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["id"], number.to_string());
        assert_eq!(value["text"], format!("{QUOTE}\u{200B} It did {number}.\r\n"));
    }
}

#[test]
fn a_bad_record_is_reported_and_the_rest_goes_on() {
    let lines = format!(
        "{{\"id\":\"a\",\"text\":{QUOTE:?}}}\n{{\"id\":7}}\n\nnonsense\n{{\"id\":\"b\",\"text\":\" \"}}\n{{\"id\":\"c\",\"text\":\"Ok.\"}}\n"
    );
    let path = file("bad.jsonl", lines.as_bytes());
    let output = whosaid(&["annotate", "--format", "json", path.to_str().unwrap()], b"");
    let errors = String::from_utf8(output.stderr).unwrap();
    for message in [
        "bad.jsonl, line 2: id: it must be a string",
        "bad.jsonl, line 4: this is not JSON: expected ident at line 1 column 2",
        "bad.jsonl, line 5: there is no text in it",
    ] {
        assert!(errors.contains(message), "{errors}");
    }
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_input_is_named() {
    check_failure(&["no-such-file.txt"], 1, "cannot read no-such-file.txt: No such file");
    let folder = env!("CARGO_TARGET_TMPDIR");
    check_failure(&[folder], 1, "it is a folder");
    let empty = file("empty.txt", b" \n\n");
    check_failure(&[empty.to_str().unwrap()], 1, "empty.txt: there is no text in it");
    let binary = file("binary.txt", &[0, 1, 2, 3, 255, 0, 7]);
    check_failure(&[binary.to_str().unwrap()], 1, "binary.txt: this is binary data, not text");
    let latin = file("latin.txt", b"caf\xE9");
    check_failure(&[latin.to_str().unwrap()], 1, "this is not UTF-8: see line 1, byte 3");
    check_failure(&["annotate", "--format", "gold"], 2, "invalid value 'gold'");
}

#[test]
fn a_hundred_megabytes_on_one_line_are_too_long() {
    let path = file("long.txt", "It rains. ".repeat(10_000_000).as_bytes());
    check_failure(&[path.to_str().unwrap()], 1, "long.txt: an article has at most 64 MB");
    fs::remove_file(path).unwrap();
}
