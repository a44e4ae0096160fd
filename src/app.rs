//! What the reader is doing: one state, and one function that changes it.
//!
//! [`update`] takes a message and gives back what is left to do outside. It neither reads, writes nor asks the time, so
//! that a test can play any session.

pub mod action;
pub mod billing;
pub mod keymap;
pub mod marks;
pub mod page;
pub mod panes;
pub mod rows;
pub mod state;
pub mod theme_name;
pub mod trail;

use crate::annotation::document::Document;
use crate::app::action::{Action, Focus, List, Motion, Way};
use crate::app::keymap::BINDINGS;
use crate::app::panes::{Measure, Size, View};
use crate::app::rows::{Fold, Row};
use crate::app::state::{FIRST_MEASURE, State};
use crate::app::trail::{Place, Trail};

/// The second measure, in columns: the widest that guides for readable text allow.
const SECOND_MEASURE: u16 = 80;
/// The narrowest, in columns.
const NARROWEST: u16 = 20;
/// Columns that one key makes the text wider or narrower.
const STEP: u16 = 2;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The reader asks for something.
    Act(Action),
    /// The terminal has another size.
    Resized(Size),
    /// More of the article is annotated, so many percent of it.
    Annotated(Box<Document>, u8),
    /// The program goes on after a stop.
    Resumed,
}

/// What is left to do outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back until the shell goes on.
    Suspend,
}

/// Changes the state as the message asks.
#[must_use]
pub fn update(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Act(action) => {
            state.scene.notice = None;
            return act(state, action);
        }
        Message::Resized(size) => {
            state.scene.arrangement.size = size;
            state.reflow();
        }
        Message::Annotated(document, percent) => {
            state.open(*document);
            state.scene.progress = (percent < 100).then_some(percent);
        }
        Message::Resumed => state.scene.redraws += 1,
    }
    None
}

fn act(state: &mut State, action: Action) -> Option<Effect> {
    match action {
        Action::Move(motion) => move_by(state, motion),
        Action::Step(way) => step(state, way),
        Action::StepSpeaker(way) => step_speaker(state, way),
        Action::SwitchFocus => switch_focus(state),
        Action::Focus(focus) => give_focus(state, focus),
        Action::Show(list) => show_list(state, list),
        Action::Choose => choose(state),
        Action::Fold => fold(state),
        Action::Follow => follow(state),
        Action::Back => back(state),
        Action::NextMeasure => next_measure(state),
        Action::Measure(way) => change_measure(state, way),
        Action::ToggleZen => toggle_zen(state),
        Action::NextTheme => next_theme(state),
        Action::ToggleHelp => toggle_help(state),
        Action::Redraw => state.scene.redraws += 1,
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return Some(Effect::Quit),
    }
    None
}

fn move_by(state: &mut State, motion: Motion) {
    if let Some(top) = state.scene.help {
        let most = BINDINGS.len().saturating_sub(1);
        state.scene.help = Some(moved(top, motion, state.height(), most));
    } else if state.scene.arrangement.focus == Focus::List {
        move_cursor(state, motion);
    } else {
        let most = state.page.lines().len();
        let line = moved(state.scene.top, motion, state.height(), most);
        state.scroll(line);
    }
}

/// A place moved within `0..=most`, where `height` is visible.
fn moved(place: usize, motion: Motion, height: usize, most: usize) -> usize {
    let (way, by) = match motion {
        Motion::Line(way) => (way, 1),
        Motion::Half(way) => (way, (height / 2).max(1)),
        Motion::Page(way) => (way, height.saturating_sub(2).max(1)),
        Motion::End(way) => (way, most),
    };
    match way {
        Way::On => (place + by).min(most),
        Way::Back => place.saturating_sub(by),
    }
}

/// Moves in the list, and the article with it.
fn move_cursor(state: &mut State, motion: Motion) {
    let most = state.rows.len().saturating_sub(1);
    let wanted = moved(state.scene.cursor, motion, state.list_height(), most);
    let takes = |row: &usize| state.rows.get(*row).is_some_and(|row| row.takes_cursor());
    let found = if wanted >= state.scene.cursor {
        (wanted..=most).find(takes).or_else(|| (0..wanted).rev().find(takes))
    } else {
        (0..=wanted).rev().find(takes).or_else(|| (wanted..=most).find(takes))
    };
    let Some(row) = found else { return };
    state.scene.cursor = row;
    state.show_cursor();
    if let Some(stop) = state.rows.get(row).and_then(|row| row.stop(&state.document)) {
        state.scene.here = Some(stop);
        state.show(stop.span);
    }
}

/// Goes along the trail: from what is looked at while it is in sight, else from the top of the screen.
fn step(state: &mut State, way: Way) {
    let stop = trail::next(&state.stops, place(state), way);
    match (stop, way) {
        (Some(stop), _) => state.go_to(stop),
        (None, _) if state.stops.is_empty() => notice(state, "no quotes found"),
        (None, Way::On) => notice(state, "this is the last one"),
        (None, Way::Back) => notice(state, "this is the first one"),
    }
}

fn place(state: &State) -> Place {
    let here = state.scene.here.filter(|here| state.sees(here.span));
    here.map_or_else(|| Place::Byte(state.page.place_of(state.scene.top)), Place::At)
}

fn step_speaker(state: &mut State, way: Way) {
    let Some(speaker) = state.speaker_here() else {
        return notice(state, "no speaker here; n goes to a quote");
    };
    let stops = Trail::Speaker(speaker).stops(&state.document);
    match (state.scene.here.and_then(|here| trail::next(&stops, Place::At(here), way)), way) {
        (Some(stop), _) => state.go_to(stop),
        (None, Way::On) => notice(state, "this is their last quote"),
        (None, Way::Back) => notice(state, "this is their first quote"),
    }
}

fn notice(state: &mut State, words: &str) {
    state.scene.notice = Some(words.to_owned());
}

fn switch_focus(state: &mut State) {
    let other = match state.scene.arrangement.focus {
        Focus::Article => Focus::List,
        Focus::List => Focus::Article,
    };
    give_focus(state, other);
}

fn give_focus(state: &mut State, focus: Focus) {
    state.scene.arrangement.focus = focus;
    if !state.scene.arrangement.shows_both() {
        state.reflow();
    }
}

fn show_list(state: &mut State, list: List) {
    if state.scene.list != list {
        state.scene.list = list;
        state.scene.cursor = 0;
        state.scene.list_top = 0;
        state.fill_rows();
        state.follow_list();
    }
    if !state.scene.arrangement.shows_both() {
        give_focus(state, Focus::List);
    }
}

fn choose(state: &mut State) {
    if state.scene.arrangement.focus == Focus::Article {
        show_list(state, List::Speakers);
        state.follow_list();
        return give_focus(state, Focus::List);
    }
    match state.rows.get(state.scene.cursor) {
        Some(Row::Speaker(id, _) | Row::Role(id)) => walk(state, Trail::Speaker(*id)),
        Some(Row::Entity(id, _) | Row::Mention(id, _)) => walk(state, Trail::Entity(*id)),
        Some(Row::Quote(_)) => {
            give_focus(state, Focus::Article);
            if let Some(here) = state.scene.here {
                state.show(here.span);
            }
        }
        Some(Row::Kind(_)) | None => {}
    }
}

/// Makes a list the trail and goes to its first stop, unless one of its stops is looked at.
fn walk(state: &mut State, trail: Trail) {
    state.walk(trail);
    let on_it = state.scene.here.is_some_and(|here| state.stops.contains(&here));
    let first = state.stops.first().copied().filter(|_| !on_it);
    if let Some(stop) = first {
        state.scene.here = Some(stop);
        state.show(stop.span);
    }
}

fn fold(state: &mut State) {
    let Some(row) = state.rows.get(state.scene.cursor).copied() else { return };
    let folds = &mut state.scene.folds;
    match row {
        Row::Speaker(id, Fold::Closed) => _ = folds.speakers.insert(id),
        Row::Speaker(id, Fold::Open) | Row::Role(id) => _ = folds.speakers.remove(&id),
        Row::Entity(id, Fold::Closed) => _ = folds.entities.insert(id),
        Row::Entity(id, Fold::Open) | Row::Mention(id, _) => _ = folds.entities.remove(&id),
        Row::Quote(id) => {
            if let Some(speaker) = state.document.quote(id).speaker {
                folds.speakers.remove(&speaker);
            }
        }
        Row::Kind(_) => {}
    }
    state.fill_rows();
    stay_with(state, row);
}

/// Puts the cursor on the row that a folded row belonged to.
fn stay_with(state: &mut State, row: Row) {
    let owner = |other: &Row| match (*other, row) {
        (Row::Speaker(id, _), Row::Speaker(was, _) | Row::Role(was)) => id == was,
        (Row::Speaker(id, _), Row::Quote(quote)) => state.document.quote(quote).speaker == Some(id),
        (Row::Entity(id, _), Row::Entity(was, _) | Row::Mention(was, _)) => id == was,
        (Row::Quote(id), Row::Quote(was)) => id == was,
        _ => false,
    };
    if let Some(at) = state.rows.iter().position(owner) {
        state.scene.cursor = at;
        state.show_cursor();
    }
}

fn follow(state: &mut State) {
    let row = state.rows.get(state.scene.cursor);
    let in_list = match (state.scene.arrangement.focus, row) {
        (Focus::List, Some(Row::Speaker(id, _))) => Some(*id),
        (Focus::List | Focus::Article, _) => None,
    };
    match in_list.or_else(|| state.speaker_here()) {
        Some(speaker) => walk(state, Trail::Speaker(speaker)),
        None => notice(state, "no speaker here; n goes to a quote"),
    }
}

fn back(state: &mut State) {
    if state.scene.help.take().is_none() {
        state.walk(Trail::Quotes);
    }
}

fn next_measure(state: &mut State) {
    let next = match state.scene.arrangement.measure {
        Measure::Columns(columns) if columns < FIRST_MEASURE => Measure::Columns(FIRST_MEASURE),
        Measure::Columns(columns) if columns < SECOND_MEASURE => Measure::Columns(SECOND_MEASURE),
        Measure::Columns(_) => Measure::Full,
        Measure::Full => Measure::Columns(FIRST_MEASURE),
    };
    set_measure(state, next);
}

fn change_measure(state: &mut State, way: Way) {
    let now = state.panes.map_or(FIRST_MEASURE, |panes| panes.measure);
    let columns = match way {
        Way::On => now.saturating_add(STEP),
        Way::Back => now.saturating_sub(STEP).max(NARROWEST),
    };
    set_measure(state, Measure::Columns(columns));
}

fn set_measure(state: &mut State, measure: Measure) {
    state.scene.arrangement.measure = measure;
    state.reflow();
}

fn toggle_zen(state: &mut State) {
    state.scene.arrangement.view = match state.scene.arrangement.view {
        View::Both => View::One,
        View::One => View::Both,
    };
    state.reflow();
}

fn next_theme(state: &mut State) {
    state.scene.theme = state.scene.theme.next();
    notice(state, &format!("theme: {}", state.scene.theme.name()));
}

fn toggle_help(state: &mut State) {
    state.scene.help = match state.scene.help {
        None => Some(0),
        Some(_) => None,
    };
}
