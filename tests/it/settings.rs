//! How the article is set and drawn: width, panes, theme, a slow line, and keys of the reader's own.

use whosaid::app::Message;
use whosaid::app::keys::bound::{Change, Keymap};
use whosaid::app::state::panes::Size;
use whosaid::app::state::preferences::{Detail, Preferences};
use whosaid::app::state::theme_name::ThemeName;

use crate::support::reader::{Reader, document, preferences};

/// A session with these preferences.
fn open(preferences: Preferences, width: u16, height: u16) -> Reader {
    let document = document("bridge");
    let mut reader = Reader::unread(&document, "bridge", Size { width, height }, preferences);
    reader.annotate(document, 100);
    reader
}

#[test]
fn a_page_keeps_two_lines_in_view() {
    let mut reader = Reader::open("bridge", 80, 12);
    let first = reader.article();
    reader.press(" ");
    assert_eq!(reader.article()[..2], first[first.len() - 2..]);
    reader.press("b");
    assert_eq!(reader.article(), first);
}

#[test]
fn half_a_page_moves_by_half_the_height() {
    let mut reader = Reader::open("bridge", 80, 13);
    let first = reader.article();
    reader.press("d");
    assert_eq!(reader.article()[0], first[5]);
    reader.press("u");
    assert_eq!(reader.article(), first);
}

#[test]
fn the_last_page_is_full() {
    let mut reader = Reader::open("bridge", 80, 12);
    reader.press("G");
    let last = reader.article();
    assert!(last[last.len() - 1].contains("cracks."), "{last:#?}");
    reader.press("jjj");
    assert_eq!(reader.article(), last);
}

#[test]
fn over_a_slow_line_a_line_is_a_page() {
    let slow = || open(Preferences { detail: Detail::Lean, ..preferences() }, 80, 12);
    let (mut by_line, mut by_page) = (slow(), slow());
    by_line.press("j");
    by_page.press(" ");
    assert_eq!(by_line.screen(), by_page.screen());
    by_line.press("k");
    assert_eq!(by_line.screen(), slow().screen());
}

#[test]
fn over_a_slow_line_there_is_one_pane_and_a_jump_goes_to_the_top() {
    let mut reader = open(Preferences { detail: Detail::Lean, ..preferences() }, 80, 12);
    assert!(reader.list().is_empty());
    reader.press(":7<Enter>");
    assert_eq!(reader.quote_row(), Some(0));
}

#[test]
fn a_late_answer_of_the_terminal_does_not_replace_a_chosen_theme() {
    let mut reader = open(Preferences::default(), 80, 24);
    reader.press("t");
    let chosen = reader.screen();
    assert_eq!(reader.send(Message::Background(ThemeName::Light)), None);
    assert_eq!(reader.screen(), chosen);
}

#[test]
fn the_answer_of_the_terminal_sets_the_theme_of_those_who_chose_none() {
    let mut reader = open(Preferences::default(), 80, 24);
    let _ = reader.send(Message::Background(ThemeName::Light));
    let light = open(Preferences { theme: ThemeName::Light, ..preferences() }, 80, 24);
    assert_eq!(reader.screen(), light.screen());
}

#[test]
fn a_key_goes_through_the_themes() {
    let mut reader = open(Preferences::default(), 80, 24);
    for name in ["dark", "light", "mono", "terminal", "dark"] {
        reader.press("t");
        assert!(reader.footer().contains(&format!("theme: {name}")), "{}", reader.footer());
    }
}

/// The columns of the text: the longest row of a page that is full of words.
fn width(reader: &Reader) -> usize {
    reader.article()[0].chars().count()
}

#[test]
fn a_key_goes_through_the_widths() {
    let mut reader = Reader::open("bridge", 160, 24);
    let widths = ["w", "w", "w", "-", "w", "+", "w"].map(|key| {
        reader.press(key);
        width(&reader)
    });
    assert_eq!(widths, [80, 120, 66, 64, 66, 68, 80]);
}

#[test]
fn the_text_is_never_narrower_than_20_columns() {
    let mut reader = Reader::open("bridge", 160, 24);
    reader.press(&"-".repeat(50));
    assert_eq!(width(&reader), 20);
}

#[test]
fn a_key_hides_the_list_and_shows_it_again() {
    let mut reader = Reader::open("bridge", 80, 24);
    let both = reader.screen();
    reader.press("z");
    assert!(reader.list().is_empty() && !reader.article().is_empty());
    reader.press("z");
    assert_eq!(reader.screen(), both);
}

#[test]
fn footer_help_and_notices_show_the_keys_as_they_are_bound() {
    let change = |name: &str, keys: &[&str]| {
        let keys = keys.iter().map(|key| key.parse().unwrap()).collect();
        Change { name: name.to_owned(), keys }
    };
    let changes = [change("next", &["x"]), change("help", &["F2"]), change("follow", &[])];
    let keymap = Keymap::new(&changes).unwrap();
    let mut reader = open(Preferences { keymap, ..preferences() }, 80, 40);
    assert!(reader.footer().contains("x next  F2 help"), "{}", reader.footer());
    reader.press("J");
    assert!(reader.footer().contains("no speaker here (x: next quote)"), "{}", reader.footer());
    reader.press("nx");
    assert!(reader.footer().starts_with("“ 1/10"), "{}", reader.footer());
    reader.press("<F2>");
    let help = reader.screen();
    assert!(help.contains("  x                   next quote, mention or hit"), "{help}");
    assert!(!help.contains("step through this speaker's quotes only"), "{help}");
}
