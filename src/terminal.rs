//! Enters and leaves the terminal, and goes from message to frame between.
//!
//! One thread reads keys, another annotates, and both send messages; the loop takes all that wait, draws once, and only
//! if something changed, and each frame is one write. Nothing wakes up while nothing happens.

mod guard;
mod look;
mod pen;
pub mod screen;

use std::error::Error;
use std::fmt;
use std::io::{self, Stdout};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event, KeyEvent};

use crate::app::keymap;
use crate::app::panes::Size;
use crate::app::state::State;
use crate::app::{Effect, Message, update};
use crate::terminal::guard::Guard;
use crate::terminal::screen::Screen;
use crate::ui::theme::Depth;

/// Messages that are taken before a frame is drawn at the latest.
const MOST_AT_ONCE: usize = 64;

/// Why the terminal could not be used.
#[derive(Debug)]
pub enum TerminalError {
    /// It refused a mode, its size, or a frame.
    Refused(io::Error),
}

impl fmt::Display for TerminalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(_) => f.write_str("cannot use the terminal"),
        }
    }
}

impl Error for TerminalError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused(cause) => Some(cause),
        }
    }
}

impl From<io::Error> for TerminalError {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

/// Something that comes in.
enum Incoming {
    Key(KeyEvent),
    Message(Message),
    /// The terminal is gone.
    Gone(io::Error),
}

/// Where another thread sends what it found.
#[derive(Clone, Debug)]
pub struct Mailbox(Sender<Incoming>);

impl Mailbox {
    /// Sends a message to the reader, if they are still there.
    pub fn send(&self, message: Message) {
        // nobody needs it once the loop has ended
        let _ = self.0.send(Incoming::Message(message));
    }
}

/// The size of the terminal.
pub fn size() -> Result<Size, TerminalError> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Shows the state until the reader leaves. `work` begins with the first frame on a thread of its own.
pub fn run(
    mut state: State,
    depth: Depth,
    work: impl FnOnce(&Mailbox) + Send + 'static,
) -> Result<(), TerminalError> {
    let guard = Guard::enter()?;
    let mut screen = Screen::new(io::stdout(), state.scene.arrangement.size, depth)?;
    screen.draw(&state)?;
    let (sender, receiver) = channel();
    let mailbox = Mailbox(sender.clone());
    thread::spawn(move || work(&mailbox));
    thread::spawn(move || read_keys(&sender));
    run_loop(&mut state, &mut screen, &receiver, &guard)
}

fn run_loop(
    state: &mut State,
    screen: &mut Screen<Stdout>,
    receiver: &Receiver<Incoming>,
    guard: &Guard,
) -> Result<(), TerminalError> {
    while let Ok(first) = receiver.recv() {
        let before = state.scene.clone();
        let waiting = receiver.try_iter().take(MOST_AT_ONCE);
        for incoming in std::iter::once(first).chain(waiting) {
            match take(state, incoming)? {
                Some(Effect::Quit) => return Ok(()),
                Some(Effect::Suspend) => {
                    guard.suspend()?;
                    let _ = update(state, Message::Resized(size()?));
                    let _ = update(state, Message::Resumed);
                }
                None => {}
            }
        }
        if before != state.scene {
            screen.draw(state)?;
        }
    }
    Ok(())
}

fn take(state: &mut State, incoming: Incoming) -> Result<Option<Effect>, TerminalError> {
    match incoming {
        Incoming::Message(message) => Ok(update(state, message)),
        Incoming::Key(key) => {
            let action = keymap::action(state.mode(), key);
            Ok(action.and_then(|action| update(state, Message::Act(action))))
        }
        Incoming::Gone(error) => Err(error.into()),
    }
}

/// Sends keys and sizes until the terminal is gone or nobody listens.
fn read_keys(sender: &Sender<Incoming>) {
    loop {
        let incoming = match event::read() {
            Ok(Event::Key(key)) => Incoming::Key(key),
            Ok(Event::Resize(width, height)) => {
                Incoming::Message(Message::Resized(Size { width, height }))
            }
            Ok(Event::FocusGained | Event::FocusLost | Event::Mouse(_) | Event::Paste(_)) => {
                continue;
            }
            Err(error) => Incoming::Gone(error),
        };
        let gone = matches!(incoming, Incoming::Gone(_));
        if sender.send(incoming).is_err() || gone {
            return;
        }
    }
}
