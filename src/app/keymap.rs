//! The one table of keys. Dispatch, footer, help and the README follow from it.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::action::{Action, Extent, Focus, List, Motion, Way};

/// What the keys mean at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The article has the focus.
    Article,
    /// The list has the focus.
    List,
    /// The help screen is open.
    Help,
}

/// A row of the table: keys that mean the same.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where they mean it.
    pub modes: &'static [Mode],
    /// The keys, the first one the shortest to say.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// The same in words.
    pub help: &'static str,
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

const ALL: &[Mode] = &[Mode::Article, Mode::List, Mode::Help];
const READING: &[Mode] = &[Mode::Article, Mode::List];
const ARTICLE: &[Mode] = &[Mode::Article];
const LIST: &[Mode] = &[Mode::List];

/// All keys, in the order in which help lists them.
pub const BINDINGS: &[Binding] = &[
    bind(READING, &[key('n'), key(']')], Action::Step(Way::On), "next on the trail"),
    bind(
        READING,
        &[key('N'), key('p'), key('[')],
        Action::Step(Way::Back),
        "previous on the trail",
    ),
    bind(
        READING,
        &[key('J'), key('}'), shift(KeyCode::Down)],
        Action::StepSpeaker(Way::On),
        "next quote of this speaker",
    ),
    bind(
        READING,
        &[key('K'), key('{'), shift(KeyCode::Up)],
        Action::StepSpeaker(Way::Back),
        "previous quote of this speaker",
    ),
    bind(READING, &[key('f')], Action::Follow, "walk only this speaker's quotes"),
    bind(ARTICLE, &[code(KeyCode::Enter)], Action::Choose, "show the speaker in the list"),
    bind(
        LIST,
        &[code(KeyCode::Enter)],
        Action::Choose,
        "walk this speaker or entity, go to this quote",
    ),
    bind(LIST, &[key('o')], Action::Fold, "fold or unfold"),
    bind(ALL, &[code(KeyCode::Esc)], Action::Back, "close help; back to all quotes"),
    bind(
        ALL,
        &[key('j'), code(KeyCode::Down)],
        Action::Move(Motion::Line(Way::On)),
        "line or row down",
    ),
    bind(
        ALL,
        &[key('k'), code(KeyCode::Up)],
        Action::Move(Motion::Line(Way::Back)),
        "line or row up",
    ),
    bind(ALL, &[key('d'), control('d')], Action::Move(Motion::Half(Way::On)), "half a page down"),
    bind(ALL, &[key('u'), control('u')], Action::Move(Motion::Half(Way::Back)), "half a page up"),
    bind(
        ALL,
        &[key(' '), code(KeyCode::PageDown), control('f')],
        Action::Move(Motion::Page(Way::On)),
        "page down",
    ),
    bind(
        ALL,
        &[key('b'), code(KeyCode::PageUp), control('b')],
        Action::Move(Motion::Page(Way::Back)),
        "page up",
    ),
    bind(ALL, &[key('g'), code(KeyCode::Home)], Action::Move(Motion::End(Way::Back)), "top"),
    bind(ALL, &[key('G'), code(KeyCode::End)], Action::Move(Motion::End(Way::On)), "end"),
    bind(
        READING,
        &[code(KeyCode::Tab), code(KeyCode::BackTab)],
        Action::SwitchFocus,
        "the other pane",
    ),
    bind(
        READING,
        &[key('h'), code(KeyCode::Left)],
        Action::Focus(Focus::Article),
        "to the article",
    ),
    bind(READING, &[key('l'), code(KeyCode::Right)], Action::Focus(Focus::List), "to the list"),
    bind(READING, &[key('1')], Action::Show(List::Speakers), "list of speakers"),
    bind(READING, &[key('2')], Action::Show(List::Quotes), "list of quotes"),
    bind(READING, &[key('3')], Action::Show(List::Entities), "list of entities"),
    bind(READING, &[key('y')], Action::Copy(Extent::WithSpeaker), "copy with speaker and title"),
    bind(READING, &[key('Y')], Action::Copy(Extent::WordsOnly), "copy the words only"),
    bind(READING, &[key('w')], Action::NextMeasure, "width of 66, 80, the whole pane"),
    bind(READING, &[key('-')], Action::Measure(Way::Back), "narrower text"),
    bind(READING, &[key('+'), key('=')], Action::Measure(Way::On), "wider text"),
    bind(READING, &[key('z')], Action::ToggleZen, "one pane, or both"),
    bind(READING, &[key('t')], Action::NextTheme, "next theme"),
    bind(ALL, &[key('?'), code(KeyCode::F(1))], Action::ToggleHelp, "help"),
    bind(ALL, &[control('l')], Action::Redraw, "draw the screen anew"),
    bind(ALL, &[control('z')], Action::Suspend, "to the shell; fg comes back"),
    bind(ALL, &[key('q'), control('c')], Action::Quit, "leave"),
];

/// Keys whose names are shorter or plainer than crossterm's.
const NAMES: &[(KeyCode, &str)] = &[
    (KeyCode::Char(' '), "Space"),
    (KeyCode::PageDown, "PgDn"),
    (KeyCode::PageUp, "PgUp"),
    (KeyCode::BackTab, "Shift-Tab"),
];

const fn bind(
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { modes, keys, action, help }
}

const fn key(character: char) -> Key {
    code(KeyCode::Char(character))
}

const fn control(character: char) -> Key {
    Key { code: KeyCode::Char(character), modifiers: KeyModifiers::CONTROL }
}

const fn shift(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::SHIFT }
}

const fn code(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

/// What a key does in a mode. Letting a key go does nothing.
pub fn action(mode: Mode, event: KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = Key::of(event);
    let bound = |binding: &&Binding| binding.modes.contains(&mode) && binding.keys.contains(&key);
    BINDINGS.iter().find(bound).map(|binding| binding.action)
}

impl Key {
    /// A character carries its shift in itself, and so does the tab backwards.
    fn of(event: KeyEvent) -> Self {
        let carried = matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab);
        let shift = if carried { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        Self { code: event.code, modifiers: event.modifiers - shift }
    }

    /// The key as help shows it.
    pub fn label(self) -> String {
        let short = NAMES.iter().find(|(code, _)| *code == self.code);
        let name = short.map_or_else(|| self.code.to_string(), |(_, name)| (*name).to_owned());
        let name = if self.modifiers == KeyModifiers::CONTROL { name.to_uppercase() } else { name };
        match self.modifiers {
            KeyModifiers::CONTROL => format!("Ctrl-{name}"),
            KeyModifiers::SHIFT => format!("Shift-{name}"),
            _ => name,
        }
    }
}

impl Binding {
    /// Its keys as help shows them.
    pub fn labels(&self) -> String {
        self.keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_a_mode() {
        for mode in [Mode::Article, Mode::List, Mode::Help] {
            let rows = BINDINGS.iter().filter(|row| row.modes.contains(&mode));
            let keys: Vec<Key> = rows.flat_map(|row| row.keys).copied().collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{} in {mode:?}", key.label());
            }
        }
    }

    #[test]
    fn a_capital_needs_no_shift_of_its_own() {
        let pressed = KeyEvent::new(KeyCode::Char('N'), KeyModifiers::SHIFT);
        assert_eq!(action(Mode::Article, pressed), Some(Action::Step(Way::Back)));
    }
}
