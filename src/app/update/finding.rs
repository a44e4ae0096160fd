//! Finds words in the text, a quote by its number, and what the command line asked for.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::State;
use crate::app::state::trail::{Stop, Target, Trail, quote_stop};
use crate::app::state::wanted::Wanted;
use crate::app::update::lists;

/// Notes where a search starts; the hits of the one before are no trail any more.
pub fn start(state: &mut State) {
    let trail = match state.route.trail() {
        Trail::Search => Trail::Quotes,
        trail => trail,
    };
    state.search.origin = (state.bookmark(), trail);
}

/// Searches for a query and goes to the first hit from where the line was opened on, past the end to the top; where
/// there is no hit, back to where the line was opened.
pub fn find(state: &mut State, query: &str) {
    state.search.find(state.known.document.text(), query);
    let (origin, trail) = state.search.origin;
    let place = origin.quote.unwrap_or(origin.top);
    let hits = state.search.hits();
    let next = hits.partition_point(|hit| hit.start() < place);
    let Some(&hit) = hits.get(next).or(hits.first()) else {
        state.set_trail(trail);
        return state.go_back_to(origin);
    };
    state.set_trail(Trail::Search);
    state.go_to(Stop { target: Target::Hit, span: hit });
}

/// Keeps the hits, or says that there are none.
pub fn settle(state: &mut State) {
    let Some(query) = state.search.query().map(str::to_owned) else { return };
    if state.search.hits().is_empty() {
        state.say(&format!("“{query}” is not in the text"));
        state.search.clear();
    } else {
        state.bookmarks.jumps.leave(state.search.origin.0);
    }
}

/// Forgets the search and goes back to where its line was opened.
pub fn give_up(state: &mut State) {
    let (origin, trail) = state.search.origin;
    state.search.clear();
    state.set_trail(trail);
    state.go_back_to(origin);
}

/// Filters the rows of the list; without words all come back, and the cursor to the current stop.
pub fn filter(state: &mut State, words: &str) {
    state.list.filter_by(words, &state.known);
    if words.is_empty() {
        state.follow_list();
    }
}

/// Goes to a quote by its number from 1.
pub fn go_to_quote(state: &mut State, number: usize) {
    let count = state.known.document.quotes().len();
    match number.checked_sub(1).filter(|at| *at < count) {
        Some(at) => {
            state.remember_place();
            state.go_to(quote_stop(&state.known.document, QuoteId::at(at)));
        }
        None => state.say(&format!("no quote {number} (there are {count})")),
    }
}

/// Goes to what the command line asked for, or says that it is not there.
pub fn seek(state: &mut State) {
    let Some(wanted) = state.bookmarks.wanted.take() else { return };
    let document = &state.known.document;
    let trail = match &wanted {
        Wanted::Quote(number) => return go_to_quote(state, *number),
        Wanted::Speaker(words) => speaker(document, words).map(Trail::Speaker),
        Wanted::Entity(words) => entity(document, words).map(Trail::Entity),
    };
    match trail {
        Some(trail) => {
            lists::follow_trail(state, trail);
            state.follow_list();
        }
        None => state.say(&format!("no {wanted} in this article")),
    }
}

/// The speaker with these words as the name, else the first one whose name contains them, in any case.
fn speaker(document: &Document, words: &str) -> Option<SpeakerId> {
    let names = document.speakers().iter().map(|speaker| speaker.name.as_str());
    best(&names, words).map(SpeakerId::at)
}

fn entity(document: &Document, words: &str) -> Option<EntityId> {
    let names = document.entities().iter().map(|entity| entity.name.as_str());
    best(&names, words).map(EntityId::at)
}

fn best<'a>(names: &(impl Iterator<Item = &'a str> + Clone), words: &str) -> Option<usize> {
    let words = words.to_lowercase();
    let whole = names.clone().position(|name| name.to_lowercase() == words);
    whole.or_else(|| names.clone().position(|name| name.to_lowercase().contains(&words)))
}
