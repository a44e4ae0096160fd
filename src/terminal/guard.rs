//! The guard: one owner of the terminal's modes, who puts all back on every way out.
//!
//! Leaving the loop drops the guard; a panic goes through its hook; TERM, HUP, INT and QUIT are taken by a thread that
//! restores the terminal and ends the program itself, for the loop may be blocked on a terminal that is gone.

use std::io::{self, Write, stdout};
use std::panic;
use std::process;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::execute;
use crossterm::style::force_color_output;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::raise;

/// Whether the modes are taken; whoever sets it back restores them.
static TAKEN: AtomicBool = AtomicBool::new(false);
static WATCH: Once = Once::new();

/// The exit status of a program that panicked, as Rust gives it.
const PANICKED: i32 = 101;
/// What is added to a signal's number for the exit status, as shells do.
const BY_SIGNAL: i32 = 128;

/// Holds the terminal's modes while it lives.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the modes.
    pub(super) fn enter() -> io::Result<Self> {
        // crossterm 0.29 would clear bold and reverse where NO_COLOR is set; the theme without colors serves better
        force_color_output(true);
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
        WATCH.call_once(|| {
            watch_panics();
            thread::spawn(move || {
                if let Some(signal) = signals.forever().next() {
                    restore();
                    process::exit(BY_SIGNAL + signal);
                }
            });
        });
        take()?;
        Ok(Self(()))
    }

    /// Gives the terminal back, stops until the shell lets the program go on, and takes it again.
    pub(super) fn suspend(&self) -> io::Result<()> {
        let Self(()) = self;
        restore();
        raise(SIGTSTP)?;
        take()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)
}

/// Puts all back, once. Where the terminal is gone nothing can be done, and nothing needs to be.
fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), Show, LeaveAlternateScreen);
        let _ = disable_raw_mode();
        let _ = stdout().flush();
    }
}

/// A panic on any thread is told on the restored screen and ends the program.
fn watch_panics() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if TAKEN.load(Ordering::SeqCst) {
            restore();
            tell(info);
            process::exit(PANICKED);
        }
        tell(info);
    }));
}
