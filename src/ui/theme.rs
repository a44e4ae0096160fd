//! Styles by role. Colors are named here and nowhere else.
//!
//! Hues are those of Okabe and Ito, which people tell apart with any color vision, in one shade for dark and one for
//! light backgrounds, each with a contrast of at least 4.5 to 1 (WCAG 2). Body text and background stay the
//! terminal's own. Four speakers have a hue, all have a letter, and every state has weight, underline or reverse
//! too, so that the mono theme loses nothing.

use ratatui::style::{Color, Modifier, Style};

use crate::app::theme_name::ThemeName;

/// How many colors the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// All.
    True,
}

/// Styles by role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    speakers: [Style; 4],
    /// What the search or the list of entities points at.
    pub name: Style,
    /// The program's name, and the title of the list that has the focus.
    pub title: Style,
    /// Another list's title.
    pub other_title: Style,
    /// What is looked at.
    pub selected: Style,
    /// What is beside the point.
    pub quiet: Style,
    /// A headline.
    pub headline: Style,
    /// The words that name who speaks.
    pub source: Style,
    /// The words that tell that something was said.
    pub cue: Style,
    /// What somebody said, where no quotation marks show it.
    pub indirect: Style,
    /// The ticks of the scrollbar.
    pub tick: Style,
}

/// A hue in its shades: RGB, its number in the 256 colors, and its name in the sixteen.
struct Hue {
    dark: (u32, u8),
    light: (u32, u8),
    sixteen: Color,
}

/// Blue, vermillion, purple, green, from research/terminal-anchors, section 5; contrast in the test below.
/// Of the sixteen colors plain blue is too dark for a dark background, so it is left out.
const SPEAKERS: [Hue; 4] = [
    Hue { dark: (0x0056_B4E9, 74), light: (0x001B_6CA8, 25), sixteen: Color::Magenta },
    Hue { dark: (0x00F0_8030, 209), light: (0x00A8_4300, 130), sixteen: Color::Cyan },
    Hue { dark: (0x00DB_96BD, 175), light: (0x0093_406E, 126), sixteen: Color::Green },
    Hue { dark: (0x002F_BF94, 36), light: (0x0000_694D, 29), sixteen: Color::Red },
];

impl Theme {
    /// The theme of that name in so many colors.
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        let plain = Style::new();
        Self {
            speakers: SPEAKERS.map(|hue| match hue.shade(name, depth) {
                Some(color) => plain.fg(color),
                None => plain,
            }),
            name: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            title: plain.add_modifier(Modifier::BOLD),
            other_title: plain,
            selected: plain.add_modifier(Modifier::REVERSED),
            quiet: plain,
            headline: plain.add_modifier(Modifier::BOLD),
            source: plain.add_modifier(Modifier::BOLD),
            cue: plain.add_modifier(Modifier::ITALIC),
            indirect: plain.add_modifier(Modifier::UNDERLINED),
            tick: plain,
        }
    }

    /// The style of the speaker at a place of the order; all behind the fourth share the body's.
    pub fn speaker(&self, place: usize) -> Style {
        self.speakers.get(place).copied().unwrap_or_default()
    }
}

impl Hue {
    fn shade(&self, name: ThemeName, depth: Depth) -> Option<Color> {
        let (rgb, index) = match name {
            ThemeName::Mono => return None,
            ThemeName::Terminal => return Some(self.sixteen),
            ThemeName::Dark => self.dark,
            ThemeName::Light => self.light,
        };
        Some(match depth {
            Depth::Sixteen => self.sixteen,
            Depth::Indexed => Color::Indexed(index),
            Depth::True => Color::from_u32(rgb),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, by WCAG 2.
    fn luminance(rgb: u32) -> f64 {
        let channel = |shift: u32| {
            let share = f64::from((rgb >> shift) & 0xFF) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_hue_can_be_read_on_its_background() {
        for hue in SPEAKERS {
            assert!(contrast(hue.dark.0, 0x001E_1E1E) >= 4.5, "{:x}", hue.dark.0);
            assert!(contrast(hue.light.0, 0x00FF_FFFF) >= 4.5, "{:x}", hue.light.0);
        }
    }

    #[test]
    fn without_colors_every_role_but_the_body_has_its_look() {
        let theme = Theme::new(ThemeName::Mono, Depth::True);
        let roles =
            [theme.selected, theme.name, theme.title, theme.source, theme.cue, theme.indirect];
        assert!(roles.iter().all(|style| !style.add_modifier.is_empty() && style.fg.is_none()));
    }
}
