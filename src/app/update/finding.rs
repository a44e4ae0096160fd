//! Finds words in the text, a quote by its number, and what the command line asks for.

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
        trail @ (Trail::Quotes
        | Trail::Speaker(_)
        | Trail::Direct(_)
        | Trail::Entity(_)
        | Trail::Unsure) => trail,
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

/// Goes to what the command line asks for, or says that it is not there.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample::{after, annotate, document, here, notice, opened, press, top};

    /// The current stop after some keys.
    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let state = after(keys);
        assert_eq!(here(&state), expected, "{keys}");
    }

    #[test]
    fn a_search_goes_on_from_where_the_line_was_opened() {
        check("/ said Enter", "said");
        let place = |keys: &str| after(keys).current_span().unwrap().start();
        let text = document().text().to_owned();
        let said: Vec<usize> = text.match_indices("said").map(|(at, _)| at).collect();
        assert_eq!(place("/ said"), said[0]);
        assert_eq!(place("n n / said"), said[1], "after the current quote");
        assert_eq!(place("G / said"), said[2], "after the top of the screen");
        assert_eq!(place("n n / sa id"), said[1], "more words search from the same place");
    }

    #[test]
    fn a_hit_right_where_the_search_starts_counts() {
        check("n n / \"nobody", "“Nobody");
    }

    #[test]
    fn a_search_goes_around_the_end() {
        check(": 7 Enter / cracks", "cracks");
    }

    #[test]
    fn giving_up_goes_back() {
        let state = after("n n / must Esc");
        assert_eq!((here(&state), state.search.query()), ("“Nobody pays,”", None));
        assert_eq!(top(&state), "It rained all day, and nobody came.");
        assert_eq!(state.route.trail(), Trail::Quotes);
        let state = after("n f / must Esc");
        assert!(matches!(state.route.trail(), Trail::Speaker(_)));
    }

    #[test]
    fn a_search_without_a_hit_stays_and_is_forgotten() {
        let state = after("j n f / zzz");
        assert_eq!((here(&state), top(&state)), ("“It cracks,”", ""));
        assert!(matches!(state.route.trail(), Trail::Speaker(_)));
        let state = after("j n f / zzz Enter");
        assert_eq!(notice(&state), "“zzz” is not in the text");
        assert_eq!(state.search.query(), None);
    }

    #[test]
    fn a_failed_search_leaves_no_empty_trail() {
        let state = after("/ rain Enter / zzz Enter");
        assert_eq!(state.route.trail(), Trail::Quotes);
        let state = after("/ rain Enter / zzz Esc");
        assert_eq!(state.route.trail(), Trail::Quotes);
    }

    #[test]
    fn a_kept_search_is_a_jump() {
        check("n / rain Enter H", "“It cracks,”");
        assert_eq!(notice(&after("n / rain Esc H")), "no earlier place");
        assert_eq!(notice(&after("n / zzz Enter H")), "no earlier place");
    }

    #[test]
    fn a_quote_has_a_number() {
        check(": 1 Enter", "“It cracks,”");
        check(": 7 Enter", "“We must.”");
        check(": 7 Enter H n", "“It cracks,”");
        assert_eq!(notice(&after(": 8 Enter")), "no quote 8 (there are 7)");
        assert_eq!(notice(&after(": 0 Enter")), "no quote 0 (there are 7)");
    }

    #[test]
    fn an_emptied_filter_leads_back_to_the_current_quote() {
        let mut state = after("n n");
        filter(&mut state, "ann");
        assert_eq!(state.list.cursor(), 0);
        filter(&mut state, "");
        assert_eq!(
            state.list.row().and_then(|row| row.stop(&state.known.document)),
            state.route.current
        );
    }

    /// The current stop, or the notice, after the command line asked for something.
    #[track_caller]
    fn check_wanted(wanted: Wanted, expected: &str) {
        let mut state = opened(80, 8);
        state.bookmarks.wanted = Some(wanted);
        annotate(&mut state, document(), 100);
        let shown = if notice(&state).is_empty() { here(&state) } else { notice(&state) };
        assert_eq!(shown, expected);
        assert_eq!(state.bookmarks.wanted, None);
    }

    #[test]
    fn the_command_line_asks_for_a_place() {
        check_wanted(Wanted::Quote(3), "“We pay.”");
        check_wanted(Wanted::Speaker("hugh".to_owned()), "“Nobody pays,”");
        check_wanted(Wanted::Speaker("HUGH HILL".to_owned()), "“Nobody pays,”");
        check_wanted(Wanted::Speaker("ely".to_owned()), "no speaker “ely” in this article");
        check_wanted(Wanted::Entity("ely".to_owned()), "Ely");
        check_wanted(Wanted::Entity("tom".to_owned()), "no entity “tom” in this article");
        check_wanted(Wanted::Quote(8), "no quote 8 (there are 7)");
    }

    #[test]
    fn a_wanted_speaker_is_the_trail_and_has_the_cursor() {
        let mut state = opened(80, 8);
        state.bookmarks.wanted = Some(Wanted::Speaker("hill".to_owned()));
        annotate(&mut state, document(), 100);
        assert_eq!(state.route.stops().len(), 2);
        assert_eq!(
            state.list.row().and_then(|row| row.stop(&state.known.document)),
            state.route.current
        );
        press(&mut state, "n");
        assert_eq!(here(&state), "Ely must pay");
    }

    #[test]
    fn a_whole_name_goes_before_a_part_of_one() {
        let names = ["Ann Leeds", "Ann Lee", "Lee"];
        assert_eq!(best(&names.into_iter(), "lee"), Some(2));
        assert_eq!(best(&names.into_iter(), "ann"), Some(0));
        assert_eq!(best(&names.into_iter(), "tom"), None);
    }
}
