//! The bytes that are sent draw the right screen: a terminal that receives them shows what the buffer holds.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use whosaid::app::state::panes::Size;
use whosaid::terminal::screen::Screen;
use whosaid::ui::theme::Depth;

use crate::support::reader::Reader;

/// A terminal that does what the bytes say.
#[derive(Clone)]
struct Receiver(Rc<RefCell<vt100::Parser>>);

impl Write for Receiver {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the themes have few colors")]
fn color(color: Color) -> vt100::Color {
    match color {
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Magenta => vt100::Color::Idx(5),
        Color::Cyan => vt100::Color::Idx(6),
        Color::Green => vt100::Color::Idx(2),
        Color::Red => vt100::Color::Idx(1),
        Color::Blue => vt100::Color::Idx(4),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::LightYellow => vt100::Color::Idx(11),
        Color::LightMagenta => vt100::Color::Idx(13),
        Color::LightGreen => vt100::Color::Idx(10),
        Color::LightRed => vt100::Color::Idx(9),
        Color::Reset => vt100::Color::Default,
        other => panic!("no theme has {other}"),
    }
}

/// Compares all cells, but not the foreground of a blank, which does not show.
#[track_caller]
fn check_same(terminal: &vt100::Screen, buffer: &Buffer) {
    let mut rest_of_wide = 0;
    for position in buffer.area.positions() {
        let cell = &buffer[position];
        let shown = terminal.cell(position.y, position.x).unwrap();
        if position.x == 0 {
            rest_of_wide = 0;
        }
        if rest_of_wide > 0 {
            rest_of_wide -= 1;
            continue;
        }
        let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
        assert_eq!(contents, cell.symbol(), "at {position}");
        rest_of_wide = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        let modifiers =
            [(shown.inverse(), Modifier::REVERSED), (shown.underline(), Modifier::UNDERLINED)];
        for (is_on, modifier) in modifiers {
            assert_eq!(is_on, cell.modifier.contains(modifier), "{modifier:?} at {position}");
        }
        if cell.symbol() != " " {
            assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD), "at {position}");
            assert_eq!(shown.italic(), cell.modifier.contains(Modifier::ITALIC), "at {position}");
            assert_eq!(shown.fgcolor(), color(cell.fg), "at {position}");
        }
    }
}

/// Presses keys, or sets the size that is named, and compares every frame with what should be drawn.
#[track_caller]
fn check(mut reader: Reader, depth: Depth, keys: &[&str]) {
    let size = reader.size();
    let parser = vt100::Parser::new(size.height, size.width, 0);
    let terminal = Receiver(Rc::new(RefCell::new(parser)));
    let mut screen = Screen::new(terminal.clone(), size, depth).unwrap();
    for key in keys {
        match *key {
            "narrow" => reader.resize(60, 15),
            "wide" => reader.resize(160, 50),
            "middle" => reader.resize(90, 20),
            key => _ = reader.press(key),
        }
        let Size { width, height } = reader.size();
        terminal.0.borrow_mut().screen_mut().set_size(height, width);
        screen.draw(&reader.state).unwrap();
        check_same(terminal.0.borrow().screen(), &reader.cells(depth));
    }
}

#[test]
fn every_frame_of_a_session_is_as_drawn() {
    let keys = [
        "", "n", "n", "j", "j", "k", "2", "l", "j", "G", "3", "o", "?", "j", "<Esc>", "t", "w",
        "narrow", "n", "<Tab>", "wide", "n", "middle", "z", "<C-l>", "4", "n", "j", "h", "<Enter>",
        "j", "wide", "narrow", "n", "s", "4",
    ];
    for name in ["bridge", "library", "interview"] {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
            check(Reader::open(name, 80, 24), depth, &keys);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_frame_of_any_session_is_as_drawn(
        name in prop::sample::select(vec!["bridge", "library", "interview"]),
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "n", "N", "J", "K", "j", "k", "d", "u", "g", "G", "1", "2", "3", "4", "s", "o", "<Enter>", "<Esc>", "<Tab>",
                "h", "l", "w", "-", "+", "z", "t", "?", "f", "y", "narrow", "wide", "middle",
                "/", "the", "&", "an", ":", "7", "e", "U", "F", "'", "m", "a", "c", "H", "L", "<Up>", "<Left>", "<Backspace>", "<C-w>",
            ]),
            1..30,
        ),
        width in 20_u16..130,
        height in 5_u16..40,
    ) {
        check(Reader::open(name, width, height), Depth::True, &keys);
    }
}
