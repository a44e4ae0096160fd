//! What comes in from the terminal: keys, sizes, the mouse, and one answer, as many at once as wait.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, MouseButton, MouseEvent, MouseEventKind};

use crate::app::keys::action::Way;
use crate::app::state::panes::Size;
use crate::app::update::pointer::{Gesture, Pointer};
use crate::terminal::answer::{Ear, Heard};

/// Events that are taken at once at the most.
const MOST_AT_ONCE: usize = 64;

/// How long more input is looked for. crossterm's reader of `/dev/tty` looks for none at all in no time, and this is too
/// short to be felt.
const MOMENT: Duration = Duration::from_micros(100);

/// Something that comes in from the terminal.
#[derive(Debug, PartialEq)]
pub(super) enum Input {
    /// A key.
    Key(KeyEvent),
    /// The mouse did something.
    Pointed(Pointer),
    /// The terminal has another size.
    Resized(Size),
    /// The terminal's background: red, green and blue.
    Background(u32),
}

/// Waits for input, and takes all that waits with it. An error means that the terminal is gone.
pub(super) fn read(ear: &mut Ear) -> io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    take(&event::read()?, ear, &mut inputs);
    let mut taken = 1;
    while taken < MOST_AT_ONCE && event::poll(MOMENT)? {
        take(&event::read()?, ear, &mut inputs);
        taken += 1;
    }
    Ok(inputs)
}

fn take(event: &Event, ear: &mut Ear, inputs: &mut Vec<Input>) {
    match *event {
        Event::Key(key) => match ear.hear(key) {
            Heard::Keys(keys) => inputs.extend(keys.into_iter().map(Input::Key)),
            Heard::Part => {}
            Heard::Background(color) => inputs.push(Input::Background(color)),
        },
        Event::Resize(width, height) => inputs.push(Input::Resized(Size { width, height })),
        Event::Mouse(mouse) => inputs.extend(pointer(mouse).map(Input::Pointed)),
        Event::FocusGained | Event::FocusLost | Event::Paste(_) => {}
    }
}

/// A click or a turn of the wheel; the mouse's other doings mean nothing.
fn pointer(mouse: MouseEvent) -> Option<Pointer> {
    let gesture = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::ScrollDown => Gesture::Wheel(Way::On),
        MouseEventKind::ScrollUp => Gesture::Wheel(Way::Back),
        MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => return None,
    };
    Some(Pointer { column: mouse.column, row: mouse.row, gesture })
}
