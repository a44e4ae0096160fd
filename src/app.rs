//! What the reader is doing: one state, and one function that changes it.
//!
//! [`update`] takes a message and gives back what is left to do outside. It neither reads, writes nor asks the time, so
//! that a test can play any session.

pub mod keys;
pub mod state;
pub mod update;

use crate::annotation::citation::{citation, words};
use crate::app::keys::action::{Action, Extent, Focus, Motion, Way};
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::app::state::panes::{Side, Size};
use crate::app::state::preferences::Detail;
use crate::app::state::prompt::Edit;
use crate::app::state::search::Searched;
use crate::app::state::theme_name::ThemeName;
use crate::app::state::trail::{self, Target, Trail, Whereabouts};
use crate::app::update::export::{Order, Outcome};
use crate::app::update::pointer::Pointer;
use crate::app::update::typing::Done;
use crate::app::update::{card, export, finding, lists, pointer, setting, travel, typing};
use crate::formats::markdown;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The reader asks for something.
    Act(Action),
    /// The mouse did something.
    Pointed(Pointer),
    /// The terminal told what is behind its text: the theme for that.
    Background(ThemeName),
    /// The terminal has another size.
    Resized(Size),
    /// More of the article is annotated, so many percent of it.
    Annotated(Box<Known>, u8),
    /// The text is made ready to be searched.
    Searchable(Box<Searched>),
    /// What has come of a file that was to be written.
    Exported(Order, Outcome),
    /// The program goes on after a stop.
    Resumed,
}

/// What is left to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back until the shell goes on.
    Suspend,
    /// Put words into the clipboard.
    Copy(String),
    /// Write a file.
    Export(Order),
}

/// Changes the state as the message asks.
#[must_use]
pub fn update(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Act(action) => {
            state.scene.notice = None;
            let effect = act(state, action);
            card::fit(state);
            return effect;
        }
        Message::Pointed(pointer) => {
            state.scene.notice = None;
            pointer::point(state, pointer);
        }
        // who chose another theme before the answer came keeps it
        Message::Background(theme) if state.scene.theme == ThemeName::Terminal => {
            state.scene.theme = theme;
        }
        Message::Background(_) => {}
        Message::Resized(size) => {
            state.scene.arrangement.size = size;
            state.reflow();
        }
        Message::Annotated(known, percent) => {
            state.open(*known);
            state.scene.progress = (percent < 100).then_some(percent);
            if percent >= 100 {
                finding::seek(state);
            }
        }
        Message::Searchable(searched) => state.searched = *searched,
        Message::Exported(order, outcome) => export::tell(state, &order, &outcome),
        Message::Resumed => state.scene.redraws += 1,
    }
    card::fit(state);
    None
}

fn act(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Move(motion) => move_by(state, motion),
        Action::Step(way) => step(state, way),
        Action::StepSpeaker(way) => step_speaker(state, way),
        Action::SwitchFocus => lists::switch_focus(state),
        Action::Focus(focus) => lists::give_focus(state, focus),
        Action::Show(list) => lists::show_list(state, list),
        Action::Choose => lists::choose(state),
        Action::ShowSpeaker => lists::show_speaker(state),
        Action::ToggleCard => card::toggle(state),
        Action::Fold => lists::fold(state),
        Action::Follow(voices) => lists::follow(state, voices),
        Action::FollowUnsure => lists::walk(state, Trail::Unsure),
        Action::OpenExport => export::open(state),
        Action::TakeFormat => export::take_format(state),
        Action::Open(purpose) => typing::open(state, purpose),
        Action::Edit(Edit::Cancel)
            if state.scene.awaits.take().is_some() || state.scene.menu.take().is_some() => {}
        Action::Edit(edit) => {
            return match typing::edit(state, edit) {
                Done::Nothing => None,
                Done::Act(action) => act(state, action),
                Done::Export(order) => Some(Effect::Export(order)),
            };
        }
        Action::Await(letter) => state.scene.awaits = Some(letter),
        Action::Letter(letter) => travel::take_letter(state, letter),
        Action::Jump(way) => travel::jump(state, way),
        Action::FoldText => setting::fold_text(state),
        Action::Back => back(state),
        Action::NextMeasure => setting::next_measure(state),
        Action::Measure(way) => setting::change_measure(state, way),
        Action::ToggleZen => setting::toggle_zen(state),
        Action::NextTheme => setting::next_theme(state),
        Action::ToggleHelp => toggle_help(state),
        Action::Copy(extent) => return copy(state, extent),
        Action::Redraw => state.scene.redraws += 1,
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

fn move_by(state: &mut State, motion: Motion) {
    if state.scene.menu.is_some() {
        export::move_cursor(state, motion);
    } else if state.scene.help.is_some() {
        lists::scroll_help(state, motion);
    } else if state.scene.arrangement.side == Side::Card {
        card::scroll(state, motion);
    } else if state.scene.arrangement.focus == Focus::List {
        lists::move_cursor(state, motion);
    } else {
        // over a slow line a line costs as much as a page
        let motion = match (motion, state.scene.detail) {
            (Motion::Line(way), Detail::Lean) => Motion::Page(way),
            (motion, _) => motion,
        };
        let most = state.page.lines().len();
        let line = lists::moved(state.scene.top, motion, state.height(), most);
        if let Motion::End(_) = motion {
            state.leave();
        }
        state.scroll(line);
    }
}

/// Goes along the trail: from what is looked at while it is in sight, else from the top of the screen.
fn step(state: &mut State, way: Way) {
    let stop = trail::next(&state.stops, place(state), way);
    match (stop, way) {
        (Some(stop), _) => state.go_to(stop),
        (None, _) if state.stops.is_empty() => state.say("nothing on this trail"),
        (None, Way::On) => state.say("this is the last one"),
        (None, Way::Back) => state.say("this is the first one"),
    }
}

fn place(state: &State) -> Whereabouts {
    let here = state.scene.here.filter(|here| state.sees(here.span));
    here.map_or_else(|| Whereabouts::Byte(state.page.place_of(state.scene.top)), Whereabouts::At)
}

fn step_speaker(state: &mut State, way: Way) {
    let Some(speaker) = state.speaker_here() else {
        return state.say_no_speaker();
    };
    let stops = Trail::Speaker(speaker).stops(&state.document, &[]);
    match (state.scene.here.and_then(|here| trail::next(&stops, Whereabouts::At(here), way)), way) {
        (Some(stop), _) => state.go_to(stop),
        (None, Way::On) => state.say("this is their last quote"),
        (None, Way::Back) => state.say("this is their first quote"),
    }
}

fn back(state: &mut State) {
    if state.scene.help.take().is_some() || card::close(state) {
        return;
    }
    if state.scene.filter.is_some() {
        return finding::thin(state, "");
    }
    state.scene.query = None;
    state.hits.clear();
    state.walk(Trail::Quotes);
}

fn toggle_help(state: &mut State) {
    state.scene.help = match state.scene.help {
        None => Some(0),
        Some(_) => None,
    };
}

/// The words of what is looked at, and where they are to be put.
fn copy(state: &mut State, extent: Extent) -> Option<Effect> {
    let Some(here) = state.scene.here else {
        state.say("nothing to copy; n goes to a quote");
        return None;
    };
    let copied = match (here.target, extent) {
        (Target::Quote(id), Extent::WithSpeaker) => citation(&state.document, id),
        (Target::Quote(id), Extent::WordsOnly) => words(&state.document, id),
        (Target::Quote(id), Extent::Markdown) => markdown::quotation(&state.document, id),
        (Target::Mention(_) | Target::Hit, _) => here.span.of(state.document.text()).to_owned(),
    };
    state.say("sent to the clipboard");
    Some(Effect::Copy(copied))
}
