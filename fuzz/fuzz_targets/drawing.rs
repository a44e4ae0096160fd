//! Draws any text after any keys at any size. The first bytes are keys and sizes, the rest is the text.
#![no_main]

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use whosaid::annotation::document::Document;
use whosaid::app::keys::table::BINDINGS;
use whosaid::app::state::State;
use whosaid::app::state::known::Known;
use whosaid::app::state::panes::Size;
use whosaid::app::state::preferences::Preferences;
use whosaid::app::update::pointer::{Gesture, Pointer};
use whosaid::app::{Message, update};
use whosaid::model::Model;
use whosaid::terminal::screen::Screen;
use whosaid::text::article::Article;
use whosaid::ui::theme::Depth;

#[path = "../../tests/it/support/controls.rs"]
mod controls;

static MODEL: LazyLock<Model> = LazyLock::new(Model::embedded);

/// Bytes at the start that stand for keys and sizes.
const EVENTS: usize = 24;

#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A key, a click, a new size, or the annotated article.
fn message(byte: u8, article: &Article) -> Message {
    let number = u16::from(byte);
    match byte {
        0..=127 => Message::Act(BINDINGS[usize::from(byte) % BINDINGS.len()].action),
        128..=159 => Message::Pointed(Pointer {
            column: number * 7 % 90,
            row: number * 3 % 30,
            gesture: Gesture::Click,
        }),
        160..=239 => Message::Resized(Size { width: number * 13 % 170, height: number * 5 % 55 }),
        240..=255 => {
            let known = Known::of(MODEL.annotate(article.clone()));
            Message::Annotated(Box::new(known), 100)
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((events, text)) = bytes.split_at_checked(EVENTS) else { return };
    let Ok(article) = Article::parse(&String::from_utf8_lossy(text)) else { return };
    let size = Size { width: 80, height: 24 };
    let document = Document::unread(article.clone());
    let mut state = State::new("fuzz".to_owned(), document, size, Preferences::default());
    let stream = Stream::default();
    let mut screen = Screen::new(stream.clone(), size, Depth::True).unwrap();
    for &byte in events {
        let _ = update(&mut state, message(byte, &article));
        screen.draw(&state).unwrap();
    }
    assert_eq!(controls::foreign(&stream.0.borrow()), None);
});
