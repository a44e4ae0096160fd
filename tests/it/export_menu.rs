//! Exporting from the screen: the menu of formats, the path, and a file that exists.

use whosaid::app::Effect;
use whosaid::app::Message;
use whosaid::app::state::panes::Size;
use whosaid::app::update::export::{Order, Outcome, Replace};
use whosaid::formats::format::Format;

use crate::support::reader::{Reader, document, preferences};

#[test]
fn an_existing_file_is_replaced_only_after_a_second_enter() {
    let mut reader = Reader::open("bridge", 80, 24);
    reader.press("ejjjj<Enter>");
    assert!(reader.footer().starts_with("export to bridge.md"), "{}", reader.footer());
    let order =
        Order { format: Format::Markdown, path: "bridge.mdx".to_owned(), replace: Replace::Never };
    assert_eq!(reader.press("x<Enter>"), Some(Effect::Export(order.clone())));
    let _ = reader.send(Message::Exported(order.clone(), Outcome::Exists));
    assert!(reader.footer().starts_with("replace bridge.mdx  file exists"), "{}", reader.footer());
    let mut other = reader.clone();
    let confirmed = Order { replace: Replace::Confirmed, ..order.clone() };
    assert_eq!(reader.press("<Enter>"), Some(Effect::Export(confirmed)));
    let elsewhere = Order { path: "bridge.md".to_owned(), ..order };
    let effect = other.press("<Backspace><Enter>");
    assert_eq!(effect, Some(Effect::Export(elsewhere)), "another path is another question");
}

#[test]
fn the_outcome_of_an_export_is_reported() {
    let mut reader = Reader::open("bridge", 80, 24);
    let order = Order { format: Format::Csv, path: "a.csv".to_owned(), replace: Replace::Never };
    for (outcome, expected) in [
        (Outcome::Written("a.csv".to_owned()), "wrote a.csv"),
        (Outcome::Failed("the disk is full".to_owned()), "the disk is full"),
    ] {
        let _ = reader.send(Message::Exported(order.clone(), outcome));
        assert!(reader.footer().contains(expected), "{}", reader.footer());
    }
}

#[test]
fn an_empty_path_writes_nothing() {
    let mut reader = Reader::open("bridge", 80, 24);
    assert_eq!(reader.press("e<Enter><C-u><Enter>"), None);
}

#[test]
fn escape_closes_the_menu() {
    let mut reader = Reader::open("bridge", 80, 24);
    let before = reader.screen();
    reader.press("eG");
    assert!(reader.screen().contains("▶ conllu"), "{}", reader.screen());
    reader.press("<Esc>");
    assert_eq!(reader.screen(), before);
}

#[test]
fn nothing_is_exported_before_all_quotes_are_found() {
    let (document, size) = (document("bridge"), Size { width: 80, height: 24 });
    let mut reader = Reader::unread(&document, "bridge", size, preferences());
    for percent in [50, 99] {
        reader.press("e");
        assert!(!reader.screen().contains("Export as"), "{}", reader.screen());
        reader.annotate(document.clone(), percent);
    }
    reader.press("e");
    assert!(!reader.screen().contains("Export as"), "{}", reader.screen());
    reader.annotate(document, 100);
    reader.press("e");
    assert!(reader.screen().contains("Export as"), "{}", reader.screen());
}
