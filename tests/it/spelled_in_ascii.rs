//! A terminal without Unicode loses no mark and no column.

use std::collections::BTreeSet;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use whosaid::text::ascii;
use whosaid::text::clean::clean;
use whosaid::ui;
use whosaid::ui::theme::{Depth, Theme};

use crate::support::reader::{open, press};
use crate::support::sources::{before_tests, sources};

#[test]
fn every_mark_of_the_screen_can_be_spelled() {
    let marks = marks();
    assert!(marks.contains(&'▌') && marks.contains(&'≈'), "marks are found: {marks:?}");
    for mark in marks {
        let spelled = ascii::spell(&mark.to_string());
        assert!(!spelled.contains('?'), "{mark} has no spelling");
    }
}

/// All characters beyond ASCII in the code of `ui` and `app`, without comments and tests.
fn marks() -> BTreeSet<char> {
    let drawing = |module: &str| ["ui", "app"].iter().any(|room| module.starts_with(room));
    let drawn = sources().into_iter().filter(|(module, _)| drawing(module));
    drawn.flat_map(|(_, source)| marks_of(&source)).collect()
}

fn marks_of(source: &str) -> Vec<char> {
    let lines = before_tests(source).lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(str::chars).filter(|character| !character.is_ascii()).collect()
}

#[test]
fn a_screen_is_spelled_whole() {
    let mut state = open("interview", 100, 30);
    press(&mut state, "nn2");
    let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
    let theme = Theme::new(state.appearance.theme, Depth::True);
    terminal
        .draw(|frame| {
            ui::draw(frame, &state, &theme);
            ui::ascii::spell(frame.buffer_mut());
        })
        .unwrap();
    let cells = terminal.backend().buffer().content();
    assert!(cells.iter().all(|cell| is_printable(cell.symbol())));
}

/// Whether a text is printable ASCII.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

fn spells(raw: &str) {
    let text = clean(raw).text;
    for line in text.lines() {
        let spelled = ascii::spell_text(line);
        assert!(is_printable(&spelled), "{spelled:?}");
        // ligatures of two clusters count once in a whole text, but are drawn in two cells
        let columns: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
        assert_eq!(spelled.len(), columns, "{line:?} became {spelled:?}");
    }
    assert_eq!(ascii::spell_text(&text).lines().count(), text.lines().count());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_spelled_in_its_columns(text in any::<String>()) {
        spells(&text);
    }

    #[test]
    fn any_letters_are_spelled_in_their_columns(text in "[\\p{L}\\p{M}\\p{S}\\p{P}\u{200D} ]{0,40}") {
        spells(&text);
    }
}
