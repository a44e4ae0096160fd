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

/// Edits the line, accepts it or cancels it; returns what remains to be done.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, here, notice, press};
    use crate::app::state::trail::Trail;

    /// The words of the open line after some keys, with `|` where the cursor is.
    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let state = after(keys);
        let shown = match &state.overlay {
            Some(Overlay::Line(line)) => {
                let behind = line.words().strip_prefix(line.before_cursor()).unwrap();
                format!("{}|{behind}", line.before_cursor())
            }
            Some(Overlay::Help(_) | Overlay::Menu(_) | Overlay::Letter(_)) | None => String::new(),
        };
        assert_eq!(shown, expected, "{keys}");
    }

    #[test]
    fn the_keys_edit_the_line() {
        check(": one", "one|");
        check(": one Left x", "onx|e");
        check(": one Home Right x", "ox|ne");
        check(": one Home End x", "onex|");
        check(": one Space two Ctrl-W", "one |");
        check(": one Left Ctrl-U", "|e");
        check(": one Backspace", "on|");
    }

    #[test]
    fn deleting_in_an_empty_line_cancels_it() {
        check(": o Backspace", "|");
        check(": Backspace", "");
        assert_eq!(after("& ann Backspace Backspace Backspace").list.filter(), None);
        assert!(after("& ann Backspace Backspace Backspace Backspace").overlay.is_none());
    }

    #[test]
    fn each_kind_of_line_has_its_own_history() {
        check(": 1 Enter : 2 Enter : Up", "2|");
        check(": 1 Enter : 2 Enter : Up Up", "1|");
        check(": 1 Enter : 2 Enter : x Up Down", "x|");
        check(": 1 Enter & ann Enter & Up", "ann|");
        check(": 1 Enter / Up", "|");
        check(": 1 Esc : Up", "|");
    }

    #[test]
    fn a_line_has_its_effect_while_it_is_typed() {
        assert_eq!(here(&after("/ rain")), "rain");
        assert_eq!(after("& ann").list.filter(), Some("ann"));
        assert_eq!(after("& ann").list.rows().len(), 1);
        assert_eq!(here(&after(": 2")), "", "a command waits for Enter");
    }

    #[test]
    fn a_filter_gives_the_focus_to_the_list() {
        assert_eq!(after("& ann Enter").page_view.focus(), Focus::List);
        assert_eq!(after("/ rain Enter").page_view.focus(), Focus::Article);
        assert_eq!(after("& ann Enter").list.filter(), Some("ann"));
        assert_eq!(after("& ann Esc").list.filter(), None);
    }

    #[test]
    fn a_search_for_nothing_repeats_the_last_one() {
        let mut state = after("/ rain Enter Esc G / Enter");
        assert_eq!((here(&state), state.search.query()), ("rain", Some("rain")));
        press(&mut state, "/ Esc");
        assert_eq!(state.route.trail(), Trail::Quotes);
        assert_eq!(here(&after("n / Enter")), "“It cracks,”", "with no last one nothing happens");
    }

    #[test]
    fn a_command_is_a_number_or_a_name() {
        assert_eq!(here(&after(": 2 Enter")), "“Nobody pays,”");
        assert_eq!(here(&after(": next Enter")), "“It cracks,”");
        assert_eq!(
            notice(&after(": nonsense Enter")),
            "unknown command: nonsense (Tab lists commands)"
        );
        assert_eq!(notice(&after(": Enter")), "");
    }

    #[test]
    fn tab_completes_a_command_and_lists_what_it_may_be() {
        check(": redr Tab", "redraw|");
        assert_eq!(notice(&after(": redr Tab")), "");
        check(": copy Tab", "copy|");
        assert_eq!(notice(&after(": copy Tab")), "copy  copy-words  copy-markdown");
        check(": zzz Tab", "zzz|");
        assert_eq!(notice(&after(": Tab")).matches("  ").count(), MOST_NAMES - 1);
        assert!(notice(&after(": Tab")).ends_with(" …"));
        check("/ redr Tab", "redr|");
    }
}
