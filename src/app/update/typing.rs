//! What typing does: a search finds with every key, a filter thins the list out, a command is done at its end.

use crate::app::keys::action::{Action, Focus};
use crate::app::keys::command::{self, Instruction};
use crate::app::state::State;
use crate::app::state::prompt::{Edit, Prompt, Purpose};
use crate::app::update::export::{Order, Replace};
use crate::app::update::finding;
use crate::app::update::lists;

/// Names that are shown at once when a command is completed.
const MOST_NAMES: usize = 8;

/// What is left to do when a line has been changed or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing.
    Nothing,
    /// What the line names.
    Act(Action),
    /// A file is to be written.
    Export(Order),
}

/// Begins a line.
pub fn open(state: &mut State, purpose: Purpose) {
    state.left = (state.bookmark(), state.scene.trail);
    state.scene.prompt = Some(Prompt::new(purpose));
    if purpose == Purpose::Filter {
        lists::give_focus(state, Focus::List);
    }
}

/// Changes the line, or ends it; what is left to do when it is done.
pub fn edit(state: &mut State, edit: Edit) -> Done {
    let Some(mut prompt) = state.scene.prompt.take() else { return Done::Nothing };
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
        changed(state, &mut prompt);
    }
    state.scene.prompt = Some(prompt);
    Done::Nothing
}

fn changed(state: &mut State, prompt: &mut Prompt) {
    match prompt.purpose() {
        Purpose::Search => finding::find(state, prompt.words()),
        Purpose::Filter => finding::thin(state, prompt.words()),
        // another path may be that of another file
        Purpose::Replace(format) => prompt.turn_to(Purpose::Export(format)),
        Purpose::Command | Purpose::Export(_) => {}
    }
}

fn cancel(state: &mut State, purpose: Purpose) -> Done {
    match purpose {
        Purpose::Search => finding::give_up(state),
        Purpose::Filter => finding::thin(state, ""),
        Purpose::Command | Purpose::Export(_) | Purpose::Replace(_) => {}
    }
    Done::Nothing
}

fn accept(state: &mut State, prompt: &Prompt) -> Done {
    let purpose = prompt.purpose();
    let last = state.history.of(purpose).last().cloned().unwrap_or_default();
    // as in less, a search for nothing is the last one again
    let again = purpose == Purpose::Search && prompt.words().is_empty();
    let words = if again { last } else { prompt.words().to_owned() };
    state.history.add(purpose, &words);
    match purpose {
        Purpose::Search if again => {
            finding::find(state, &words);
            finding::settle(state);
        }
        Purpose::Search => finding::settle(state),
        Purpose::Filter => {}
        Purpose::Command => return command(state, &words),
        Purpose::Export(_) | Purpose::Replace(_) if words.is_empty() => {}
        Purpose::Export(format) => {
            return Done::Export(Order { format, path: words, replace: Replace::Never });
        }
        Purpose::Replace(format) => {
            return Done::Export(Order { format, path: words, replace: Replace::Confirmed });
        }
    }
    Done::Nothing
}

fn command(state: &mut State, words: &str) -> Done {
    match command::parse(words) {
        Instruction::Act(action) => return Done::Act(action),
        Instruction::Quote(number) => finding::go_to_quote(state, number),
        Instruction::Unknown if words.is_empty() => {}
        Instruction::Unknown => {
            state.say(&format!("there is no “{words}”; Tab lists what there is"))
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
