//! What the reader is set to: joined from flags, the configuration file and the environment.
//!
//! A flag wins over the file, and what both leave open is told by the environment. All of it is pure, so that a test can
//! play any terminal.

use std::error::Error;
use std::fmt;
use std::ops::RangeInclusive;

use clap::{Args, ValueEnum};

use crate::app::keys::bound::Keymap;
use crate::app::state::panes::Measure;
use crate::app::state::preferences::{Detail, FIRST_MEASURE, Spelling};
use crate::app::state::theme_name::ThemeName;
use crate::cli::world::environment::Environment;
use crate::terminal::setup::{Background, Mouse};
use crate::ui::theme::Depth;

/// Columns that a text may be set in.
const COLUMNS: RangeInclusive<i64> = 20..=400;

/// What the reader is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The colors.
    pub theme: ThemeName,
    /// Whether the terminal is asked what is behind its text.
    pub background: Background,
    /// How many colors there are to draw with.
    pub color: Depth,
    /// The width of the text.
    pub width: Measure,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// How much is drawn.
    pub detail: Detail,
    /// The signs to draw with.
    pub spelling: Spelling,
    /// What the keys do.
    pub keymap: Keymap,
}

/// What somebody has chosen; nothing where they have not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The colors.
    pub theme: Option<ThemeChoice>,
    /// How many colors.
    pub color: Option<ColorChoice>,
    /// The width of the text.
    pub width: Option<Measure>,
    /// Whether the mouse is listened to.
    pub mouse: Option<Mouse>,
    /// How much is drawn.
    pub detail: Option<Detail>,
    /// The signs to draw with.
    pub spelling: Option<Spelling>,
}

/// The flags that choose.
#[derive(Clone, Copy, Debug, Args)]
pub struct SettingArgs {
    /// The colors; auto if not given
    #[arg(long, value_enum)]
    theme: Option<ThemeChoice>,
    /// How many colors; auto if not given
    #[arg(long, value_enum)]
    color: Option<ColorChoice>,
    /// The width of the text: columns from 20 to 400, or full; 66 if not given
    #[arg(long, value_name = "COLUMNS|full", value_parser = measure)]
    width: Option<Measure>,
    /// Listen to the mouse: the wheel scrolls, a click goes to a quote or a row
    #[arg(long)]
    mouse: bool,
    /// Send little, for slow lines: one pane, no scrollbar, no bars, and moves by the page
    #[arg(long)]
    low_bandwidth: bool,
    /// Draw with the signs of ASCII alone
    #[arg(long)]
    ascii: bool,
}

/// The colors to draw in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// What NO_COLOR, COLORFGBG and the terminal itself tell
    Auto,
    /// The terminal's own sixteen colors
    Terminal,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
    /// Without colors
    Mono,
}

/// How many colors to draw with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// What NO_COLOR, COLORTERM and TERM tell
    Auto,
    /// None
    Never,
    /// The sixteen of the terminal's own palette
    #[value(name = "16")]
    Sixteen,
    /// The 256 of xterm
    #[value(name = "256")]
    Indexed,
    /// All
    #[value(name = "truecolor")]
    True,
}

/// Something that is no width of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WidthError;

impl fmt::Display for WidthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = COLUMNS.into_inner();
        write!(f, "a width is a number of columns from {least} to {most}, or “full”")
    }
}

impl Error for WidthError {}

impl Settings {
    /// Joins what was chosen with what the environment tells.
    pub fn join(flags: Choices, file: Choices, keymap: Keymap, environment: &Environment) -> Self {
        let width = flags.width.or(file.width);
        let theme = theme(flags, file, environment);
        // a console of the kernel has no answer, and shows the question
        let is_open = theme == ThemeName::Terminal
            && chosen(flags, file) == ThemeChoice::Auto
            && environment.told("TERM") != "linux";
        Self {
            theme,
            background: if is_open { Background::Asked } else { Background::Chosen },
            color: depth(color(flags, file), environment),
            width: width.unwrap_or(Measure::Columns(FIRST_MEASURE)),
            mouse: flags.mouse.or(file.mouse).unwrap_or_default(),
            detail: flags.detail.or(file.detail).unwrap_or_default(),
            spelling: flags.spelling.or(file.spelling).unwrap_or_else(|| spelling(environment)),
            keymap,
        }
    }
}

impl SettingArgs {
    /// Whether the signs of ASCII are asked for, whatever the locale.
    pub fn asks_for_ascii(&self) -> bool {
        self.ascii
    }

    /// What the flags choose.
    pub fn choices(&self) -> Choices {
        Choices {
            theme: self.theme,
            color: self.color,
            width: self.width,
            mouse: self.mouse.then_some(Mouse::On),
            detail: self.low_bandwidth.then_some(Detail::Lean),
            spelling: self.ascii.then_some(Spelling::Ascii),
        }
    }
}

fn color(flags: Choices, file: Choices) -> ColorChoice {
    flags.color.or(file.color).unwrap_or(ColorChoice::Auto)
}

fn chosen(flags: Choices, file: Choices) -> ThemeChoice {
    flags.theme.or(file.theme).unwrap_or(ThemeChoice::Auto)
}

fn theme(flags: Choices, file: Choices, environment: &Environment) -> ThemeName {
    if !is_colored(flags, file, environment) {
        return ThemeName::Mono;
    }
    match chosen(flags, file) {
        ThemeChoice::Terminal => ThemeName::Terminal,
        ThemeChoice::Dark => ThemeName::Dark,
        ThemeChoice::Light => ThemeName::Light,
        ThemeChoice::Mono => ThemeName::Mono,
        ThemeChoice::Auto => background(environment).unwrap_or(ThemeName::Terminal),
    }
}

/// Whether colors are wanted at all. Against NO_COLOR stands who asks for colors (no-color.org): by their number, or by a
/// theme for this call; a theme in the file only says which ones, if there are any.
fn is_colored(flags: Choices, file: Choices, environment: &Environment) -> bool {
    match color(flags, file) {
        ColorChoice::Never => false,
        ColorChoice::Sixteen | ColorChoice::Indexed | ColorChoice::True => true,
        ColorChoice::Auto => {
            let asked = flags.theme.is_some_and(|theme| theme != ThemeChoice::Auto);
            asked || !environment.is_set("NO_COLOR")
        }
    }
}

/// The background by COLORFGBG, whose last number is its color: 7 and 15 are the light ones of the sixteen.
fn background(environment: &Environment) -> Option<ThemeName> {
    let color: u8 = environment.told("COLORFGBG").rsplit(';').next()?.parse().ok()?;
    Some(if matches!(color, 7 | 15) { ThemeName::Light } else { ThemeName::Dark })
}

fn depth(color: ColorChoice, environment: &Environment) -> Depth {
    match color {
        ColorChoice::Sixteen => Depth::Sixteen,
        ColorChoice::Indexed => Depth::Indexed,
        ColorChoice::True => Depth::True,
        ColorChoice::Auto | ColorChoice::Never => told_depth(environment),
    }
}

fn told_depth(environment: &Environment) -> Depth {
    if matches!(environment.told("COLORTERM"), "truecolor" | "24bit") {
        Depth::True
    } else if environment.told("TERM").contains("256color") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// The signs of the locale: POSIX takes the first of these variables that is set, and knows ASCII alone if none is.
fn spelling(environment: &Environment) -> Spelling {
    let mut variables = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let locale = variables.find(|variable| environment.is_set(variable));
    let locale = locale.map_or("", |variable| environment.told(variable)).to_ascii_lowercase();
    let unicode = locale.contains("utf-8") || locale.contains("utf8");
    if unicode { Spelling::Unicode } else { Spelling::Ascii }
}

/// The width that a word of the command line names.
pub fn measure(word: &str) -> Result<Measure, WidthError> {
    match word.parse() {
        Ok(number) => columns(number),
        Err(_) if word == "full" => Ok(Measure::Full),
        Err(_) => Err(WidthError),
    }
}

/// The width of so many columns.
pub fn columns(number: i64) -> Result<Measure, WidthError> {
    let columns = u16::try_from(number).ok().filter(|_| COLUMNS.contains(&number));
    columns.map(Measure::Columns).ok_or(WidthError)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of a call: flags, choices of the file, and variables.
    fn joined<const N: usize>(
        flags: Choices,
        file: Choices,
        variables: [(&str, &str); N],
    ) -> Settings {
        Settings::join(flags, file, Keymap::default(), &Environment::from(variables))
    }

    fn choices(theme: Option<ThemeChoice>, color: Option<ColorChoice>) -> Choices {
        Choices { theme, color, ..Choices::default() }
    }

    #[track_caller]
    fn check_theme(flags: Choices, file: Choices, no_color: &str, theme: ThemeName) {
        let variables = [("NO_COLOR", no_color), ("COLORFGBG", "0;15")];
        assert_eq!(joined(flags, file, variables).theme, theme);
    }

    #[test]
    fn the_flag_wins_over_the_file_and_the_file_over_the_environment() {
        let none = Choices::default();
        let dark = choices(Some(ThemeChoice::Dark), None);
        let terminal = choices(Some(ThemeChoice::Terminal), None);
        let auto = choices(Some(ThemeChoice::Auto), None);
        check_theme(none, none, "", ThemeName::Light);
        check_theme(none, dark, "", ThemeName::Dark);
        check_theme(terminal, dark, "", ThemeName::Terminal);
        check_theme(auto, dark, "", ThemeName::Light);
    }

    #[test]
    fn no_color_holds_until_somebody_asks_for_colors() {
        let none = Choices::default();
        let dark = choices(Some(ThemeChoice::Dark), None);
        let auto = choices(Some(ThemeChoice::Auto), None);
        let many = choices(None, Some(ColorChoice::Indexed));
        check_theme(none, none, "1", ThemeName::Mono);
        check_theme(none, dark, "1", ThemeName::Mono);
        check_theme(auto, dark, "1", ThemeName::Mono);
        check_theme(dark, none, "1", ThemeName::Dark);
        check_theme(many, dark, "1", ThemeName::Dark);
        check_theme(none, many, "1", ThemeName::Light);
        check_theme(dark, choices(None, Some(ColorChoice::Never)), "", ThemeName::Mono);
        check_theme(choices(None, Some(ColorChoice::Auto)), many, "1", ThemeName::Mono);
    }

    #[test]
    fn the_number_of_colors_is_chosen_or_told() {
        let auto = Choices::default();
        for (flags, colorterm, term, depth) in [
            (auto, "truecolor", "xterm", Depth::True),
            (auto, "24bit", "xterm", Depth::True),
            (auto, "", "screen-256color", Depth::Indexed),
            (auto, "yes", "xterm", Depth::Sixteen),
            (choices(None, Some(ColorChoice::Sixteen)), "truecolor", "xterm", Depth::Sixteen),
            (choices(None, Some(ColorChoice::True)), "", "vt100", Depth::True),
        ] {
            let variables = [("COLORTERM", colorterm), ("TERM", term)];
            assert_eq!(joined(flags, auto, variables).color, depth, "{colorterm} {term}");
        }
    }

    #[test]
    fn the_locale_tells_the_signs() {
        for (all, kind, language, expected) in [
            ("", "", "", Spelling::Ascii),
            ("", "", "en_US.UTF-8", Spelling::Unicode),
            ("", "C.utf8", "C", Spelling::Unicode),
            ("C", "en_US.UTF-8", "en_US.UTF-8", Spelling::Ascii),
            ("", "", "de_DE.ISO-8859-1", Spelling::Ascii),
        ] {
            let environment =
                Environment::from([("LC_ALL", all), ("LC_CTYPE", kind), ("LANG", language)]);
            assert_eq!(spelling(&environment), expected, "{all} {kind} {language}");
        }
    }

    #[test]
    fn a_width_is_a_number_of_columns_or_full() {
        for (word, expected) in [
            ("20", Ok(Measure::Columns(20))),
            ("400", Ok(Measure::Columns(400))),
            ("full", Ok(Measure::Full)),
            ("19", Err(WidthError)),
            ("401", Err(WidthError)),
            ("-66", Err(WidthError)),
            ("66.5", Err(WidthError)),
            ("99999999999999999999", Err(WidthError)),
            ("wide", Err(WidthError)),
        ] {
            assert_eq!(measure(word), expected, "{word}");
        }
    }
}
