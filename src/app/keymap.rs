//! The one table of keys. Dispatch, footer, help and the README follow from it.
//!
//! A reader may give other keys to its rows; what is bound then is told in [`bound`].

pub mod bound;
pub mod key;

use crossterm::event::KeyCode;

use crate::app::action::{Action, Extent, Focus, List, Motion, Way};
use crate::app::keymap::key::{Key, code, control, key, shift};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// What a reader calls it to give it other keys.
    pub name: &'static str,
    /// Where they mean it.
    pub modes: &'static [Mode],
    /// The keys, the first one the shortest to say.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// The same in words.
    pub help: &'static str,
}

const ALL: &[Mode] = &[Mode::Article, Mode::List, Mode::Help];
const READING: &[Mode] = &[Mode::Article, Mode::List];
const ARTICLE: &[Mode] = &[Mode::Article];
const LIST: &[Mode] = &[Mode::List];

/// All keys, in the order in which help lists them.
pub const BINDINGS: &[Binding] = &[
    bind("next", READING, &[key('n'), key(']')], Action::Step(Way::On), "next on the trail"),
    bind(
        "previous",
        READING,
        &[key('N'), key('p'), key('[')],
        Action::Step(Way::Back),
        "previous on the trail",
    ),
    bind(
        "next-of-speaker",
        READING,
        &[key('J'), key('}'), shift(KeyCode::Down)],
        Action::StepSpeaker(Way::On),
        "next quote of this speaker",
    ),
    bind(
        "previous-of-speaker",
        READING,
        &[key('K'), key('{'), shift(KeyCode::Up)],
        Action::StepSpeaker(Way::Back),
        "previous quote of this speaker",
    ),
    bind("follow", READING, &[key('f')], Action::Follow, "walk only this speaker's quotes"),
    bind(
        "card",
        ARTICLE,
        &[code(KeyCode::Enter)],
        Action::ToggleCard,
        "all about the quote, or back",
    ),
    bind("show-speaker", ARTICLE, &[key('s')], Action::ShowSpeaker, "show the speaker in the list"),
    bind(
        "choose",
        LIST,
        &[code(KeyCode::Enter)],
        Action::Choose,
        "walk this speaker or entity, go to this quote",
    ),
    bind("fold", LIST, &[key('o')], Action::Fold, "fold or unfold"),
    bind(
        "back",
        ALL,
        &[code(KeyCode::Esc)],
        Action::Back,
        "close help or card; back to all quotes",
    ),
    bind(
        "line-down",
        ALL,
        &[key('j'), code(KeyCode::Down)],
        Action::Move(Motion::Line(Way::On)),
        "line or row down",
    ),
    bind(
        "line-up",
        ALL,
        &[key('k'), code(KeyCode::Up)],
        Action::Move(Motion::Line(Way::Back)),
        "line or row up",
    ),
    bind(
        "half-page-down",
        ALL,
        &[key('d'), control('d')],
        Action::Move(Motion::Half(Way::On)),
        "half a page down",
    ),
    bind(
        "half-page-up",
        ALL,
        &[key('u'), control('u')],
        Action::Move(Motion::Half(Way::Back)),
        "half a page up",
    ),
    bind(
        "page-down",
        ALL,
        &[key(' '), code(KeyCode::PageDown), control('f')],
        Action::Move(Motion::Page(Way::On)),
        "page down",
    ),
    bind(
        "page-up",
        ALL,
        &[key('b'), code(KeyCode::PageUp), control('b')],
        Action::Move(Motion::Page(Way::Back)),
        "page up",
    ),
    bind("top", ALL, &[key('g'), code(KeyCode::Home)], Action::Move(Motion::End(Way::Back)), "top"),
    bind("end", ALL, &[key('G'), code(KeyCode::End)], Action::Move(Motion::End(Way::On)), "end"),
    bind(
        "other-pane",
        READING,
        &[code(KeyCode::Tab), code(KeyCode::BackTab)],
        Action::SwitchFocus,
        "the other pane",
    ),
    bind(
        "to-article",
        READING,
        &[key('h'), code(KeyCode::Left)],
        Action::Focus(Focus::Article),
        "to the article",
    ),
    bind(
        "to-list",
        READING,
        &[key('l'), code(KeyCode::Right)],
        Action::Focus(Focus::List),
        "to the list",
    ),
    bind("speakers", READING, &[key('1')], Action::Show(List::Speakers), "list of speakers"),
    bind("quotes", READING, &[key('2')], Action::Show(List::Quotes), "list of quotes"),
    bind("entities", READING, &[key('3')], Action::Show(List::Entities), "list of entities"),
    bind("overview", READING, &[key('4')], Action::Show(List::Overview), "chart of who speaks"),
    bind(
        "copy",
        READING,
        &[key('y')],
        Action::Copy(Extent::WithSpeaker),
        "copy with speaker and title",
    ),
    bind(
        "copy-words",
        READING,
        &[key('Y')],
        Action::Copy(Extent::WordsOnly),
        "copy the words only",
    ),
    bind(
        "next-width",
        READING,
        &[key('w')],
        Action::NextMeasure,
        "width of 66, 80, the whole pane",
    ),
    bind("narrower", READING, &[key('-')], Action::Measure(Way::Back), "narrower text"),
    bind("wider", READING, &[key('+'), key('=')], Action::Measure(Way::On), "wider text"),
    bind("one-pane", READING, &[key('z')], Action::ToggleZen, "one pane, or both"),
    bind("next-theme", READING, &[key('t')], Action::NextTheme, "next theme"),
    bind("help", ALL, &[key('?'), code(KeyCode::F(1))], Action::ToggleHelp, "help"),
    bind("redraw", ALL, &[control('l')], Action::Redraw, "draw the screen anew"),
    bind("suspend", ALL, &[control('z')], Action::Suspend, "to the shell; fg comes back"),
    bind("quit", ALL, &[key('q'), control('c')], Action::Quit, "leave"),
];

const fn bind(
    name: &'static str,
    modes: &'static [Mode],
    keys: &'static [Key],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { name, modes, keys, action, help }
}

impl Binding {
    /// Its keys as help shows them.
    pub fn labels(&self) -> String {
        labels(self.keys)
    }
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Article, Self::List, Self::Help];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::List => "list",
            Self::Help => "help",
        }
    }
}

/// Keys as help shows them.
pub fn labels(keys: &[Key]) -> String {
    keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
}
