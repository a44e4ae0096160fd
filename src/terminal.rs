//! The terminal: enters and leaves it, and runs the loop from message to frame.
//!
//! One thread reads input, another annotates, and a third waits for signals; all of them send messages. The loop takes
//! all messages that wait and then draws at most one frame, in a single write. The program sleeps while nothing happens.

mod answer;
pub(crate) mod error;
mod guard;
mod input;
mod look;
pub(crate) mod mailbox;
mod modes;
pub(crate) mod outside;
mod pen;
pub mod screen;
mod session;
pub(crate) mod setup;
mod size;

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use crate::app::state::State;
use crate::app::state::panes::Size;
use crate::terminal::answer::AnswerFilter;
use crate::terminal::error::TerminalError;
use crate::terminal::guard::{Guard, Watcher};
use crate::terminal::mailbox::{Incoming, Mailbox};
use crate::terminal::modes::TerminalMode;
use crate::terminal::outside::Outside;
use crate::terminal::screen::Screen;
use crate::terminal::session::{Session, Shared};
use crate::terminal::setup::{Background, Mouse, Setup};

/// The size of the terminal.
pub(crate) fn size() -> Result<Size, TerminalError> {
    Ok(size::current()?)
}

/// Shows the state until the reader leaves. `work` runs on a thread of its own, and starts with the first frame.
pub(crate) fn run(
    state: State,
    setup: Setup,
    outside: impl Outside,
    work: impl FnOnce(&Mailbox) + Send + 'static,
) -> Result<(), TerminalError> {
    // NO_COLOR makes crossterm drop attributes, which the theme without colors needs
    crossterm::style::force_color_output(true);
    let (sender, receiver) = channel();
    let shared = Arc::new(Shared { outside, bookmark: Mutex::default(), sender: sender.clone() });
    let guard = Guard::enter(modes(setup.mouse, setup.title), Arc::clone(&shared))?;
    let screen = Screen::new(guard::open()?, state.page_view.arrangement().size, setup.depth)?;
    let (filter, asked) = match setup.background {
        Background::Asked => (AnswerFilter::waiting(), Some(Instant::now())),
        Background::Chosen => (AnswerFilter::done(), None),
    };
    let mut session = Session { state, screen, guard, shared, asked };
    session.begin()?;
    let mailbox = Mailbox::new(sender.clone());
    thread::spawn(move || work(&mailbox));
    thread::spawn(move || read(filter, &sender));
    let ended = session.run(&receiver);
    session.shared.on_end();
    ended
}

/// The modes to set, in this order.
fn modes(mouse: Mouse, title: Option<String>) -> Vec<TerminalMode> {
    let mouse = (mouse == Mouse::On).then_some(TerminalMode::Mouse);
    let modes = [Some(TerminalMode::SecondScreen), title.map(TerminalMode::Title), mouse];
    modes.into_iter().flatten().collect()
}

/// Sends input to the loop until the terminal is gone or the loop has ended.
fn read(mut filter: AnswerFilter, sender: &Sender<Incoming>) {
    loop {
        let incoming = input::read(&mut filter).map_or_else(Incoming::Gone, Incoming::Inputs);
        let is_gone = matches!(incoming, Incoming::Gone(_));
        if sender.send(incoming).is_err() || is_gone {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_modes_that_are_wanted_are_set() {
        let title = "whosaid a.txt";
        let named = TerminalMode::Title(title.to_owned());
        let (screen, mouse) = (TerminalMode::SecondScreen, TerminalMode::Mouse);
        assert_eq!(modes(Mouse::On, Some(title.to_owned())), [screen, named, mouse]);
        assert_eq!(modes(Mouse::Off, None), [TerminalMode::SecondScreen]);
    }
}
