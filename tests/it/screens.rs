//! Whole screens as golden files, reviewed like code: `cargo insta review`.

use crate::support::reader::Reader;

/// The screen of an article after some keys.
fn after(name: &str, size: (u16, u16), keys: &str) -> String {
    let mut reader = Reader::open(name, size.0, size.1);
    reader.press(keys);
    reader.screen()
}

#[test]
fn an_article_opens_beside_its_speakers() {
    insta::assert_snapshot!(after("bridge", (80, 24), ""));
}

#[test]
fn the_current_quote_is_marked_in_text_and_list() {
    insta::assert_snapshot!(after("bridge", (80, 24), "nnnn"));
}

#[test]
fn a_wide_terminal_shows_the_card() {
    insta::assert_snapshot!(after("bridge", (160, 50), "nnnn"));
}

#[test]
fn a_narrow_terminal_shows_one_pane() {
    insta::assert_snapshot!(after("library", (60, 15), "n"));
    insta::assert_snapshot!(after("library", (60, 15), "n<Tab>"));
}

#[test]
fn quotes_are_listed_in_the_order_of_the_text() {
    insta::assert_snapshot!(after("library", (100, 20), "2nn"));
}

#[test]
fn entities_unfold_into_mentions() {
    insta::assert_snapshot!(after("bridge", (100, 24), "3ljo"));
}

#[test]
fn the_overview_is_a_chart_of_who_speaks() {
    insta::assert_snapshot!(after("bridge", (80, 24), "4nnnn"));
    insta::assert_snapshot!(after("bridge", (120, 36), "4nnnn"));
    insta::assert_snapshot!(after("bridge", (160, 50), "4nnnn"));
}

#[test]
fn the_overview_can_fill_the_screen() {
    insta::assert_snapshot!(after("library", (60, 15), "n4"));
    insta::assert_snapshot!(after("library", (120, 36), "zn4"));
}

#[test]
fn the_card_shows_all_about_a_quote() {
    insta::assert_snapshot!(after("bridge", (80, 24), "nnn<Enter>"));
    insta::assert_snapshot!(after("bridge", (120, 36), "nnnnn<Enter>"));
    insta::assert_snapshot!(after("bridge", (160, 50), "nnnnn<Enter>"));
}

#[test]
fn a_card_can_fill_the_screen() {
    insta::assert_snapshot!(after("library", (60, 15), "nnnn<Enter>jjj"));
}

#[test]
fn help_lists_the_keys() {
    insta::assert_snapshot!(after("library", (80, 40), "?"));
}

#[test]
fn a_transcript_has_a_letter_for_each_turn() {
    insta::assert_snapshot!(after("interview", (72, 20), "n"));
}

#[test]
fn the_formats_of_an_export_are_a_menu() {
    insta::assert_snapshot!(after("bridge", (80, 24), "ejj"));
}

#[test]
fn the_hits_of_a_search_are_highlighted_and_counted() {
    insta::assert_snapshot!(after("bridge", (80, 24), "/bridge"));
}

#[test]
fn a_filter_keeps_the_rows_that_match() {
    insta::assert_snapshot!(after("bridge", (80, 24), "3&an"));
}

#[test]
fn the_smallest_terminals_still_say_something() {
    insta::assert_snapshot!(after("bridge", (20, 5), "n"));
    insta::assert_snapshot!(after("bridge", (19, 4), "n"));
}
