//! The configuration file in a session at a terminal.

use crate::support::home;
use crate::support::pseudo_terminal::{Session, count, program};

#[test]
fn a_configuration_changes_keys_theme_and_width() {
    let text = "theme = \"mono\"\nwidth = 30\n[keys]\nnext = \"x\"\n";
    let home = home::with_config("terminal", text);
    let mut session = Session::start(120, 24, program(&home, &[]));
    session.wait_for("speakers ·");
    session.wait_for("x next  ? help");
    session.press("x");
    session.wait_for("“ 1/");
    let screen = session.screen.screen().contents();
    assert!(
        !screen.contains("admission, Russian Foreign"),
        "the text is 30 columns wide:\n{screen}"
    );
    session.press("q");
    let (status, _, bytes) = session.end();
    assert_eq!(status, 0);
    assert_eq!(count(&bytes, "\u{1b}[38;"), 0, "mono has no colors");
}

#[test]
fn a_mistake_in_the_configuration_is_shown_and_then_reported() {
    let home = home::with_config("terminal-mistake", "width = 7\n");
    let mut session = Session::start(160, 24, program(&home, &[]));
    session.wait_for("speakers ·");
    session.wait_for("config.toml, line 1, column 9: the width");
    session.press("n");
    session.wait_for("“ 1/");
    session.press("q");
    let (status, _, bytes) = session.end();
    assert_eq!(status, 0);
    let text = String::from_utf8_lossy(&bytes);
    let (_, after) = text.rsplit_once("\u{1b}[?1049l").unwrap();
    assert!(after.contains("config.toml, line 1, column 9: the width must be"), "{after:?}");
}
