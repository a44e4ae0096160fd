//! Another size of the terminal: the reader stays at the same words.

use crate::support::reader::Reader;
use crate::trails::check_together;

const SIZES: [(u16, u16); 6] = [(60, 15), (160, 50), (20, 5), (3, 1), (100, 9), (80, 12)];

/// The first words on the page that stay at its top.
fn first_words(reader: &Reader) -> String {
    reader.article().iter().find(|row| !row.trim().is_empty()).unwrap().trim().to_owned()
}

#[test]
fn a_resize_keeps_the_first_words() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("jjjjjjjjjj");
    assert!(first_words(&reader).starts_with("“We have patched"), "{}", first_words(&reader));
    for (width, height) in [(60, 10), (30, 8), (100, 9), (75, 12)] {
        reader.resize(width, height);
        assert!(first_words(&reader).starts_with("“We have patched"), "at {width}x{height}");
    }
}

#[test]
fn a_resize_keeps_the_current_quote_in_view() {
    for number in 1..=10 {
        let mut reader = Reader::open("bridge", 80, 12);
        reader.press(&format!(":{number}<Enter>"));
        let quote = reader.here().to_owned();
        for (width, height) in SIZES {
            reader.resize(width, height);
            assert_eq!(reader.here(), quote, "at {width}x{height}");
            let reversed = reader.reversed();
            let is_tiny = width < 20 || height < 5;
            assert!(is_tiny || !reversed.is_empty(), "quote {number} at {width}x{height}");
        }
        check_together(&reader);
    }
}

#[test]
fn a_resize_does_not_go_back_to_a_quote_that_was_left() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("nG");
    for (width, height) in [(60, 9), (80, 12)] {
        reader.resize(width, height);
        assert_eq!(reader.reversed(), "", "at {width}x{height}");
    }
}

#[test]
fn below_72_columns_tab_changes_the_pane() {
    let mut reader = Reader::open("bridge", 72, 20);
    assert!(!reader.article().is_empty() && !reader.list().is_empty());
    reader.resize(71, 20);
    assert!(!reader.article().is_empty() && reader.list().is_empty());
    reader.press("<Tab>");
    assert!(reader.article().is_empty() && !reader.list().is_empty());
    reader.press("<Tab>");
    assert!(!reader.article().is_empty() && reader.list().is_empty());
}
