//! Any input can be loaded, annotated, laid out, drawn and exported. `PROPTEST_CASES=10000 cargo test --release any_input`
//! tries more of it.

use std::sync::LazyLock;

use proptest::prelude::*;
use whosaid::app::state::panes::Size;
use whosaid::formats::brat;
use whosaid::formats::company::Company;
use whosaid::formats::exchange::{Exchange, Record, Setting};
use whosaid::formats::format::Format;
use whosaid::formats::json;
use whosaid::model::Model;
use whosaid::text::article::Article;
use whosaid::text::encoding::decode;

use crate::support::controls::stray;
use crate::support::reader::{Reader, document};

static MODEL: LazyLock<Model> = LazyLock::new(Model::embedded);

/// Words, marks and oddities to make articles of.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "''",
    "``",
    "said",
    " said ",
    "Ann Lee",
    "Mr. Hill",
    " he ",
    " who ",
    ", ",
    ". ",
    "! ",
    "? ",
    ": ",
    " — ",
    "...",
    "\n",
    "\n\n",
    " ",
    "According to ",
    "U.S.",
    "NATO",
    "the University of Ohio",
    "World War II",
    "\u{1b}]0;x\u{7}",
    "\u{202e}",
    "\u{200b}",
    "é",
    "日本語",
    "👩\u{200d}🔬",
    "a\u{301}\u{301}",
    "\t",
    "\r\n",
    "It rains every day",
    "LEE:",
    "By Ann Lee",
    "“It rains,” Lee said.",
    "(",
    ")",
    "’s",
    "$5 ",
    "1,000 ",
    "x.jpg",
    "http://a.b/c",
    "-",
    "--",
];

fn mixes() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Opens a text at this size and presses keys.
fn read(text: &str, size: Size, keys: &str) {
    let Ok(article) = Article::parse(text) else { return };
    assert_eq!(Article::parse(article.text()).unwrap().text(), article.text());
    let document = MODEL.annotate(article);
    for quote in document.quotes() {
        assert!(quote.content.iter().all(|span| !span.is_empty()));
    }
    let mut reader = Reader::of(document, "any", size);
    reader.press(keys);
    reader.screen();
    reader.resize(size.height, size.width);
    reader.press(keys);
    let shown = reader.screen();
    assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
}

/// Few cases, as each runs the network, unless `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig { cases: 64, ..default },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_mix_can_be_read(text in mixes(), width in 0u16..170, height in 0u16..60, keys in "[nNJKfojkdubgGhl123w+tz?]{0,30}") {
        read(&text, Size { width, height }, &keys);
    }

    #[test]
    fn any_bytes_can_be_loaded(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let text = decode(bytes.clone());
        // most bytes are not a text; the lossy reading of them is
        read(&text.unwrap_or_else(|_| String::from_utf8_lossy(&bytes).into_owned()), Size { width: 80, height: 24 }, "nn");
    }

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        read(&text, Size { width: 40, height: 10 }, "nG");
    }

    #[test]
    fn what_is_written_is_read_back(text in mixes()) {
        let Ok(article) = Article::parse(&text) else { return Ok(()) };
        let record = Record { id: "any".to_owned(), text: text.clone() };
        let document = MODEL.annotate(article);
        for exchange in [Exchange::of_file("any".to_owned(), document.clone()), Exchange::of_record(record, document)] {
            let line = json::write(&exchange, Setting::Line);
            let again = json::read(&line).unwrap();
            prop_assert_eq!(&json::write(&again, Setting::Line), &line);
            prop_assert_eq!(json::read(&json::write(&exchange, Setting::Pages)).unwrap(), again);
        }
    }

    #[test]
    fn no_export_holds_a_control_and_standoff_is_read_back(text in mixes()) {
        let Ok(article) = Article::parse(&text) else { return Ok(()) };
        let record = Record { id: text.clone(), text };
        let exchange = Exchange::of_record(record, MODEL.annotate(article));
        for format in Format::all() {
            for company in [Company::Alone, Company::Among(2)] {
                let written = format.write(&exchange, company);
                prop_assert!(stray(&written.replace('\t', " ")).is_none());
            }
        }
        let text = exchange.document.text();
        let standoff = brat::write(&exchange.document);
        let reading = brat::read(&standoff, text, Article::parse(text).unwrap()).unwrap();
        prop_assert_eq!(reading.passed_over.len(), 0);
        prop_assert_eq!(brat::write(&reading.document), standoff);
    }

    #[test]
    fn garbled_standoff_is_refused_or_read(at in 0usize..9000, byte in any::<u8>()) {
        let document = document("bridge");
        let mut bytes = brat::write(&document).into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(standoff) = String::from_utf8(bytes) {
            let article = Article::parse(document.text()).unwrap();
            let _ = brat::read(&standoff, document.text(), article);
        }
    }

    #[test]
    fn garbled_json_is_refused_or_read(at in 0usize..900, byte in any::<u8>()) {
        let document = document("interview");
        let mut bytes = json::write(&Exchange::of_file("a".to_owned(), document), Setting::Line).into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = json::read(&text);
        }
    }
}
