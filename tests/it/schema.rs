//! The JSON Schema in `docs` describes what the program writes.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use whosaid::annotation::kinds::{ENTITY_KINDS, SPEAKER_KINDS, VOICES};
use whosaid::formats::exchange::{Exchange, Record, Setting};
use whosaid::formats::json;
use whosaid::model::Model;
use whosaid::text::article::Article;

const SCHEMA: &str = "docs/whosaid-1.schema.json";

fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(path(SCHEMA)).unwrap()).unwrap()
}

/// What the schema says against a document.
fn fault(document: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource(SCHEMA, schema()).unwrap();
    let index = compiler.compile(SCHEMA, &mut schemas).unwrap();
    schemas.validate(document, index).err().map(|error| error.to_string())
}

fn annotated() -> Value {
    let text = "Rain in Ely\n\n“It rains every day,” Mayor Ann Lee said.";
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let exchange = Exchange::of_file("rain".to_owned(), document);
    serde_json::from_str(&json::write(&exchange, Setting::Line)).unwrap()
}

/// The schema refuses an article whose member at `pointer` is `value`.
#[track_caller]
fn check_refused(pointer: &str, value: Value) {
    let mut document = annotated();
    let member = document.pointer_mut(pointer).expect("the article has the member");
    *member = value;
    assert!(fault(&document).is_some(), "{pointer} may be {}", document.pointer(pointer).unwrap());
}

/// The schema refuses an article without the member `name` of the object at `pointer`.
#[track_caller]
fn check_required(pointer: &str, name: &str) {
    let mut document = annotated();
    let object = document.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
    assert!(object.remove(name).is_some(), "{pointer} has no {name}");
    assert!(fault(&document).is_some(), "{name} of {pointer} may be missing");
}

#[test]
fn what_is_written_of_every_article_fits_the_schema() {
    for entry in fs::read_dir(path("tests/articles")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let documents = if path.extension().is_some_and(|ending| ending == "json") {
            vec![text]
        } else {
            let document = Model::embedded().annotate(Article::parse(&text).unwrap());
            let record = Record { id: "a".to_owned(), text };
            vec![
                json::write(&Exchange::of_file("a".to_owned(), document.clone()), Setting::Pages),
                json::write(&Exchange::of_record(record, document), Setting::Line),
            ]
        };
        for document in documents {
            let fault = fault(&serde_json::from_str(&document).unwrap());
            assert_eq!(fault, None, "{}", path.display());
        }
    }
}

#[test]
fn every_member_that_is_written_is_described_and_required() {
    let (document, schema) = (annotated(), schema());
    let objects = [
        ("", ""),
        ("/quotes/0", "/$defs/quote"),
        ("/speakers/0", "/$defs/speaker"),
        ("/entities/0", "/$defs/entity"),
    ];
    for (object, described) in objects {
        let described = schema.pointer(described).unwrap();
        for name in document.pointer(object).and_then(Value::as_object).unwrap().keys() {
            assert!(described["properties"].get(name).is_some(), "{object}: {name}");
            check_required(object, name);
        }
    }
}

#[test]
fn the_schema_knows_the_same_kinds_as_the_program() {
    let schema = schema();
    let kinds = |of: &str| schema["$defs"][of]["properties"]["kind"]["enum"].clone();
    let names = |names: Vec<&str>| json!(names);
    assert_eq!(kinds("quote"), names(VOICES.iter().map(|(name, _)| *name).collect()));
    assert_eq!(kinds("speaker"), names(SPEAKER_KINDS.iter().map(|(name, _)| *name).collect()));
    assert_eq!(kinds("entity"), names(ENTITY_KINDS.iter().map(|(name, _)| *name).collect()));
}

#[test]
fn broken_documents_do_not_fit() {
    check_refused("/format", json!("whosaid/2"));
    check_refused("/id", json!(7));
    check_refused("/title", json!([]));
    check_refused("/text", json!(""));
    check_refused("/quotes", json!({}));
    check_refused("/quotes/0", json!("q1"));
    check_refused("/quotes/0/kind", json!("loud"));
    check_refused("/quotes/0/content", json!([]));
    check_refused("/quotes/0/content/0", json!([1]));
    check_refused("/quotes/0/content/0", json!([1, 2, 3]));
    check_refused("/quotes/0/cue/0/0", json!(-1));
    check_refused("/quotes/0/source/0/1", json!(1.5));
    check_refused("/quotes/0/speaker_id", Value::Null);
    check_refused("/quotes/0/confidence", json!(1.01));
    check_refused("/speakers/0/kind", json!("place"));
    check_refused("/speakers/0/name", Value::Null);
    check_refused("/speakers/0/mentions/0", json!("Ann Lee"));
    check_refused("/entities/0/kind", json!("group"));
}

#[test]
fn members_to_come_and_unknown_ones_fit() {
    let mut document = annotated();
    document["outlet"] = json!("The Ely Standard");
    document["quotes"][0]["act"] = json!("speech");
    document["quotes"][0]["speaker_ids"] = json!(["s1"]);
    document["quotes"][0]["note"] = json!(null);
    assert_eq!(fault(&document), None);
    document["quotes"][0]["act"] = json!("song");
    assert!(fault(&document).is_some());
}
