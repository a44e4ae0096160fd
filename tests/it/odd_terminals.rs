//! What odd terminals get: few colors or none, no answer, another size every moment.

use std::time::{Duration, Instant};

use crate::support::home;
use crate::support::pseudo_terminal::{Session, count, program};

/// A session with some variables set, at the first quote.
fn at_first_quote(test: &str, environment: &[(&str, &str)], args: &[&str]) -> Session {
    let mut command = program(&home::fresh(test), args);
    for (name, value) in environment {
        command.env(name, value);
    }
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ");
    session.press("n");
    session.wait_for(" 1/");
    session.settle();
    session
}

/// Whether a color was sent: a number that begins one, as the first of a sequence or behind a semicolon.
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
    assert!(session.reversed() > 20);
    assert!(!has_color(&session.bytes));
    assert_eq!(count(&session.bytes, "\u{1b}]11;?"), 0, "no need to ask for the background");
    leave(session);
}

#[test]
fn sixteen_colors_have_the_numbers_that_all_terminals_know() {
    let session = at_first_quote("sixteen", &[("TERM", "xterm")], &[]);
    assert!(session.reversed() > 20);
    assert!(has_color(&session.bytes));
    assert_eq!(count(&session.bytes, "38;5;") + count(&session.bytes, "38;2;"), 0);
    leave(session);
}

#[test]
fn the_background_is_asked_for_once_and_its_answer_is_no_key() {
    let mut session = at_first_quote("answer", &[("COLORTERM", "truecolor")], &[]);
    assert_eq!(count(&session.bytes, "\u{1b}]11;?\u{1b}\\"), 1);
    assert_eq!(count(&session.bytes, "38;2;"), 0, "the sixteen colors serve until it answers");
    session.press("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\n");
    session.wait_for(" 2/");
    session.settle();
    assert!(count(&session.bytes, "38;2;27;108;168") > 0, "the blue for light backgrounds");
    session.press("\u{1a}");
    session.settle();
    assert_eq!(count(&session.bytes, "\u{1b}]11;?"), 1);
    leave(session);
}

#[test]
fn a_terminal_that_never_answers_is_not_waited_for() {
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
    assert!(took < Duration::from_millis(450), "it leaves with the answer: {took:?}");
    assert_eq!(count(&bytes, "rgb:"), 0, "nothing is echoed");
}

#[test]
fn a_terminal_that_can_only_print_gets_the_list() {
    let mut command = program(&home::fresh("dumb"), &[]);
    command.env("TERM", "dumb");
    let mut session = Session::start(80, 24, command);
    session.wait_for("1. Sergey Lavrov, ");
    session.settle();
    assert_eq!(count(&session.bytes, "\u{1b}"), 0);
}

#[test]
fn fifty_sizes_in_a_quarter_of_a_second_leave_the_reader_where_they_are() {
    let mut session = at_first_quote("sizes", &[], &[]);
    session.press("nnnn");
    session.wait_for(" 5/");
    for number in 0..50_u16 {
        session.resize(20 + number * 3, 5 + number);
        std::thread::sleep(Duration::from_millis(5));
    }
    session.resize(100, 30);
    session.settle();
    session.press("\u{c}");
    session.settle();
    assert!(session.lines()[29].contains("“ 5/"), "{:?}", session.lines());
    assert!(session.lines()[0].contains("speakers ·"));
    assert!(session.reversed() > 20, "the quote is in sight");
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
fn the_wheel_scrolls_and_a_click_goes_to_a_quote() {
    let mut session = at_first_quote("mouse", &[], &["--mouse"]);
    session.press("\u{1b}[<65;10;10M");
    session.settle();
    assert!(!session.lines()[2].contains("In a rare admission"));
    session.press("\u{1b}[<64;10;10M");
    session.settle();
    let row =
        session.lines().iter().position(|line| line.starts_with("A  “Russia is fighting")).unwrap();
    session.press(&format!("\u{1b}[<0;10;{}M\u{1b}[<0;10;{}m", row + 1, row + 1));
    session.wait_for("Sergey Lavrov · said");
    session.settle();
    assert!(session.reversed() > 20);
    leave(session);
}

#[test]
fn a_slow_line_gets_less() {
    let mut session = at_first_quote("slow", &[], &["--low-bandwidth"]);
    assert!(!session.lines().iter().any(|line| line.contains("Speakers")), "one pane");
    session.press("2l");
    session.settle();
    leave(session);
}

#[test]
fn words_are_sent_to_the_clipboard_of_a_far_terminal() {
    let mut session = at_first_quote("clipboard", &[], &[]);
    session.press("nny");
    session.wait_for("sent to the clipboard");
    session.settle();
    assert_eq!(count(&session.bytes, "\u{1b}]52;c;"), 1);
    leave(session);
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

fn leave(mut session: Session) {
    session.press("q");
    assert_eq!(session.end().0, 0);
}
