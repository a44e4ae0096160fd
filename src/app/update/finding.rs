//! Finding: the hits of a search in the text, the rows of a list that are like some words, and what was asked for by
//! name or number.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::State;
use crate::app::state::trail::{Stop, Target, Trail, quote_stop};
use crate::app::state::wanted::Wanted;
use crate::app::update::lists;
use crate::text::span::Span;

/// Lights every hit of a query, and goes to the first one from where the line was begun; around the end, if there is none
/// behind it.
pub fn find(state: &mut State, query: &str) {
    let (from, trail) = state.left;
    state.hits = state.searched.hits(state.document.text(), query);
    state.scene.query = (!query.is_empty()).then(|| query.to_owned());
    let place = from.quote.unwrap_or(from.top);
    let next = state.hits.partition_point(|hit| hit.start() < place);
    let Some(&hit) = state.hits.get(next).or(state.hits.first()) else {
        state.walk(trail);
        return state.look(from);
    };
    state.walk(Trail::Search);
    state.go_to(Stop { target: Target::Hit, span: hit });
}

/// Keeps what was found, or says that nothing was.
pub fn settle(state: &mut State) {
    let (from, _) = state.left;
    let Some(query) = state.scene.query.clone() else { return };
    if state.hits.is_empty() {
        state.say(&format!("there is no “{query}” in the text"));
        state.scene.query = None;
    } else {
        state.jumps.leave(from);
    }
}

/// Goes back to where the line was begun; nothing is lit any more.
pub fn give_up(state: &mut State) {
    let (from, trail) = state.left;
    state.hits.clear();
    state.scene.query = None;
    state.walk(if trail == Trail::Search { Trail::Quotes } else { trail });
    state.look(from);
}

/// Shows only the rows of the list that are like some words; all of them if there are none.
pub fn thin(state: &mut State, words: &str) {
    state.scene.filter = (!words.is_empty()).then(|| words.to_owned());
    state.scene.cursor = 0;
    state.scene.list_top = 0;
    state.fill_rows();
    if words.is_empty() {
        state.follow_list();
    }
}

/// Goes to a quote by its number from 1.
pub fn go_to_quote(state: &mut State, number: usize) {
    let count = state.document.quotes().len();
    match number.checked_sub(1).filter(|at| *at < count) {
        Some(at) => {
            state.leave();
            state.go_to(quote_stop(&state.document, QuoteId::at(at)));
        }
        None => state.say(&format!("there is no quote {number}; the last one is {count}")),
    }
}

/// Goes to what is asked for, or says that it is not there.
pub fn seek(state: &mut State) {
    let Some(wanted) = state.wanted.take() else { return };
    let trail = match &wanted {
        Wanted::Quote(number) => return go_to_quote(state, *number),
        Wanted::Speaker(words) => speaker(&state.document, words).map(Trail::Speaker),
        Wanted::Entity(words) => entity(&state.document, words).map(Trail::Entity),
    };
    match trail {
        Some(trail) => {
            lists::walk(state, trail);
            state.follow_list();
        }
        None => state.say(&format!("the article has no {wanted}")),
    }
}

/// The hits that share a byte with a span.
pub fn within(hits: &[Span], span: Span) -> &[Span] {
    let first = hits.partition_point(|hit| hit.end() <= span.start());
    let rest = hits.get(first..).unwrap_or_default();
    let count = rest.partition_point(|hit| hit.start() < span.end());
    rest.get(..count).unwrap_or_default()
}

/// The speaker whose name is these words, else the first one whose name has them; capitals do not count.
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
