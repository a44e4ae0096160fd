//! Spells a frame in ASCII, for terminals that show nothing else.

use ratatui::buffer::{Buffer, Cell};

use crate::text::ascii;

/// Spells every cell, keeping its style.
pub fn spell(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for column in 0..row.len() {
            let (_, cells) = row.split_at_mut(column);
            spell_first(cells);
        }
    }
}

/// Spells the first of these cells. The letters of a wide character continue into the cells behind it, which ratatui leaves
/// blank.
fn spell_first(cells: &mut [Cell]) {
    let Some(first) = cells.first_mut().filter(|cell| !cell.symbol().is_ascii()) else { return };
    let style = first.style();
    let letters = ascii::spell(first.symbol());
    first.set_char(' ');
    for (cell, letter) in cells.iter_mut().zip(letters.chars()) {
        cell.set_char(letter).set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::annotation::quote::Voice;
    use crate::ui::words::sign;

    #[track_caller]
    fn check(words: &str, width: u16, expected: &[&str]) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        buffer.set_string(0, 0, words, Style::new());
        spell(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(expected.iter().copied()));
    }

    #[test]
    fn every_cell_is_spelled() {
        check("▌Zoë · “日本”", 14, &["=Zoe . \"????\" "]);
    }

    #[test]
    fn a_wide_character_stays_in_its_row() {
        check("ab日", 4, &["ab??"]);
        check("ab日", 3, &["ab "]);
    }

    #[test]
    fn all_letters_of_a_character_have_its_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, "日", Style::new().fg(Color::Red));
        spell(&mut buffer);
        let colors: Vec<Color> = buffer.content.iter().map(|cell| cell.fg).collect();
        assert_eq!(colors, [Color::Red, Color::Red, Color::Reset]);
    }

    #[test]
    fn every_voice_has_its_own_sign() {
        let signs = [Voice::Direct, Voice::Mixed, Voice::Indirect].map(sign);
        assert_eq!(signs.map(ascii::spell), ["\"", "=", "~"]);
    }
}
