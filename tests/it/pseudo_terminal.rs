//! The real program in a pseudo-terminal.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::home;

/// How long the program may take to show something.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program at work.
struct Session {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    fn start(columns: u16, rows: u16, environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whosaid"));
        command.env("TERM", "xterm-256color");
        for (name, value) in home::variables(&home::empty()) {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { screen, bytes: Vec::new(), output, input, child, _master: pair.master }
    }

    /// Waits until the screen shows `words`.
    #[track_caller]
    fn wait_for(&mut self, words: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.screen.screen().contents().contains(words) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("no {words:?} in\n{}", self.screen.screen().contents());
            };
            self.screen.process(&bytes);
            self.bytes.extend(bytes);
        }
    }

    fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// The exit status once it has ended, and all that it wrote.
    fn end(mut self) -> (u32, Vec<u8>) {
        let status = self.child.wait().unwrap().exit_code();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(300)) {
            self.bytes.extend(bytes);
        }
        (status, self.bytes)
    }
}

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn the_sample_can_be_read_and_left() {
    let mut session = Session::start(80, 24, &[]);
    session.wait_for("speakers ·");
    session.press("nnn");
    session.wait_for("“ 3/");
    session.press("?");
    session.wait_for("next on the trail");
    session.press("\u{1b}");
    session.wait_for("Speakers");
    session.press("q");
    let (status, bytes) = session.end();
    assert_eq!(status, 0);
    for left in ["\u{1b}[?1049l", "\u{1b}[?25h"] {
        assert!(contains(&bytes, left), "{left:?} was never sent");
    }
}

#[test]
fn without_colors_the_current_quote_is_still_reversed() {
    let mut session = Session::start(80, 24, &[("NO_COLOR", "1")]);
    session.wait_for("speakers ·");
    session.press("n");
    session.wait_for("“ 1/");
    let screen = session.screen.screen();
    let reversed = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let count = reversed
        .filter(|&(row, column)| screen.cell(row, column).is_some_and(vt100::Cell::inverse))
        .count();
    assert!(count > 20, "{count} cells are reversed");
    session.press("\u{3}");
    let (status, bytes) = session.end();
    assert_eq!(status, 0);
    for color in ["\u{1b}[38;", "\u{1b}[34m", "\u{1b}[31m"] {
        assert!(!contains(&bytes, color), "{color:?} is a color");
    }
}

#[test]
fn a_configuration_changes_keys_theme_and_width() {
    let text = "theme = \"mono\"\nwidth = 30\n[keys]\nnext = \"x\"\n";
    let config = home::with_config("terminal", text);
    let mut session = Session::start(120, 24, &[("XDG_CONFIG_HOME", config.to_str().unwrap())]);
    session.wait_for("speakers ·");
    session.wait_for("x next  ? help");
    session.press("x");
    session.wait_for("“ 1/");
    let screen = session.screen.screen().contents();
    assert!(!screen.contains("admission, Russian Foreign"), "30 columns are narrower:\n{screen}");
    session.press("q");
    let (status, bytes) = session.end();
    assert_eq!(status, 0);
    assert!(!contains(&bytes, "\u{1b}[38;"), "mono has no colors");
}

#[test]
fn a_mistake_in_the_configuration_is_shown_and_told_once_more() {
    let config = home::with_config("terminal-mistake", "width = 7\n");
    let mut session = Session::start(160, 24, &[("XDG_CONFIG_HOME", config.to_str().unwrap())]);
    session.wait_for("speakers ·");
    session.wait_for("config.toml, line 1, column 9: a width is");
    session.press("n");
    session.wait_for("“ 1/");
    session.press("q");
    let (status, bytes) = session.end();
    assert_eq!(status, 0);
    let text = String::from_utf8_lossy(&bytes);
    let (_, after) = text.rsplit_once("\u{1b}[?1049l").unwrap();
    assert!(after.contains("config.toml, line 1, column 9: a width is a number"), "{after:?}");
}
