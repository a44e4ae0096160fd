//! Input from the terminal: keys, sizes, the mouse, and the answer about the background.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, MouseButton, MouseEvent, MouseEventKind};

use crate::app::keys::action::Way;
use crate::app::state::panes::Size;
use crate::app::update::pointer::{Gesture, Pointer};
use crate::terminal::answer::{AnswerFilter, Filtered};

/// The most events to read at once.
const MOST_AT_ONCE: usize = 64;

/// How long to look for more input. With no time at all crossterm finds none on `/dev/tty`, and this is too short to
/// feel.
const MOMENT: Duration = Duration::from_micros(100);

/// One input.
#[derive(Debug, PartialEq)]
pub(super) enum Input {
    /// A key.
    Key(KeyEvent),
    /// The mouse did something.
    Pointed(Pointer),
    /// The terminal changed its size.
    Resized(Size),
    /// The terminal's background: red, green, and blue.
    Background(u32),
}

/// Waits for input, and reads everything that is there. An error means that the terminal is gone.
pub(super) fn read(filter: &mut AnswerFilter) -> io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    take(&event::read()?, filter, &mut inputs);
    let mut taken = 1;
    while taken < MOST_AT_ONCE && event::poll(MOMENT)? {
        take(&event::read()?, filter, &mut inputs);
        taken += 1;
    }
    Ok(inputs)
}

fn take(event: &Event, filter: &mut AnswerFilter, inputs: &mut Vec<Input>) {
    match *event {
        Event::Key(key) => match filter.take(key) {
            Filtered::Keys(keys) => inputs.extend(keys.into_iter().map(Input::Key)),
            Filtered::Held => {}
            Filtered::Background(color) => inputs.push(Input::Background(color)),
        },
        Event::Resize(width, height) => inputs.push(Input::Resized(Size { width, height })),
        Event::Mouse(mouse) => inputs.extend(pointer(mouse).map(Input::Pointed)),
        Event::FocusGained | Event::FocusLost | Event::Paste(_) => {}
    }
}

/// A click or a turn of the wheel; nothing else that the mouse does has a meaning.
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

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    /// What becomes of an event.
    #[track_caller]
    fn check(event: &Event, expected: &[Input]) {
        let mut inputs = Vec::new();
        take(event, &mut AnswerFilter::waiting(), &mut inputs);
        assert_eq!(inputs, expected);
    }

    fn mouse(kind: MouseEventKind) -> Event {
        Event::Mouse(MouseEvent { kind, column: 3, row: 5, modifiers: KeyModifiers::NONE })
    }

    #[test]
    fn the_wheel_and_the_left_button_point() {
        let pointed = |gesture| [Input::Pointed(Pointer { column: 3, row: 5, gesture })];
        let click = MouseEventKind::Down(MouseButton::Left);
        check(&mouse(click), &pointed(Gesture::Click));
        check(&mouse(MouseEventKind::ScrollDown), &pointed(Gesture::Wheel(Way::On)));
        check(&mouse(MouseEventKind::ScrollUp), &pointed(Gesture::Wheel(Way::Back)));
        check(&mouse(MouseEventKind::Down(MouseButton::Right)), &[]);
        check(&mouse(MouseEventKind::Up(MouseButton::Left)), &[]);
        check(&mouse(MouseEventKind::Moved), &[]);
    }

    #[test]
    fn keys_and_sizes_come_through() {
        let key = KeyEvent::new(KeyCode::Char('n'), KeyModifiers::NONE);
        check(&Event::Key(key), &[Input::Key(key)]);
        check(&Event::Resize(80, 24), &[Input::Resized(Size { width: 80, height: 24 })]);
        check(&Event::FocusGained, &[]);
        check(&Event::Key(KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT)), &[]);
    }
}
