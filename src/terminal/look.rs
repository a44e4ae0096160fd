//! The look of a cell, and the shortest sequence from one look to the next.
//!
//! The sequences are "select graphic rendition" of ECMA-48. The sixteen colors use the numbers that every terminal knows
//! (30 to 37, 90 to 97), not their places among the 256.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Modifiers with the numbers that set and reset them.
const MODIFIERS: [(Modifier, u8, u8); 7] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];
/// Modifiers that show on a blank.
const ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);
/// The numbers of text and background colors.
const TEXT: ColorNumbers = ColorNumbers { first: 30, bright: 90, any: 38, none: 39 };
const BACKGROUND: ColorNumbers = ColorNumbers { first: 40, bright: 100, any: 48, none: 49 };

/// The colors and modifiers of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// The numbers of colors, for text or background: the first eight, the bright eight, all others, and none.
struct ColorNumbers {
    first: u8,
    bright: u8,
    any: u8,
    none: u8,
}

impl Look {
    /// The look after a reset.
    pub(super) const PLAIN: Self =
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The look of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether blanks of this look show nothing.
    pub(super) fn is_blank(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(ON_BLANKS)
    }

    /// Whether a cell can be written in this look. The color of a blank does not show.
    pub(super) fn suits(self, cell: &Cell) -> bool {
        let wanted = Self::of(cell);
        self == wanted || cell.symbol() == " " && self.is_blank() && wanted.is_blank()
    }

    /// The sequence that changes this look to `wanted`; empty if they are the same.
    pub(super) fn change_to(self, wanted: Self) -> String {
        if self == wanted {
            return String::new();
        }
        let added = wanted.added_to(Self::PLAIN);
        let reset = if added.is_empty() { String::new() } else { format!("0;{added}") };
        let parts = self.without_reset(wanted).filter(|parts| parts.len() < reset.len());
        format!("\x1b[{}m", parts.unwrap_or(reset))
    }

    /// The numbers that add the modifiers and colors of this look to `other`.
    fn added_to(self, other: Self) -> String {
        let added = self.modifier - other.modifier;
        let modifiers = MODIFIERS.iter().filter(|(modifier, ..)| added.contains(*modifier));
        let mut parts: Vec<String> = modifiers.map(|(_, on, _)| on.to_string()).collect();
        parts.extend((self.fg != other.fg).then(|| TEXT.of(self.fg)));
        parts.extend((self.bg != other.bg).then(|| BACKGROUND.of(self.bg)));
        parts.join(";")
    }

    /// The numbers that change this look to `wanted` without a full reset. Bold and dim share a number, so one of them
    /// cannot be reset alone.
    fn without_reset(self, wanted: Self) -> Option<String> {
        let gone = self.modifier - wanted.modifier;
        let weights = Modifier::BOLD | Modifier::DIM;
        if gone.intersects(weights) && wanted.modifier.intersects(weights) {
            return None;
        }
        let modifiers = MODIFIERS.iter().filter(|(modifier, ..)| gone.contains(*modifier));
        let mut parts: Vec<String> = modifiers.map(|(.., off)| off.to_string()).collect();
        let added = wanted.added_to(self);
        parts.extend((!added.is_empty()).then_some(added));
        Some(parts.join(";"))
    }
}

impl ColorNumbers {
    fn of(&self, color: Color) -> String {
        let index = match color {
            Color::Reset => return self.none.to_string(),
            Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", self.any),
            Color::Indexed(index) => return format!("{};5;{index}", self.any),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        let number = if index < 8 { self.first + index } else { self.bright + index - 8 };
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn look(style: Style) -> Look {
        let mut cell = Cell::new("x");
        cell.set_style(style);
        Look::of(&cell)
    }

    #[track_caller]
    fn check(from: Style, to: Style, expected: &str) {
        assert_eq!(look(from).change_to(look(to)), expected);
    }

    #[test]
    fn the_same_look_costs_nothing() {
        check(Style::new().bold(), Style::new().bold(), "");
    }

    #[test]
    fn the_shortest_sequence_wins() {
        check(Style::new(), Style::new().bold().red(), "\x1b[1;31m");
        check(Style::new().bold().red(), Style::new(), "\x1b[m");
        check(Style::new().underlined().red(), Style::new().red(), "\x1b[24m");
        check(Style::new().underlined().red(), Style::new().italic(), "\x1b[0;3m");
        check(Style::new().red(), Style::new().light_cyan().on_yellow(), "\x1b[96;43m");
    }

    #[test]
    fn bold_and_dim_are_reset_together() {
        check(Style::new().bold().dim(), Style::new().bold(), "\x1b[0;1m");
    }

    #[test]
    fn every_depth_of_color_has_its_sequence() {
        check(Style::new(), Style::new().fg(Color::Indexed(74)), "\x1b[38;5;74m");
        check(Style::new(), Style::new().bg(Color::Rgb(1, 2, 3)), "\x1b[48;2;1;2;3m");
    }

    #[test]
    fn a_blank_does_not_show_the_color_of_its_text() {
        assert!(look(Style::new().red().bold()).suits(&Cell::new(" ")));
        assert!(!look(Style::new().reversed()).suits(&Cell::new(" ")));
        assert!(!look(Style::new().red()).suits(&Cell::new("x")));
    }

    #[test]
    fn a_full_reset_wins_at_the_same_length() {
        let kept = Style::new().bold().italic();
        check(kept.underlined().red(), kept, "\x1b[0;1;3m");
    }

    #[test]
    fn bold_and_dim_alone_need_no_full_reset() {
        check(Style::new().bold().red(), Style::new().red(), "\x1b[22m");
        check(Style::new().dim().red(), Style::new().red(), "\x1b[22m");
        check(Style::new().red(), Style::new().red().bold(), "\x1b[1m");
        check(Style::new().bold().red(), Style::new().bold(), "\x1b[39m");
        check(Style::new().bold().on_red(), Style::new().bold(), "\x1b[49m");
    }

    #[test]
    fn the_sixteen_colors_have_numbers_of_their_own() {
        for (color, text, background) in [
            (Color::Black, 30, 40),
            (Color::Red, 31, 41),
            (Color::Green, 32, 42),
            (Color::Yellow, 33, 43),
            (Color::Blue, 34, 44),
            (Color::Magenta, 35, 45),
            (Color::Cyan, 36, 46),
            (Color::Gray, 37, 47),
            (Color::DarkGray, 90, 100),
            (Color::LightRed, 91, 101),
            (Color::LightGreen, 92, 102),
            (Color::LightYellow, 93, 103),
            (Color::LightBlue, 94, 104),
            (Color::LightMagenta, 95, 105),
            (Color::LightCyan, 96, 106),
            (Color::White, 97, 107),
        ] {
            check(Style::new(), Style::new().fg(color), &format!("\x1b[{text}m"));
            check(Style::new(), Style::new().bg(color), &format!("\x1b[{background}m"));
        }
    }

    #[test]
    fn every_modifier_has_its_numbers() {
        for (modifier, on, off) in [
            (Modifier::BOLD, 1, 22),
            (Modifier::DIM, 2, 22),
            (Modifier::ITALIC, 3, 23),
            (Modifier::UNDERLINED, 4, 24),
            (Modifier::SLOW_BLINK, 5, 25),
            (Modifier::REVERSED, 7, 27),
            (Modifier::CROSSED_OUT, 9, 29),
        ] {
            let (plain, styled) = (Style::new().red(), Style::new().red().add_modifier(modifier));
            check(plain, styled, &format!("\x1b[{on}m"));
            check(styled, plain, &format!("\x1b[{off}m"));
        }
    }

    #[test]
    fn a_blank_shows_its_background_and_its_lines() {
        let mut marked = Cell::new(" ");
        for style in [Style::new().on_red(), Style::new().underlined(), Style::new().crossed_out()]
        {
            assert!(!look(style).suits(&Cell::new(" ")), "{style:?}");
            marked.set_style(style);
            assert!(!Look::PLAIN.suits(&marked), "{style:?}");
            assert!(look(style).suits(&marked), "{style:?}");
            marked.reset();
            marked.set_symbol(" ");
        }
    }
}
