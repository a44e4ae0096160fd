//! The guard: one owner of the terminal's modes, who puts all back on every way out.
//!
//! Leaving the loop drops the guard; a panic goes through its hook; TERM, HUP, INT and QUIT are taken by a thread that
//! restores the terminal, lets the reading place be kept, and ends the program itself, for the loop may be blocked on
//! a terminal that is gone. A terminal that takes no bytes does not hold it up either: after [`PATIENCE`] the program
//! ends all the same.

use std::fs::File;
use std::io::{self, Write, stdout};
use std::os::fd::AsFd;
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::raise;

use crate::terminal::modes::{TerminalMode, off, on};

/// Whether the modes are taken; whoever sets it back restores them.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the program stopped itself, so that it needs no telling when it goes on.
static STOPPED: AtomicBool = AtomicBool::new(false);
/// The modes that are taken, and the terminal that they are taken of.
static OWNED: Mutex<Option<Owned>> = Mutex::new(None);
static WATCH: Once = Once::new();

/// The exit status of a program that panicked, as Rust gives it.
const PANICKED: i32 = 101;
/// What is added to a signal's number for the exit status, as shells do.
const BY_SIGNAL: i32 = 128;
/// How long the ways out may take after a signal.
const PATIENCE: Duration = Duration::from_millis(80);

/// A terminal, and the modes that it has been given.
struct Owned {
    out: File,
    modes: Vec<TerminalMode>,
}

/// What is to be done when the program ends or goes on by a signal.
pub(super) trait Watcher: Send + Sync + 'static {
    /// The program ends.
    fn ends(&self);
    /// Somebody else had stopped the program, and now it goes on.
    fn goes_on(&self);
}

/// Holds the terminal's modes while it lives.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the modes.
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
        take()?;
        Ok(Self(()))
    }

    /// Gives the terminal back, stops until the shell lets the program go on, and takes it again. Where there is no
    /// shell to do that, it does not stop.
    pub(super) fn suspend(&self) -> io::Result<()> {
        restore();
        STOPPED.store(true, Ordering::SeqCst);
        raise(SIGTSTP)?;
        self.retake()
    }

    /// Takes the modes again, whatever has become of them.
    pub(super) fn retake(&self) -> io::Result<()> {
        let Self(()) = self;
        restore();
        take()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// The terminal behind standard output, without a buffer or a lock that another thread might hold.
pub(super) fn open() -> io::Result<File> {
    Ok(File::from(stdout().as_fd().try_clone_to_owned()?))
}

fn owned() -> std::sync::MutexGuard<'static, Option<Owned>> {
    OWNED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    owned().as_mut().map_or(Ok(()), |owned| owned.out.write_all(on(&owned.modes).as_bytes()))
}

/// Puts all back, once. Where the terminal is gone nothing can be done, and nothing needs to be.
fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
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
        if !STOPPED.swap(false, Ordering::SeqCst) {
            watcher.goes_on();
        }
    }
}

/// Waits until the terminal is gone, for no signal tells of that where it is not the program's own; crossterm's reader
/// would not notice.
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

/// Ends the program as a signal wants it, in [`PATIENCE`] at the most.
fn end(signal: i32, watcher: &impl Watcher) -> ! {
    let status = BY_SIGNAL + signal;
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        process::exit(status);
    });
    restore();
    watcher.ends();
    process::exit(status)
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
