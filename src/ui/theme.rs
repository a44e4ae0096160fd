//! Styles by role. Colors are named here and nowhere else.
//!
//! Hues are those of Okabe and Ito, which people tell apart with any color vision, in one shade for dark and one for
//! light backgrounds, each with a contrast of at least 4.5 to 1 (WCAG 2). Body text and background stay the
//! terminal's own. Four speakers have a hue, all have a letter, and every state has weight, underline or reverse
//! too, so that the mono theme loses nothing.

use ratatui::style::{Color, Modifier, Style};

use crate::annotation::billing::Billing;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::theme_name::ThemeName;

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
    /// A hit of the search.
    pub hit: Style,
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

/// A hue in its shades, by what is behind the text.
struct Hue {
    dark: Shade,
    light: Shade,
    /// Its name in the sixteen where the background is not known.
    unknown: Color,
}

/// A shade: RGB, its number in the 256 colors, and its name in the sixteen.
struct Shade {
    rgb: u32,
    index: u8,
    sixteen: Color,
}

/// Blue, vermillion, purple, green, from research/terminal-anchors, section 5; contrast in the test below. Of the sixteen
/// colors those that can be read on a background stand in for them; of the dark ones only three can, so the
/// fourth speaker on a light background has the body's color. Plain blue is too dark for a background not known.
const SPEAKERS: [Hue; 4] = [
    Hue {
        dark: shade(0x0056_B4E9, 74, Color::LightCyan),
        light: shade(0x001B_6CA8, 25, Color::Blue),
        unknown: Color::Magenta,
    },
    Hue {
        dark: shade(0x00F0_8030, 209, Color::LightYellow),
        light: shade(0x00A8_4300, 130, Color::Red),
        unknown: Color::Cyan,
    },
    Hue {
        dark: shade(0x00DB_96BD, 175, Color::LightMagenta),
        light: shade(0x0093_406E, 126, Color::Magenta),
        unknown: Color::Green,
    },
    Hue {
        dark: shade(0x002F_BF94, 36, Color::LightGreen),
        light: shade(0x0000_694D, 29, Color::Reset),
        unknown: Color::Red,
    },
];

/// The yellow of Okabe and Ito, and its number in the 256 colors.
const HIT: (u32, u8) = (0x00F0_E442, 227);
/// The least contrast that a shade may have on a background that it was not made for (WCAG 2, for large text).
const LEAST_CONTRAST: f64 = 3.0;

const fn shade(rgb: u32, index: u8, sixteen: Color) -> Shade {
    Shade { rgb, index, sixteen }
}

/// The theme whose speakers stand out best from a background, red, green and blue; that of the terminal's own
/// colors where no other can be read.
pub fn fitting(background: u32) -> ThemeName {
    let least = |shade: fn(&Hue) -> u32| {
        SPEAKERS.iter().map(|hue| contrast(shade(hue), background)).fold(f64::INFINITY, f64::min)
    };
    let (dark, light) = (least(|hue| hue.dark.rgb), least(|hue| hue.light.rgb));
    if dark.max(light) < LEAST_CONTRAST {
        ThemeName::Terminal
    } else if dark > light {
        ThemeName::Dark
    } else {
        ThemeName::Light
    }
}

/// The contrast of two colors, by WCAG 2: 1 to 21.
fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance, by WCAG 2.
fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let share = f64::from((rgb >> shift) & 0xFF) / 255.0;
        if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

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
            hit: hit(name, depth),
            selected: plain.add_modifier(Modifier::REVERSED),
            quiet: plain,
            headline: plain.add_modifier(Modifier::BOLD),
            source: plain.add_modifier(Modifier::BOLD),
            cue: plain.add_modifier(Modifier::ITALIC),
            indirect: plain.add_modifier(Modifier::UNDERLINED),
            tick: plain,
        }
    }

    /// The style of a speaker's words; an unknown speaker, and all after the fourth, have the body's.
    pub fn speaker(&self, speaker: Option<SpeakerId>, billing: &Billing) -> Style {
        let style = speaker.and_then(|id| self.speakers.get(billing.place(id)));
        style.copied().unwrap_or_default()
    }
}

/// Black on yellow in any theme with colors, for a pen of that kind marks paper too; the contrast is tested below.
fn hit(name: ThemeName, depth: Depth) -> Style {
    let plain = Style::new();
    match (name, depth) {
        (ThemeName::Mono, _) => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        (_, Depth::Sixteen) => plain.fg(Color::Black).bg(Color::Yellow),
        (_, Depth::Indexed) => plain.fg(Color::Indexed(16)).bg(Color::Indexed(HIT.1)),
        (_, Depth::True) => plain.fg(Color::from_u32(0)).bg(Color::from_u32(HIT.0)),
    }
}

impl Hue {
    fn shade(&self, name: ThemeName, depth: Depth) -> Option<Color> {
        let shade = match name {
            ThemeName::Mono => return None,
            ThemeName::Terminal => return Some(self.unknown),
            ThemeName::Dark => &self.dark,
            ThemeName::Light => &self.light,
        };
        Some(match depth {
            Depth::Sixteen => shade.sixteen,
            Depth::Indexed => Color::Indexed(shade.index),
            Depth::True => Color::from_u32(shade.rgb),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The backgrounds that the shades are made for.
    const DARK: u32 = 0x001E_1E1E;
    const LIGHT: u32 = 0x00FF_FFFF;
    /// The sixteen colors of xterm as its manual has them, those of the themes.
    const XTERM: [(Color, u32); 8] = [
        (Color::Red, 0x00CD_0000),
        (Color::Blue, 0x0000_00EE),
        (Color::Magenta, 0x00CD_00CD),
        (Color::LightGreen, 0x0000_FF00),
        (Color::LightYellow, 0x00FF_FF00),
        (Color::LightMagenta, 0x00FF_00FF),
        (Color::LightCyan, 0x0000_FFFF),
        (Color::Reset, 0),
    ];
    /// The six levels of a channel in xterm's cube of 216 colors, which begins at 16.
    const LEVELS: [u32; 6] = [0, 95, 135, 175, 215, 255];

    fn cube(index: u8) -> u32 {
        let index = usize::from(index - 16);
        LEVELS[index / 36] << 16 | LEVELS[index / 6 % 6] << 8 | LEVELS[index % 6]
    }

    #[track_caller]
    fn check(shade: &Shade, background: u32, least: f64) {
        let (_, sixteen) = XTERM.iter().find(|(color, _)| *color == shade.sixteen).unwrap();
        for color in [shade.rgb, cube(shade.index), *sixteen] {
            let contrast = contrast(color, background);
            assert!(contrast >= least, "{color:06x} on {background:06x}: {contrast:.2}");
        }
    }

    #[test]
    fn every_shade_can_be_read_on_its_background_in_any_depth() {
        for hue in SPEAKERS {
            check(&hue.dark, DARK, 4.5);
            check(&hue.light, LIGHT, 4.5);
        }
    }

    #[test]
    fn a_hit_can_be_read() {
        // the last is the yellow of xterm's sixteen
        for yellow in [HIT.0, cube(HIT.1), 0x00CD_CD00] {
            assert!(contrast(0, yellow) >= 4.5, "{yellow:06x}");
        }
    }

    #[test]
    fn a_background_gets_the_theme_that_can_be_read_on_it() {
        for (background, theme) in [
            (0, ThemeName::Dark),
            (DARK, ThemeName::Dark),
            (LIGHT, ThemeName::Light),
            (0x0000_2B36, ThemeName::Dark),  // solarized dark
            (0x00FD_F6E3, ThemeName::Light), // solarized light
            (0x0080_8080, ThemeName::Terminal),
        ] {
            assert_eq!(fitting(background), theme, "{background:06x}");
        }
    }

    #[test]
    fn without_colors_every_role_but_the_body_has_its_look() {
        let theme = Theme::new(ThemeName::Mono, Depth::True);
        let roles = [
            theme.selected,
            theme.hit,
            theme.name,
            theme.title,
            theme.source,
            theme.cue,
            theme.indirect,
        ];
        assert!(roles.iter().all(|style| !style.add_modifier.is_empty() && style.fg.is_none()));
    }
}
