//! Messages from other threads to the loop.

use std::io;
use std::sync::mpsc::Sender;

use crate::app::Message;
use crate::terminal::input::Input;

/// Something for the loop to handle.
pub(super) enum Incoming {
    /// Input from the terminal.
    Inputs(Vec<Input>),
    /// A message from the annotating thread.
    Message(Message),
    /// The program continues after another one stopped it.
    Continued,
    /// The terminal is gone.
    Gone(io::Error),
}

/// Where the annotating thread sends what it found.
#[derive(Clone, Debug)]
pub(crate) struct Mailbox(Sender<Incoming>);

impl Mailbox {
    pub(super) fn new(sender: Sender<Incoming>) -> Self {
        Self(sender)
    }

    /// Sends a message, if the reader is still there.
    pub(crate) fn send(&self, message: Message) {
        // once the loop has ended, the message is of no use
        let _ = self.0.send(Incoming::Message(message));
    }
}
