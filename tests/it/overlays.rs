//! What lies over the panes (help, a menu, a line, the wait for a letter) takes all keys, clicks and turns of the wheel.

use whosaid::app::Effect;
use whosaid::app::keys::action::Way;

use crate::support::reader::Reader;

/// The keys that open each overlay.
const OVERLAYS: [&str; 6] = ["?", "e", "/the", ":n", "&a", "m"];

/// Rows and columns of the article, the list, its titles and the footer at 80x24.
const PLACES: [(u16, u16); 5] = [(10, 6), (10, 12), (60, 6), (60, 2), (5, 23)];

#[test]
fn clicks_do_not_reach_what_an_overlay_hides() {
    for keys in OVERLAYS {
        for (column, row) in PLACES {
            let mut reader = Reader::open("bridge", 80, 24);
            reader.press("nn");
            reader.press(keys);
            let before = reader.screen();
            reader.click(column, row);
            assert_eq!(reader.screen(), before, "{keys} at {column}, {row}");
        }
    }
}

#[test]
fn the_wheel_does_not_reach_what_an_overlay_hides() {
    for keys in OVERLAYS {
        for (column, row) in PLACES {
            let mut reader = Reader::open("bridge", 80, 24);
            reader.press("nn");
            let before = reader.screen();
            reader.press(keys);
            reader.wheel(column, row, Way::On);
            reader.press("<Esc>");
            assert_eq!(reader.article(), open_at_second_quote().article(), "{keys}");
            assert_eq!(reader.place(), open_at_second_quote().place(), "{keys}");
            if !keys.starts_with('&') {
                assert_eq!(reader.screen(), before, "{keys} at {column}, {row}");
            }
        }
    }
}

fn open_at_second_quote() -> Reader {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("nn");
    reader
}

#[test]
fn the_wheel_moves_in_the_menu_and_in_help() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("e");
    reader.wheel(10, 6, Way::On);
    assert!(reader.screen().contains("▶ jsonl"), "{}", reader.screen());
    reader.wheel(10, 6, Way::Back);
    assert!(reader.screen().contains("▶ json "), "{}", reader.screen());
    reader.press("<Esc>?");
    reader.wheel(10, 6, Way::On);
    assert!(reader.footer().starts_with("10 quotes  rows 2–"), "{}", reader.footer());
}

#[test]
fn without_an_overlay_the_wheel_scrolls_what_is_under_it() {
    let mut reader = Reader::open("bridge", 80, 12);
    let fourth = reader.article()[3].clone();
    reader.wheel(10, 6, Way::On);
    assert_eq!(reader.article()[0], fourth);
    reader.wheel(10, 6, Way::Back);
    assert_eq!(reader.article()[3], fourth);
    reader.press("2n");
    reader.wheel(60, 6, Way::On);
    assert!(reader.footer().starts_with("“ 4/10"), "{}", reader.footer());
}

#[test]
fn a_click_selects_a_row_and_a_second_one_takes_it() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.click(60, 5);
    assert!(reader.list_row().starts_with("B Hugh Hill"), "{}", reader.list_row());
    reader.click(60, 5);
    assert!(reader.footer().starts_with("Hill 1/2"), "{}", reader.footer());
}

#[test]
fn a_click_on_a_quote_makes_it_current() {
    let mut reader = Reader::open("bridge", 80, 24);
    let row = reader.article().iter().position(|row| row.contains("“We have")).unwrap();
    reader.click(10, u16::try_from(row).unwrap() + 2);
    assert!(reader.footer().starts_with("“ 3/10"), "{}", reader.footer());
}

#[test]
fn beside_the_entities_a_click_on_a_name_selects_it() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("3");
    let row = reader.article().iter().position(|row| row.contains("Lee said on")).unwrap();
    reader.click(4, u16::try_from(row).unwrap() + 2);
    assert_eq!(reader.here(), "Ann Lee");
}

#[test]
fn control_z_suspends_in_every_mode() {
    for keys in [&[""][..], &OVERLAYS, &["l"]].concat() {
        let mut reader = Reader::open("bridge", 80, 24);
        reader.press(keys);
        assert_eq!(reader.press("<C-z>"), Some(Effect::Suspend), "{keys}");
    }
}

#[test]
fn help_closes_with_its_key_and_with_escape() {
    for key in ["?", "<Esc>"] {
        let mut reader = Reader::open("bridge", 80, 24);
        reader.press("n");
        let before = reader.screen();
        reader.press("?jjj");
        assert!(reader.footer().contains("rows 4–"), "{}", reader.footer());
        reader.press(key);
        assert_eq!(reader.screen(), before);
    }
}
