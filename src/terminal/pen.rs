//! The pen: a ratatui backend that writes few bytes, for terminals that may be far away.
//!
//! ratatui says which cells changed. A short gap between two of them is written again where that is shorter than moving
//! the cursor; runs of blanks are erased; a style changes by the shortest sequence. When the sample scrolls by a line,
//! this saves a third of what crossterm's backend sends. A frame is one write, between the marks of a synchronized update
//! (DEC mode 2026), which other terminals ignore; a frame without a change is no write at all.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use crate::terminal::look::Look;

/// Begins a synchronized update.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends a synchronized update.
const END: &[u8] = b"\x1b[?2026l";
/// The length of a run of blanks that is shorter to erase than to write.
const ERASED: usize = 6;

/// What a terminal shows, and the bytes that will change it.
#[derive(Debug)]
pub(super) struct Pen<W> {
    out: W,
    bytes: Vec<u8>,
    /// The cells that the terminal shows.
    shown: Buffer,
    look: Look,
    /// Where the terminal's cursor is, if that is certain.
    place: Option<Position>,
    cursor: Cursor,
}

/// Whether the reader sees the cursor, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    Hidden,
    Shown(Position),
}

impl<W: Write> Pen<W> {
    /// A pen for a blank terminal that shows its cursor.
    pub(super) fn new(out: W, size: Size) -> Self {
        Self {
            out,
            bytes: Vec::new(),
            shown: Buffer::empty(Rect::from(size)),
            look: Look::PLAIN,
            place: None,
            cursor: Cursor::Shown(Position::ORIGIN),
        }
    }

    /// Adopts a new size of the terminal.
    pub(super) fn resize(&mut self, size: Size) {
        self.shown.resize(Rect::from(size));
    }

    /// Adds a sequence to the frame; it must not move the cursor or change the look.
    pub(super) fn add(&mut self, sequence: &str) {
        self.bytes.extend_from_slice(sequence.as_bytes());
    }

    fn dress(&mut self, look: Look) {
        let change = self.look.change_to(look);
        self.add(&change);
        self.look = look;
    }

    /// Moves the cursor, or writes the cells in between again where that is shorter.
    fn go_to(&mut self, x: u16, y: u16) {
        let to = Position::new(x, y);
        if self.place == Some(to) {
            return;
        }
        let ahead = self.place.filter(|from| from.y == y && from.x < x).map(|from| x - from.x);
        let sequence = match ahead {
            Some(1) => "\x1b[C".to_owned(),
            Some(columns) => format!("\x1b[{columns}C"),
            None => format!("\x1b[{};{}H", y + 1, x + 1),
        };
        let between = ahead.and_then(|columns| self.between(x - columns, x, y));
        let shorter = between.filter(|words| words.len() <= sequence.len());
        self.add(&shorter.unwrap_or(sequence));
        self.place = Some(to);
    }

    /// The text of some columns, if it can be written again in the current look.
    fn between(&self, from: u16, to: u16, y: u16) -> Option<String> {
        let cells = (from..to).map(|x| self.shown.cell((x, y)));
        let narrow =
            cells.map(|cell| cell.filter(|c| self.look.suits(c) && has_certain_width(c.symbol())));
        narrow.map(|cell| cell.map(Cell::symbol)).collect()
    }

    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        self.go_to(x, y);
        if !self.look.suits(cell) {
            self.dress(Look::of(cell));
        }
        self.add(cell.symbol());
        self.show(x, y, cell);
        // terminals disagree about wide characters, and about the cursor behind the last column
        let is_last = x + 1 >= self.shown.area.width;
        self.place =
            (has_certain_width(cell.symbol()) && !is_last).then(|| Position::new(x + 1, y));
    }

    /// Erases so many columns from the first cell on, without moving the cursor.
    fn erase(&mut self, cells: &[(u16, u16, &Cell)], columns: u16) {
        let Some(&(x, y, first)) = cells.first() else { return };
        self.go_to(x, y);
        if !self.look.is_blank() {
            self.dress(Look::of(first));
        }
        self.add(&format!("\x1b[{columns}X"));
        for &(x, y, cell) in cells {
            self.show(x, y, cell);
        }
    }

    /// The run of blanks at the start of `cells`: how many cells, and over how many columns. Unchanged cells in between
    /// count if they are blank already.
    fn blanks(&self, cells: &[(u16, u16, &Cell)]) -> (usize, u16) {
        let Some(&(x, y, _)) = cells.first() else { return (0, 0) };
        let mut end = x;
        let run = cells.iter().take_while(|(column, row, cell)| {
            let continues = *row == y
                && is_blank(cell)
                && (end..*column).all(|x| self.shown.cell((x, y)).is_some_and(is_blank));
            if continues {
                end = column + 1;
            }
            continues
        });
        (run.count(), end - x)
    }

    fn show(&mut self, x: u16, y: u16, cell: &Cell) {
        if let Some(shown) = self.shown.cell_mut((x, y)) {
            shown.clone_from(cell);
        }
    }
}

/// Whether all terminals agree that a symbol takes one column.
fn has_certain_width(symbol: &str) -> bool {
    symbol.len() == 1 || symbol.chars().count() == 1 && symbol.width() == 1
}

/// Whether a cell shows nothing.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Look::of(cell).is_blank()
}

impl<W: Write> Backend for Pen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<_> = content.collect();
        let mut rest = cells.as_slice();
        while let Some((&(x, y, cell), behind)) = rest.split_first() {
            let (count, columns) = self.blanks(rest);
            if count >= ERASED {
                let (run, after) = rest.split_at(count);
                self.erase(run, columns);
                rest = after;
            } else {
                self.write(x, y, cell);
                rest = behind;
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor != Cursor::Hidden {
            self.add("\x1b[?25l");
            self.cursor = Cursor::Hidden;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor == Cursor::Hidden {
            self.add("\x1b[?25h");
            self.cursor = Cursor::Shown(Position::ORIGIN);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(match self.cursor {
            Cursor::Hidden => Position::ORIGIN,
            Cursor::Shown(position) => position,
        })
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        self.go_to(position.x, position.y);
        if self.cursor != Cursor::Hidden {
            self.cursor = Cursor::Shown(position);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.dress(Look::PLAIN);
        self.add("\x1b[2J");
        self.shown.reset();
        self.place = None;
        Ok(())
    }

    /// Clears everything: ratatui asks for less only if it does not own the screen.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.shown.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let whole = [BEGIN, &self.bytes, END].concat();
        self.bytes.clear();
        self.out.write_all(&whole)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::mem;

    use ratatui::style::Style;

    use super::*;

    /// The bytes that turn one row into another.
    #[track_caller]
    fn check(before: &str, after: &str, style: Style, expected: &str) {
        check_screens(&row(before, Style::new()), &row(after, style), expected);
    }

    /// The bytes that turn one screen into another.
    #[track_caller]
    fn check_screens(before: &Buffer, after: &Buffer, expected: &str) {
        let mut pen = Pen::new(Vec::new(), before.area.as_size());
        pen.draw(Buffer::empty(before.area).diff_iter(before)).unwrap();
        sent(&mut pen);
        pen.draw(before.diff_iter(after)).unwrap();
        assert_eq!(sent(&mut pen), expected);
    }

    /// The bytes of the next frame, without the marks of an update.
    fn sent(pen: &mut Pen<Vec<u8>>) -> String {
        pen.flush().unwrap();
        let sent = String::from_utf8(mem::take(&mut pen.out)).unwrap();
        let frame =
            sent.strip_prefix("\x1b[?2026h").and_then(|rest| rest.strip_suffix("\x1b[?2026l"));
        frame.unwrap_or(&sent).to_owned()
    }

    fn row(words: &str, style: Style) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, u16::try_from(words.width()).unwrap(), 1));
        buffer.set_string(0, 0, words, style);
        buffer
    }

    #[test]
    fn an_unchanged_row_costs_nothing() {
        check("It rains.", "It rains.", Style::new(), "");
    }

    #[test]
    fn a_short_gap_is_written_again_and_a_long_one_skipped() {
        check("a bc d", "x bc y", Style::new(), "\x1b[1;1Hx bc y");
        check("a bcdefghi j", "x bcdefghi y", Style::new(), "\x1b[1;1Hx\x1b[10Cy");
    }

    #[test]
    fn a_long_run_of_blanks_is_erased() {
        check("It rains.!", "It       !", Style::new(), "\x1b[1;4H\x1b[6X");
        check("It rains.", "I   ains.", Style::new(), "\x1b[1;2H   ");
    }

    #[test]
    fn a_look_is_sent_once() {
        check("ab cd", "ab cd", Style::new().bold(), "\x1b[1;1H\x1b[1mab cd");
    }

    #[test]
    fn after_a_wide_character_the_cursor_is_placed_again() {
        check("日本ab", "月本xb", Style::new(), "\x1b[1;1H月\x1b[1;5Hx");
    }

    #[test]
    fn a_gap_is_written_again_only_in_the_same_look() {
        check("a“b", "x“y", Style::new(), "\x1b[1;1Hx“y");
        check("ae\u{301}b", "xe\u{301}y", Style::new(), "\x1b[1;1Hx\x1b[Cy");
        let (mut before, mut after) = (row("abc", Style::new()), row("xby", Style::new()));
        for screen in [&mut before, &mut after] {
            screen.set_string(1, 0, "b", Style::new().bold());
        }
        check_screens(&before, &after, "\x1b[1;1Hx\x1b[Cy");
    }

    #[test]
    fn a_letter_beyond_ascii_moves_the_cursor_too() {
        check("éa", "üb", Style::new(), "\x1b[1;1Hüb");
    }

    #[test]
    fn a_run_of_blanks_may_pass_over_blanks_that_stay() {
        check("abc   def!", "         !", Style::new(), "\x1b[1;1H\x1b[9X");
        check("abcxdef!", "   x   !", Style::new(), "\x1b[1;1H   x   ");
    }

    #[test]
    fn a_run_of_blanks_ends_with_its_row() {
        let lines = Buffer::with_lines(["abcde", "fghij"]);
        check_screens(&lines, &Buffer::empty(lines.area), "\x1b[1;1H     \x1b[2;1H     ");
    }

    #[test]
    fn blanks_with_a_background_are_written() {
        check("abcdef", "      ", Style::new().on_red(), "\x1b[1;1H\x1b[41m      ");
    }

    #[test]
    fn blanks_are_erased_in_a_plain_look() {
        let mut after = row("ab      ", Style::new());
        after.set_string(0, 0, "ab", Style::new().underlined());
        let expected = "\x1b[1;1H\x1b[4mab\x1b[m\x1b[6X";
        check_screens(&row("abcdefgh", Style::new()), &after, expected);
    }

    #[test]
    fn the_cursor_is_placed_again_after_the_last_column() {
        let mut pen = Pen::new(Vec::new(), Size::new(3, 1));
        let lines = Buffer::with_lines(["abc"]);
        pen.draw(Buffer::empty(lines.area).diff_iter(&lines)).unwrap();
        pen.resize(Size::new(5, 1));
        sent(&mut pen);
        pen.draw(std::iter::once((3, 0, &Cell::new("d")))).unwrap();
        assert_eq!(sent(&mut pen), "\x1b[1;4Hd");
    }

    #[test]
    fn the_cursor_changes_only_when_it_must() {
        let mut pen = Pen::new(Vec::new(), Size::new(9, 2));
        pen.show_cursor().unwrap();
        assert_eq!(sent(&mut pen), "");
        pen.hide_cursor().unwrap();
        pen.hide_cursor().unwrap();
        assert_eq!(sent(&mut pen), "\x1b[?25l");
        pen.set_cursor_position((4, 1)).unwrap();
        pen.set_cursor_position((4, 1)).unwrap();
        assert_eq!(sent(&mut pen), "\x1b[2;5H");
        assert_eq!(pen.get_cursor_position().unwrap(), Position::ORIGIN);
        pen.show_cursor().unwrap();
        pen.set_cursor_position((4, 1)).unwrap();
        assert_eq!(sent(&mut pen), "\x1b[?25h");
        assert_eq!(pen.get_cursor_position().unwrap(), Position::new(4, 1));
    }

    #[test]
    fn a_clear_screen_is_plain_and_blank() {
        let mut pen = Pen::new(Vec::new(), Size::new(3, 1));
        let bold = row("abc", Style::new().bold());
        pen.draw(Buffer::empty(bold.area).diff_iter(&bold)).unwrap();
        sent(&mut pen);
        pen.clear_region(ClearType::All).unwrap();
        assert_eq!(sent(&mut pen), "\x1b[m\x1b[2J");
        pen.draw(Buffer::empty(bold.area).diff_iter(&bold)).unwrap();
        assert_eq!(sent(&mut pen), "\x1b[1;1H\x1b[1mabc");
        assert_eq!(pen.window_size().unwrap().columns_rows, Size::new(3, 1));
    }

    #[test]
    fn another_row_needs_an_absolute_position() {
        let (before, after) = (["a   ", "   b"], ["x   ", "   y"]);
        let (before, after) = (Buffer::with_lines(before), Buffer::with_lines(after));
        check_screens(&before, &after, "\x1b[1;1Hx\x1b[2;4Hy");
    }
}
