//! Searching the text, filtering a list, and reading only the paragraphs with quotes.

use whosaid::app::state::panes::Size;
use whosaid::model::Model;
use whosaid::text::article::Article;

use crate::support::reader::Reader;

#[test]
fn a_search_goes_to_the_hit_while_it_is_typed() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/th");
    assert_eq!(reader.here().to_lowercase(), "th");
    assert!(reader.footer().starts_with("/th  1/"), "{}", reader.footer());
    reader.press("e mo");
    assert_eq!(reader.here(), "The mo");
    reader.press("<Enter>");
    assert!(reader.footer().starts_with("/the mo 1/1"), "{}", reader.footer());
    reader.press("<Esc>");
    assert!(reader.footer().starts_with("10 quotes"), "{}", reader.footer());
}

#[test]
fn the_hits_of_a_search_are_a_trail() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/bridge<Enter>");
    for number in 1..=5 {
        assert!(reader.footer().starts_with(&format!("/bridge {number}/5")), "{}", reader.footer());
        reader.press("n");
    }
    assert!(reader.footer().contains("this is the last"), "{}", reader.footer());
}

#[test]
fn a_search_starts_at_the_current_quote_and_wraps_around() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press(":10<Enter>/they<Enter>");
    assert!(reader.footer().starts_with("/they 1/1"), "{}", reader.footer());
    reader.press("<Esc>:3<Enter>/“<Enter>");
    assert!(reader.footer().starts_with("/“ 1/"), "a hit where the quote starts counts");
    reader.press("<Esc>:10<Enter>/bridge<Enter>");
    assert!(reader.footer().starts_with("/bridge 1/5"), "{}", reader.footer());
}

#[test]
fn escape_returns_to_where_the_search_started() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("nnjj");
    let before = reader.screen();
    reader.press("/detour");
    assert_ne!(reader.article(), Vec::<String>::new());
    assert_ne!(reader.screen(), before);
    reader.press("<Esc>");
    assert_eq!(reader.screen(), before);
}

#[test]
fn a_search_without_a_hit_says_so_and_moves_nothing() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("n");
    let before = reader.place();
    reader.press("/zebra");
    assert!(reader.footer().contains("no hits"), "{}", reader.footer());
    reader.press("<Enter>");
    assert!(reader.footer().starts_with("“ 1/10  “zebra” is not in the text"));
    assert_eq!(reader.place(), before);
}

#[test]
fn an_empty_search_repeats_the_last_one() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/money<Enter><Esc>/<Enter>");
    assert!(reader.footer().starts_with("/money 1/1"), "{}", reader.footer());
}

#[test]
fn every_hit_is_highlighted() {
    let mut reader = Reader::open("bridge", 80, 24);
    let plain = reader.screen();
    reader.press("/bridge<Enter>");
    let styles = |screen: &str| screen.lines().last().unwrap().to_owned();
    let with_hits = styles(&reader.screen());
    assert_ne!(with_hits, styles(&plain));
    reader.press("<Esc>");
    assert_ne!(with_hits, styles(&reader.screen()));
}

/// The rows of the list below its head.
fn rows(reader: &Reader) -> Vec<String> {
    let rows = reader.list().into_iter().skip(2).map(|row| row.trim().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

#[test]
fn a_filter_keeps_the_rows_that_match_the_best_one_first() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("3");
    let all = rows(&reader);
    reader.press("&anle");
    let matching = rows(&reader);
    assert_eq!(matching.len(), 1, "{matching:?}");
    assert!(matching[0].contains("Ann Lee") && all.len() > 6, "{matching:?} of {all:?}");
    reader.press("<Enter>");
    assert_eq!(rows(&reader).len(), 1, "it stays until Esc");
    reader.press("<Esc>");
    assert_eq!(rows(&reader).len(), all.len());
}

#[test]
fn a_filter_without_a_match_says_so() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("3&zebra");
    assert_eq!(rows(&reader), ["nothing found"]);
    assert!(reader.footer().starts_with("&zebra  0 rows"), "{}", reader.footer());
}

#[test]
fn another_list_is_not_filtered() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("2l/money<Enter>");
    assert_eq!(rows(&reader).len(), 1);
    reader.press("1");
    assert!(rows(&reader).len() >= 6);
    reader.press("2");
    assert_eq!(rows(&reader).len(), 10, "nor is the first one any more");
}

#[test]
fn a_hit_in_a_hidden_paragraph_brings_all_paragraphs_back() {
    let text = "Flood\n\nIt rains.\n\n“It pours,” Ann Lee said.\n\nIt stops.";
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let mut reader = Reader::of(document, "flood", Size { width: 80, height: 24 });
    let whole = reader.article().join("\n");
    reader.press("o");
    let folded = reader.article().join("\n");
    assert!(folded.contains("It pours") && folded.contains('⋯'), "{folded}");
    assert!(!folded.contains("It rains") && !folded.contains("It stops"), "{folded}");
    reader.press("n/stops");
    assert_eq!(reader.here(), "stops");
    assert_eq!(reader.article().join("\n"), whole);
    reader.press("<Enter>oo");
    assert_eq!(reader.article().join("\n"), whole, "the key undoes itself");
}
