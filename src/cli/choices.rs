//! What a reader can choose, by flags and in the configuration file.

use std::error::Error;
use std::fmt;
use std::ops::RangeInclusive;

use clap::{Args, ValueEnum};

use crate::app::state::panes::Measure;
use crate::app::state::preferences::{Detail, Spelling};
use crate::terminal::setup::Mouse;

/// Allowed widths of the text, in columns.
const COLUMNS: RangeInclusive<i64> = 20..=400;

/// What the reader chose; `None` where they left it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// The color theme.
    pub(crate) theme: Option<ThemeChoice>,
    /// How many colors to use.
    pub(crate) color: Option<ColorChoice>,
    /// The width of the text.
    pub(crate) width: Option<Measure>,
    /// Whether to use the mouse.
    pub(crate) mouse: Option<Mouse>,
    /// How much to draw.
    pub(crate) detail: Option<Detail>,
    /// The characters to draw with.
    pub(crate) spelling: Option<Spelling>,
}

/// The flags for all of this.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct SettingArgs {
    /// Color theme [default: auto]
    #[arg(long, value_enum)]
    theme: Option<ThemeChoice>,
    /// Number of colors [default: auto]
    #[arg(long, value_enum)]
    color: Option<ColorChoice>,
    /// Width of the text: 20 to 400 columns, or "full" [default: 66]
    #[arg(long, value_name = "COLUMNS|full", value_parser = measure)]
    width: Option<Measure>,
    /// Use the mouse: the wheel scrolls, a click selects a quote or a row
    #[arg(long)]
    mouse: bool,
    /// Send little, for slow connections: one pane, no scrollbar, no bars, scroll by page
    #[arg(long)]
    low_bandwidth: bool,
    /// ASCII characters only
    #[arg(long)]
    ascii: bool,
}

/// A color theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeChoice {
    /// Detect from NO_COLOR, COLORFGBG, and the terminal itself
    Auto,
    /// The terminal's own 16 colors
    Terminal,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
    /// No colors
    Mono,
}

/// A number of colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// Detect from NO_COLOR, COLORTERM, and TERM
    Auto,
    /// No colors
    Never,
    /// The 16 colors of the terminal's palette
    #[value(name = "16")]
    Sixteen,
    /// The 256 colors of xterm
    #[value(name = "256")]
    Indexed,
    /// 24-bit color
    #[value(name = "truecolor")]
    True,
}

impl SettingArgs {
    /// What the flags choose.
    pub(crate) fn choices(&self) -> Choices {
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

/// Reads a width from the command line or the configuration file.
pub(crate) fn measure(word: &str) -> Result<Measure, WidthError> {
    match word.parse() {
        Ok(number) => columns(number),
        Err(_) if word == "full" => Ok(Measure::Full),
        Err(_) => Err(WidthError),
    }
}

/// Checks a number of columns.
pub(crate) fn columns(number: i64) -> Result<Measure, WidthError> {
    let columns = u16::try_from(number).ok().filter(|_| COLUMNS.contains(&number));
    columns.map(Measure::Columns).ok_or(WidthError)
}

/// Something that is not a width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WidthError;

impl fmt::Display for WidthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = COLUMNS.into_inner();
        write!(f, "the width must be from {least} to {most} columns, or “full”")
    }
}

impl Error for WidthError {}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        args: SettingArgs,
    }

    /// What a line of flags chooses.
    #[track_caller]
    fn check(flags: &str, expected: Choices) {
        let line = std::iter::once("whosaid").chain(flags.split_whitespace());
        assert_eq!(Flags::parse_from(line).args.choices(), expected);
    }

    #[test]
    fn flags_choose_only_what_they_name() {
        let none = Choices::default();
        check("", none);
        check("--theme mono", Choices { theme: Some(ThemeChoice::Mono), ..none });
        check("--color 256", Choices { color: Some(ColorChoice::Indexed), ..none });
        check("--width full", Choices { width: Some(Measure::Full), ..none });
        check("--mouse", Choices { mouse: Some(Mouse::On), ..none });
        check("--low-bandwidth", Choices { detail: Some(Detail::Lean), ..none });
        check("--ascii", Choices { spelling: Some(Spelling::Ascii), ..none });
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
