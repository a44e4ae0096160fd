//! What the reader is doing: one state, and one function that changes it.
//!
//! A key becomes an action ([`keys`]), [`update()`] applies it to the [`state`], and what remains to be done outside is
//! returned as an [`Effect`]. Nothing here reads, writes or asks the time, so a test can play any session.

pub mod keys;
pub mod state;
pub mod update;

use crate::app::keys::action::{Action, Edit, Focus, Motion};
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::app::state::overlay::Overlay;
use crate::app::state::panes::{Side, Size};
use crate::app::state::search::Searched;
use crate::app::state::theme_name::ThemeName;
use crate::app::state::trail::Trail;
use crate::app::update::export::{Order, Outcome};
use crate::app::update::pointer::Pointer;
use crate::app::update::typing::Done;
use crate::app::update::{
    card, copying, export, finding, help, lists, pointer, setting, travel, typing,
};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The reader asks for something.
    Act(Action),
    /// The mouse did something.
    Pointed(Pointer),
    /// The terminal reported its background; this theme fits it.
    Background(ThemeName),
    /// The terminal has another size.
    Resized(Size),
    /// More of the article is annotated: this many percent of it.
    Annotated(Box<Known>, u8),
    /// The text is prepared for searching.
    Searchable(Box<Searched>),
    /// An export ended.
    Exported(Order, Outcome),
    /// The program resumes after a suspension.
    Resumed,
}

/// What remains to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back until the shell resumes the program.
    Suspend,
    /// Put words into the clipboard.
    Copy(String),
    /// Write a file.
    Export(Order),
}

/// Changes the state as the message asks.
#[must_use]
pub fn update(state: &mut State, message: Message) -> Option<Effect> {
    if let Message::Act(_) | Message::Pointed(_) = message {
        state.status.notice = None;
    }
    let effect = take(state, message);
    card::fit(state);
    effect
}

fn take(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Act(action) => return act(state, action),
        Message::Pointed(pointer) => pointer::point(state, pointer),
        // a theme that was chosen before the answer came stays
        Message::Background(theme) if state.appearance.theme == ThemeName::Terminal => {
            state.appearance.theme = theme;
        }
        Message::Background(_) => {}
        Message::Resized(size) => state.arrange(|arrangement| arrangement.size = size),
        Message::Annotated(known, percent) => {
            state.take_document(*known);
            state.status.progress = (percent < 100).then_some(percent);
            if percent >= 100 {
                finding::seek(state);
            }
        }
        Message::Searchable(searched) => state.search.searched = *searched,
        Message::Exported(order, outcome) => export::report(state, &order, &outcome),
        Message::Resumed => state.appearance.redraws += 1,
    }
    None
}

fn act(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Move(motion) => move_by(state, motion),
        Action::Step(way) => travel::step(state, way),
        Action::StepSpeaker(way) => travel::step_speaker(state, way),
        Action::SwitchFocus => lists::switch_focus(state),
        Action::Focus(focus) => state.give_focus(focus),
        Action::Show(list) => lists::show_list(state, list),
        Action::Choose => lists::choose(state),
        Action::ShowSpeaker => lists::show_speaker(state),
        Action::ToggleCard => card::toggle(state),
        Action::Fold => state.list.toggle_fold(&state.known),
        Action::Follow(voices) => lists::follow_speaker(state, voices),
        Action::FollowUnsure => lists::follow_trail(state, Trail::Unsure),
        Action::OpenExport => export::open(state),
        Action::TakeFormat => export::take_format(state),
        Action::Open(purpose) => typing::open(state, purpose),
        Action::Edit(edit) => return edit_line(state, edit),
        Action::Await(letter_use) => state.overlay = Some(Overlay::Letter(letter_use)),
        Action::Letter(letter) => travel::take_letter(state, letter),
        Action::Jump(way) => travel::jump(state, way),
        Action::FoldText => setting::fold_text(state),
        Action::Back => back(state),
        Action::NextMeasure => setting::next_measure(state),
        Action::Measure(way) => setting::change_measure(state, way),
        Action::ToggleZen => setting::toggle_zen(state),
        Action::NextTheme => setting::next_theme(state),
        Action::ToggleHelp => help::toggle(state),
        Action::Copy(extent) => return copying::copy(state, extent).map(Effect::Copy),
        Action::Redraw => state.appearance.redraws += 1,
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

/// Moves in whatever is on top: an overlay, the open card, or the pane with the focus.
fn move_by(state: &mut State, motion: Motion) {
    let (side, focus) = (state.page_view.side(), state.page_view.focus());
    match (&state.overlay, side, focus) {
        (Some(Overlay::Help(top)), ..) => help::scroll(state, *top, motion),
        (Some(Overlay::Menu(row)), ..) => export::move_cursor(state, *row, motion),
        (Some(Overlay::Line(_) | Overlay::Letter(_)), ..) => {}
        (None, Side::Card, _) => state.card.scroll(motion),
        (None, Side::List, Focus::List) => lists::move_cursor(state, motion),
        (None, Side::List, Focus::Article) => {
            if let Motion::End(_) = motion {
                state.remember_place();
            }
            state.page_view.scroll(motion);
        }
    }
}

/// Edits the line being typed; where there is none, canceling closes the overlay.
fn edit_line(state: &mut State, edit: Edit) -> Option<Effect> {
    let Some(Overlay::Line(prompt)) = state.overlay.take() else { return None };
    match typing::edit(state, prompt, edit) {
        Done::Nothing => None,
        Done::Act(action) => act(state, action),
        Done::Export(order) => Some(Effect::Export(order)),
    }
}

/// Closes the topmost thing that is open; with nothing open, goes back to all quotes.
fn back(state: &mut State) {
    if state.overlay.take().is_some() || card::close(state) {
        return;
    }
    if state.list.filter().is_some() {
        return finding::filter(state, "");
    }
    state.search.clear();
    state.set_trail(Trail::Quotes);
}

#[cfg(test)]
pub(crate) mod sample;

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::annotation::document::Document;
    use crate::app::keys::action::Way;
    use crate::app::keys::table::{BINDINGS, Mode};
    use crate::app::sample::{after, annotate, document, here, notice, opened, press, top, unread};
    use crate::app::state::page_view::Paragraphs;
    use crate::app::state::preferences::Preferences;
    use crate::app::state::rows::Row;
    use crate::app::state::trail::{Stop, Target};
    use crate::app::state::wanted::Wanted;
    use crate::app::update::pointer::Gesture;

    /// What is left open after some keys.
    #[track_caller]
    fn check_open(keys: &str, expected: &str) {
        let state = after(keys);
        let open = [
            (state.overlay.is_some(), "overlay"),
            (state.page_view.side() == Side::Card, "card"),
            (state.list.filter().is_some(), "filter"),
            (state.search.query().is_some(), "search"),
            (state.route.trail() != Trail::Quotes, "trail"),
        ];
        let open: Vec<&str> = open.iter().filter(|(open, _)| *open).map(|(_, it)| *it).collect();
        assert_eq!(open.join(" "), expected, "{keys}");
    }

    #[test]
    fn escape_closes_one_thing_after_the_other() {
        let keys = "/ rain Enter n & ann Enter h : 1 Enter f Enter ?";
        check_open(keys, "overlay card filter search trail");
        check_open(&format!("{keys} Esc"), "card filter search trail");
        check_open(&format!("{keys} Esc Esc"), "filter search trail");
        check_open(&format!("{keys} Esc Esc Esc"), "search trail");
        check_open(&format!("{keys} Esc Esc Esc Esc"), "");
    }

    #[test]
    fn escape_closes_every_overlay() {
        for keys in ["?", "e", ":", "/", "&", "m", "'"] {
            check_open(keys, "overlay");
            check_open(&format!("{keys} Esc"), "");
        }
    }

    /// The mode after some keys, in which Ctrl-L redraws and Ctrl-Z suspends.
    #[track_caller]
    fn check_mode(keys: &str, expected: Mode) {
        let mut state = after(keys);
        assert_eq!(state.mode(), expected, "{keys}");
        assert_eq!(press(&mut state, "Ctrl-L"), None);
        assert_eq!(state.appearance.redraws, 1, "{keys}");
        assert_eq!(press(&mut state, "Ctrl-Z"), Some(Effect::Suspend), "{keys}");
        assert_eq!(state.mode(), expected, "{keys}: it stays open");
    }

    #[test]
    fn redraw_and_suspend_work_in_every_mode() {
        check_mode("", Mode::Article);
        check_mode("l", Mode::List);
        check_mode("?", Mode::Help);
        check_mode("e", Mode::Menu);
        check_mode("/", Mode::Typing);
        check_mode("m", Mode::Letter);
    }

    #[test]
    fn moving_reaches_only_what_is_on_top() {
        for (keys, moves) in [
            ("", true),
            ("l", true),
            ("?", true),
            ("e", true),
            ("n Enter", true),
            ("/", false),
            ("m", false),
        ] {
            let mut state = after(keys);
            let (before, cursor) = (state.scene(), state.list.cursor());
            let effect = update(&mut state, Message::Act(Action::Move(Motion::Line(Way::On))));
            assert_eq!(effect, None);
            assert_eq!(state.scene() != before, moves, "{keys}");
            let panes = (state.page_view.top(), state.list.cursor());
            let alone = matches!(keys, "" | "l");
            assert_eq!(panes != (before.position.top, cursor), alone, "{keys}");
        }
    }

    #[test]
    fn only_a_move_to_an_end_of_the_article_is_a_jump() {
        for (keys, jumps) in [("j", false), ("Space", false), ("G", true), ("G g", true)] {
            let mut state = after(keys);
            press(&mut state, "H");
            assert_eq!(notice(&state) != "no earlier place", jumps, "{keys}");
        }
    }

    #[test]
    fn a_theme_follows_the_background_unless_one_is_chosen() {
        let mut state = after("");
        let _ = update(&mut state, Message::Background(ThemeName::Light));
        assert_eq!(state.appearance.theme, ThemeName::Light);
        let mut state = after("t");
        let _ = update(&mut state, Message::Background(ThemeName::Light));
        assert_eq!(state.appearance.theme, ThemeName::Dark);
    }

    #[test]
    fn a_notice_stays_until_a_key_or_the_mouse() {
        let size = Size { width: 80, height: 10 };
        let pointer = Pointer { column: 0, row: 0, gesture: Gesture::Click };
        for (message, stays) in [
            (Message::Resized(size), true),
            (Message::Resumed, true),
            (Message::Act(Action::Redraw), false),
            (Message::Pointed(pointer), false),
        ] {
            let mut state = after("t");
            let _ = update(&mut state, message);
            assert_eq!(state.status.notice.is_some(), stays);
        }
    }

    #[test]
    fn resuming_redraws_the_screen() {
        let mut state = after("");
        let _ = update(&mut state, Message::Resumed);
        assert_eq!(state.appearance.redraws, 1);
    }

    #[test]
    fn progress_is_shown_until_all_is_annotated() {
        let mut state = unread(Size { width: 80, height: 8 }, Preferences::default());
        assert_eq!(state.status.progress, None);
        annotate(&mut state, document(), 99);
        assert_eq!(state.status.progress, Some(99));
        annotate(&mut state, document(), 100);
        assert_eq!((state.status.progress, state.status.revision), (None, 2));
    }

    #[test]
    fn what_the_command_line_asks_for_waits_until_all_is_annotated() {
        let mut state = unread(Size { width: 80, height: 8 }, Preferences::default());
        state.bookmarks.wanted = Some(Wanted::Quote(2));
        annotate(&mut state, Document::unread(document().article().clone()), 50);
        annotate(&mut state, document(), 99);
        assert_eq!(here(&state), "");
        annotate(&mut state, document(), 100);
        assert_eq!(here(&state), "“Nobody pays,”");
    }

    #[test]
    fn a_prepared_text_finds_the_same() {
        let mut state = after("");
        let searched = Searched::of(state.known.document.text());
        let _ = update(&mut state, Message::Searchable(Box::new(searched)));
        press(&mut state, "/ rain Enter");
        assert_eq!(here(&state), "rain");
    }

    #[test]
    fn a_command_does_what_its_key_does() {
        let mut state = after("");
        assert_eq!(press(&mut state, ": quit Enter"), Some(Effect::Quit));
        assert_eq!(press(&mut state, "n Y"), Some(Effect::Copy("“It cracks.”".to_owned())));
    }

    #[test]
    fn a_smaller_terminal_keeps_the_first_word_on_top() {
        let mut state = opened(80, 8);
        press(&mut state, "j j j j");
        assert_eq!(top(&state), "It rained all day, and nobody came.");
        let _ = update(&mut state, Message::Resized(Size { width: 30, height: 8 }));
        assert_eq!(top(&state), "It rained all day, and");
    }

    /// What holds between any two messages.
    #[track_caller]
    fn check_invariants(state: &State) {
        let rows = state.list.rows();
        let on_row = state.list.row().is_some_and(Row::takes_cursor);
        assert!(on_row || rows.is_empty() && state.list.cursor() == 0, "the cursor has a row");
        let visible = state.list.top()..state.list.top() + state.list.height();
        assert!(visible.contains(&state.list.cursor()), "the cursor is visible");
        let (lines, height) = (state.page_view.page().lines().len(), state.page_view.height());
        assert!(state.page_view.top() <= lines.saturating_sub(height), "the page fills its pane");
        let current =
            state.current_span().is_none_or(|span| state.page_view.page().holds(span.start()));
        let folded = state.page_view.position().paragraphs == Paragraphs::WithQuotes;
        assert!(current || folded, "the current stop is on the page");
        let quote = matches!(state.route.current, Some(Stop { target: Target::Quote(_), .. }));
        assert!(quote || state.card.card().is_none(), "a card has a quote");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 48,
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn no_session_leaves_its_rails(steps in vec((0..BINDINGS.len() + 4, 0_u16..200), 0..80)) {
            let mut state = opened(80, 12);
            for (step, number) in steps {
                let message = match step.checked_sub(BINDINGS.len()) {
                    None => Message::Act(BINDINGS[step].action),
                    Some(0) => Message::Resized(Size { width: number, height: number % 60 }),
                    Some(1) => Message::Act(Action::Edit(Edit::Insert('a'))),
                    Some(2) => Message::Pointed(Pointer {
                        column: number % 80,
                        row: number % 12,
                        gesture: Gesture::Click,
                    }),
                    Some(_) => {
                        let empty = Document::unread(document().article().clone());
                        let known = if number % 2 == 0 { document() } else { empty };
                        Message::Annotated(Box::new(Known::of(known)), 100)
                    }
                };
                let _ = update(&mut state, message);
                check_invariants(&state);
            }
        }
    }
}
