//! Exports the article: a menu of formats, then a path, then the file. An existing file is replaced only after a second
//! Enter.

use crate::app::keys::action::{Motion, Purpose};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::prompt::Prompt;
use crate::formats::format::Format;

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its format.
    pub format: Format,
    /// Its path, as it was typed.
    pub path: String,
    /// Whether an existing file may be replaced.
    pub replace: Replace,
}

/// Whether an existing file may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// It may not.
    Never,
    /// The reader confirmed it.
    Confirmed,
}

/// What came of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file is written, at this path.
    Written(String),
    /// The file exists already.
    Exists,
    /// It could not be written; why, in words.
    Failed(String),
}

/// Opens the menu of formats, once all of the article is annotated.
pub fn open(state: &mut State) {
    if state.status.revision == 0 || state.status.progress.is_some() {
        return state.say("still finding quotes");
    }
    state.overlay = Some(Overlay::Menu(0));
}

/// Moves the cursor of the menu from a row.
pub fn move_cursor(state: &mut State, row: usize, motion: Motion) {
    let most = Format::all().count().saturating_sub(1);
    let row = motion.applied(row, state.page_view.height(), most);
    state.overlay = Some(Overlay::Menu(row));
}

/// Takes the format under the cursor of the menu: a line opens with a path for it.
pub fn take_format(state: &mut State) {
    let Some(Overlay::Menu(row)) = state.overlay.take() else { return };
    if let Some(format) = Format::all().nth(row) {
        let path = format!("{}.{}", state.file_stem, format.ending());
        ask_for_path(state, Purpose::Export(format), &path);
    }
}

/// Says what came of an order; where the file exists, a line opens to confirm its path.
pub fn report(state: &mut State, order: &Order, outcome: &Outcome) {
    match outcome {
        Outcome::Written(path) => state.say(&format!("wrote {path}")),
        Outcome::Failed(why) => state.say(why),
        Outcome::Exists => {
            ask_for_path(state, Purpose::Replace(order.format), &order.path);
            state.say("file exists (Enter: overwrite)");
        }
    }
}

fn ask_for_path(state: &mut State, purpose: Purpose, path: &str) {
    let mut prompt = Prompt::new(purpose);
    prompt.replace(path);
    state.overlay = Some(Overlay::Line(prompt));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::action::Way;
    use crate::app::sample::{after, annotate, document, notice, press, unread};
    use crate::app::state::panes::Size;
    use crate::app::state::preferences::Preferences;
    use crate::app::{Effect, Message, update};

    /// The open line after some keys, with what it is for.
    #[track_caller]
    fn check(state: &State, expected: &str) {
        let shown = match &state.overlay {
            Some(Overlay::Line(line)) => format!("{}{}", line.purpose().sign(), line.words()),
            Some(Overlay::Menu(row)) => format!("menu {row}"),
            Some(Overlay::Help(_) | Overlay::Letter(_)) | None => String::new(),
        };
        assert_eq!(shown, expected);
    }

    fn exported(state: &mut State, outcome: Outcome) {
        let order = order(Replace::Never);
        assert_eq!(update(state, Message::Exported(order, outcome)), None);
    }

    fn order(replace: Replace) -> Order {
        let format = Format::all().next().unwrap();
        Order { format, path: "old.json".to_owned(), replace }
    }

    #[test]
    fn nothing_is_exported_while_quotes_are_being_found() {
        let mut state = unread(Size { width: 80, height: 8 }, Preferences::default());
        for percent in [None, Some(50)] {
            if let Some(percent) = percent {
                annotate(&mut state, document(), percent);
            }
            press(&mut state, "e");
            check(&state, "");
            assert_eq!(notice(&state), "still finding quotes");
        }
        annotate(&mut state, document(), 100);
        press(&mut state, "e");
        check(&state, "menu 0");
    }

    #[test]
    fn the_cursor_stays_in_the_menu() {
        let last = Format::all().count() - 1;
        let mut state = after("e j");
        check(&state, "menu 1");
        press(&mut state, "G j");
        check(&state, &format!("menu {last}"));
        move_cursor(&mut state, 0, Motion::Page(Way::On));
        check(&state, "menu 4");
    }

    #[test]
    fn each_format_proposes_a_file_named_after_the_article() {
        for (row, format) in Format::all().enumerate() {
            let state = after(&format!("e {} Enter", "j ".repeat(row)));
            check(&state, &format!("export to bridge.{}", format.ending()));
        }
    }

    #[test]
    fn an_accepted_path_is_an_order() {
        let mut state = after("e Enter Ctrl-U old.json");
        assert_eq!(press(&mut state, "Enter"), Some(Effect::Export(order(Replace::Never))));
        check(&state, "");
        assert_eq!(press(&mut state, "e Enter Ctrl-U Enter"), None, "an empty path is none");
    }

    #[test]
    fn an_existing_file_is_replaced_after_another_enter() {
        let mut state = after("");
        exported(&mut state, Outcome::Exists);
        check(&state, "replace old.json");
        assert_eq!(notice(&state), "file exists (Enter: overwrite)");
        assert_eq!(press(&mut state, "Enter"), Some(Effect::Export(order(Replace::Confirmed))));
        exported(&mut state, Outcome::Exists);
        assert_eq!(press(&mut state, "Ctrl-U Enter"), None);
    }

    #[test]
    fn another_path_is_not_confirmed() {
        let mut state = after("");
        exported(&mut state, Outcome::Exists);
        press(&mut state, "Left");
        check(&state, "replace old.json");
        press(&mut state, "x Backspace");
        check(&state, "export to old.json");
        assert_eq!(press(&mut state, "Enter"), Some(Effect::Export(order(Replace::Never))));
    }

    #[test]
    fn the_status_line_says_what_came_of_it() {
        let mut state = after("");
        exported(&mut state, Outcome::Written("old.json".to_owned()));
        assert_eq!(notice(&state), "wrote old.json");
        exported(&mut state, Outcome::Failed("no room".to_owned()));
        assert_eq!(notice(&state), "no room");
        check(&state, "");
    }
}
