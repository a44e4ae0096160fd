//! Enters and leaves the terminal, and goes from message to frame between.
//!
//! One thread reads keys, another annotates, and both send messages; the loop takes all that wait, draws once, and only
//! if something changed, and each frame is one write. Nothing wakes up while nothing happens.

mod frame;
mod guard;

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event, KeyEvent};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::panes::Size;
use crate::app::state::State;
use crate::app::{Effect, Message, update};
use crate::terminal::frame::Frame;
use crate::terminal::guard::Guard;
use crate::ui;
use crate::ui::theme::{Depth, Theme};

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
    let mut screen = Screen::new(&state, depth)?;
    screen.draw(&state)?;
    let (sender, receiver) = channel();
    let mailbox = Mailbox(sender.clone());
    thread::spawn(move || work(&mailbox));
    thread::spawn(move || read_keys(&sender));
    run_loop(&mut state, &mut screen, &receiver, &guard)
}

fn run_loop(
    state: &mut State,
    screen: &mut Screen,
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
        if before.redraws != state.scene.redraws
            || before.arrangement.size != state.scene.arrangement.size
        {
            screen.clear(state)?;
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
            let action = state.keymap.action(state.mode(), key);
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

/// What is on the screen.
struct Screen {
    terminal: Terminal<CrosstermBackend<Frame>>,
    frame: Frame,
    depth: Depth,
}

impl Screen {
    fn new(state: &State, depth: Depth) -> Result<Self, TerminalError> {
        let frame = Frame::default();
        Ok(Self { terminal: blank(&frame, state)?, frame, depth })
    }

    /// Forgets what is on the screen, so that the next frame draws all of it.
    fn clear(&mut self, state: &State) -> Result<(), TerminalError> {
        queue!(self.frame, Clear(ClearType::All))?;
        self.terminal = blank(&self.frame, state)?;
        Ok(())
    }

    fn draw(&mut self, state: &State) -> Result<(), TerminalError> {
        let theme = Theme::new(state.scene.theme, self.depth);
        self.terminal.draw(|frame| ui::draw(frame, state, &theme))?;
        Ok(self.frame.send(&mut io::stdout())?)
    }
}

/// A terminal that has drawn nothing yet. ratatui's own `clear` would ask the terminal for the cursor, and wait for an
/// answer that the thread for keys takes.
fn blank(frame: &Frame, state: &State) -> io::Result<Terminal<CrosstermBackend<Frame>>> {
    let options = TerminalOptions { viewport: Viewport::Fixed(area(state)) };
    Terminal::with_options(CrosstermBackend::new(frame.clone()), options)
}

fn area(state: &State) -> Rect {
    let size = state.scene.arrangement.size;
    Rect::new(0, 0, size.width, size.height)
}
