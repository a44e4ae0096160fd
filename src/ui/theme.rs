//! Styles by role. Colors are named here and nowhere else.
//!
//! The hues are those of Okabe and Ito, which can be distinguished with any color vision. Each has a shade for dark
//! backgrounds and one for light ones, with a contrast of at least 4.5 to 1 (WCAG 2). Body text and background keep the
//! terminal's colors. Only four speakers have a hue, but all have a letter, and every role also has weight, underline or
//! reverse, so that the mono theme loses nothing.

use ratatui::style::{Color, Modifier, Style};

use crate::annotation::billing::Billing;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::theme_name::ThemeName;

/// How many colors the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen of the terminal's palette.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// All 24-bit colors.
    True,
}

/// Styles by role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    speakers: [Style; 4],
    /// A name, while the list of entities is shown.
    pub name: Style,
    /// The program's name, titles, and the title of the shown list.
    pub title: Style,
    /// The title of a list that is not shown.
    pub other_title: Style,
    /// A hit of the search.
    pub hit: Style,
    /// The current stop and the row with the cursor.
    pub selected: Style,
    /// Hints and labels.
    pub quiet: Style,
    /// A headline.
    pub headline: Style,
    /// The words that name who speaks.
    pub source: Style,
    /// The words that say that something was said.
    pub cue: Style,
    /// A quote that is not all in quotation marks.
    pub indirect: Style,
    /// The signs of the scrollbar.
    pub tick: Style,
}

/// A hue in its shades for different backgrounds.
struct Hue {
    dark: Shade,
    light: Shade,
    /// The nearest of the sixteen colors, for a background that is not known.
    unknown: Color,
}

/// A shade as RGB, as a number of the 256 colors, and as one of the sixteen.
struct Shade {
    rgb: u32,
    index: u8,
    sixteen: Color,
}

/// Blue, vermilion, purple and green. With sixteen colors, those that can be read on the background replace them. Only
/// three dark ones can, so the fourth speaker on a light background has the body's color. Plain blue is too dark for an
/// unknown background.
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
/// The least contrast of a shade with a background that it was not made for (WCAG 2, for large text).
const LEAST_CONTRAST: f64 = 3.0;

const fn shade(rgb: u32, index: u8, sixteen: Color) -> Shade {
    Shade { rgb, index, sixteen }
}

/// The theme whose speakers contrast best with a background in RGB; the terminal's own colors if neither the dark nor the
/// light theme can be read on it.
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

/// The contrast of two colors by WCAG 2, from 1 to 21.
fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance by WCAG 2.
fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let share = f64::from((rgb >> shift) & 0xFF) / 255.0;
        if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

impl Theme {
    /// The theme of that name for a terminal with that many colors.
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

/// Black on yellow, like a highlighter, in any theme with colors.
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
    use crate::ui::example;

    /// The backgrounds that the shades were made for.
    const DARK: u32 = 0x001E_1E1E;
    const LIGHT: u32 = 0x00FF_FFFF;
    /// Colors of the themes among the sixteen of xterm, by its manual.
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
    /// The six levels of a channel in xterm's cube of 216 colors, which starts at number 16.
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

    #[test]
    fn contrast_is_that_of_wcag() {
        let colors = [0x00FF_FFFF, 0x00FF_0000, 0x0000_FF00, 0x0000_00FF, 0x000A_0A0A, 0];
        let contrasts = colors.map(|color| format!("{:.2}", contrast(color, 0)));
        assert_eq!(contrasts, ["21.00", "5.25", "15.30", "2.44", "1.06", "1.00"]);
        assert!((contrast(0, 0x00FF_FFFF) - 21.0).abs() < 0.01);
    }

    #[test]
    fn a_theme_has_its_shades_in_the_colors_that_there_are() {
        let first = |name, depth| Theme::new(name, depth).speakers[0].fg;
        let (dark, light) = (ThemeName::Dark, ThemeName::Light);
        assert_eq!(first(dark, Depth::Sixteen), Some(Color::LightCyan));
        assert_eq!(first(dark, Depth::Indexed), Some(Color::Indexed(74)));
        assert_eq!(first(dark, Depth::True), Some(Color::Rgb(0x56, 0xB4, 0xE9)));
        assert_eq!(first(light, Depth::Sixteen), Some(Color::Blue));
        assert_eq!(first(light, Depth::Indexed), Some(Color::Indexed(25)));
        assert_eq!(first(light, Depth::True), Some(Color::Rgb(0x1B, 0x6C, 0xA8)));
        assert_eq!(first(ThemeName::Terminal, Depth::True), Some(Color::Magenta));
        assert_eq!(first(ThemeName::Mono, Depth::True), None);
    }

    #[test]
    fn a_hit_is_yellow_in_the_colors_that_there_are() {
        let hit = |depth| {
            let hit = Theme::new(ThemeName::Terminal, depth).hit;
            (hit.fg.unwrap(), hit.bg.unwrap())
        };
        assert_eq!(hit(Depth::Sixteen), (Color::Black, Color::Yellow));
        assert_eq!(hit(Depth::Indexed), (Color::Indexed(16), Color::Indexed(227)));
        assert_eq!(hit(Depth::True), (Color::Rgb(0, 0, 0), Color::Rgb(0xF0, 0xE4, 0x42)));
    }

    #[test]
    fn four_speakers_have_a_hue_and_the_others_the_color_of_the_body() {
        let theme = Theme::new(ThemeName::Dark, Depth::True);
        let known = example::known();
        let order = known.billing.order().iter().map(|billed| Some(billed.speaker));
        let styles: Vec<Style> = order.map(|id| theme.speaker(id, &known.billing)).collect();
        assert_eq!(styles, theme.speakers[..3]);
        assert_eq!(theme.speaker(None, &known.billing), Style::new());
        let stranger = Some(SpeakerId::at(9));
        assert_eq!(theme.speaker(stranger, &known.billing), Style::new());
    }
}
