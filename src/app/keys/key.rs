//! A key with its modifiers, and its name: readers write keys in the configuration file the way help shows them.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_width::UnicodeWidthChar;

use crate::text::clean;

/// A key with its modifiers.
///
/// Invariant: a character or a backward tab never has Shift, because its code implies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// Why a text is not the name of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No key has this name.
    Unknown(String),
    /// A character with Shift, which the character itself implies.
    Shifted(String),
    /// A key that terminals send as another one.
    SentAs(String, &'static str),
}

/// Named keys, with the names that help shows.
const NAMES: &[(KeyCode, &str)] = &[
    (KeyCode::Char(' '), "Space"),
    (KeyCode::Enter, "Enter"),
    (KeyCode::Esc, "Esc"),
    (KeyCode::Tab, "Tab"),
    (KeyCode::Backspace, "Backspace"),
    (KeyCode::Delete, "Del"),
    (KeyCode::Insert, "Ins"),
    (KeyCode::Home, "Home"),
    (KeyCode::End, "End"),
    (KeyCode::PageUp, "PgUp"),
    (KeyCode::PageDown, "PgDn"),
    (KeyCode::Up, "Up"),
    (KeyCode::Down, "Down"),
    (KeyCode::Left, "Left"),
    (KeyCode::Right, "Right"),
];

/// Other names for them, from keyboards and other programs.
const OTHER_NAMES: &[(KeyCode, &str)] = &[
    (KeyCode::Enter, "Return"),
    (KeyCode::Esc, "Escape"),
    (KeyCode::Delete, "Delete"),
    (KeyCode::Insert, "Insert"),
    (KeyCode::PageUp, "PageUp"),
    (KeyCode::PageDown, "PageDown"),
];

/// Modifiers, in the order in which they are written.
const MODIFIERS: &[(KeyModifiers, &str)] =
    &[(KeyModifiers::CONTROL, "Ctrl"), (KeyModifiers::ALT, "Alt"), (KeyModifiers::SHIFT, "Shift")];

/// Control keys that ASCII gives the same byte as another key.
const SAME_BYTE: &[(char, &str)] = &[('i', "Tab"), ('m', "Enter"), ('[', "Esc")];

/// The last function key that a terminal can send.
const LAST_FUNCTION_KEY: u8 = 24;

/// A character.
pub(super) const fn key(character: char) -> Key {
    code(KeyCode::Char(character))
}

/// A letter with Ctrl.
pub(super) const fn control(character: char) -> Key {
    Key { code: KeyCode::Char(character), modifiers: KeyModifiers::CONTROL }
}

/// A key that types no character, with Shift.
pub(super) const fn shift(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::SHIFT }
}

/// A key that types no character, with Alt.
pub(super) const fn alt(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::ALT }
}

/// A key by its code.
pub(super) const fn code(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

/// Keys as help shows them.
pub fn labels(keys: &[Key]) -> String {
    keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
}

impl Key {
    /// The key that was pressed.
    pub fn of(event: KeyEvent) -> Self {
        Self { code: event.code, modifiers: event.modifiers }.normal()
    }

    /// Drops the Shift that the code implies.
    fn normal(self) -> Self {
        let carried = matches!(self.code, KeyCode::Char(_) | KeyCode::BackTab);
        let shift = if carried { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        Self { modifiers: self.modifiers - shift, ..self }
    }

    /// The character that it types, if any.
    pub fn typed(self) -> Option<char> {
        self.code.as_char().filter(|_| self.modifiers.is_empty())
    }

    /// The key as help shows it.
    pub fn label(self) -> String {
        let back = self.code == KeyCode::BackTab;
        let code = if back { KeyCode::Tab } else { self.code };
        let shift = if back { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        let modifiers = self.modifiers | shift;
        let written = MODIFIERS.iter().filter(|(modifier, _)| modifiers.contains(*modifier));
        let mut parts: Vec<&str> = written.map(|(_, name)| *name).collect();
        let name = self.name(code);
        parts.push(&name);
        parts.join("-")
    }

    /// The name of a code; after Ctrl, letters are capitals by convention.
    fn name(self, code: KeyCode) -> String {
        let named = NAMES.iter().find(|(other, _)| *other == code);
        match (named, code) {
            (Some((_, name)), _) => (*name).to_owned(),
            (None, KeyCode::Char(character)) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                character.to_uppercase().collect()
            }
            (None, _) => code.to_string(),
        }
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (modifiers, name) = modifiers(text);
        let code = code_of(name).ok_or_else(|| KeyError::Unknown(text.to_owned()))?;
        if let KeyCode::Char(character) = code {
            return with_modifiers(character, modifiers, text);
        }
        let back = code == KeyCode::Tab && modifiers.contains(KeyModifiers::SHIFT);
        let code = if back { KeyCode::BackTab } else { code };
        Ok(Self { code, modifiers }.normal())
    }
}

/// A character with modifiers, as a terminal sends it.
fn with_modifiers(character: char, modifiers: KeyModifiers, text: &str) -> Result<Key, KeyError> {
    if modifiers.contains(KeyModifiers::SHIFT) {
        return Err(KeyError::Shifted(text.to_owned()));
    }
    let control = modifiers.contains(KeyModifiers::CONTROL);
    let character = if control { character.to_ascii_lowercase() } else { character };
    match SAME_BYTE.iter().find(|(letter, _)| control && *letter == character) {
        Some((_, name)) => Err(KeyError::SentAs(text.to_owned(), name)),
        None => Ok(Key { code: KeyCode::Char(character), modifiers }),
    }
}

/// The modifiers before a name, and the name.
fn modifiers(text: &str) -> (KeyModifiers, &str) {
    let mut found = KeyModifiers::NONE;
    let mut rest = text;
    while let Some((word, after)) = rest.split_once('-')
        && let Some((modifier, _)) =
            MODIFIERS.iter().find(|(_, name)| name.eq_ignore_ascii_case(word))
    {
        found |= *modifier;
        rest = after;
    }
    (found, rest)
}

/// The code of a name: a visible character, a name from the tables, or a function key.
fn code_of(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return is_visible(character).then_some(KeyCode::Char(character));
    }
    let mut all = NAMES.iter().chain(OTHER_NAMES);
    let named = all.find(|(_, other)| other.eq_ignore_ascii_case(name));
    named.map(|(code, _)| *code).or_else(|| function_key(name))
}

/// Whether a character can be a key by itself; the space can.
fn is_visible(character: char) -> bool {
    clean::is_plain(character) && character.width().is_some_and(|width| width > 0)
}

fn function_key(name: &str) -> Option<KeyCode> {
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=LAST_FUNCTION_KEY).contains(&number).then_some(KeyCode::F(number))
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(text) => write!(f, "there is no key “{text}”"),
            Self::Shifted(text) => {
                write!(f, "instead of “{text}” write the shifted character, such as “N”")
            }
            Self::SentAs(text, name) => write!(f, "a terminal sends “{text}” as {name}"),
        }
    }
}

impl Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    impl Key {
        /// The event of pressing it.
        pub(crate) fn pressed(self) -> KeyEvent {
            KeyEvent::new(self.code, self.modifiers)
        }
    }

    #[track_caller]
    fn check(text: &str, label: &str) {
        let read = text.parse::<Key>();
        let shown = read.map_or_else(|error| format!("error: {error}"), Key::label);
        assert_eq!(shown, label);
    }

    #[test]
    fn a_key_is_written_as_help_shows_it() {
        for label in [
            "n",
            "N",
            "é",
            "?",
            "-",
            "Ctrl-D",
            "Ctrl--",
            "Ctrl-Space",
            "Shift-Down",
            "Alt-Left",
            "Alt-N",
            "Ctrl-Alt-Shift-F5",
            "Ctrl-Shift-Tab",
            "Shift-Tab",
            "Space",
            "PgDn",
            "F1",
            "F24",
            "Esc",
            "Enter",
            "Tab",
            "Backspace",
            "Del",
            "Ins",
            "Home",
            "End",
        ] {
            check(label, label);
        }
    }

    #[test]
    fn names_are_read_in_any_case_and_order() {
        for (text, label) in [
            ("ctrl-d", "Ctrl-D"),
            ("CTRL-D", "Ctrl-D"),
            ("shift-alt-up", "Alt-Shift-Up"),
            ("pagedown", "PgDn"),
            ("RETURN", "Enter"),
            ("f1", "F1"),
            (" ", "Space"),
        ] {
            check(text, label);
        }
    }

    #[test]
    fn a_text_that_is_no_key_is_rejected() {
        for text in
            ["", "Ctrl-", "nn", "F0", "F25", "Hyper-x", "\u{7}", "\u{301}", "\u{202e}", "\n"]
        {
            check(text, &format!("error: there is no key “{text}”"));
        }
        check("Ctrl-I", "error: a terminal sends “Ctrl-I” as Tab");
        check("Shift-n", "error: instead of “Shift-n” write the shifted character, such as “N”");
    }

    #[test]
    fn a_pressed_key_equals_the_one_of_its_name() {
        for (code, modifiers, label) in [
            (KeyCode::Char('N'), KeyModifiers::SHIFT, "N"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "Shift-Tab"),
            (KeyCode::Down, KeyModifiers::SHIFT, "Shift-Down"),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, "Ctrl-D"),
        ] {
            assert_eq!(label.parse(), Ok(Key::of(KeyEvent::new(code, modifiers))));
        }
    }
}
