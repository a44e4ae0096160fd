//! The card of a quote: opening and closing, scrolling, and following the current quote.

use crate::support::reader::Reader;

#[test]
fn enter_opens_the_card_and_closes_it() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("<Enter>");
    assert!(reader.footer().contains("no quote here (n: next quote)"), "{}", reader.footer());
    reader.press("nn");
    let without = reader.screen();
    reader.press("<Enter>");
    let with = reader.screen();
    assert!(with.contains("▌Quote 2 of 10"), "{with}");
    reader.press("<Enter>");
    assert_eq!(reader.screen(), without);
    reader.press("<Enter>");
    assert_eq!(reader.screen(), with);
    reader.press("<Esc>");
    assert_eq!(reader.screen(), without);
}

#[test]
fn the_card_follows_the_current_quote_from_its_top() {
    let mut reader = Reader::open("bridge", 60, 15);
    reader.press("nnn<Enter>");
    let third = reader.screen();
    assert!(third.contains("▌Quote 3 of 10"), "{third}");
    reader.press("K<Enter><Enter>G");
    assert!(reader.screen().contains("▌Quote 2 of 10"));
    reader.press("n");
    assert_eq!(reader.screen(), third);
    reader.press("KJ");
    assert_eq!(reader.screen(), third);
}

#[test]
fn keys_scroll_the_card_and_not_the_article() {
    let mut reader = Reader::open("bridge", 60, 15);
    reader.press("nnn");
    let article = reader.screen();
    reader.press("<Enter>");
    let top = reader.screen();
    let row = |reader: &Reader, row| reader.screen().lines().nth(row).unwrap().to_owned();
    let seventh = row(&reader, 7);
    reader.press("jj");
    assert_eq!(row(&reader, 5), seventh);
    reader.press("G");
    let end = reader.screen();
    assert!(end.contains("“ “The money is there,”"), "{end}");
    reader.press("j ");
    assert_eq!(reader.screen(), end, "the end is the end");
    reader.press("g");
    assert_eq!(reader.screen(), top);
    reader.press("G<Enter>");
    assert_eq!(reader.screen(), article);
}

#[test]
fn a_resize_keeps_the_card_open() {
    let mut reader = Reader::open("bridge", 60, 15);
    reader.press("nnn<Enter>G");
    reader.resize(160, 50);
    assert!(reader.screen().contains("▌Quote 3 of 10"));
}

#[test]
fn a_list_takes_the_place_of_the_card() {
    for keys in ["<Tab>", "l", "2", "4", "s"] {
        for width in [60, 100] {
            let mut reader = Reader::open("bridge", width, 24);
            reader.press("nn<Enter>");
            reader.press(keys);
            assert!(!reader.list().is_empty(), "{keys} at {width}");
            assert!(!reader.screen().contains("Quote 2 of"), "{keys} at {width}");
        }
    }
}
