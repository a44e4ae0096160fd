//! The lists beside the article: moving in them, folding, and how list and article follow each other.

use crate::support::reader::Reader;
use crate::trails::check_together;

#[test]
fn moving_in_the_list_moves_the_article() {
    let mut reader = Reader::open("bridge", 80, 16);
    reader.press("2lG");
    assert_eq!(reader.here(), "they fear the detour more than the cracks");
    check_together(&reader);
    reader.press("g");
    assert_eq!(reader.here(), "Old bridge to close for a year");
    check_together(&reader);
}

#[test]
fn s_in_the_article_leads_to_the_speaker() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("2nns");
    assert!(reader.screen().contains("▌1 Speakers"), "{}", reader.screen());
    check_together(&reader);
    reader.press("<Enter>");
    assert!(reader.screen().contains("│1 Speakers"), "{}", reader.screen());
}

#[test]
fn folding_stays_with_the_speaker() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nnlo");
    assert!(reader.list_row().starts_with("A Ann Lee"), "{}", reader.list_row());
    assert!(reader.screen().contains("▸ B Hugh Hill"));
    reader.press("jo");
    assert!(reader.list_row().starts_with("B Hugh Hill"), "{}", reader.list_row());
    reader.press("jo");
    assert!(reader.list_row().starts_with("B Hugh Hill"), "{}", reader.list_row());
}

#[test]
fn folding_stays_with_the_entity() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("3ljojjo");
    assert!(reader.list_row().starts_with("Hugh Hill"), "{}", reader.list_row());
}

#[test]
fn only_the_unfolded_speaker_shows_a_role_and_quotes() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("lo");
    let list = reader.list().join("\n");
    assert!(list.contains("Mayor") && list.contains("“The money is there,”"), "{list}");
    assert!(!list.contains("Nobody wants this"), "{list}");
}

#[test]
fn keys_move_by_rows_half_pages_and_pages_and_stop_at_the_ends() {
    let mut reader = Reader::open("bridge", 80, 11);
    reader.press("2l");
    let numbers = ["j", "k", "d", "u", " ", "b", "G", "j", "g", "k"].map(|key| {
        reader.press(key);
        reader.footer().split(['/', ' ']).nth(1).unwrap().parse::<usize>().unwrap()
    });
    assert_eq!(numbers, [2, 1, 4, 1, 6, 1, 10, 10, 1, 1]);
}
