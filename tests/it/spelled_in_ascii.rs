//! Terminals without Unicode: every mark of the screen has a spelling in ASCII that is as wide.

use std::collections::BTreeSet;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use whosaid::text::ascii;
use whosaid::text::clean::clean;
use whosaid::ui;
use whosaid::ui::theme::Depth;

use crate::support::reader::Reader;
use crate::support::sources::{before_tests, sources};

#[test]
fn every_mark_of_the_screen_has_a_spelling() {
    let marks = marks();
    assert!(marks.contains(&'▌') && marks.contains(&'≈'), "{marks:?}");
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
fn a_whole_screen_is_spelled() {
    let mut reader = Reader::open("interview", 100, 30);
    reader.press("nn2");
    let mut cells = reader.cells(Depth::True);
    ui::ascii::spell(&mut cells);
    assert!(cells.content().iter().all(|cell| is_printable(cell.symbol())));
}

/// Whether a text is printable ASCII.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

#[track_caller]
fn check(raw: &str) {
    let text = clean(raw).text;
    for line in text.lines() {
        let spelled = ascii::spell_text(line);
        assert!(is_printable(&spelled), "{spelled:?}");
        // a ligature of two clusters counts once in a whole text but is drawn in two cells
        let columns: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
        assert_eq!(spelled.len(), columns, "{line:?} became {spelled:?}");
    }
    assert_eq!(ascii::spell_text(&text).lines().count(), text.lines().count());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_its_columns(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_letters_keep_their_columns(text in "[\\p{L}\\p{M}\\p{S}\\p{P}\u{200D} ]{0,40}") {
        check(&text);
    }
}
