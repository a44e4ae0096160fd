//! The text of the configuration file: settings and keys.
//!
//! A file with a mistake is ignored as a whole, and the mistake is reported with its line and column: half a
//! configuration would be a puzzle.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;

use clap::ValueEnum;
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, SeqAccess, Visitor};
use toml::Spanned;

use crate::app::keys::bound::{Change, Keymap, KeymapError};
use crate::app::keys::key::{Key, KeyError};
use crate::app::state::panes::Measure;
use crate::app::state::preferences::Spelling;
use crate::cli::choices::{self, Choices, ColorChoice, ThemeChoice};
use crate::terminal::setup::Mouse;

/// The content of a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Config {
    /// The settings that it chooses.
    pub(crate) choices: Choices,
    /// The table of keys with its changes.
    pub(crate) keymap: Keymap,
}

/// A mistake in a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConfigError {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// Its code point in the line, from 1.
    pub(crate) column: usize,
    /// What is wrong.
    pub(crate) mistake: Mistake,
}

/// What can be wrong in a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// The syntax of TOML, or a value, in the words of its parser.
    Toml(String),
    /// The name of a key.
    Key(KeyError),
    /// The table of keys as a whole.
    Keymap(KeymapError),
}

impl Config {
    /// Parses the text of a configuration file.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let file: ConfigFile = toml::from_str(text).map_err(|error| {
            let place = error.span().map_or(0, |span| span.start);
            ConfigError::at(text, place, Mistake::Toml(error.message().to_owned()))
        })?;
        let keymap = file.keymap();
        let keymap = keymap.map_err(|(place, mistake)| ConfigError::at(text, place, mistake))?;
        Ok(Self { choices: file.choices(), keymap })
    }
}

impl ConfigError {
    fn at(text: &str, place: usize, mistake: Mistake) -> Self {
        // the parser counts bytes, and may stop inside a character
        let before = (0..=place).rev().find_map(|end| text.get(..end)).unwrap_or_default();
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().map_or(0, |start| start.chars().count()) + 1;
        Self { line, column, mistake }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.mistake {
            Mistake::Toml(words) => f.write_str(words),
            Mistake::Key(error) => write!(f, "{error}"),
            Mistake::Keymap(error) => write!(f, "{error}"),
        }
    }
}

impl StdError for ConfigError {}

/// The file as TOML has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfigFile {
    #[serde(default, deserialize_with = "theme")]
    theme: Option<ThemeChoice>,
    #[serde(default, deserialize_with = "color")]
    color: Option<ColorChoice>,
    width: Option<Width>,
    mouse: Option<bool>,
    ascii: Option<bool>,
    #[serde(default)]
    keys: BTreeMap<Spanned<String>, Spanned<KeyNames>>,
}

/// A number of columns, or `full`.
struct Width(Measure);

/// One key, or a list of keys.
enum KeyNames {
    One(String),
    Many(Vec<Spanned<String>>),
}

impl ConfigFile {
    fn choices(&self) -> Choices {
        let mouse = |is_on| if is_on { Mouse::On } else { Mouse::Off };
        let spelling = |is_ascii| if is_ascii { Spelling::Ascii } else { Spelling::Unicode };
        Choices {
            theme: self.theme,
            color: self.color,
            width: self.width.as_ref().map(|width| width.0),
            mouse: self.mouse.map(mouse),
            detail: None,
            spelling: self.ascii.map(spelling),
        }
    }

    /// Applies the changes in the order of the file, so that the first mistake is reported.
    fn keymap(&self) -> Result<Keymap, (usize, Mistake)> {
        let mut rows: Vec<_> = self.keys.iter().collect();
        rows.sort_by_key(|(name, _)| name.span().start);
        let changes: Result<Vec<Change>, _> =
            rows.iter().map(|(name, keys)| change(name, keys)).collect();
        Keymap::new(&changes?).map_err(|error| {
            let wrong = error.names();
            let mut names = rows.iter().rev().map(|(name, _)| name);
            let last = names.find(|name| wrong.contains(&name.get_ref().as_str()));
            (last.map_or(0, |name| name.span().start), Mistake::Keymap(error))
        })
    }
}

fn change(name: &Spanned<String>, names: &Spanned<KeyNames>) -> Result<Change, (usize, Mistake)> {
    let placed: Vec<(usize, &String)> = match names.get_ref() {
        KeyNames::One(key) => vec![(names.span().start, key)],
        KeyNames::Many(keys) => keys.iter().map(|key| (key.span().start, key.get_ref())).collect(),
    };
    let mut keys: Vec<Key> = Vec::new();
    for (place, key) in placed {
        let key = key.parse().map_err(|error| (place, Mistake::Key(error)))?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(Change { name: name.get_ref().clone(), keys })
}

fn theme<'de, D: Deserializer<'de>>(value: D) -> Result<Option<ThemeChoice>, D::Error> {
    choice(&String::deserialize(value)?, "theme").map(Some)
}

fn color<'de, D: Deserializer<'de>>(value: D) -> Result<Option<ColorChoice>, D::Error> {
    choice(&String::deserialize(value)?, "color").map(Some)
}

/// Reads a value by its name on the command line.
fn choice<T: ValueEnum, E: serde::de::Error>(word: &str, what: &str) -> Result<T, E> {
    T::from_str(word, false).ok().ok_or_else(|| {
        let all = T::value_variants().iter().filter_map(T::to_possible_value);
        let names: Vec<String> = all.map(|value| value.get_name().to_owned()).collect();
        E::custom(format!("unknown {what} “{word}”, expected one of {}", names.join(", ")))
    })
}

impl<'de> Deserialize<'de> for Width {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_any(WidthVisitor)
    }
}

struct WidthVisitor;

impl Visitor<'_> for WidthVisitor {
    type Value = Width;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of columns or “full”")
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Width, E> {
        choices::columns(number).map(Width).map_err(E::custom)
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Width, E> {
        choices::measure(word).map(Width).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for KeyNames {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        value.deserialize_any(KeyNamesVisitor)
    }
}

struct KeyNamesVisitor;

impl<'de> Visitor<'de> for KeyNamesVisitor {
    type Value = KeyNames;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key or a list of keys")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<KeyNames, E> {
        Ok(KeyNames::One(name.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, names: A) -> Result<KeyNames, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(names)).map(KeyNames::Many)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::app::keys::table::BINDINGS;

    const README: &str = include_str!("../../README.md");

    /// The mistake in a file, with its place.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = Config::parse(text).expect_err("there is a mistake");
        let found = format!("{}:{}: {error}", error.line, error.column);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_empty_file_changes_nothing() {
        for text in ["", "\n", "# theme = 7\r\n", "\u{FEFF}", "[keys]"] {
            assert_eq!(Config::parse(text), Ok(Config::default()), "{text:?}");
        }
    }

    #[test]
    fn every_setting_is_read() {
        let text = "\u{FEFF}theme = \"dark\"\r\ncolor = \"256\"\r\nwidth = 72\nmouse = true\nascii = false\n\
                    [keys]\nnext = \"x\"\nfold = [\"o\", \"Ctrl-Q\"]\nfollow = []\n";
        let config = Config::parse(text).unwrap();
        let choices = Choices {
            theme: Some(ThemeChoice::Dark),
            color: Some(ColorChoice::Indexed),
            width: Some(Measure::Columns(72)),
            mouse: Some(Mouse::On),
            detail: None,
            spelling: Some(Spelling::Unicode),
        };
        assert_eq!(config.choices, choices);
        let rows = config.keymap.rows().iter();
        let changed = rows.filter(|row| row.keys != row.binding.keys);
        let changed: Vec<_> = changed.map(|row| (row.binding.name, row.labels())).collect();
        let expected = [("next", "x"), ("follow", ""), ("fold", "o Ctrl-Q")];
        assert_eq!(changed, expected.map(|(name, keys)| (name, keys.to_owned())));
        assert_eq!(Config::parse("width = \"full\"").unwrap().choices.width, Some(Measure::Full));
    }

    #[test]
    fn every_row_can_be_copied_from_the_table() {
        let mut text = "[keys]\n".to_owned();
        for binding in BINDINGS {
            let keys: Vec<String> =
                binding.keys.iter().map(|key| format!("{:?}", key.label())).collect();
            writeln!(text, "{} = [{}]", binding.name, keys.join(", ")).unwrap();
        }
        assert_eq!(Config::parse(&text), Ok(Config::default()));
    }

    #[test]
    fn a_mistake_in_a_setting_is_reported_with_its_place() {
        for (text, expected) in [
            (
                "\n\ntheme = \"drak\"",
                "3:9: unknown theme “drak”, expected one of auto, terminal, dark, light, mono",
            ),
            (
                "color = \"88\"",
                "1:9: unknown color “88”, expected one of auto, never, 16, 256, truecolor",
            ),
            ("theme = 7", "1:9: invalid type: integer `7`, expected a string"),
            ("mouse = \"yes\"", "1:9: invalid type: string \"yes\", expected a boolean"),
            ("width = 12", "1:9: the width must be from 20 to 400 columns, or “full”"),
            ("width = \"wide\"", "1:9: the width must be from 20 to 400 columns, or “full”"),
            (
                "width = 66.5",
                "1:9: invalid type: floating point `66.5`, expected a number of columns or “full”",
            ),
            (
                "# “”\nthéme = \"dark\"",
                "2:3: invalid unquoted key, expected letters, numbers, `-`, `_`",
            ),
            (
                "\"é\" = 1",
                "1:1: unknown field `é`, expected one of `theme`, `color`, `width`, `mouse`, `ascii`, `keys`",
            ),
            ("width = 66 # é\nascii = 2", "2:9: invalid type: integer `2`, expected a boolean"),
            ("ascii = true\nascii = true", "2:1: duplicate key"),
            ("theme = \"da", "1:12: invalid basic string, expected `\"`"),
            ("theme", "1:6: key with no value, expected `=`"),
            ("[keys", "1:6: unclosed table, expected `]`"),
            ("keys = 7", "1:8: invalid type: integer `7`, expected a map"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn a_mistake_in_the_keys_is_reported_with_its_place() {
        for (text, expected) in [
            ("[keys]\nnxt = \"x\"", "2:1: there is no key binding “nxt”; did you mean “next”?"),
            ("[keys]\nnext = \"Hyper-X\"", "2:8: there is no key “Hyper-X”"),
            ("[keys]\nnext = [\"x\", \"é\", \"xx\"]", "2:19: there is no key “xx”"),
            ("[keys]\nnext = [\"é\",\n  \"Ctrl-I\"]", "3:3: a terminal sends “Ctrl-I” as Tab"),
            ("[keys]\nnext = [\"x\", 7]", "2:14: invalid type: integer `7`, expected a string"),
            (
                "[keys]\nnext = true",
                "2:8: invalid type: boolean `true`, expected a key or a list of keys",
            ),
            ("[keys]\nnext = \"xx\"\nback = \"yy\"", "2:8: there is no key “xx”"),
            ("[keys]\nquit = []", "2:1: “quit” needs a key"),
            ("[keys]\nnext = \"x\"\nfold = \"x\"", "3:1: the key x means both “next” and “fold”"),
            (
                "[keys]\nzen = \"x\"\nnext = \"j\"",
                "2:1: there is no key binding “zen” (`whosaid keys` lists them)",
            ),
            (
                "[keys]\nfold = \"x\"\nnext = \"j\"",
                "3:1: the key j means both “next” and “line-down”",
            ),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn a_key_listed_twice_counts_once() {
        let once = Config::parse("[keys]\nnext = \"x\"");
        assert_eq!(Config::parse("[keys]\nnext = [\"x\", \"x\"]"), once);
    }

    #[test]
    fn mouse_and_ascii_can_be_turned_off() {
        let choices = Config::parse("mouse = false\nascii = true").unwrap().choices;
        assert_eq!((choices.mouse, choices.spelling), (Some(Mouse::Off), Some(Spelling::Ascii)));
    }

    #[test]
    fn the_example_of_the_readme_is_valid() {
        let (_, example) = README.split_once("```toml\n").unwrap();
        let (example, _) = example.split_once("```").unwrap();
        assert_ne!(Config::parse(example), Ok(Config::default()));
    }
}
