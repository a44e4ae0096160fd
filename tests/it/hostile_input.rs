//! A text that tries to control the terminal cannot, whatever way it leaves the program.

use std::fs;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use whosaid::formats::format::Format;

use crate::support::controls::{foreign, stray};
use crate::support::home;
use crate::support::program::whosaid;
use crate::support::pseudo_terminal::{Session, program};

/// Every known attack, in a text with quotes and names that show up elsewhere too: titles, the clipboard, links, DCS,
/// clearing, queries, modes, C1, overrides, NUL, DEL, a lone CR, backspaces, stacked accents, tags, an unterminated OSC.
fn text() -> String {
    let accents = "\u{301}".repeat(1000);
    let story = format!(
        "“The bridge\u{1b}]0;EVIL title\u{7} is closed,” said Ann\u{1b}[2J Lee, the may\u{9b}31mor. \
         \u{1b}]52;c;RVZJTA==\u{7}“It \u{1b}]8;;http://evil\u{1b}\\rains\u{1b}]8;;\u{1b}\\,” Lee\u{1b}P1$qm\u{1b}\\ said. \
         \u{1b}[6n\u{1b}[?1000h\u{1b}[c\u{1b}_x\u{1b}\\\u{90}y\u{9c} \u{202e}“Turned,” she said\u{202c}\u{2066}x\u{2069}. \
         NUL\u{0} DEL\u{7f} BEL\u{7} CR\rover BS\u{8}\u{8}\u{8}back a{accents} tag\u{e0041}\u{e0042} \u{200b}\u{feff}\u{ad} \
         Hill said that \u{1b}]2;no end of it. Ann\u{85}Lee\u{2028}went\u{2029}home.\n\n"
    );
    format!(
        "Flood\u{1b}]0;EVIL\u{7} closes the bridge\nBy Ann\u{1b}[31m Lee\n\n{}",
        story.repeat(3)
    )
}

/// Writes the hostile text to a file whose name is hostile too.
fn file(home: &Path) -> PathBuf {
    let path = home.join("a\u{1b}]0;EVIL\u{7}\u{202e}b.txt");
    fs::write(&path, text()).unwrap();
    path
}

#[test]
fn no_list_and_no_export_holds_a_control() {
    let home = home::fresh("hostile-exports");
    let path = file(&home);
    let record = home.join("records.jsonl");
    let line = serde_json::json!({"id": "a\u{1b}]0;EVIL\u{7}", "text": text()}).to_string();
    fs::write(&record, format!("{line}\n{{\"id\": \"\u{9b}\"}}\n")).unwrap();
    let (path, record) = (path.to_str().unwrap(), record.to_str().unwrap());
    for format in Format::all().map(Format::name) {
        let sources = if format == "brat" { &[path][..] } else { &[path, record] };
        let output = whosaid(&[&["annotate", "--format", format], sources].concat(), b"");
        let written = String::from_utf8(output.stdout).unwrap();
        assert!(written.matches("Lee").count() >= sources.len(), "{written}");
        let columns = ["brat", "conllu"].contains(&format);
        let written = if columns { written.replace('\t', " ") } else { written };
        assert_eq!(stray(&written), None, "{format}");
        assert_eq!(stray(&String::from_utf8(output.stderr).unwrap()), None);
    }
    for args in [&["--plain", path][..], &["-"]] {
        let output = whosaid(args, text().as_bytes());
        assert_eq!(stray(&String::from_utf8(output.stdout).unwrap()), None);
    }
}

#[test]
fn no_error_holds_a_control() {
    for args in [
        &["no\u{1b}[2Jsuch\u{202e}"][..],
        &["annotate", "no\u{1b}]0;x\u{7}such"],
        &["--\u{1b}[2J"],
        &["--theme", "\u{1b}[31m\u{9b}2J"],
        &["annotate", "--format", "\u{1b}[31m"],
    ] {
        let error = String::from_utf8(whosaid(args, b"").stderr).unwrap();
        assert!(!error.is_empty());
        assert_eq!(stray(&error), None, "{error:?}");
    }
}

/// Plays a session in a terminal and checks every byte that is sent.
#[track_caller]
fn check(command: CommandBuilder, keys: &str) {
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ·");
    for key in keys.chars() {
        session.press(&key.to_string());
        session.settle_shortly();
    }
    session.press("q");
    let (status, _, bytes) = session.end();
    assert_eq!(status, 0);
    assert_eq!(foreign(&bytes), None);
}

#[test]
fn no_sequence_but_the_programs_own_reaches_the_screen() {
    let home = home::fresh("hostile-screen");
    let path = file(&home);
    check(program(&home, &[path.to_str().unwrap()]), "nnyYnn1lj\r2jjy3jojj?\u{1b}Gg t\u{c}");
}
