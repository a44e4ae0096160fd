//! A reader at a terminal: the loop from message to frame, and what outlives it when a signal comes.

use std::fs::File;
use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use crate::app::state::State;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::panes::Size;
use crate::app::{Effect, Message, update};
use crate::terminal::answer::QUESTION;
use crate::terminal::error::TerminalError;
use crate::terminal::guard::{Guard, Watcher};
use crate::terminal::input::Input;
use crate::terminal::mailbox::Incoming;
use crate::terminal::outside::{Clipboard, Outside};
use crate::terminal::screen::Screen;
use crate::ui::theme::fitting;

/// Messages that are taken before a frame is drawn at the latest.
const MOST_AT_ONCE: usize = 64;
/// How long after the question for the background its answer is waited for when the reader leaves, so that it does not
/// end up in the shell.
const ANSWERED: Duration = Duration::from_millis(500);

/// What other threads need of the session when a signal comes.
pub(super) struct Shared<O> {
    pub(super) outside: O,
    /// The reading place, as soon as there is one to keep.
    pub(super) bookmark: Mutex<Option<Bookmark>>,
    pub(super) sender: Sender<Incoming>,
}

impl<O: Outside> Watcher for Shared<O> {
    /// Several threads may see the end at once: the first one keeps the place, and the others wait until it is kept.
    fn ends(&self) {
        let mut bookmark = self.bookmark.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bookmark) = bookmark.take() {
            self.outside.keep(bookmark);
        }
    }

    fn goes_on(&self) {
        // the loop may have ended
        let _ = self.sender.send(Incoming::GoesOn);
    }
}

/// A reader at a terminal.
pub(super) struct Session<O: Outside> {
    pub(super) state: State,
    pub(super) screen: Screen<File>,
    pub(super) guard: Guard,
    pub(super) shared: Arc<Shared<O>>,
    /// When the terminal was asked for its background, until it answers.
    pub(super) asked: Option<Instant>,
}

/// Whether the reader goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    On,
    Over,
}

impl<O: Outside> Session<O> {
    /// Draws the first frame.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        if self.asked.is_some() {
            self.screen.add(QUESTION);
        }
        self.screen.draw(&self.state)
    }

    /// Goes from message to frame until the reader leaves.
    pub(super) fn run(&mut self, receiver: &Receiver<Incoming>) -> Result<(), TerminalError> {
        while let Ok(first) = receiver.recv() {
            let before = self.state.scene();
            let mut size = None;
            let waiting = receiver.try_iter().take(MOST_AT_ONCE);
            for incoming in std::iter::once(first).chain(waiting) {
                if self.take(incoming, &mut size)? == Run::Over {
                    self.await_answer(receiver);
                    return Ok(());
                }
            }
            // of many sizes in a row only the last one counts
            if let Some(size) = size {
                let _ = update(&mut self.state, Message::Resized(size));
            }
            if before != self.state.scene() {
                self.screen.draw(&self.state)?;
                let bookmark = self.state.bookmark();
                *self.shared.bookmark.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(bookmark);
            }
        }
        Ok(())
    }

    fn take(&mut self, incoming: Incoming, size: &mut Option<Size>) -> Result<Run, TerminalError> {
        match incoming {
            Incoming::Message(message) => self.update(message),
            Incoming::Inputs(inputs) => {
                for input in inputs {
                    if self.take_input(&input, size)? == Run::Over {
                        return Ok(Run::Over);
                    }
                }
                Ok(Run::On)
            }
            Incoming::GoesOn => {
                self.guard.retake()?;
                self.go_on()
            }
            Incoming::Gone(error) => Err(error.into()),
        }
    }

    fn take_input(&mut self, input: &Input, size: &mut Option<Size>) -> Result<Run, TerminalError> {
        match *input {
            Input::Key(key) => {
                let action = self.state.keymap.action(self.state.mode(), key);
                action.map_or(Ok(Run::On), |action| self.update(Message::Act(action)))
            }
            Input::Pointed(pointer) => self.update(Message::Pointed(pointer)),
            Input::Resized(new) => {
                *size = Some(new);
                Ok(Run::On)
            }
            Input::Background(color) => {
                self.asked = None;
                self.update(Message::Background(fitting(color)))
            }
        }
    }

    /// Hands a message to the state, and what it leaves to do to the world outside.
    fn update(&mut self, message: Message) -> Result<Run, TerminalError> {
        match update(&mut self.state, message) {
            None => {}
            Some(Effect::Quit) => return Ok(Run::Over),
            Some(Effect::Suspend) => {
                self.guard.suspend()?;
                return self.go_on();
            }
            Some(Effect::Copy(words)) => self.copy(&words)?,
            Some(Effect::Export(order)) => {
                let outcome = self.shared.outside.export(&order, &self.state.known.document);
                return self.update(Message::Exported(order, outcome));
            }
        }
        Ok(Run::On)
    }

    fn go_on(&mut self) -> Result<Run, TerminalError> {
        let (width, height) = crossterm::terminal::size()?;
        let _ = update(&mut self.state, Message::Resized(Size { width, height }));
        self.update(Message::Resumed)
    }

    fn copy(&mut self, words: &str) -> Result<(), TerminalError> {
        if self.shared.outside.copy(words) == Clipboard::Terminal {
            let mut sequence = String::new();
            CopyToClipboard::to_clipboard_from(words)
                .write_ansi(&mut sequence)
                .map_err(io::Error::other)?;
            self.screen.send(&sequence)?;
        }
        Ok(())
    }

    /// Waits a moment for an answer that is still on its way.
    fn await_answer(&self, receiver: &Receiver<Incoming>) {
        let Some(asked) = self.asked else { return };
        let is_answer = |input: &Input| matches!(input, Input::Background(_));
        while let Some(left) = ANSWERED.checked_sub(asked.elapsed()) {
            match receiver.recv_timeout(left) {
                Ok(Incoming::Inputs(inputs)) if inputs.iter().any(is_answer) => return,
                Ok(Incoming::Gone(_)) | Err(_) => return,
                Ok(Incoming::Inputs(_) | Incoming::Message(_) | Incoming::GoesOn) => {}
            }
        }
    }
}
