//! Every way out leaves the terminal as it was, and the reading place kept.

use std::fs;
use std::io::Write;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::support::home;
use crate::support::pseudo_terminal::{Session, program, signal, surround};

/// How long a program may outlive its terminal.
const HANG_UP: Duration = Duration::from_millis(100);

/// A session that looks at the third quote of the sample.
fn reading(test: &str) -> Session {
    let mut session = Session::start(80, 24, program(&home::fresh(test), &["--mouse"]));
    session.wait_for("speakers ·");
    session.press("nnn");
    session.wait_for("“ 3/");
    session
}

/// Ends a session by some keys or a signal.
#[track_caller]
fn check(test: &str, leave: impl FnOnce(&mut Session), status: u32) {
    let mut session = reading(test);
    leave(&mut session);
    let (ended, _, _) = session.end();
    assert_eq!(ended, status);
    let mut again = Session::start(80, 24, program(&home::of(test), &[]));
    again.wait_for("“ 3/");
    again.press("q");
    again.end();
}

#[test]
fn by_its_key() {
    check("quit", |session| session.press("q"), 0);
}

#[test]
fn by_interrupt() {
    check("interrupt", |session| session.press("\u{3}"), 0);
}

#[test]
fn by_signals() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        check(&format!("signal-{name}"), |session| session.signal(name), 128 + number);
    }
}

#[test]
fn by_a_terminal_that_is_gone() {
    let session = reading("hang-up");
    let took = session.hang_up();
    assert!(took < HANG_UP, "{took:?}");
    let mut again = Session::start(80, 24, program(&home::of("hang-up"), &[]));
    again.wait_for("“ 3/");
    again.press("q");
    again.end();
}

#[test]
fn by_a_terminal_that_is_gone_without_a_signal() {
    let mut command = program(&home::fresh("silent-hang-up"), &[]);
    command.set_controlling_tty(false);
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ·");
    let took = session.hang_up();
    assert!(took < HANG_UP, "{took:?}");
}

#[test]
fn by_a_signal_although_the_terminal_takes_no_bytes() {
    let mut session = reading("stuck");
    // nobody reads what is written from here on
    session.press(&"?".repeat(20_000));
    std::thread::sleep(Duration::from_millis(200));
    session.signal("TERM");
    let (status, took) = session.end_unread();
    assert_eq!(status, 128 + 15);
    assert!(took < Duration::from_millis(500), "{took:?}");
}

#[test]
fn by_an_error() {
    let mut session = Session::start(80, 24, program(&home::fresh("error"), &["no-such-file.txt"]));
    session.wait_for("cannot read no-such-file.txt");
    assert_eq!(session.end().0, 1);
}

#[test]
fn to_the_shell_and_back() {
    let home = home::fresh("shell");
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "--noprofile", "-i"]);
    surround(&mut shell, &home);
    shell.env("PS1", "ready> ");
    shell.env("HISTFILE", "");
    let mut session = Session::start(80, 24, shell);
    session.wait_for("ready>");
    session.press(&format!("{} --fresh\r", env!("CARGO_BIN_EXE_whosaid")));
    session.wait_for("speakers ·");
    session.press("nn");
    session.wait_for("“ 2/");
    let whole = session.lines();
    session.press("\u{1a}");
    session.wait_for("Stopped");
    session.press("echo us$((40 + 2))able; stty -a | grep -o ' icanon'\r");
    session.wait_for("us42able");
    session.wait_for(" icanon");
    assert!(!session.screen.screen().alternate_screen());
    session.press("fg\r");
    session.wait_for("“ 2/");
    session.settle();
    assert_eq!(session.lines(), whole);
    session.press("q");
    session.wait_for("ready>");
    session.settle();
    assert!(!session.screen.screen().alternate_screen());
    session.press("exit\r");
    session.end();
}

#[test]
fn stopped_by_somebody_else_it_comes_back_whole() {
    let mut session = reading("stopped");
    let whole = session.lines();
    session.signal("STOP");
    session.screen.process(b"\x1b[?1049l\x1b[2Jsomething else");
    session.signal("CONT");
    session.settle();
    assert_eq!(session.lines(), whole);
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn a_place_is_not_gone_to_where_the_reader_wants_none() {
    let session = reading("fresh");
    session.signal("TERM");
    session.end();
    let home = home::of("fresh");
    let places = home.join("state/whosaid/places");
    assert_eq!(fs::read_dir(&places).unwrap().count(), 1, "one file, and nothing beside it");
    let mut again = Session::start(80, 24, program(&home, &["--fresh"]));
    again.wait_for("“ –/");
    again.press("q");
    again.end();
    let file = fs::read_dir(&places).unwrap().next().unwrap_or_else(|| panic!("no place")).unwrap();
    // a place that cannot be read is no place
    fs::File::create(file.path()).unwrap().write_all(b"top = \"far\"").unwrap();
    let mut again = Session::start(80, 24, program(&home, &[]));
    again.wait_for("“ –/");
    signal("TERM", again.process());
    again.end();
}
