//! The command line: input, output, errors and exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::home;
use crate::support::program::{check_failure, configured, printed, whosaid};

/// Writes a file with these bytes to a folder of this test run.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

const QUOTE: &str = "“It rains every day,” Ann Lee said.";

#[test]
fn without_a_terminal_the_program_lists_the_quotes() {
    for args in [&["-"][..], &[]] {
        let output = whosaid(args, QUOTE.as_bytes());
        let list = "1. Ann Lee, direct, paragraph 1: “It rains every day,”\n";
        assert_eq!(String::from_utf8(output.stdout).unwrap(), list);
        assert!(output.status.success());
    }
}

#[test]
fn without_a_file_it_reads_the_sample() {
    let output = whosaid(&["--plain"], b"");
    let list = String::from_utf8(output.stdout).unwrap();
    assert_eq!(list.lines().filter(|line| line.contains("Sergey Lavrov, direct")).count(), 5);
    assert!(!list.contains("jpeg"), "a leftover of the web page is not in the article");
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
    for number in 0..300 {
        let text = format!("{QUOTE}\u{200B} It did {number}.\r\n");
        lines.push_str(&serde_json::json!({"id": number.to_string(), "text": text}).to_string());
        lines.push('\n');
    }
    let path = file("many.jsonl", lines.as_bytes());
    let output = whosaid(&["annotate", "--format", "jsonl", path.to_str().unwrap()], b"");
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(found.lines().count(), 300);
    for (number, line) in found.lines().enumerate() {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["id"], number.to_string());
        assert_eq!(value["text"], format!("{QUOTE}\u{200B} It did {number}.\r\n"));
    }
}

#[test]
fn a_bad_record_is_reported_and_the_others_are_annotated() {
    let lines = format!(
        "{{\"id\":\"a\",\"text\":{QUOTE:?}}}\n{{\"id\":7}}\n\nnonsense\n{{\"id\":\"b\",\"text\":\" \"}}\n{{\"id\":\"c\",\"text\":\"Ok.\"}}\n"
    );
    let path = file("bad.jsonl", lines.as_bytes());
    let output = whosaid(&["annotate", "--format", "json", path.to_str().unwrap()], b"");
    let errors = String::from_utf8(output.stderr).unwrap();
    for message in [
        "bad.jsonl, line 2: id: invalid type: integer `7`, expected a string",
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
fn bad_input_is_reported_with_its_name() {
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
fn a_hundred_megabytes_are_too_long() {
    let path = file("long.txt", "It rains. ".repeat(10_000_000).as_bytes());
    check_failure(&[path.to_str().unwrap()], 1, "long.txt: articles are limited to 64 MB");
    fs::remove_file(path).unwrap();
}

#[test]
fn keys_are_listed_as_they_are_bound() {
    let home = home::with_config("other-keys", "[keys]\nnext = [\"x\", \"Ctrl-N\"]\nfollow = []\n");
    let keys = printed(configured(&home, &["keys"], b""));
    let row = |name: &str| {
        let line = keys.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("next"), "next x Ctrl-N article, list next quote, mention or hit");
    assert_eq!(row("follow"), "follow – article, list step through this speaker's quotes only");
    assert_eq!(row("quit"), "quit q Ctrl-C article, list, help quit");
    assert_eq!(row("suspend"), "suspend Ctrl-Z suspend (fg resumes)");
    let without = printed(whosaid(&["keys"], b""));
    assert_eq!(without.lines().count(), keys.lines().count());
    assert!(without.starts_with("next                 n ]"), "{without}");
}

#[test]
fn a_mistake_in_the_configuration_is_reported_with_its_place() {
    let home = home::with_config("mistake", "# what\n\ntheme = \"dr\\u001Bak\"\n");
    let message = "config/whosaid/config.toml, line 3, column 9: unknown theme “dr␛ak”";
    let output = configured(&home, &["keys"], b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains(message), "{error}");
    assert!(output.stdout.is_empty());
    assert_eq!(output.status.code(), Some(1));

    let output = configured(&home, &["-"], QUOTE.as_bytes());
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(error.matches(message).count(), 1, "{error}");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("1. Ann Lee"));
    assert!(output.status.success());
}

#[test]
fn a_missing_configuration_is_no_mistake() {
    for config in ["/dev/null", "not/absolute", ""] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        let home = home::of("empty");
        command.arg("keys").envs(home::variables(Path::new(config), &home));
        let keys = printed(command.output().unwrap());
        assert!(keys.contains("next quote, mention or hit"), "{keys}");
    }
    let home = home::with_config("no-text", "");
    fs::write(home.join("config/whosaid/config.toml"), b"theme = \"\xFF\"").unwrap();
    let output = configured(&home, &["keys"], b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("config.toml: this is not UTF-8: see line 1, byte 9"), "{error}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn wrong_settings_are_usage_errors() {
    check_failure(&["--width", "12"], 2, "the width must be from 20 to 400 columns");
    check_failure(&["--theme", "drak"], 2, "invalid value 'drak'");
    check_failure(&["--color", "88"], 2, "invalid value '88'");
    check_failure(&["completions", "dos"], 2, "invalid value 'dos'");
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let script = printed(whosaid(&["completions", shell], b""));
        for command in ["annotate", "eval", "keys", "completions", "man"] {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
        assert!(script.contains("truecolor"), "{shell} does not know the values of --color");
    }
}

#[test]
fn the_man_page_names_every_flag() {
    let page = printed(whosaid(&["man"], b""));
    let plain = page.replace("\\-", "-");
    for command in ["", "annotate", "eval"] {
        let args: Vec<&str> =
            [command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect();
        let help = printed(whosaid(&args, b""));
        let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let flags: Vec<&str> = words.filter(|word| word.starts_with("--")).collect();
        assert!(flags.len() > 2, "{help}");
        for flag in flags {
            assert!(plain.contains(flag), "the man page lacks {flag} of {command}:\n{page}");
        }
    }
    assert!(
        plain.contains(".SH \"OPTIONS OF ANNOTATE\"") && plain.contains("config.toml"),
        "{page}"
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [&["keys"][..], &["man"], &["completions", "bash"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
            .args(args)
            .envs(home::variables(Path::new("/dev/null"), &home::of("empty")))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
    }
}
