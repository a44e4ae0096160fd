//! The one table of keys. Dispatch, the footer, help and `docs/keys.md` are derived from it.
//!
//! Readers can bind other keys to its rows; [`Keymap`](crate::app::keys::bound::Keymap) holds the result.

use crossterm::event::KeyCode;
use strum::VariantArray;

use crate::app::keys::action::{
    Action, Edit, Extent, Focus, LetterUse, List, Motion, Purpose, Step, Voices, Way,
};
use crate::app::keys::key::{Key, alt, code, control, key, shift};

/// What decides the meaning of a key: what is open, or which pane has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Mode {
    /// The article has the focus.
    Article,
    /// The list has the focus.
    List,
    /// Help is open.
    Help,
    /// The menu of formats is open.
    Menu,
    /// A line is being typed.
    Typing,
    /// A letter is awaited.
    Letter,
}

/// A row of the table: keys that do the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Its name in the configuration file and on the command line of the reader.
    pub name: &'static str,
    /// The modes in which the keys work.
    pub modes: &'static [Mode],
    /// The keys; hints show the first one.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// The same in words, for help.
    pub help: &'static str,
}

const ALL: &[Mode] = Mode::VARIANTS;
const VIEWS: &[Mode] = &[Mode::Article, Mode::List, Mode::Help];
const MOVING: &[Mode] = &[Mode::Article, Mode::List, Mode::Help, Mode::Menu];
const MENU: &[Mode] = &[Mode::Menu];
const TYPING: &[Mode] = &[Mode::Typing];
const INPUT: &[Mode] = &[Mode::Menu, Mode::Typing, Mode::Letter];
const READING: &[Mode] = &[Mode::Article, Mode::List];
const ARTICLE: &[Mode] = &[Mode::Article];
const LIST: &[Mode] = &[Mode::List];

/// All keys, in the order in which help lists them.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    bind("next", READING, &[key('n'), key(']')], Action::Step(Way::On), "next quote, mention or hit"),
    bind("previous", READING, &[key('N'), key('p'), key('[')], Action::Step(Way::Back), "previous quote, mention or hit"),
    bind("next-of-speaker", READING, &[key('J'), key('}'), shift(KeyCode::Down)], Action::StepSpeaker(Way::On), "next quote by this speaker"),
    bind("previous-of-speaker", READING, &[key('K'), key('{'), shift(KeyCode::Up)], Action::StepSpeaker(Way::Back), "previous quote by this speaker"),
    bind("follow", READING, &[key('f')], Action::Follow(Voices::All), "step through this speaker's quotes only"),
    bind("follow-direct", READING, &[key('F')], Action::Follow(Voices::Direct), "step through their direct quotes only"),
    bind("follow-unsure", READING, &[key('U')], Action::FollowUnsure, "step through doubtful quotes only"),
    bind("search", ARTICLE, &[key('/')], Action::Open(Purpose::Search), "search the text"),
    bind("filter", READING, &[key('&')], Action::Open(Purpose::Filter), "filter the list (empty: show all)"),
    bind("filter-list", LIST, &[key('/')], Action::Open(Purpose::Filter), "filter the list"),
    bind("command", READING, &[key(':')], Action::Open(Purpose::Command), "go to a quote by number, or run a command by name"),
    bind("jump-back", READING, &[key('H'), control('o'), code(KeyCode::Backspace), alt(KeyCode::Left)], Action::Jump(Way::Back), "back to where you were before the jump"),
    bind("jump-forward", READING, &[key('L'), alt(KeyCode::Right)], Action::Jump(Way::On), "forward again"),
    bind("mark", READING, &[key('m')], Action::Await(LetterUse::Mark), "mark this place with a letter"),
    bind("go-to-mark", READING, &[key('\'')], Action::Await(LetterUse::GoTo), "go to a mark (' again: last place)"),
    bind("fold-text", ARTICLE, &[key('o')], Action::FoldText, "show only paragraphs with quotes, or all"),
    bind("card", ARTICLE, &[code(KeyCode::Enter)], Action::ToggleCard, "quote details"),
    bind("show-speaker", ARTICLE, &[key('s')], Action::ShowSpeaker, "show the speaker in the list"),
    bind("choose", LIST, &[code(KeyCode::Enter)], Action::Choose, "choose this speaker, entity or quote"),
    bind("fold", LIST, &[key('o')], Action::Fold, "fold or unfold"),
    bind("back", VIEWS, &[code(KeyCode::Esc)], Action::Back, "close what is open, then back to all quotes"),
    bind("line-down", MOVING, &[key('j'), code(KeyCode::Down)], Action::Move(Motion::Line(Way::On)), "line or row down"),
    bind("line-up", MOVING, &[key('k'), code(KeyCode::Up)], Action::Move(Motion::Line(Way::Back)), "line or row up"),
    bind("half-page-down", MOVING, &[key('d'), control('d')], Action::Move(Motion::Half(Way::On)), "half a page down"),
    bind("half-page-up", MOVING, &[key('u'), control('u')], Action::Move(Motion::Half(Way::Back)), "half a page up"),
    bind("page-down", MOVING, &[key(' '), code(KeyCode::PageDown), control('f')], Action::Move(Motion::Page(Way::On)), "page down"),
    bind("page-up", MOVING, &[key('b'), code(KeyCode::PageUp), control('b')], Action::Move(Motion::Page(Way::Back)), "page up"),
    bind("top", MOVING, &[key('g'), code(KeyCode::Home)], Action::Move(Motion::End(Way::Back)), "top"),
    bind("end", MOVING, &[key('G'), code(KeyCode::End)], Action::Move(Motion::End(Way::On)), "end"),
    bind("other-pane", READING, &[code(KeyCode::Tab), code(KeyCode::BackTab)], Action::SwitchFocus, "other pane"),
    bind("to-article", READING, &[key('h'), code(KeyCode::Left)], Action::Focus(Focus::Article), "to the article"),
    bind("to-list", READING, &[key('l'), code(KeyCode::Right)], Action::Focus(Focus::List), "to the list"),
    bind("speakers", READING, &[key('1')], Action::Show(List::Speakers), "list of speakers"),
    bind("quotes", READING, &[key('2')], Action::Show(List::Quotes), "list of quotes"),
    bind("entities", READING, &[key('3')], Action::Show(List::Entities), "list of entities"),
    bind("overview", READING, &[key('4')], Action::Show(List::Overview), "chart of who speaks how much"),
    bind("copy", READING, &[key('y')], Action::Copy(Extent::WithSpeaker), "copy with speaker and title"),
    bind("copy-words", READING, &[key('Y')], Action::Copy(Extent::WordsOnly), "copy the words only"),
    bind("copy-markdown", READING, &[key('c')], Action::Copy(Extent::Markdown), "copy as a Markdown quote"),
    bind("export", READING, &[key('e')], Action::OpenExport, "export to a file"),
    bind("format", MENU, &[code(KeyCode::Enter)], Action::TakeFormat, "export in this format"),
    bind("next-width", READING, &[key('w')], Action::NextMeasure, "text width: 66, 80, whole pane"),
    bind("narrower", READING, &[key('-')], Action::Measure(Way::Back), "narrower text"),
    bind("wider", READING, &[key('+'), key('=')], Action::Measure(Way::On), "wider text"),
    bind("one-pane", READING, &[key('z')], Action::ToggleZen, "one pane, or both"),
    bind("next-theme", READING, &[key('t')], Action::NextTheme, "next theme"),
    bind("help", VIEWS, &[key('?'), code(KeyCode::F(1))], Action::ToggleHelp, "help"),
    bind("redraw", ALL, &[control('l')], Action::Redraw, "redraw"),
    bind("suspend", ALL, &[control('z')], Action::Suspend, "suspend (fg resumes)"),
    bind("accept", TYPING, &[code(KeyCode::Enter)], Action::Edit(Edit::Accept), "accept"),
    bind("cancel", INPUT, &[code(KeyCode::Esc), control('c')], Action::Edit(Edit::Cancel), "cancel"),
    bind("complete", TYPING, &[code(KeyCode::Tab)], Action::Edit(Edit::Complete), "complete the command"),
    bind("older", TYPING, &[code(KeyCode::Up), control('p')], Action::Edit(Edit::Older), "previous line typed"),
    bind("newer", TYPING, &[code(KeyCode::Down), control('n')], Action::Edit(Edit::Newer), "next line typed"),
    bind("delete", TYPING, &[code(KeyCode::Backspace), control('h')], Action::Edit(Edit::Delete), "delete a character (empty line: cancel)"),
    bind("delete-word", TYPING, &[control('w')], Action::Edit(Edit::DeleteWord), "delete a word"),
    bind("delete-line", TYPING, &[control('u')], Action::Edit(Edit::DeleteAll), "delete to the start of the line"),
    bind("cursor-left", TYPING, &[code(KeyCode::Left), control('b')], Action::Edit(Edit::Move(Step::Left)), "cursor left"),
    bind("cursor-right", TYPING, &[code(KeyCode::Right), control('f')], Action::Edit(Edit::Move(Step::Right)), "cursor right"),
    bind("cursor-start", TYPING, &[code(KeyCode::Home), control('a')], Action::Edit(Edit::Move(Step::Start)), "cursor to the start"),
    bind("cursor-end", TYPING, &[code(KeyCode::End), control('e')], Action::Edit(Edit::Move(Step::End)), "cursor to the end"),
    bind("quit", VIEWS, &[key('q'), control('c')], Action::Quit, "quit"),
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

impl Mode {
    /// Its name, as `whosaid keys` prints it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::List => "list",
            Self::Help => "help",
            Self::Menu => "menu",
            Self::Typing => "typing",
            Self::Letter => "letter",
        }
    }
}
