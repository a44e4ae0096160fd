//! What the format keeps, and what it refuses.

use std::error::Error;

use super::*;
use crate::annotation::document::{Document, Findings};
use crate::annotation::quote::QuoteId;
use crate::text::article::Article;

const WHOLE: &str = r#"{"format":"whosaid/1","id":"a","title":null,"text":"“No,” Ann Lee said.","quotes":[{"id":"q7","kind":"direct","content":[[0,5]],"cue":[[14,18]],"source":[[6,13]],"speaker":"Ann Lee","speaker_id":"s1","confidence":0.97,"note":"kept"}],"speakers":[{"id":"s1","name":"Ann Lee","kind":"person","role":null,"mentions":[[6,13]]}],"entities":[{"id":"e1","kind":"person","name":"Ann Lee","mentions":[[6,13]]}],"tool":"other"}"#;

/// The error of [`WHOLE`] with `from` put for `to`.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert!(WHOLE.contains(from), "{from} is not in the sample");
    let error = read(&WHOLE.replacen(from, to, 1)).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_file_comes_back_as_it_was() {
    assert_eq!(write(&read(WHOLE).unwrap(), Setting::Line), WHOLE);
}

#[test]
fn pages_hold_the_same_as_a_line() {
    let exchange = read(WHOLE).unwrap();
    let pages = write(&exchange, Setting::Pages);
    assert_eq!(read(&pages).unwrap(), exchange);
    assert!(pages.lines().count() > 8, "{pages}");
}

#[test]
fn places_are_code_points_outside_and_bytes_inside() {
    let document = read(WHOLE).unwrap().document;
    let quote = document.quote(QuoteId::at(0));
    assert_eq!(document.words(&quote.content), "“No,”");
    assert_eq!(document.words(&quote.source), "Ann Lee");
}

#[test]
fn a_span_that_cannot_be_is_refused_with_its_place() {
    check("[[0,5]]", "[[5,2]]", "quotes[0].content[0]: [5, 2] runs backwards");
    check("[[0,5]]", "[[0,99]]", "quotes[0].content[0]: [0, 99] leaves the text of 19 code points");
    check(
        "[[0,5]]",
        "[[0,5],[3,7]]",
        "quotes[0].content[1]: it begins before the span before it ends",
    );
    check("[[0,5]]", "[[0,-5]]", "quotes[0].content: it must be a list of pairs of whole numbers");
    check("[[0,5]]", "[]", "quotes[0].content: it is missing");
}

#[test]
fn a_name_that_is_not_there_or_twice_is_refused() {
    check(
        "\"speaker_id\":\"s1\"",
        "\"speaker_id\":\"s2\"",
        "quotes[0].speaker_id: there is no speaker \"s2\"",
    );
    let twice = r#""entities":[{"id":"e1","kind":"place","name":"Ely","mentions":[]},"#;
    check("\"entities\":[", twice, "entities[1].id: the id \"e1\" occurs twice");
}

#[test]
fn a_member_that_is_missing_or_wrong_is_named() {
    check("\"id\":\"a\",", "", "id: it is missing");
    check(
        "\"kind\":\"direct\"",
        "\"kind\":\"loud\"",
        "quotes[0].kind: it must be direct, mixed or indirect",
    );
    check("0.97", "1.7", "quotes[0].confidence: it must be a number from 0 to 1");
    check("\"id\":\"q7\"", "\"id\":7", "quotes[0].id: it must be a string");
}

#[test]
fn a_newer_format_is_refused() {
    check("whosaid/1", "whosaid/2", "format: \"whosaid/2\" cannot be read, only whosaid/1");
}

#[test]
fn broken_json_is_told_with_line_and_column() {
    let error = read("{\"format\": }").unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "expected value at line 1 column 12");
}

#[test]
fn a_record_gets_its_text_back_with_places_in_it() {
    let raw = "“No,\u{202E}”\u{200B} Ann\u{A0}Lee said.\r\n";
    let record = Record { id: "r".to_owned(), text: raw.to_owned() };
    let given = read(WHOLE).unwrap();
    let article = Article::parse(raw).unwrap();
    let findings = Findings {
        quotes: given.document.quotes().to_vec(),
        speakers: given.document.speakers().to_vec(),
        entities: Vec::new(),
    };
    let json = write(&Exchange::of_record(record, Document::new(article, findings)), Setting::Line);
    assert!(json.contains(r"“No,\u202e”\u200b Ann"), "{json}");
    assert!(json.contains(r#""content":[[0,6]],"cue":[[16,20]],"source":[[8,15]]"#), "{json}");
    assert_eq!(write(&read(&json).unwrap(), Setting::Line), json);
}
