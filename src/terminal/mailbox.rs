//! Where the threads send what they have for the loop.

use std::io;
use std::sync::mpsc::Sender;

use crate::app::Message;
use crate::terminal::input::Input;

/// Something that comes in.
pub(super) enum Incoming {
    /// From the terminal.
    Inputs(Vec<Input>),
    /// From a thread of the program.
    Message(Message),
    /// Somebody stopped the program, and it goes on.
    GoesOn,
    /// The terminal is gone.
    Gone(io::Error),
}

/// Where another thread sends what it found.
#[derive(Clone, Debug)]
pub struct Mailbox(pub(super) Sender<Incoming>);

impl Mailbox {
    /// Sends a message to the reader, if they are still there.
    pub fn send(&self, message: Message) {
        // nobody needs it once the loop has ended
        let _ = self.0.send(Incoming::Message(message));
    }
}
