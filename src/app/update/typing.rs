//! Edits the typed line: a search finds at every key, a filter filters, a command waits for its end.

use crate::app::keys::action::{Action, Edit, Focus, Purpose};
use crate::app::keys::command::{self, Instruction};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::prompt::Prompt;
use crate::app::update::export::{Order, Replace};
use crate::app::update::finding;

/// How many names of commands a completion shows.
const MOST_NAMES: usize = 8;

/// What remains to be done after a line was edited or accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing.
    Nothing,
    /// The command that the line names.
    Act(Action),
    /// A file is to be written.
    Export(Order),
}

/// Opens a line.
pub fn open(state: &mut State, purpose: Purpose) {
    match purpose {
        Purpose::Search => finding::start(state),
        Purpose::Filter => state.give_focus(Focus::List),
        Purpose::Command | Purpose::Export(_) | Purpose::Replace(_) => {}
    }
    state.overlay = Some(Overlay::Line(Prompt::new(purpose)));
}

/// Edits the line, accepts it or cancels it; gives what remains to be done.
pub fn edit(state: &mut State, mut prompt: Prompt, edit: Edit) -> Done {
    let before = prompt.words().to_owned();
    match edit {
        Edit::Accept => return accept(state, &prompt),
        Edit::Cancel => return cancel(state, prompt.purpose()),
        Edit::Delete if before.is_empty() => return cancel(state, prompt.purpose()),
        Edit::Delete => prompt.delete(),
        Edit::DeleteWord => prompt.delete_word(),
        Edit::DeleteAll => prompt.delete_all(),
        Edit::Insert(character) => prompt.insert(character),
        Edit::Move(step) => prompt.step(step),
        Edit::Older => prompt.older(state.history.of(prompt.purpose())),
        Edit::Newer => prompt.newer(state.history.of(prompt.purpose())),
        Edit::Complete => complete(state, &mut prompt),
    }
    if prompt.words() != before {
        take_words(state, &mut prompt);
    }
    state.overlay = Some(Overlay::Line(prompt));
    Done::Nothing
}

fn take_words(state: &mut State, prompt: &mut Prompt) {
    match prompt.purpose() {
        Purpose::Search => finding::find(state, prompt.words()),
        Purpose::Filter => finding::filter(state, prompt.words()),
        // the file at another path has not been confirmed
        Purpose::Replace(format) => prompt.turn_to(Purpose::Export(format)),
        Purpose::Command | Purpose::Export(_) => {}
    }
}

fn cancel(state: &mut State, purpose: Purpose) -> Done {
    match purpose {
        Purpose::Search => finding::give_up(state),
        Purpose::Filter => finding::filter(state, ""),
        Purpose::Command | Purpose::Export(_) | Purpose::Replace(_) => {}
    }
    Done::Nothing
}

fn accept(state: &mut State, prompt: &Prompt) -> Done {
    let purpose = prompt.purpose();
    let words = match (purpose, prompt.words()) {
        // as in less, a search for nothing repeats the last one
        (Purpose::Search, "") => state.history.of(purpose).last().cloned().unwrap_or_default(),
        (_, words) => words.to_owned(),
    };
    state.history.add(purpose, &words);
    match purpose {
        Purpose::Search => {
            finding::find(state, &words);
            finding::settle(state);
            Done::Nothing
        }
        Purpose::Filter => Done::Nothing,
        Purpose::Command => run(state, &words),
        Purpose::Export(_) | Purpose::Replace(_) if words.is_empty() => Done::Nothing,
        Purpose::Export(format) => {
            Done::Export(Order { format, path: words, replace: Replace::Never })
        }
        Purpose::Replace(format) => {
            Done::Export(Order { format, path: words, replace: Replace::Confirmed })
        }
    }
}

fn run(state: &mut State, words: &str) -> Done {
    match command::parse(words) {
        Instruction::Act(action) => return Done::Act(action),
        Instruction::Quote(number) => finding::go_to_quote(state, number),
        Instruction::Unknown if words.is_empty() => {}
        Instruction::Unknown => {
            state.say(&format!("unknown command: {words} (Tab lists commands)"));
        }
    }
    Done::Nothing
}

fn complete(state: &mut State, prompt: &mut Prompt) {
    if prompt.purpose() != Purpose::Command {
        return;
    }
    let words = command::complete(prompt.before_cursor());
    prompt.replace(&words);
    let candidates = command::candidates(&words);
    let names: Vec<&str> = candidates.iter().map(|binding| binding.name).collect();
    if names.len() != 1 {
        let more = if names.len() > MOST_NAMES { " …" } else { "" };
        let shown = names.get(..MOST_NAMES).unwrap_or(&names).join("  ");
        state.say(&format!("{shown}{more}"));
    }
}
