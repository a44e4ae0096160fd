//! A reader without a terminal: keys in, screens out.

use std::fs;
use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use whosaid::annotation::document::Document;
use whosaid::app::state::State;
use whosaid::app::state::known::Known;
use whosaid::app::state::panes::Size;
use whosaid::app::state::preferences::Preferences;
use whosaid::app::state::theme_name::ThemeName;
use whosaid::app::{Message, update};
use whosaid::formats::json;
use whosaid::ui;
use whosaid::ui::theme::{Depth, Theme};

/// The numbers of the FNV-1a hash, which stays the same from one Rust to the next.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// What is known about one of the articles in `tests/articles`.
pub(crate) fn document(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").join(name);
    json::read(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap().document
}

/// A session that has opened that article in a terminal of this size.
pub(crate) fn open(name: &str, width: u16, height: u16) -> State {
    start(document(name), name, Size { width, height })
}

/// A session that has opened that document.
pub(crate) fn start(document: Document, name: &str, size: Size) -> State {
    let unread = Document::unread(document.article().clone());
    let preferences = Preferences { theme: ThemeName::Dark, ..Preferences::default() };
    let mut state = State::new(name.to_owned(), unread, size, preferences);
    let effect = update(&mut state, Message::Annotated(Box::new(Known::of(document)), 100));
    assert_eq!(effect, None);
    state
}

/// Presses keys: a letter each; `<` begins the name of one that has no letter, `>` ends it.
pub(crate) fn press(state: &mut State, keys: &str) {
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        let (code, after) = match name {
            Some((name, after)) => (code(name), after),
            None => (KeyCode::Char(first), rest.strip_prefix(first).unwrap()),
        };
        rest = after;
        let key = match name.and_then(|(name, _)| name.strip_prefix("C-")) {
            Some(letter) => {
                KeyEvent::new(KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL)
            }
            None => KeyEvent::new(code, KeyModifiers::NONE),
        };
        if let Some(action) = state.keymap.action(state.mode(), key) {
            let _ = update(state, Message::Act(action));
        }
    }
}

fn code(name: &str) -> KeyCode {
    match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "PgDn" => KeyCode::PageDown,
        "Down" => KeyCode::Down,
        "Up" => KeyCode::Up,
        "Left" => KeyCode::Left,
        "Backspace" => KeyCode::Backspace,
        control if control.starts_with("C-") => KeyCode::Null,
        "F2" => KeyCode::F(2),
        other => panic!("no key {other}"),
    }
}

/// Gives the terminal another size.
pub(crate) fn resize(state: &mut State, width: u16, height: u16) {
    let _ = update(state, Message::Resized(Size { width, height }));
}

/// The screen as text; its last line is a hash of the styles, so that colors count too.
pub(crate) fn screen(state: &State) -> String {
    let size = state.page_view.arrangement().size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
    let theme = Theme::new(state.appearance.theme, Depth::True);
    terminal.draw(|frame| ui::draw(frame, state, &theme)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut hash = FNV_START;
    let mut lines = String::new();
    for row in buffer.content().chunks(usize::from(size.width.max(1))) {
        let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        lines.push_str(line.trim_end());
        lines.push('\n');
        for cell in row {
            let style = format!("{:?}", cell.style());
            hash = style
                .bytes()
                .fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME));
        }
    }
    format!("{lines}styles {hash:016x}")
}

/// The footer of the screen.
pub(crate) fn footer(state: &State) -> String {
    let screen = screen(state);
    screen.lines().rev().nth(1).unwrap().trim().to_owned()
}
