//! Sessions of a reader, played through `update`.

use whosaid::app::keys::action::{Focus, List};
use whosaid::app::keys::bound::{Change, Keymap};
use whosaid::app::state::State;
use whosaid::app::state::known::Known;
use whosaid::app::state::rows::Row;
use whosaid::app::state::trail::{Target, Trail};
use whosaid::app::update::pointer::{Gesture, Pointer};

use crate::support::reader::{document, footer, open, press, resize, screen, start};

/// The words of what is looked at.
fn here(state: &State) -> &str {
    state.route.current.map_or("", |here| here.span.of(state.known.document.text()))
}

/// What stands in the list where the cursor is.
fn row(state: &State) -> Row {
    state.list.rows()[state.list.cursor()]
}

/// That list and article show the same quote.
#[track_caller]
fn check_together(state: &State) {
    match (row(state), state.route.current.unwrap().target) {
        (Row::Quote(id), Target::Quote(here)) => assert_eq!(id, here),
        (row, target) => panic!("{row:?} beside {target:?}"),
    }
    assert!(state.page_view.sees(state.route.current.unwrap().span));
}

#[test]
fn n_goes_through_all_quotes_and_the_list_goes_along() {
    let mut state = open("bridge", 80, 24);
    for number in 1..=10 {
        press(&mut state, "n");
        assert!(footer(&state).starts_with(&format!("“ {number}/10")), "{}", footer(&state));
        if state.current_speaker().is_some() {
            check_together(&state);
        }
    }
    press(&mut state, "n");
    assert!(footer(&state).contains("this is the last one"));
    press(&mut state, "N");
    assert!(footer(&state).starts_with("“ 9/10"));
}

#[test]
fn moving_in_the_list_moves_the_article() {
    let mut state = open("bridge", 80, 16);
    press(&mut state, "2lG");
    assert_eq!(here(&state), "they fear the detour more than the cracks");
    check_together(&state);
    press(&mut state, "g");
    assert_eq!(here(&state), "Old bridge to close for a year");
    check_together(&state);
}

#[test]
fn a_speaker_becomes_the_trail_until_escape() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "nnf");
    assert!(matches!(state.route.trail(), Trail::Speaker(_)));
    assert!(footer(&state).starts_with("Lee 1/3"), "{}", footer(&state));
    press(&mut state, "nn");
    assert!(footer(&state).starts_with("Lee 3/3"));
    assert!(here(&state).starts_with("“The money is there,”"));
    press(&mut state, "<Esc>n");
    assert_eq!(state.route.trail(), Trail::Quotes);
    assert!(footer(&state).starts_with("“ 10/10"));
}

#[test]
fn an_entity_becomes_the_trail() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "3l<Enter>n");
    assert!(footer(&state).starts_with("Ann Lee 2/3"), "{}", footer(&state));
    assert_eq!(here(&state), "Lee");
}

#[test]
fn the_same_speaker_is_one_key_away() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "nnJJ");
    assert!(here(&state).starts_with("“The money is there,”"));
    press(&mut state, "J");
    assert!(footer(&state).contains("last quote by this speaker"));
    press(&mut state, "K");
    assert!(here(&state).starts_with("“We have patched it"));
}

#[test]
fn s_in_the_article_leads_to_the_speaker() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "2nns");
    assert_eq!((state.list.shown(), state.page_view.focus()), (List::Speakers, Focus::List));
    check_together(&state);
    press(&mut state, "<Enter>");
    assert_eq!(state.page_view.focus(), Focus::Article);
}

#[test]
fn enter_opens_the_card_and_closes_it() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "<Enter>");
    assert!(footer(&state).contains("no quote here (n: next quote)"), "{}", footer(&state));
    press(&mut state, "nn<Enter>");
    assert!(screen(&state).contains("▌Quote 2 of 10"));
    let before = state.scene();
    press(&mut state, "<Enter>");
    assert!(state.page_view.panes().unwrap().list.is_some() && state.card.card().is_none());
    press(&mut state, "<Enter>");
    assert_eq!(state.scene(), before);
    press(&mut state, "<Esc>");
    assert!(state.page_view.panes().unwrap().list.is_some());
    assert_eq!(state.route.trail(), Trail::Quotes);
}

#[test]
fn the_card_goes_along_with_the_quote() {
    let mut state = open("bridge", 60, 15);
    press(&mut state, "nn<Enter>G");
    assert!(state.card.top() > 0);
    press(&mut state, "n");
    assert!(screen(&state).contains("▌Quote 3 of 10"));
    assert_eq!(state.card.top(), 0);
    press(&mut state, "K");
    assert!(screen(&state).contains("▌Quote 2 of 10"));
    press(&mut state, "J");
    assert!(screen(&state).contains("▌Quote 3 of 10"));
}

#[test]
fn keys_scroll_the_card_while_it_is_open() {
    let mut state = open("bridge", 60, 15);
    press(&mut state, "nnn<Enter>");
    let top = state.page_view.top();
    press(&mut state, "jj");
    assert_eq!((state.card.top(), state.page_view.top()), (2, top));
    press(&mut state, " ");
    assert!(state.card.top() > 2);
    press(&mut state, "G");
    let lines = state.card.card().unwrap().lines.len();
    assert_eq!(state.card.top(), lines - 10);
    press(&mut state, "g");
    assert_eq!(state.card.top(), 0);
    resize(&mut state, 160, 50);
    assert!(screen(&state).contains("▌Quote 3 of 10"));
}

#[test]
fn a_list_takes_the_place_of_the_card() {
    for keys in ["<Tab>", "l", "2", "4", "s"] {
        for width in [60, 100] {
            let mut state = open("bridge", width, 24);
            press(&mut state, "nn<Enter>");
            press(&mut state, keys);
            assert!(state.page_view.panes().unwrap().list.is_some(), "{keys} at {width}");
            assert!(!screen(&state).contains("Quote 2 of"), "{keys} at {width}");
        }
    }
}

#[test]
fn the_overview_goes_along_with_the_quote() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "4");
    for _ in 0..10 {
        press(&mut state, "n");
        assert_eq!(row(&state), Row::Share(state.current_speaker()));
    }
}

#[test]
fn moving_in_the_overview_moves_the_article() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "4lj");
    assert_eq!(
        here(&state),
        "“Nobody wants this,” said Hugh Hill, a shopkeeper whose family has sold \
        boats beside the bridge since 1921, “but nobody wants to fall in the river either.”"
    );
    press(&mut state, "<Enter>");
    assert!(footer(&state).starts_with("Hill 1/2"), "{}", footer(&state));
    assert_eq!(state.page_view.focus(), Focus::List);
    let before = state.scene();
    press(&mut state, "o");
    assert_eq!(state.scene(), before);
    press(&mut state, "<Esc>kf");
    assert!(footer(&state).starts_with("Lee 1/3"), "{}", footer(&state));
}

#[test]
fn a_click_on_a_bar_goes_to_its_speaker() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "4");
    for (y, speaker) in [(6, "Ann Lee"), (9, "Hugh Hill"), (10, "Tom Hart"), (4, "Tom Hart")] {
        let pointer = Pointer { column: 60, row: y, gesture: Gesture::Click };
        let _ = whosaid::app::update(&mut state, whosaid::app::Message::Pointed(pointer));
        let Row::Share(Some(id)) = row(&state) else { panic!("{:?}", row(&state)) };
        assert_eq!(state.known.document.speaker(id).name, speaker, "at {y}");
    }
}

#[test]
fn many_speakers_scroll_with_their_strips() {
    let mut state = open("bridge", 80, 13);
    press(&mut state, "4l");
    for key in ["j", "j", "j", "j", "j", "k", "k", "k", "k", "k"] {
        press(&mut state, key);
        let last = state.list.top() + state.list.height();
        assert!(state.list.cursor() >= state.list.top() && state.list.cursor() + 1 < last);
    }
}

#[test]
fn a_resize_keeps_the_speaker_of_the_overview() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "4ljj");
    let speaker = row(&state);
    for (width, height) in [(160, 50), (60, 15), (30, 8), (100, 30), (71, 20)] {
        resize(&mut state, width, height);
        assert_eq!(row(&state), speaker, "at {width}x{height}");
    }
}

#[test]
fn folding_stays_with_the_speaker() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "nnlo");
    assert!(matches!(row(&state), Row::Speaker(..)));
    press(&mut state, "o");
    assert!(matches!(row(&state), Row::Speaker(..)));
}

#[test]
fn a_jump_moves_the_page_only_if_the_quote_is_off_screen() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "nn");
    assert_eq!(state.page_view.top(), 0);
    press(&mut state, "nnnnnnnn");
    let line = state.page_view.page().line_of(state.route.current.unwrap().span.start());
    assert!(state.page_view.top() > 0 && line >= state.page_view.top());
}

#[test]
fn scrolled_away_the_next_quote_is_the_next_on_the_screen() {
    let mut state = open("bridge", 80, 12);
    press(&mut state, "nG");
    let top = state.page_view.page().place_of(state.page_view.top());
    press(&mut state, "n");
    assert!(state.route.current.unwrap().span.start() >= top);
}

#[test]
fn a_resize_keeps_the_place() {
    let mut state = open("bridge", 80, 12);
    press(&mut state, "jjjjjjj");
    let place = state.page_view.page().place_of(state.page_view.top());
    for (width, height) in [(60, 15), (160, 50), (20, 5), (3, 1), (100, 9), (80, 12)] {
        resize(&mut state, width, height);
    }
    let line = state.page_view.page().line_of(place);
    assert!(line.abs_diff(state.page_view.top()) <= 12, "{line} and {}", state.page_view.top());
    press(&mut state, "n");
    let quote = state.route.current;
    resize(&mut state, 60, 15);
    assert_eq!(state.route.current, quote);
    assert!(state.page_view.sees(quote.unwrap().span));
}

#[test]
fn below_72_columns_tab_changes_the_pane() {
    let mut state = open("bridge", 71, 20);
    assert!(state.page_view.panes().unwrap().list.is_none());
    press(&mut state, "<Tab>");
    assert!(state.page_view.panes().unwrap().article.is_none());
}

#[test]
fn a_key_without_effect_changes_nothing() {
    let mut state = open("bridge", 80, 24);
    press(&mut state, "n");
    let before = state.scene();
    press(&mut state, "x%<Esc>g");
    assert_eq!(state.scene(), before);
}

#[test]
fn footer_help_and_notices_show_the_keys_as_they_are_bound() {
    let change = |name: &str, keys: &[&str]| {
        let keys = keys.iter().map(|key| key.parse().unwrap()).collect();
        Change { name: name.to_owned(), keys }
    };
    let changes = [change("next", &["x"]), change("help", &["F2"]), change("follow", &[])];
    let mut state = open("bridge", 80, 40);
    state.keymap = Keymap::new(&changes).unwrap();
    assert!(footer(&state).contains("x next  F2 help"), "{}", footer(&state));
    press(&mut state, "J");
    assert!(footer(&state).contains("no speaker here (x: next quote)"), "{}", footer(&state));
    press(&mut state, "nx");
    assert!(footer(&state).starts_with("“ 1/10"), "{}", footer(&state));
    press(&mut state, "<F2>");
    let help = screen(&state);
    assert!(help.contains("  x                   next quote, mention or hit"), "{help}");
    assert!(!help.contains("step through this speaker's quotes only"), "{help}");
}

#[test]
fn a_document_that_comes_later_keeps_the_quote_that_is_looked_at() {
    let whole = document("bridge");
    let mut state = start(whole.clone(), "bridge", state_size());
    press(&mut state, "nnn");
    let quote = here(&state).to_owned();
    let _ = whosaid::app::update(
        &mut state,
        whosaid::app::Message::Annotated(Box::new(Known::of(whole)), 100),
    );
    assert_eq!(here(&state), quote);
    check_together(&state);
}

fn state_size() -> whosaid::app::state::panes::Size {
    whosaid::app::state::panes::Size { width: 80, height: 24 }
}
