//! Every way out restores the terminal and keeps the reading place.

use std::fs;
use std::io::Write;
use std::time::{Duration, SystemTime};

use portable_pty::CommandBuilder;

use crate::support::home;
use crate::support::pseudo_terminal::{Session, count, program, signal, surround};

/// How long the program may outlive its terminal.
const HANG_UP: Duration = Duration::from_millis(100);

/// A session at the third quote of the sample.
fn reading(test: &str) -> Session {
    let mut session = Session::start(80, 24, program(&home::fresh(test), &["--mouse"]));
    session.wait_for("speakers ·");
    session.press("nnn");
    session.wait_for("“ 3/");
    session
}

/// Ends a session, checks its exit status, and checks that the next session continues at the same quote.
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
fn q_leaves() {
    check("quit", |session| session.press("q"), 0);
}

#[test]
fn control_c_leaves() {
    check("interrupt", |session| session.press("\u{3}"), 0);
}

#[test]
fn signals_end_the_program() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        check(&format!("signal-{name}"), |session| session.signal(name), 128 + number);
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let session = reading("hang-up");
    let took = session.hang_up();
    assert!(took < HANG_UP, "{took:?}");
    let mut again = Session::start(80, 24, program(&home::of("hang-up"), &[]));
    again.wait_for("“ 3/");
    again.press("q");
    again.end();
}

#[test]
fn a_terminal_that_closes_without_a_signal_ends_the_program() {
    let mut command = program(&home::fresh("silent-hang-up"), &[]);
    command.set_controlling_tty(false);
    let mut session = Session::start(80, 24, command);
    session.wait_for("speakers ·");
    let took = session.hang_up();
    assert!(took < HANG_UP, "{took:?}");
}

#[test]
fn a_signal_ends_the_program_though_the_terminal_accepts_no_bytes() {
    let mut session = reading("stuck");
    // from here on nobody reads what the program writes
    session.press(&"?".repeat(20_000));
    std::thread::sleep(Duration::from_millis(200));
    session.signal("TERM");
    let (status, took) = session.end_unread();
    assert_eq!(status, 128 + 15);
    assert!(took < Duration::from_millis(500), "{took:?}");
}

#[test]
fn an_error_leaves_before_the_screen_opens() {
    let mut session = Session::start(80, 24, program(&home::fresh("error"), &["no-such-file.txt"]));
    session.wait_for("cannot read no-such-file.txt");
    assert_eq!(session.end().0, 1);
}

#[test]
fn control_z_suspends_and_fg_resumes() {
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
    session.wait_until("the whole screen", |session| session.lines() == whole);
    let prompts = count(&session.bytes, "ready>");
    session.press("q");
    session.wait_until("a prompt", |session| count(&session.bytes, "ready>") > prompts);
    assert!(!session.screen.screen().alternate_screen());
    session.press("exit\r");
    session.end();
}

#[test]
fn after_a_stop_from_outside_the_screen_is_drawn_again() {
    let mut session = reading("stopped");
    let whole = session.lines();
    session.signal("STOP");
    session.screen.process(b"\x1b[?1049l\x1b[2Jsomething else");
    session.signal("CONT");
    session.wait_until("the whole screen", |session| session.lines() == whole);
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn a_reading_place_is_ignored_with_fresh_and_where_it_cannot_be_read() {
    let session = reading("fresh");
    session.signal("TERM");
    session.end();
    let home = home::of("fresh");
    let places = home.join("state/whosaid/places");
    assert_eq!(fs::read_dir(&places).unwrap().count(), 1, "one file, and nothing beside it");
    let file = fs::read_dir(&places).unwrap().next().unwrap_or_else(|| panic!("no place")).unwrap();
    let mut again = Session::start(80, 24, program(&home, &["--fresh"]));
    again.wait_for("speakers ·");
    again.press("q");
    again.end();
    fs::File::create(file.path()).unwrap().write_all(b"top = \"far\"").unwrap();
    let mut again = Session::start(80, 24, program(&home, &[]));
    again.wait_for("quotes");
    signal("TERM", again.process());
    again.end();
}

#[test]
fn the_oldest_reading_places_are_forgotten() {
    let home = home::fresh("many-places");
    let places = home.join("state/whosaid/places");
    fs::create_dir_all(&places).unwrap();
    for age in 0..1000 {
        let file = fs::File::create(places.join(format!("{age:03}.toml"))).unwrap();
        let modified = SystemTime::now() - Duration::from_secs(3600 + age);
        file.set_modified(modified).unwrap();
    }
    let mut session = Session::start(80, 24, program(&home, &[]));
    session.wait_for("speakers ·");
    session.press("n");
    session.wait_for("“ 1/");
    session.press("q");
    assert_eq!(session.end().0, 0);
    assert_eq!(fs::read_dir(&places).unwrap().count(), 1000);
    assert!(!places.join("999.toml").exists() && places.join("998.toml").exists());
}
