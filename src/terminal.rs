//! Enters and leaves the terminal, and goes from message to frame between.
//!
//! One thread reads keys, another annotates, a third waits for signals, and all send messages; the loop takes all that
//! wait, draws once, and only if something changed, and each frame is one write. Nothing wakes up while nothing
//! happens.

mod answer;
pub mod error;
mod guard;
mod input;
mod look;
pub mod mailbox;
mod modes;
pub mod outside;
mod pen;
pub mod screen;
mod session;
pub mod setup;

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use crate::app::state::State;
use crate::app::state::panes::Size;
use crate::terminal::answer::Ear;
use crate::terminal::error::TerminalError;
use crate::terminal::guard::{Guard, Watcher};
use crate::terminal::mailbox::{Incoming, Mailbox};
use crate::terminal::modes::TerminalMode;
use crate::terminal::outside::Outside;
use crate::terminal::screen::Screen;
use crate::terminal::session::{Session, Shared};
use crate::terminal::setup::{Background, Mouse, Setup};

/// The size of the terminal.
pub fn size() -> Result<Size, TerminalError> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Shows the state until the reader leaves. `work` begins with the first frame on a thread of its own.
pub fn run(
    state: State,
    setup: Setup,
    outside: impl Outside,
    work: impl FnOnce(&Mailbox) + Send + 'static,
) -> Result<(), TerminalError> {
    // crossterm would turn attributes off where NO_COLOR is set; the theme without colors serves better
    crossterm::style::force_color_output(true);
    let (sender, receiver) = channel();
    let shared = Arc::new(Shared { outside, bookmark: Mutex::default(), sender: sender.clone() });
    let modes = [Some(TerminalMode::SecondScreen), setup.title.map(TerminalMode::Title)]
        .into_iter()
        .flatten();
    let mouse = (setup.mouse == Mouse::On).then_some(TerminalMode::Mouse);
    let guard = Guard::enter(modes.chain(mouse).collect(), Arc::clone(&shared))?;
    let screen = Screen::new(guard::open()?, state.page_view.arrangement().size, setup.depth)?;
    let ear = match setup.background {
        Background::Asked => Ear::open(),
        Background::Chosen => Ear::closed(),
    };
    let asked = (setup.background == Background::Asked).then(Instant::now);
    let mut session = Session { state, screen, guard, shared, asked };
    session.begin()?;
    let mailbox = Mailbox(sender.clone());
    thread::spawn(move || work(&mailbox));
    thread::spawn(move || read(ear, &sender));
    let ended = session.run(&receiver);
    session.shared.ends();
    ended
}

/// Sends what comes in until the terminal is gone or nobody listens.
fn read(mut ear: Ear, sender: &Sender<Incoming>) {
    loop {
        let incoming = input::read(&mut ear).map_or_else(Incoming::Gone, Incoming::Inputs);
        let gone = matches!(incoming, Incoming::Gone(_));
        if sender.send(incoming).is_err() || gone {
            return;
        }
    }
}
