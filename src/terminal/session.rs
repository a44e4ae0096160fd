//! A session: the loop from message to frame, and what it shares with the threads that watch for signals.

use std::fs::File;
use std::io;
use std::iter;
use std::ops::ControlFlow;
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
use crate::terminal::size;
use crate::ui::theme::fitting;

/// The most messages to handle before a frame is drawn.
const MOST_AT_ONCE: usize = 64;
/// How long after the question an answer may still arrive. Leaving waits for it, or it would end up in the shell.
const ANSWERED: Duration = Duration::from_millis(500);

/// What a session shares with the threads that watch for signals.
pub(super) struct Shared<O> {
    pub(super) outside: O,
    /// The reading place, once there is one to save.
    pub(super) bookmark: Mutex<Option<Bookmark>>,
    pub(super) sender: Sender<Incoming>,
}

impl<O> Shared<O> {
    /// Keeps the place to save at the end.
    fn remember(&self, bookmark: Bookmark) {
        *self.bookmark.lock().unwrap_or_else(PoisonError::into_inner) = Some(bookmark);
    }
}

impl<O: Outside> Watcher for Shared<O> {
    /// Several threads may see the end at once: the first saves the place, and the others wait until it is saved.
    fn on_end(&self) {
        let mut bookmark = self.bookmark.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bookmark) = bookmark.take() {
            self.outside.keep(bookmark);
        }
    }

    fn on_continue(&self) {
        // the loop may have ended
        let _ = self.sender.send(Incoming::Continued);
    }
}

/// The reader at the terminal.
pub(super) struct Session<O: Outside> {
    pub(super) state: State,
    pub(super) screen: Screen<File>,
    pub(super) guard: Guard,
    pub(super) shared: Arc<Shared<O>>,
    /// When the terminal was asked for its background; `None` once it has answered.
    pub(super) asked: Option<Instant>,
}

/// Whether the reader stays or leaves.
type Flow = ControlFlow<()>;

impl<O: Outside> Session<O> {
    /// Draws the first frame.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        if self.asked.is_some() {
            self.screen.add(QUESTION);
        }
        self.screen.draw(&self.state)
    }

    /// Handles messages and draws frames until the reader leaves.
    pub(super) fn run(&mut self, receiver: &Receiver<Incoming>) -> Result<(), TerminalError> {
        while let Ok(first) = receiver.recv() {
            let before = self.state.scene();
            let mut size = None;
            let waiting = receiver.try_iter().take(MOST_AT_ONCE);
            for incoming in iter::once(first).chain(waiting) {
                if self.handle(incoming, &mut size)?.is_break() {
                    self.await_answer(receiver);
                    return Ok(());
                }
            }
            // of many sizes in a row only the last matters
            if let Some(size) = size {
                let _ = update(&mut self.state, Message::Resized(size));
            }
            if before != self.state.scene() {
                self.screen.draw(&self.state)?;
                self.shared.remember(self.state.bookmark());
            }
        }
        Ok(())
    }

    fn handle(
        &mut self,
        incoming: Incoming,
        size: &mut Option<Size>,
    ) -> Result<Flow, TerminalError> {
        match incoming {
            Incoming::Message(message) => self.update(message),
            Incoming::Inputs(inputs) => {
                for input in inputs {
                    if self.handle_input(&input, size)?.is_break() {
                        return Ok(Flow::Break(()));
                    }
                }
                Ok(Flow::Continue(()))
            }
            Incoming::Continued => {
                self.guard.set_again()?;
                self.resume()
            }
            Incoming::Gone(error) => Err(error.into()),
        }
    }

    fn handle_input(
        &mut self,
        input: &Input,
        size: &mut Option<Size>,
    ) -> Result<Flow, TerminalError> {
        match *input {
            Input::Key(key) => {
                let action = self.state.keymap.action(self.state.mode(), key);
                action.map_or(Ok(Flow::Continue(())), |action| self.update(Message::Act(action)))
            }
            Input::Pointed(pointer) => self.update(Message::Pointed(pointer)),
            Input::Resized(new) => {
                *size = Some(new);
                Ok(Flow::Continue(()))
            }
            Input::Background(color) => {
                self.asked = None;
                self.update(Message::Background(fitting(color)))
            }
        }
    }

    /// Updates the state, and carries out the effect.
    fn update(&mut self, message: Message) -> Result<Flow, TerminalError> {
        match update(&mut self.state, message) {
            None => {}
            Some(Effect::Quit) => return Ok(Flow::Break(())),
            Some(Effect::Suspend) => {
                self.guard.suspend()?;
                return self.resume();
            }
            Some(Effect::Copy(words)) => self.copy(&words)?,
            Some(Effect::Export(order)) => {
                let outcome = self.shared.outside.export(&order, &self.state.known.document);
                return self.update(Message::Exported(order, outcome));
            }
        }
        Ok(Flow::Continue(()))
    }

    fn resume(&mut self) -> Result<Flow, TerminalError> {
        let _ = update(&mut self.state, Message::Resized(size::current()?));
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

    /// Waits briefly for an answer that is still on its way.
    fn await_answer(&self, receiver: &Receiver<Incoming>) {
        let Some(asked) = self.asked else { return };
        let is_answer = |input: &Input| matches!(input, Input::Background(_));
        while let Some(left) = ANSWERED.checked_sub(asked.elapsed()) {
            match receiver.recv_timeout(left) {
                Ok(Incoming::Inputs(inputs)) if inputs.iter().any(is_answer) => return,
                Ok(Incoming::Gone(_)) | Err(_) => return,
                Ok(Incoming::Inputs(_) | Incoming::Message(_) | Incoming::Continued) => {}
            }
        }
    }
}
