//! The settings, merged from flags, the configuration file, and the environment.
//!
//! Flags win over the file, and the environment decides what both leave open. Everything here is pure, so that tests can
//! play any terminal.

use crate::app::keys::bound::Keymap;
use crate::app::state::panes::Measure;
use crate::app::state::preferences::{Detail, FIRST_MEASURE, Spelling};
use crate::app::state::theme_name::ThemeName;
use crate::cli::choices::{Choices, ColorChoice, ThemeChoice};
use crate::cli::world::environment::Environment;
use crate::terminal::setup::{Background, Mouse};
use crate::ui::theme::Depth;

/// The settings of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The color theme.
    pub(crate) theme: ThemeName,
    /// Whether to ask the terminal for its background color.
    pub(crate) background: Background,
    /// How many colors to draw with.
    pub(crate) color: Depth,
    /// The width of the text.
    pub(crate) width: Measure,
    /// Whether to use the mouse.
    pub(crate) mouse: Mouse,
    /// How much to draw.
    pub(crate) detail: Detail,
    /// The characters to draw with.
    pub(crate) spelling: Spelling,
    /// What the keys do.
    pub(crate) keymap: Keymap,
}

impl Settings {
    /// Merges what was chosen with what the environment says.
    pub(crate) fn merge(
        flags: Choices,
        file: Choices,
        keymap: Keymap,
        environment: &Environment,
    ) -> Self {
        let chosen = merged(flags, file);
        let theme = if wants_color(flags, file, environment) {
            theme(chosen.theme, environment)
        } else {
            ThemeName::Mono
        };
        Self {
            theme,
            background: background(chosen.theme, theme, environment),
            color: depth(chosen.color, environment),
            width: chosen.width.unwrap_or(Measure::Columns(FIRST_MEASURE)),
            mouse: chosen.mouse.unwrap_or_default(),
            detail: chosen.detail.unwrap_or_default(),
            spelling: chosen.spelling.unwrap_or_else(|| spelling(environment)),
            keymap,
        }
    }
}

/// Each choice of the flags, or else of the file.
fn merged(flags: Choices, file: Choices) -> Choices {
    Choices {
        theme: flags.theme.or(file.theme),
        color: flags.color.or(file.color),
        width: flags.width.or(file.width),
        mouse: flags.mouse.or(file.mouse),
        detail: flags.detail.or(file.detail),
        spelling: flags.spelling.or(file.spelling),
    }
}

/// Whether to use colors at all. A number of colors overrides NO_COLOR (no-color.org), and so does a theme on the command
/// line; a theme in the file only says which colors to use, if any.
fn wants_color(flags: Choices, file: Choices, environment: &Environment) -> bool {
    match merged(flags, file).color {
        Some(ColorChoice::Never) => false,
        Some(ColorChoice::Sixteen | ColorChoice::Indexed | ColorChoice::True) => true,
        Some(ColorChoice::Auto) | None => {
            let has_theme = flags.theme.is_some_and(|theme| theme != ThemeChoice::Auto);
            has_theme || !environment.is_set("NO_COLOR")
        }
    }
}

fn theme(choice: Option<ThemeChoice>, environment: &Environment) -> ThemeName {
    match choice {
        Some(ThemeChoice::Terminal) => ThemeName::Terminal,
        Some(ThemeChoice::Dark) => ThemeName::Dark,
        Some(ThemeChoice::Light) => ThemeName::Light,
        Some(ThemeChoice::Mono) => ThemeName::Mono,
        Some(ThemeChoice::Auto) | None => {
            fitting_background(environment).unwrap_or(ThemeName::Terminal)
        }
    }
}

/// The theme for the background color, which is the last number of COLORFGBG: 7 and 15 are light.
fn fitting_background(environment: &Environment) -> Option<ThemeName> {
    let color: u8 = environment.var("COLORFGBG").rsplit(';').next()?.parse().ok()?;
    Some(if matches!(color, 7 | 15) { ThemeName::Light } else { ThemeName::Dark })
}

/// The terminal is asked where nothing else decides. The Linux console never answers, and would print the question.
fn background(
    choice: Option<ThemeChoice>,
    theme: ThemeName,
    environment: &Environment,
) -> Background {
    let is_open = theme == ThemeName::Terminal && matches!(choice, Some(ThemeChoice::Auto) | None);
    if is_open && environment.var("TERM") != "linux" {
        Background::Asked
    } else {
        Background::Chosen
    }
}

fn depth(choice: Option<ColorChoice>, environment: &Environment) -> Depth {
    match choice {
        Some(ColorChoice::Sixteen) => Depth::Sixteen,
        Some(ColorChoice::Indexed) => Depth::Indexed,
        Some(ColorChoice::True) => Depth::True,
        Some(ColorChoice::Auto | ColorChoice::Never) | None => detected_depth(environment),
    }
}

fn detected_depth(environment: &Environment) -> Depth {
    if matches!(environment.var("COLORTERM"), "truecolor" | "24bit") {
        Depth::True
    } else if environment.var("TERM").contains("256color") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// The characters of the locale. In POSIX the first of these variables that is set counts, and none means ASCII.
fn spelling(environment: &Environment) -> Spelling {
    let mut variables = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let locale = variables.find(|variable| environment.is_set(variable));
    let locale = locale.map_or("", |variable| environment.var(variable)).to_ascii_lowercase();
    let is_unicode = locale.contains("utf-8") || locale.contains("utf8");
    if is_unicode { Spelling::Unicode } else { Spelling::Ascii }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings for flags, a configuration file, and variables.
    fn merge<const N: usize>(
        flags: Choices,
        file: Choices,
        variables: [(&str, &str); N],
    ) -> Settings {
        Settings::merge(flags, file, Keymap::default(), &Environment::from(variables))
    }

    fn choices(theme: Option<ThemeChoice>, color: Option<ColorChoice>) -> Choices {
        Choices { theme, color, ..Choices::default() }
    }

    #[track_caller]
    fn check_theme(flags: Choices, file: Choices, no_color: &str, theme: ThemeName) {
        let variables = [("NO_COLOR", no_color), ("COLORFGBG", "0;15")];
        assert_eq!(merge(flags, file, variables).theme, theme);
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
    fn no_color_holds_until_colors_are_asked_for() {
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
    fn the_number_of_colors_is_chosen_or_detected() {
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
            assert_eq!(merge(flags, auto, variables).color, depth, "{colorterm} {term}");
        }
    }

    #[test]
    fn the_locale_decides_about_ascii() {
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
    fn every_flag_wins_over_the_file() {
        let flags = Choices {
            width: Some(Measure::Full),
            mouse: Some(Mouse::On),
            detail: Some(Detail::Lean),
            spelling: Some(Spelling::Ascii),
            ..choices(Some(ThemeChoice::Dark), Some(ColorChoice::True))
        };
        let file = Choices {
            width: Some(Measure::Columns(40)),
            mouse: Some(Mouse::Off),
            detail: Some(Detail::Full),
            spelling: Some(Spelling::Unicode),
            ..choices(Some(ThemeChoice::Light), Some(ColorChoice::Sixteen))
        };
        let none = Choices::default();
        assert_eq!(merge(flags, file, []), merge(flags, none, []));
        assert_eq!(merge(none, file, []), merge(file, none, []));
        assert_ne!(merge(flags, none, []), merge(file, none, []));
        let open = merge(none, none, []);
        assert_eq!((open.mouse, open.detail), (Mouse::Off, Detail::Full));
        assert_eq!(open.width, Measure::Columns(FIRST_MEASURE));
    }

    #[test]
    fn the_last_number_of_colorfgbg_is_the_background() {
        for (value, theme) in [
            ("0;15", ThemeName::Light),
            ("15;7", ThemeName::Light),
            ("7;0", ThemeName::Dark),
            ("15;default;8", ThemeName::Dark),
            ("15;default", ThemeName::Terminal),
            ("", ThemeName::Terminal),
        ] {
            let none = Choices::default();
            assert_eq!(merge(none, none, [("COLORFGBG", value)]).theme, theme, "{value}");
        }
    }

    #[test]
    fn the_terminal_is_asked_only_where_nothing_decides() {
        let auto = choices(Some(ThemeChoice::Auto), None);
        let terminal = choices(Some(ThemeChoice::Terminal), None);
        let none = Choices::default();
        for (flags, variables, expected) in [
            (none, ("TERM", "xterm"), Background::Asked),
            (auto, ("TERM", "xterm"), Background::Asked),
            (terminal, ("TERM", "xterm"), Background::Chosen),
            (none, ("TERM", "linux"), Background::Chosen),
            (none, ("NO_COLOR", "1"), Background::Chosen),
            (none, ("COLORFGBG", "0;15"), Background::Chosen),
        ] {
            assert_eq!(merge(flags, none, [variables]).background, expected, "{variables:?}");
        }
    }
}
