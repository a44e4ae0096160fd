//! Finding: the hits of a search in the text, and the rows of a list that are like some words.

use crate::app::state::State;
use crate::app::trail::{Stop, Target, Trail};
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

/// The hits that share a byte with a span.
pub fn within(hits: &[Span], span: Span) -> &[Span] {
    let first = hits.partition_point(|hit| hit.end() <= span.start());
    let rest = hits.get(first..).unwrap_or_default();
    let count = rest.partition_point(|hit| hit.start() < span.end());
    rest.get(..count).unwrap_or_default()
}
