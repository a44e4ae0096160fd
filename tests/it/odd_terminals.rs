//! Odd terminals: few colors or none, no answer, a slow line, another size every few milliseconds.

use std::time::{Duration, Instant};

use crate::support::home;
use crate::support::pseudo_terminal::{Session, count, program};

/// A session with these variables set, at the first quote.
fn at_first_quote(test: &str, environment: &[(&str, &str)], args: &[&str]) -> Session {
    let mut command = program(&home::fresh(test), args);
    for (name, value) in environment {
        command.env(name, value);
    }
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ");
    session.press("n");
    session.wait_for(" 1/");
    session.wait_for_quote();
    session
}

/// Whether a color was sent: one of the numbers that set a color, anywhere in a sequence that ends in `m`.
fn has_color(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1).filter_map(|rest| rest.split_once('m'));
    sequences
        .map(|(numbers, _)| numbers)
        .filter(|numbers| numbers.chars().all(|c| c.is_ascii_digit() || c == ';'))
        .any(|numbers| {
            numbers
                .split(';')
                .any(|number| matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=107)))
        })
}

#[test]
fn without_colors_the_current_quote_is_still_reversed() {
    let session = at_first_quote("no-color", &[("NO_COLOR", "1")], &[]);
    let bytes = leave(session);
    assert!(!has_color(&bytes));
    assert_eq!(count(&bytes, "\u{1b}]11;?"), 0, "the background does not matter");
}

#[test]
fn with_sixteen_colors_no_other_numbers_are_sent() {
    let session = at_first_quote("sixteen", &[("TERM", "xterm")], &[]);
    let bytes = leave(session);
    assert!(has_color(&bytes));
    assert_eq!(count(&bytes, "38;5;") + count(&bytes, "38;2;"), 0);
}

#[test]
fn the_terminal_is_asked_once_for_its_background_and_its_answer_is_no_key() {
    let mut session = at_first_quote("answer", &[("COLORTERM", "truecolor")], &[]);
    assert_eq!(count(&session.bytes, "\u{1b}]11;?\u{1b}\\"), 1);
    assert_eq!(count(&session.bytes, "38;2;"), 0, "until it answers there are sixteen colors");
    session.press("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\n");
    session.wait_for(" 2/");
    session.wait_until("the blue for light backgrounds", |session| {
        count(&session.bytes, "38;2;27;108;168") > 0
    });
    session.press("\u{1a}");
    session.wait_until("the screen after the suspension", |session| {
        count(&session.bytes, "\u{1b}[?1049h") == 2
    });
    session.wait_for(" 2/");
    assert_eq!(count(&leave(session), "\u{1b}]11;?"), 1);
}

#[test]
fn a_terminal_that_never_answers_holds_nothing_up() {
    let start = Instant::now();
    let mut session = at_first_quote("mute", &[], &[]);
    session.press("q");
    session.end();
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_answer_that_comes_while_leaving_does_not_reach_the_shell() {
    let mut session = Session::start(80, 24, program(&home::fresh("late"), &[]));
    session.wait_for("whosaid");
    session.press("q");
    std::thread::sleep(Duration::from_millis(50));
    session.press("\u{1b}]11;rgb:0000/0000/0000\u{1b}\\");
    let (status, took, bytes) = session.end();
    assert_eq!(status, 0);
    assert!(took < Duration::from_millis(450), "{took:?}");
    assert_eq!(count(&bytes, "rgb:"), 0, "nothing is echoed");
}

#[test]
fn a_terminal_that_can_only_print_gets_the_list() {
    let mut command = program(&home::fresh("dumb"), &[]);
    command.env("TERM", "dumb");
    let mut session = Session::start(80, 24, command);
    session.wait_for("1. Sergey Lavrov, ");
    let (status, _, bytes) = session.end();
    assert_eq!((status, count(&bytes, "\u{1b}")), (0, 0));
}

#[test]
fn fifty_sizes_in_a_quarter_of_a_second_keep_the_place() {
    let mut session = at_first_quote("sizes", &[], &[]);
    session.press("nnnn");
    session.wait_for(" 5/");
    for number in 0..50_u16 {
        session.resize(20 + number * 3, 5 + number);
        std::thread::sleep(Duration::from_millis(5));
    }
    session.resize(100, 30);
    session.press("\u{c}");
    session.wait_until("the last size", |session| {
        let lines = session.lines();
        lines[29].contains("“ 5/") && lines[0].contains("speakers ·")
    });
    session.wait_for_quote();
    leave(session);
}

#[test]
fn a_burst_of_keys_is_one_frame() {
    let mut session = at_first_quote("burst", &[], &[]);
    let before = count(&session.bytes, "\u{1b}[?2026h");
    session.press(&"j".repeat(10));
    session.settle();
    assert_eq!(count(&session.bytes, "\u{1b}[?2026h"), before + 1);
    session.press("%");
    assert_eq!(session.settle(), 0, "a key without effect");
    leave(session);
}

#[test]
fn the_wheel_scrolls_and_a_click_selects_a_quote() {
    let mut session = at_first_quote("mouse", &[], &["--mouse"]);
    let first = "In a rare admission";
    session.press("\u{1b}[<65;10;10M");
    session.wait_until("a page scrolled down", |session| !session.lines()[2].contains(first));
    session.press("\u{1b}[<64;10;10M");
    session.wait_until("a page scrolled back", |session| session.lines()[2].contains(first));
    let is_quote = |line: &String| line.starts_with("A  “Russia is fighting");
    let row = session.lines().iter().position(is_quote).unwrap();
    session.press(&format!("\u{1b}[<0;10;{}M\u{1b}[<0;10;{}m", row + 1, row + 1));
    session.wait_for("Sergey Lavrov · said");
    session.wait_for_quote();
    leave(session);
}

#[test]
fn over_a_slow_line_there_is_one_pane() {
    let mut session = at_first_quote("slow", &[], &["--low-bandwidth"]);
    assert!(!session.lines().iter().any(|line| line.contains("Speakers")));
    session.press("2");
    session.wait_until("the list alone", |session| {
        let contents = session.screen.screen().contents();
        contents.contains("Quotes") && !contents.contains("In a rare admission")
    });
    leave(session);
}

#[test]
fn over_ssh_words_go_to_the_clipboard_through_the_terminal() {
    let mut session = at_first_quote("clipboard", &[], &[]);
    session.press("nny");
    session.wait_for("sent to the clipboard");
    assert_eq!(count(&leave(session), "\u{1b}]52;c;"), 1);
}

#[test]
fn a_file_is_exported_from_the_screen() {
    let home = home::fresh("export");
    let mut command = program(&home, &[]);
    command.cwd(&home);
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ·");
    session.press("ejjjj\r");
    session.wait_for("export to sample.md");
    session.press("\r");
    session.wait_for("wrote sample.md");
    let first = std::fs::read_to_string(home.join("sample.md")).unwrap();
    assert!(first.contains("Sergey Lavrov"), "{first}");
    std::fs::write(home.join("sample.md"), "mine").unwrap();
    session.press("ejjjj\r\r");
    session.wait_for("file exists");
    assert_eq!(std::fs::read_to_string(home.join("sample.md")).unwrap(), "mine");
    session.press("\r");
    session.wait_for("wrote sample.md");
    assert_eq!(std::fs::read_to_string(home.join("sample.md")).unwrap(), first);
    session.press("e\r\u{15}/proc/nowhere\r");
    session.wait_for("cannot write");
    leave(session);
}

/// Quits, and returns all bytes written.
#[track_caller]
fn leave(mut session: Session) -> Vec<u8> {
    session.press("q");
    let (status, _, bytes) = session.end();
    assert_eq!(status, 0);
    bytes
}
