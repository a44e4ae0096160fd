//! Lines that are typed: commands and their completion, editing, and the lines typed before.

use crate::support::reader::Reader;

#[test]
fn a_command_is_completed_and_run() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press(":ent<Tab>");
    assert!(reader.footer().starts_with(":entities"), "{}", reader.footer());
    reader.press("<Enter>");
    assert!(reader.screen().contains("│3 Entities"), "{}", reader.screen());
    reader.press(":next<Tab>");
    assert!(reader.footer().contains("next-of-speaker"), "{}", reader.footer());
    reader.press("<Esc>:nonsense<Enter>");
    assert!(reader.footer().contains("unknown command: nonsense"), "{}", reader.footer());
}

#[test]
fn an_empty_command_does_nothing() {
    let mut reader = Reader::open("bridge", 80, 24);
    let before = reader.screen();
    reader.press(":<Enter>");
    assert_eq!(reader.screen(), before);
}

#[test]
fn a_command_does_what_its_key_does() {
    for (command, key) in [("help", "?"), ("quotes", "2"), ("next", "n"), ("export", "e")] {
        let (mut typed, mut pressed) =
            (Reader::open("bridge", 80, 24), Reader::open("bridge", 80, 24));
        typed.press(&format!(":{command}<Enter>"));
        pressed.press(key);
        assert_eq!(typed.screen(), pressed.screen(), "{command}");
    }
}

#[test]
fn in_a_line_every_key_is_a_character() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/q? n<C-w>x<Backspace><Left>");
    assert!(reader.footer().starts_with("/q?"), "{}", reader.footer());
}

#[test]
fn backspace_in_an_empty_line_cancels_it() {
    let mut reader = Reader::open("bridge", 80, 24);
    let before = reader.screen();
    reader.press("/ab<C-u>");
    assert_ne!(reader.screen(), before);
    reader.press("<Backspace>");
    assert_eq!(reader.screen(), before);
}

#[test]
fn earlier_lines_come_back() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/bridge<Enter>/money<Enter>/<Up><Up>");
    assert!(reader.footer().starts_with("/bridge"), "{}", reader.footer());
    reader.press("<Down><Enter>");
    assert!(reader.footer().starts_with("/money"), "{}", reader.footer());
}

#[test]
fn a_line_typed_twice_is_kept_once() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/bridge<Enter>/money<Enter>/bridge<Enter>/<Up>");
    assert!(reader.footer().starts_with("/bridge"), "{}", reader.footer());
    reader.press("<Up><Up><Up>");
    assert!(reader.footer().starts_with("/money"), "there is none before it");
}

#[test]
fn searches_commands_and_filters_have_their_own_history() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("/bridge<Enter>:2<Enter>&lee<Enter>");
    for (sign, line) in [("h/", "/bridge"), (":", ":2"), ("&", "&lee")] {
        reader.press(&format!("{sign}<Up>"));
        assert!(reader.footer().starts_with(line), "{}", reader.footer());
        reader.press("<Esc>");
    }
}
