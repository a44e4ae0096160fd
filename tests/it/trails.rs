//! Stepping along a trail: all quotes, those of a speaker, the mentions of an entity.

use whosaid::app::state::panes::Size;
use whosaid::model::Model;
use whosaid::text::article::Article;

use crate::support::reader::{Reader, document, preferences};

/// Checks that list and article show the current quote, and that it is visible.
#[track_caller]
pub(crate) fn check_together(reader: &Reader) {
    let first_words: String = reader.here().chars().take(12).collect();
    assert!(reader.list_row().contains(&first_words), "{:?}", reader.list_row());
    assert!(reader.reversed().starts_with(&first_words), "{:?}", reader.reversed());
}

#[test]
fn n_steps_through_all_quotes_and_the_list_follows() {
    let mut reader = Reader::open("bridge", 80, 24);
    for number in 1..=10 {
        reader.press("n");
        assert!(reader.footer().starts_with(&format!("“ {number}/10")), "{}", reader.footer());
        check_together(&reader);
    }
    reader.press("n");
    assert!(reader.footer().starts_with("“ 10/10  this is the last"), "{}", reader.footer());
    reader.press("N");
    assert!(reader.footer().starts_with("“ 9/10"));
    reader.press("NNNNNNNNN");
    assert!(reader.footer().starts_with("“ 1/10  this is the first"), "{}", reader.footer());
}

#[test]
fn a_speaker_is_the_trail_until_escape() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nnf");
    assert!(reader.footer().starts_with("Lee 1/3"), "{}", reader.footer());
    reader.press("nn");
    assert!(reader.footer().starts_with("Lee 3/3"));
    assert!(reader.here().starts_with("“The money is there,”"));
    reader.press("<Esc>n");
    assert!(reader.footer().starts_with("“ 10/10"));
}

#[test]
fn the_direct_quotes_of_a_speaker_are_a_trail() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nnF");
    assert!(reader.footer().starts_with("“ Lee 1/2"), "{}", reader.footer());
    reader.press("n");
    assert!(reader.here().starts_with("“The money is there,”"));
}

#[test]
fn doubtful_quotes_are_a_trail() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("U");
    assert!(reader.footer().starts_with("doubtful 1/"), "{}", reader.footer());
    assert!(reader.here().starts_with("“deep cracks” in four"), "{}", reader.here());
}

#[test]
fn an_entity_is_a_trail() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("3l<Enter>n");
    assert!(reader.footer().starts_with("Ann Lee 2/3"), "{}", reader.footer());
    assert_eq!(reader.here(), "Lee");
}

#[test]
fn j_and_k_in_capitals_step_along_one_speaker() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nnJJ");
    assert!(reader.here().starts_with("“The money is there,”"));
    reader.press("J");
    assert!(reader.footer().contains("last quote by this speaker"));
    reader.press("K");
    assert!(reader.here().starts_with("“We have patched it"));
    reader.press("KK");
    assert!(reader.footer().contains("first quote by this speaker"), "{}", reader.footer());
}

#[test]
fn the_page_moves_only_if_the_quote_is_off_screen() {
    let mut reader = Reader::open("bridge", 80, 24);
    let first_page = reader.article();
    reader.press("nnn");
    assert_eq!(reader.article(), first_page);
    reader.press("nnnnnnn");
    assert_ne!(reader.article(), first_page);
    check_together(&reader);
}

#[test]
fn a_quote_off_screen_comes_to_a_third_of_the_height() {
    let mut reader = Reader::open("bridge", 80, 15);
    reader.press(":7<Enter>");
    assert_eq!(reader.quote_row(), Some(4));
}

#[test]
fn after_scrolling_away_the_next_quote_is_the_first_on_the_screen() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("nG");
    let page = reader.article();
    reader.press("n");
    assert_eq!(reader.article(), page);
    check_together(&reader);
}

#[test]
fn a_document_that_arrives_later_keeps_the_current_quote() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nnn");
    let quote = reader.here().to_owned();
    reader.annotate(document("bridge"), 100);
    assert_eq!(reader.here(), quote);
    check_together(&reader);
}

#[test]
fn a_document_that_arrives_later_keeps_the_trail_of_a_speaker() {
    let annotate = |text: &str| Model::embedded().annotate(Article::parse(text).unwrap());
    let whole = annotate(
        "“It rains every day,” Tom Hill said.\n\n“It pours every day,” Ann Lee said.\n\n\
         “It will never end,” Ann Lee said.",
    );
    let size = Size { width: 80, height: 24 };
    let mut reader = Reader::unread(&whole, "rain", size, preferences());
    reader.annotate(whole.clone(), 50);
    reader.press("nnf");
    assert!(reader.footer().contains("Lee 1/2"), "{}", reader.footer());
    reader.annotate(whole, 100);
    assert!(reader.footer().starts_with("Lee 1/2"), "{}", reader.footer());
}

#[test]
fn without_a_quote_a_key_of_its_speaker_does_nothing() {
    let mut reader = Reader::open("bridge", 80, 24);
    for key in ["J", "K", "f", "F"] {
        reader.press(key);
        assert!(reader.footer().contains("no speaker here (n: next quote)"), "{key}");
    }
}

#[test]
fn a_key_without_effect_changes_nothing() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("n");
    let before = reader.screen();
    reader.press("x%<Esc>g");
    assert_eq!(reader.screen(), before);
}
