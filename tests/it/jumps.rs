//! Jumps: to a quote by its number, back and forward again, to marks, and to a place asked for on the command line.

use whosaid::app::state::wanted::Wanted;

use crate::support::reader::{Reader, document};

#[test]
fn a_number_goes_to_a_quote() {
    let mut reader = Reader::open("bridge", 80, 24);
    for (number, footer) in [
        ("1", "“ 1/10"),
        ("10", "“ 10/10"),
        ("11", "“ 10/10  no quote 11 (there are 10)"),
        ("0", "“ 10/10  no quote 0 (there are 10)"),
    ] {
        reader.press(&format!(":{number}<Enter>"));
        assert!(reader.footer().starts_with(footer), "{}", reader.footer());
    }
}

#[test]
fn after_a_jump_the_reader_can_go_back_and_forward() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press(":2<Enter>");
    let two = reader.place();
    reader.press(":9<Enter>");
    let nine = reader.place();
    reader.press("H");
    assert_eq!(reader.place(), two);
    reader.press("L");
    assert_eq!(reader.place(), nine);
    reader.press("L");
    assert!(reader.footer().contains("no later place"), "{}", reader.footer());
    reader.press("HHH");
    assert!(reader.footer().contains("no earlier place"), "{}", reader.footer());
}

#[test]
fn a_new_jump_ends_the_way_forward() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press(":2<Enter>:9<Enter>H:5<Enter>L");
    assert!(reader.footer().contains("no later place"), "{}", reader.footer());
}

#[test]
fn the_end_and_the_top_are_jumps_and_single_lines_are_not() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("jj");
    let before = reader.place();
    reader.press("GH");
    assert_eq!(reader.place(), before);
    reader.press("jH");
    assert_ne!(reader.place(), before, "the line was no jump to come back from");
}

#[test]
fn a_letter_marks_a_place() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("nnma");
    assert!(reader.footer().contains("marked with a"), "{}", reader.footer());
    let place = reader.place();
    reader.press("G'a");
    assert_eq!(reader.place(), place);
    reader.press("G''");
    assert_eq!(reader.place(), place, "the place before the jump to the end");
    reader.press("'z");
    assert!(reader.footer().contains("no mark z"), "{}", reader.footer());
}

#[test]
fn escape_ends_the_wait_for_a_letter() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("m<Esc>n");
    assert!(reader.footer().starts_with("“ 1/10"), "{}", reader.footer());
}

#[test]
fn a_mark_is_a_small_letter() {
    let mut reader = Reader::open("bridge", 80, 12);
    for letter in ["A", "1", "ä", "'"] {
        reader.press(&format!("m{letter}"));
        assert!(reader.footer().contains("a to z"), "{letter}: {}", reader.footer());
    }
}

/// Compares the footer of a session that was asked for a place on the command line.
#[track_caller]
fn check_wanted(wanted: Wanted, expected: &str) {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.state.bookmarks.wanted = Some(wanted);
    reader.annotate(document("bridge"), 50);
    assert!(!reader.footer().contains(expected), "it waits until all is annotated");
    reader.annotate(document("bridge"), 100);
    assert!(reader.footer().contains(expected), "{}", reader.footer());
}

#[test]
fn the_command_line_asks_for_a_place() {
    check_wanted(Wanted::Quote(7), "“ 7/10");
    check_wanted(Wanted::Speaker("lee".to_owned()), "Lee 1/3");
    check_wanted(Wanted::Entity("ann l".to_owned()), "Ann Lee 1/3");
    check_wanted(Wanted::Quote(11), "no quote 11 (there are 10)");
    check_wanted(Wanted::Speaker("Zoë".to_owned()), "no speaker “Zoë” in this article");
}
