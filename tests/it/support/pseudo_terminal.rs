//! The real program in a pseudo-terminal.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::home;

/// How long the program may take to show something.
const PATIENCE: Duration = Duration::from_secs(20);
/// Reads that are kept until a test takes them; after that the terminal accepts no more bytes.
const UNREAD: usize = 16;
/// How long to listen for what should not come.
const SILENCE: Duration = Duration::from_millis(300);

/// A running program.
pub(crate) struct Session {
    pub(crate) screen: vt100::Parser,
    /// Everything it has written.
    pub(crate) bytes: Vec<u8>,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// The terminal's settings before the program started, as `stty` shows them.
    before: String,
}

/// The program, with folders of its own.
pub(crate) fn program(home: &Path, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args);
    surround(&mut command, home);
    command
}

/// An environment that is the same wherever the tests run.
pub(crate) fn surround(command: &mut CommandBuilder, home: &Path) {
    for name in ["NO_COLOR", "COLORTERM", "COLORFGBG", "TMUX", "LC_ALL", "LC_CTYPE"] {
        command.env_remove(name);
    }
    command.env("SSH_TTY", "/dev/pts/0");
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    for (name, value) in home::variables(&home.join("config"), home) {
        command.env(name, value);
    }
}

impl Session {
    pub(crate) fn start(columns: u16, rows: u16, command: CommandBuilder) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut source = pair.master.try_clone_reader().unwrap();
        let (sender, output) = sync_channel(UNREAD);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = source.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(rows, columns, 0);
        Self {
            screen,
            bytes: Vec::new(),
            output,
            reader,
            input,
            child,
            master: pair.master,
            before,
        }
    }

    /// Waits until the screen shows `words`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, words: &str) {
        self.wait_until(words, |session| session.screen.screen().contents().contains(words));
    }

    /// Waits until `holds`.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, condition: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("waited for {condition:?} in\n{}", self.screen.screen().contents());
            };
            self.take(&bytes);
        }
    }

    /// Waits until a quote is reversed: the current one.
    #[track_caller]
    pub(crate) fn wait_for_quote(&mut self) {
        self.wait_until("a reversed quote", |session| session.reversed() > 20);
    }

    /// Takes what comes until nothing does, and returns its number of bytes.
    pub(crate) fn settle(&mut self) -> usize {
        self.settle_for(SILENCE)
    }

    /// Gives the program a moment for a frame, where it does not matter whether one comes.
    pub(crate) fn settle_shortly(&mut self) {
        self.settle_for(SILENCE / 10);
    }

    fn settle_for(&mut self, silence: Duration) -> usize {
        let before = self.bytes.len();
        while let Ok(bytes) = self.output.recv_timeout(silence) {
            self.take(&bytes);
        }
        self.bytes.len() - before
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.bytes.extend(bytes);
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(name, self.process());
    }

    /// The id of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Closes the terminal, as a broken connection does, and returns how long the program outlives it.
    pub(crate) fn hang_up(self) -> Duration {
        let Self { mut child, master, mut input, output, reader, .. } = self;
        drop(output);
        // the reading thread holds the terminal too, until what it reads has no receiver
        input.write_all(b"?").unwrap();
        reader.join().unwrap();
        let start = Instant::now();
        drop((master, input));
        child.wait().unwrap();
        start.elapsed()
    }

    /// The lines of the screen.
    pub(crate) fn lines(&self) -> Vec<String> {
        let screen = self.screen.screen();
        screen.rows(0, screen.size().1).collect()
    }

    /// How many cells are reversed.
    pub(crate) fn reversed(&self) -> usize {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells
            .filter(|&(row, column)| screen.cell(row, column).is_some_and(vt100::Cell::inverse))
            .count()
    }

    /// Waits for the exit without reading, checks that the settings are restored, and returns the exit status and how
    /// long it took.
    #[track_caller]
    pub(crate) fn end_unread(&mut self) -> (u32, Duration) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "the program is still running");
            thread::sleep(Duration::from_millis(1));
        };
        assert_eq!(settings(&*self.master), self.before, "stty");
        (status, start.elapsed())
    }

    /// Waits for the exit, checks that the terminal is as before, and returns the exit status, how long it took, and
    /// all bytes written.
    #[track_caller]
    pub(crate) fn end(mut self) -> (u32, Duration, Vec<u8>) {
        let (status, took) = self.end_unread();
        self.settle();
        self.check_restored();
        (status, took, self.bytes)
    }

    /// Checks that the terminal has its cursor and screen back, and none of the program's modes.
    #[track_caller]
    fn check_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is still on");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_ne!(last(&self.bytes, "\u{1b}[?2026"), Some(b'h'), "an update is open");
        let taken = count(&self.bytes, "\u{1b}[22;2t");
        assert_eq!(count(&self.bytes, "\u{1b}[23;2t"), taken, "the window's title");
    }
}

/// Sends a signal to a process.
pub(crate) fn signal(name: &str, process: u32) {
    let status =
        Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().unwrap();
    assert!(status.success());
}

/// A terminal's settings.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// The byte after the last occurrence of `part`.
fn last(bytes: &[u8], part: &str) -> Option<u8> {
    let at = bytes.windows(part.len()).rposition(|window| window == part.as_bytes())?;
    bytes.get(at + part.len()).copied()
}

pub(crate) fn count(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}
