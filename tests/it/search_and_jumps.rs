//! The reading tools, played through `update`: search, filter, jumps, marks, commands, folds.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use whosaid::app::keys::action::Focus;
use whosaid::app::state::State;
use whosaid::app::state::known::Known;
use whosaid::app::state::panes::Size;
use whosaid::app::state::rows::Row;
use whosaid::app::state::trail::Trail;
use whosaid::app::state::wanted::Wanted;
use whosaid::app::update::export::{Order, Outcome, Replace};
use whosaid::app::{Effect, Message, update};
use whosaid::formats::format::Format;
use whosaid::model::Model;
use whosaid::text::article::Article;

use crate::support::reader::{footer, open, press, screen, start};

fn here(state: &State) -> &str {
    state.route.current.map_or("", |here| here.span.of(state.known.document.text()))
}

#[test]
fn a_search_goes_to_the_hit_while_it_is_typed() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "/th");
    assert_eq!(here(&state).to_lowercase(), "th");
    assert!(footer(&state).starts_with("/th  1/"), "{}", footer(&state));
    press(&mut state, "e mo");
    assert_eq!(here(&state), "The mo");
    press(&mut state, "<Enter>");
    assert_eq!(state.route.trail(), Trail::Search);
    assert!(footer(&state).starts_with("/the mo 1/"), "{}", footer(&state));
    press(&mut state, "<Esc>");
    assert_eq!((state.route.trail(), state.search.hits().len()), (Trail::Quotes, 0));
}

#[test]
fn escape_brings_back_where_the_search_was_begun() {
    let mut state = open("bridge", 80, 12);
    press(&mut state, "nnjj");
    let before = (state.page_view.top(), state.route.current);
    press(&mut state, "/detour");
    assert_ne!((state.page_view.top(), state.route.current), before);
    press(&mut state, "<Esc>");
    assert_eq!((state.page_view.top(), state.route.current), before);
    assert_eq!((state.search.query(), state.route.trail()), (None, Trail::Quotes));
}

#[test]
fn what_is_not_there_is_said_and_moves_nothing() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "n");
    let before = state.route.current;
    press(&mut state, "/zebra");
    assert!(footer(&state).contains("no hits"), "{}", footer(&state));
    press(&mut state, "<Enter>");
    assert!(footer(&state).contains("“zebra” is not in the text"), "{}", footer(&state));
    assert_eq!((state.route.current, state.route.trail()), (before, Trail::Quotes));
}

#[test]
fn older_searches_come_back() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "/bridge<Enter>/money<Enter>");
    press(&mut state, "/<Up><Up>");
    assert!(footer(&state).starts_with("/bridge"));
    press(&mut state, "<Down><Enter>");
    assert!(footer(&state).starts_with("/money"));
    press(&mut state, "<Esc>/<Enter>");
    assert!(footer(&state).starts_with("/money"), "a search for nothing is the last one again");
}

#[test]
fn every_hit_is_lit() {
    let mut state = open("bridge", 80, 24);
    let plain = screen(&state);
    press(&mut state, "/bridge<Enter>");
    let text = state.known.document.text().to_lowercase();
    assert_eq!(state.search.hits().len(), text.matches("bridge").count());
    assert_ne!(screen(&state).lines().last(), plain.lines().last(), "the styles are others");
}

#[test]
fn a_filter_shows_the_rows_that_are_like_it_best_first() {
    let mut state = open("bridge", 80, 24);
    let all = state.list.rows().len();
    press(&mut state, "3&anle");
    assert!(
        matches!(state.list.rows()[0], Row::Entity(id, _) if state.known.document.entity(id).name == "Ann Lee")
    );
    assert!(state.list.rows().len() < all + 10);
    press(&mut state, "<Enter>");
    assert!(state.list.filter().is_some(), "it stays until Esc");
    press(&mut state, "<Esc>");
    assert_eq!(state.list.filter(), None);
    press(&mut state, "2l/money<Enter>");
    assert_eq!(state.list.rows().len(), 1);
    press(&mut state, "j1");
    assert_eq!(state.list.filter(), None, "another list is whole");
}

#[test]
fn a_quote_is_gone_to_by_its_number() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, ":7<Enter>");
    assert!(footer(&state).starts_with("“ 7/10"), "{}", footer(&state));
    press(&mut state, ":70<Enter>");
    assert!(footer(&state).contains("no quote 70 (there are 10)"));
}

#[test]
fn a_command_is_completed_and_done() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, ":ent<Tab>");
    assert!(footer(&state).starts_with(":entities"), "{}", footer(&state));
    press(&mut state, "<Enter>");
    assert_eq!(state.list.shown(), whosaid::app::keys::action::List::Entities);
    press(&mut state, ":next<Tab>");
    assert!(footer(&state).contains("next-of-speaker"), "{}", footer(&state));
    press(&mut state, "<Esc>:nonsense<Enter>");
    assert!(footer(&state).contains("unknown command: nonsense"), "{}", footer(&state));
}

#[test]
fn after_a_jump_one_comes_back_and_goes_forward() {
    let mut state = open("bridge", 80, 12);
    press(&mut state, ":2<Enter>");
    let two = (state.page_view.top(), state.route.current);
    press(&mut state, ":9<Enter>");
    let nine = (state.page_view.top(), state.route.current);
    press(&mut state, "H");
    assert_eq!((state.page_view.top(), state.route.current), two);
    press(&mut state, "L");
    assert_eq!((state.page_view.top(), state.route.current), nine);
    press(&mut state, "L");
    assert!(footer(&state).contains("no later place"));
}

#[test]
fn a_letter_marks_a_place() {
    let mut state = open("bridge", 80, 12);
    press(&mut state, "nnma");
    assert!(footer(&state).contains("marked with a"));
    let place = (state.page_view.top(), state.route.current);
    press(&mut state, "G'a");
    assert_eq!((state.page_view.top(), state.route.current), place);
    press(&mut state, "G''");
    assert_eq!(
        (state.page_view.top(), state.route.current),
        place,
        "the place before the jump to the end"
    );
    press(&mut state, "'z");
    assert!(footer(&state).contains("no mark z"));
    press(&mut state, "m<Esc>n");
    assert_eq!(state.mode(), whosaid::app::keys::table::Mode::Article);
}

#[test]
fn only_paragraphs_with_quotes_are_shown_until_a_hit_needs_the_others() {
    let text = "Flood\n\nIt rains.\n\n“It pours,” Ann Lee said.\n\nIt stops.";
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let mut state = start(document, "flood", Size { width: 80, height: 24 });
    let whole = state.page_view.page().lines().len();
    press(&mut state, "o");
    let quotes = state.known.document.quotes();
    assert!(quotes.iter().all(|quote| state.page_view.page().holds(quote.start())));
    assert!(
        state.page_view.page().lines().len() < whole,
        "the test needs a paragraph without a quote"
    );
    assert!(screen(&state).contains('⋯'));
    press(&mut state, "/stops");
    assert_eq!((here(&state), state.page_view.page().lines().len()), ("stops", whole));
}

#[test]
fn direct_quotes_alone_and_unsure_ones_are_trails() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "nnF");
    assert!(footer(&state).starts_with("“ Lee "), "{}", footer(&state));
    assert!(state.route.stops().len() < state.known.document.quotes().len());
    press(&mut state, "<Esc>U");
    assert!(footer(&state).starts_with("doubtful "), "{}", footer(&state));
}

#[test]
fn keys_of_a_line_are_letters() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "/q? n<C-w>x<Backspace><Left>");
    assert!(footer(&state).starts_with("/q?"), "{}", footer(&state));
    assert_eq!(state.page_view.focus(), Focus::Article);
    press(&mut state, "<C-e><C-u><Backspace>");
    assert_eq!(state.overlay, None, "an empty line is left by one more");
}

/// The footer of a session that was asked for a place from outside.
#[track_caller]
fn check_wanted(wanted: Wanted, expected: &str) {
    let mut state = open("bridge", 80, 24);
    state.bookmarks.wanted = Some(wanted);
    let document = state.known.document.clone();
    let _ = update(&mut state, Message::Annotated(Box::new(Known::of(document)), 100));
    assert!(footer(&state).contains(expected), "{}", footer(&state));
}

#[test]
fn a_place_can_be_asked_for_from_outside() {
    check_wanted(Wanted::Quote(7), "“ 7/10");
    check_wanted(Wanted::Speaker("lee".to_owned()), "Lee 1/3");
    check_wanted(Wanted::Entity("ann l".to_owned()), "Ann Lee 1/3");
    check_wanted(Wanted::Quote(11), "no quote 11 (there are 10)");
    check_wanted(Wanted::Speaker("Zoë".to_owned()), "no speaker “Zoë” in this article");
}

/// Presses keys; what the last one leaves to do outside.
fn effect_of(state: &mut State, keys: &str, last: KeyCode) -> Option<Effect> {
    press(state, keys);
    let key = KeyEvent::new(last, KeyModifiers::NONE);
    let action = state.keymap.action(state.mode(), key).unwrap();
    update(state, Message::Act(action))
}

#[test]
fn a_file_is_written_where_the_reader_wants_it_and_nothing_is_lost() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "ejjjj<Enter>");
    assert!(footer(&state).starts_with("export to bridge.md"), "{}", footer(&state));
    let order =
        Order { format: Format::Markdown, path: "bridge.mdx".to_owned(), replace: Replace::Never };
    let effect = effect_of(&mut state, "x", KeyCode::Enter);
    assert_eq!(effect, Some(Effect::Export(order.clone())));
    let _ = update(&mut state, Message::Exported(order.clone(), Outcome::Exists));
    assert!(footer(&state).starts_with("replace bridge.mdx  file exists"));
    let confirmed = Order { replace: Replace::Confirmed, ..order.clone() };
    let mut other = state.clone();
    assert_eq!(effect_of(&mut state, "", KeyCode::Enter), Some(Effect::Export(confirmed)));
    let elsewhere = Order { path: "bridge.md".to_owned(), ..order };
    let effect = effect_of(&mut other, "<Backspace>", KeyCode::Enter);
    assert_eq!(effect, Some(Effect::Export(elsewhere)), "another path is asked about anew");
}

#[test]
fn the_menu_of_formats_is_left_by_escape() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "eG");
    assert!(screen(&state).contains("▶ conllu"), "{}", screen(&state));
    press(&mut state, "<Esc>");
    assert_eq!(state.mode(), whosaid::app::keys::table::Mode::Article);
}
