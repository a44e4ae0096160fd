//! Reads, cleans, annotates and exports any bytes.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use whosaid::formats::exchange::{Exchange, Record, Setting};
use whosaid::formats::{json, plain};
use whosaid::model::Model;
use whosaid::text::article::Article;
use whosaid::text::clean::clean;
use whosaid::text::encoding::decode;

#[path = "../../tests/it/support/controls.rs"]
#[expect(dead_code, reason = "only `drawing` looks at what a terminal gets")]
mod controls;

static MODEL: LazyLock<Model> = LazyLock::new(Model::embedded);

fuzz_target!(|bytes: &[u8]| {
    let Ok(raw) = decode(bytes.to_vec()) else { return };
    let cleaned = clean(&raw);
    assert_eq!(controls::stray(&cleaned.text), None);
    assert_eq!(clean(&cleaned.text).text, cleaned.text, "cleaning twice changes nothing");
    let Ok(article) = Article::parse(&raw) else { return };
    assert_eq!(Article::parse(article.text()).unwrap().text(), article.text());
    let document = MODEL.annotate(article);
    assert_eq!(controls::stray(&plain::list(&document)), None);
    let record = Record { id: raw.clone(), text: raw };
    let exchanges = [
        Exchange::of_file(record.id.clone(), document.clone()),
        Exchange::of_record(record, document),
    ];
    for exchange in exchanges {
        let written = json::write(&exchange, Setting::Line);
        assert_eq!(controls::stray(&written), None);
        let read = json::read(&written).unwrap();
        assert_eq!(json::write(&read, Setting::Line), written, "what is written is read back");
    }
});
