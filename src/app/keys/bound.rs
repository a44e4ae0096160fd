//! The table of keys with the reader's own bindings.

use std::error::Error;
use std::fmt;

use crossterm::event::{KeyEvent, KeyEventKind};

use crate::app::keys::action::{Action, Edit};
use crate::app::keys::key::{self, Key};
use crate::app::keys::table::{BINDINGS, Binding, Mode};

/// The likeness, from 0 to 1, from which one name may be a typo of another (clap takes 0.7 for flags).
const ALIKE: f64 = 0.75;

/// The table with the reader's changes.
///
/// Invariant: no key means two things in one mode, and there is a key to quit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// A row of the table with its current keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The row.
    pub binding: &'static Binding,
    /// Its keys; none if the reader removed them.
    pub keys: Vec<Key>,
}

/// New keys for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the row.
    pub name: String,
    /// All its keys.
    pub keys: Vec<Key>,
}

/// Why changes cannot be applied to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    /// No row has this name; the nearest name, if one is close.
    Unknown(String, Option<&'static str>),
    /// A key that two rows have.
    Clash(Key, [&'static str; 2]),
    /// A row that has lost its keys and needs one.
    NoWayOut(&'static str),
}

impl Default for Keymap {
    fn default() -> Self {
        let bound = |binding: &'static Binding| Bound { binding, keys: binding.keys.to_vec() };
        Self { rows: BINDINGS.iter().map(bound).collect() }
    }
}

impl Keymap {
    /// Applies changes to the table.
    pub fn new(changes: &[Change]) -> Result<Self, KeymapError> {
        let mut keymap = Self::default();
        for change in changes {
            let row = keymap.rows.iter_mut().find(|row| row.binding.name == change.name);
            let row = row.ok_or_else(|| unknown(&change.name))?;
            row.keys.clone_from(&change.keys);
        }
        keymap.check().map(|()| keymap)
    }

    fn check(&self) -> Result<(), KeymapError> {
        for (at, row) in self.rows.iter().enumerate() {
            if row.binding.action == Action::Quit && row.keys.is_empty() {
                return Err(KeymapError::NoWayOut(row.binding.name));
            }
            for other in self.rows.iter().take(at).filter(|other| other.shares_a_mode(row)) {
                if let Some(key) = row.keys.iter().find(|key| other.keys.contains(key)) {
                    let names = [other.binding.name, row.binding.name];
                    return Err(KeymapError::Clash(*key, names));
                }
            }
        }
        Ok(())
    }

    /// All rows, including those without keys.
    pub fn rows(&self) -> &[Bound] {
        &self.rows
    }

    /// The rows that have keys, as help shows them.
    pub fn shown(&self) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(|row| !row.keys.is_empty())
    }

    /// What a key does in a mode. Releasing a key does nothing.
    pub fn action(&self, mode: Mode, event: KeyEvent) -> Option<Action> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let key = Key::of(event);
        match (mode, key.typed()) {
            (Mode::Typing, Some(character)) => return Some(Action::Edit(Edit::Insert(character))),
            (Mode::Letter, Some(letter)) => return Some(Action::Letter(letter)),
            (
                Mode::Article | Mode::List | Mode::Help | Mode::Menu | Mode::Typing | Mode::Letter,
                _,
            ) => {}
        }
        let bound = |row: &&Bound| row.binding.modes.contains(&mode) && row.keys.contains(&key);
        self.rows.iter().find(bound).map(|row| row.binding.action)
    }

    /// The first key of an action, for a hint that names only one.
    pub fn hint(&self, action: Action) -> Option<String> {
        let mut rows = self.rows.iter().filter(|row| row.binding.action == action);
        rows.find_map(|row| row.keys.first()).map(|key| key.label())
    }
}

impl Bound {
    /// Its keys as help shows them.
    pub fn labels(&self) -> String {
        key::labels(&self.keys)
    }

    fn shares_a_mode(&self, other: &Self) -> bool {
        self.binding.modes.iter().any(|mode| other.binding.modes.contains(mode))
    }
}

fn unknown(name: &str) -> KeymapError {
    let likeness = |binding: &Binding| strsim::jaro(binding.name, name);
    let nearest = BINDINGS.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let near = nearest.filter(|binding| likeness(binding) >= ALIKE).map(|binding| binding.name);
    KeymapError::Unknown(name.to_owned(), near)
}

impl KeymapError {
    /// The names of the rows that it is about.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Unknown(name, _) => vec![name],
            Self::Clash(_, names) => names.to_vec(),
            Self::NoWayOut(name) => vec![name],
        }
    }
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name, None) => {
                write!(f, "there is no key binding “{name}” (`whosaid keys` lists them)")
            }
            Self::Unknown(name, Some(near)) => {
                write!(f, "there is no key binding “{name}”; did you mean “{near}”?")
            }
            Self::Clash(key, [one, other]) => {
                write!(f, "the key {} means both “{one}” and “{other}”", key.label())
            }
            Self::NoWayOut(name) => write!(f, "“{name}” needs a key"),
        }
    }
}

impl Error for KeymapError {}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;
    use crate::app::keys::action::{Motion, Way};

    /// Applies changes written as `name=key key, name=key`, and compares the error or the changed rows.
    #[track_caller]
    fn check(changes: &str, expected: &str) {
        let changes: Vec<Change> = changes.split(", ").map(change).collect();
        let shown = match Keymap::new(&changes) {
            Ok(keymap) => rows(&keymap),
            Err(error) => format!("error: {error}"),
        };
        assert_eq!(shown, expected);
    }

    fn change(written: &str) -> Change {
        let (name, keys) = written.split_once('=').unwrap();
        let keys = keys.split_whitespace().map(|key| key.parse().unwrap()).collect();
        Change { name: name.to_owned(), keys }
    }

    /// The rows that differ from the table.
    fn rows(keymap: &Keymap) -> String {
        let all = keymap.rows().iter().zip(BINDINGS);
        let changed = all.filter(|(row, binding)| row.labels() != key::labels(binding.keys));
        let shown = changed.map(|(row, binding)| format!("{}={}", binding.name, row.labels()));
        shown.collect::<Vec<_>>().join(", ")
    }

    fn pressed(letter: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), KeyModifiers::SHIFT)
    }

    #[test]
    fn the_table_itself_is_valid() {
        assert_eq!(Keymap::new(&[]), Ok(Keymap::default()));
        for (at, binding) in BINDINGS.iter().enumerate() {
            let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(binding.name.chars().all(kebab), "{}", binding.name);
            assert!(BINDINGS[..at].iter().all(|other| other.name != binding.name));
        }
    }

    #[test]
    fn every_key_of_the_table_is_read_as_it_is_shown() {
        for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert_eq!(key.label().parse(), Ok(*key));
        }
    }

    #[test]
    fn a_row_takes_other_keys() {
        check("next=x Ctrl-N", "next=x Ctrl-N");
        check("next=", "next=");
        check("line-down=k, line-up=j", "line-down=k, line-up=j");
        check("choose=Space, page-down=PgDn", "choose=Space, page-down=PgDn");
        check("quit=Q", "quit=Q");
    }

    #[test]
    fn changes_that_cannot_be_applied_are_explained() {
        check("next=j", "error: the key j means both “next” and “line-down”");
        check("next=x, fold=x", "error: the key x means both “next” and “fold”");
        check("quit=", "error: “quit” needs a key");
        check("nxt=x", "error: there is no key binding “nxt”; did you mean “next”?");
        check("narow=x", "error: there is no key binding “narow”; did you mean “narrower”?");
        check("zzz=x", "error: there is no key binding “zzz” (`whosaid keys` lists them)");
    }

    #[test]
    fn a_key_may_mean_different_things_in_different_modes() {
        check("fold=x, show-speaker=x", "show-speaker=x, fold=x");
    }

    #[test]
    fn a_capital_needs_no_shift_of_its_own() {
        let action = Keymap::default().action(Mode::Article, pressed('N'));
        assert_eq!(action, Some(Action::Step(Way::Back)));
    }

    #[test]
    fn a_removed_key_does_nothing() {
        let keymap = Keymap::new(&[change("previous=p")]).unwrap();
        assert_eq!(keymap.action(Mode::Article, pressed('N')), None);
        assert_eq!(keymap.hint(Action::Step(Way::Back)), Some("p".to_owned()));
    }

    #[test]
    fn releasing_a_key_does_nothing() {
        let mut event = pressed('n');
        event.kind = KeyEventKind::Release;
        assert_eq!(Keymap::default().action(Mode::Article, event), None);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(Keymap::default().action(Mode::Article, event), Some(Action::Step(Way::On)));
    }

    #[test]
    fn a_character_is_typed_only_where_one_is_awaited() {
        let action = |mode| Keymap::default().action(mode, pressed('j'));
        assert_eq!(action(Mode::Typing), Some(Action::Edit(Edit::Insert('j'))));
        assert_eq!(action(Mode::Letter), Some(Action::Letter('j')));
        assert_eq!(action(Mode::Menu), Some(Action::Move(Motion::Line(Way::On))));
        let delete = KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL);
        let action = Keymap::default().action(Mode::Typing, delete);
        assert_eq!(action, Some(Action::Edit(Edit::DeleteWord)));
    }

    #[test]
    fn help_shows_the_rows_with_keys() {
        let keymap = Keymap::new(&[change("next="), change("previous=p")]).unwrap();
        assert_eq!(keymap.shown().count(), BINDINGS.len() - 1);
        assert!(keymap.shown().all(|row| row.binding.name != "next"));
        assert_eq!(keymap.hint(Action::Step(Way::On)), None);
    }

    #[test]
    fn an_error_names_its_rows() {
        let names = |changes: &[&str]| {
            let changes: Vec<Change> = changes.iter().map(|written| change(written)).collect();
            Keymap::new(&changes).unwrap_err().names().join(" ")
        };
        assert_eq!(names(&["nxt=x"]), "nxt");
        assert_eq!(names(&["next=x", "fold=x"]), "next fold");
        assert_eq!(names(&["quit="]), "quit");
    }
}
