//! The guard: sets the terminal's modes, and resets them on every way out.
//!
//! Leaving the loop drops the guard, and a panic runs its hook. A thread takes TERM, HUP, INT, and QUIT: it restores the
//! terminal, saves the reading place, and ends the program itself, since the loop may be blocked on a terminal that is
//! gone. A terminal that accepts no bytes does not delay the end for more than [`PATIENCE`].

use std::fs::File;
use std::io::{self, Write, stdout};
use std::os::fd::AsFd;
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::raise;

use crate::terminal::modes::{TerminalMode, off, on};

/// Whether the modes are set. The thread that clears it resets them.
static IS_SET: AtomicBool = AtomicBool::new(false);
/// Whether the program stopped itself, so that the signal to continue is no news.
static IS_STOPPED: AtomicBool = AtomicBool::new(false);
/// The terminal, and the modes that are set in it.
static OWNED: Mutex<Option<Owned>> = Mutex::new(None);
static WATCH: Once = Once::new();

/// Exit status of a Rust program that panicked.
const PANICKED: i32 = 101;
/// Added to the number of a signal for the exit status, as shells do.
const BY_SIGNAL: i32 = 128;
/// The longest that ending may take after a signal.
const PATIENCE: Duration = Duration::from_millis(80);

/// A terminal, and the modes that are set in it.
struct Owned {
    out: File,
    modes: Vec<TerminalMode>,
}

/// Reacts to signals.
pub(super) trait Watcher: Send + Sync + 'static {
    /// The program is about to end.
    fn on_end(&self);
    /// The program continues after another one stopped it.
    fn on_continue(&self);
}

/// Keeps the modes set while it lives.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Sets the modes.
    pub(super) fn enter(modes: Vec<TerminalMode>, watcher: Arc<impl Watcher>) -> io::Result<Self> {
        let terminal = open()?;
        *owned() = Some(Owned { out: open()?, modes });
        let signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT])?;
        WATCH.call_once(|| {
            watch_panics();
            let watchers = (Arc::clone(&watcher), watcher);
            thread::spawn(move || watch_signals(signals, &*watchers.0));
            thread::spawn(move || watch_line(&terminal, &*watchers.1));
        });
        set()?;
        Ok(Self(()))
    }

    /// Hands the terminal to the shell until the shell continues the program. Without a shell there is no stop.
    pub(super) fn suspend(&self) -> io::Result<()> {
        restore();
        IS_STOPPED.store(true, Ordering::SeqCst);
        raise(SIGTSTP)?;
        self.set_again()
    }

    /// Sets the modes again, whatever happened to them.
    pub(super) fn set_again(&self) -> io::Result<()> {
        let Self(()) = self;
        restore();
        set()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// The terminal behind standard output, without a buffer, and without a lock that another thread may hold.
pub(super) fn open() -> io::Result<File> {
    Ok(File::from(stdout().as_fd().try_clone_to_owned()?))
}

fn owned() -> MutexGuard<'static, Option<Owned>> {
    OWNED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn set() -> io::Result<()> {
    IS_SET.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    owned().as_mut().map_or(Ok(()), |owned| owned.out.write_all(on(&owned.modes).as_bytes()))
}

/// Resets the modes, once. If the terminal is gone, there is nothing left to reset.
fn restore() {
    if IS_SET.swap(false, Ordering::SeqCst) {
        let _ = disable_raw_mode();
        if let Some(owned) = owned().as_mut() {
            let _ = owned.out.write_all(off(&owned.modes).as_bytes());
        }
    }
}

fn watch_signals(mut signals: Signals, watcher: &impl Watcher) {
    for signal in signals.forever() {
        if signal != SIGCONT {
            end(signal, watcher);
        }
        if !IS_STOPPED.swap(false, Ordering::SeqCst) {
            watcher.on_continue();
        }
    }
}

/// Waits until the terminal is gone. Unless it controls the program, no signal says so, and crossterm's reader would not
/// notice.
fn watch_line(terminal: &File, watcher: &impl Watcher) {
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    let mut lines = [PollFd::new(terminal, PollFlags::empty())];
    loop {
        match poll(&mut lines, None) {
            Ok(_) if lines.iter().any(|line| line.revents().intersects(gone)) => {
                end(SIGHUP, watcher);
            }
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// Ends the program after a signal, within [`PATIENCE`].
fn end(signal: i32, watcher: &impl Watcher) -> ! {
    let status = BY_SIGNAL + signal;
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        process::exit(status);
    });
    restore();
    watcher.on_end();
    process::exit(status)
}

/// A panic on any thread restores the terminal, prints its message there, and ends the program.
fn watch_panics() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if IS_SET.load(Ordering::SeqCst) {
            restore();
            print(info);
            process::exit(PANICKED);
        }
        print(info);
    }));
}
