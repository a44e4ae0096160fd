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
