//! The overview: a chart of who speaks, in which the reader can move like in a list.

use crate::support::reader::Reader;

#[test]
fn the_overview_follows_the_current_quote() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("4");
    for _ in 0..10 {
        reader.press("n");
        let footer = reader.footer();
        let (_, speaker) = footer.split_once("  ").unwrap();
        let speaker: String = speaker.chars().take(10).take_while(|&c| c != '·').collect();
        assert!(reader.list_row().contains(speaker.trim()), "{footer} {}", reader.list_row());
    }
}

#[test]
fn moving_in_the_overview_moves_the_article() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("4lj");
    assert_eq!(
        reader.here(),
        "“Nobody wants this,” said Hugh Hill, a shopkeeper whose family has sold \
        boats beside the bridge since 1921, “but nobody wants to fall in the river either.”"
    );
    reader.press("<Enter>");
    assert!(reader.footer().starts_with("Hill 1/2"), "{}", reader.footer());
    let before = reader.screen();
    reader.press("o");
    assert_eq!(reader.screen(), before, "there is nothing to fold");
    reader.press("<Esc>kf");
    assert!(reader.footer().starts_with("Lee 1/3"), "{}", reader.footer());
}

#[test]
fn a_click_on_a_bar_selects_its_speaker() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("4");
    for (row, speaker) in [(6, "Ann Lee"), (9, "Hugh Hill"), (10, "Tom Hart"), (4, "Tom Hart")] {
        reader.click(60, row);
        assert!(reader.list_row().contains(speaker), "at {row}: {}", reader.list_row());
    }
}

#[test]
fn the_selected_speaker_is_visible_with_their_strip() {
    let mut reader = Reader::open("bridge", 80, 13);
    reader.press("4l");
    for key in ["j", "j", "j", "j", "j", "k", "k", "k", "k", "k"] {
        reader.press(key);
        let list = reader.list();
        let row = list.iter().position(|row| row.contains('▶')).unwrap();
        assert!(list[row + 1].contains(['█', '░', '▊', '▍']), "{list:#?}");
    }
}

#[test]
fn a_resize_keeps_the_selected_speaker() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("4ljj");
    for (width, height) in [(160, 50), (60, 15), (30, 8), (100, 30), (71, 20)] {
        reader.resize(width, height);
        assert!(reader.list_row().contains("Tom Hart"), "at {width}x{height}");
    }
}
