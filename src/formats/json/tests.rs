//! What the exchange format keeps, and what it refuses.

use std::error::Error;

use super::*;
use crate::annotation::document::{Document, Findings};
use crate::annotation::quote::QuoteId;
use crate::text::article::Article;

const WHOLE: &str = r#"{"format":"whosaid/1","id":"a","title":null,"text":"“No,” Ann Lee said.","quotes":[{"id":"q7","kind":"direct","content":[[0,5]],"cue":[[14,18]],"source":[[6,13]],"speaker":"Ann Lee","speaker_id":"s1","confidence":0.97,"note":"kept"}],"speakers":[{"id":"s1","name":"Ann Lee","kind":"person","role":null,"mentions":[[6,13]]}],"entities":[{"id":"e1","kind":"person","name":"Ann Lee","mentions":[[6,13]]}],"tool":"other"}"#;

/// The error of [`WHOLE`] with `to` put for `from`, without line and column.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert!(WHOLE.contains(from), "{from} is not in the sample");
    let error = read(&WHOLE.replacen(from, to, 1)).unwrap_err();
    let error = error.to_string();
    assert_eq!(error.split(" at line ").next(), Some(expected));
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

/// [`WHOLE`] with `to` put for `from` is read, and written again as it came.
#[track_caller]
fn check_kept(from: &str, to: &str) {
    assert!(WHOLE.contains(from), "{from} is not in the sample");
    let json = WHOLE.replacen(from, to, 1);
    assert_eq!(write(&read(&json).unwrap(), Setting::Line), json);
}

#[test]
fn a_span_that_cannot_be_is_refused_with_its_place() {
    check("[[0,5]]", "[[5,2]]", "quotes[0].content[0]: [5, 2] ends before it starts");
    check(
        "[[0,5]]",
        "[[0,20]]",
        "quotes[0].content[0]: [0, 20] is outside the text of 19 code points",
    );
    let unordered = "it starts before the end of the range before it";
    check("[[0,5]]", "[[0,5],[4,7]]", &format!("quotes[0].content[1]: {unordered}"));
    check("[[14,18]]", "[[14,18],[0,2]]", &format!("quotes[0].cue[1]: {unordered}"));
    check(
        "\"source\":[[6",
        "\"source\":[[16",
        "quotes[0].source[0]: [16, 13] ends before it starts",
    );
    check(
        "null,\"mentions\":[[6",
        "null,\"mentions\":[[16",
        "speakers[0].mentions[0]: [16, 13] ends before it starts",
    );
    check(
        "Lee\",\"mentions\":[[6",
        "Lee\",\"mentions\":[[16",
        "entities[0].mentions[0]: [16, 13] ends before it starts",
    );
    check("[[0,5]]", "[]", "quotes[0].content: a quote must have content");
    check("[[0,5]]", "[[3,3]]", "quotes[0].content[0]: it covers nothing but hidden characters");
}

#[test]
fn a_span_may_touch_the_next_and_the_end_of_the_text() {
    check_kept("[[0,5]]", "[[0,3],[3,19]]");
}

#[test]
fn a_member_of_another_type_is_refused_with_its_place() {
    let number = "invalid type: integer `7`, expected a string";
    check("\"id\":\"q7\"", "\"id\":7", &format!("quotes[0].id: {number}"));
    check("\"title\":null", "\"title\":7", &format!("title: {number}"));
    check("\"role\":null", "\"role\":7", &format!("speakers[0].role: {number}"));
    check("\"speaker\":\"Ann Lee\"", "\"speaker\":7", &format!("quotes[0].speaker: {number}"));
    let negative = "invalid value: integer `-5`, expected usize";
    check("[[0,5]]", "[[0,-5]]", &format!("quotes[0].content[0][1]: {negative}"));
    let short = "invalid length 1, expected a tuple of size 2";
    check("[[0,5]]", "[[0]]", &format!("quotes[0].content[0]: {short}"));
    let null = "invalid type: null, expected a sequence";
    check("\"entities\":[", "\"entities\":null,\"more\":[", &format!("entities: {null}"));
    check(WHOLE, "[]", "this is not an object");
}

#[test]
fn a_member_that_is_missing_is_named() {
    check("\"format\":\"whosaid/1\",", "", "missing field `format`");
    check("\"id\":\"a\",", "", "missing field `id`");
    check("\"id\":\"q7\",", "", "quotes[0]: missing field `id`");
    check("\"content\":[[0,5]],", "", "quotes[0]: missing field `content`");
    check("\"confidence\":0.97,", "", "quotes[0]: missing field `confidence`");
}

#[test]
fn what_need_not_be_there_is_empty() {
    let json = r#"{"format":"whosaid/1","id":"a","text":"No.","quotes":[{"id":"q1","kind":"mixed","content":[[0,2]],"confidence":1}],"entities":[{"id":"e1","kind":"event","name":"No"}]}"#;
    let expected = r#"{"format":"whosaid/1","id":"a","title":null,"text":"No.","quotes":[{"id":"q1","kind":"mixed","content":[[0,2]],"cue":[],"source":[],"speaker":null,"speaker_id":null,"confidence":1.0}],"speakers":[],"entities":[{"id":"e1","kind":"event","name":"No","mentions":[]}]}"#;
    assert_eq!(write(&read(json).unwrap(), Setting::Line), expected);
    let bare = r#"{"format":"whosaid/1","id":"a","text":"No."}"#;
    let pages = "{\n \"format\":\"whosaid/1\",\n \"id\":\"a\",\n \"title\":null,\n \"text\":\"No.\",\n \"quotes\":[],\n \"speakers\":[],\n \"entities\":[]\n}";
    assert_eq!(write(&read(bare).unwrap(), Setting::Pages), pages);
}

#[test]
fn a_value_that_cannot_be_is_refused_with_what_can() {
    check(
        "\"kind\":\"direct\"",
        "\"kind\":\"loud\"",
        "quotes[0].kind: invalid value: string \"loud\", expected one of direct, mixed, indirect",
    );
    let expected = "expected one of person, organization, group, anonymous";
    check(
        "\"kind\":\"person\",\"role\"",
        "\"kind\":\"place\",\"role\"",
        &format!("speakers[0].kind: invalid value: string \"place\", {expected}"),
    );
    let expected = "expected one of person, organization, place, event";
    check(
        "\"kind\":\"person\",\"name\"",
        "\"kind\":\"group\",\"name\"",
        &format!("entities[0].kind: invalid value: string \"group\", {expected}"),
    );
    for share in ["1.01", "-0.01"] {
        let value = format!("invalid value: floating point `{share}`");
        let expected = format!("quotes[0].confidence: {value}, expected a number from 0 to 1");
        check("0.97", share, &expected);
    }
}

#[test]
fn a_confidence_may_be_certain() {
    check_kept("0.97", "0.0");
    check_kept("0.97", "1.0");
}

#[test]
fn an_id_that_is_not_there_or_twice_is_refused() {
    check(
        "\"speaker_id\":\"s1\"",
        "\"speaker_id\":\"s2\"",
        "quotes[0].speaker_id: there is no speaker \"s2\"",
    );
    let twice = r#""entities":[{"id":"e1","kind":"place","name":"Ely","mentions":[]},"#;
    check("\"entities\":[", twice, "entities[1].id: the id \"e1\" occurs twice");
}

#[test]
fn unknown_members_are_kept_everywhere() {
    check_kept("\"tool\":\"other\"", r#""tool":{"name":["other",1,2.5,null]}"#);
    check_kept("\"note\":\"kept\"", r#""act":"speech","speaker_ids":["s1"]"#);
    check_kept("\"mentions\":[[6,13]]}],\"ent", r#""mentions":[[6,13]],"x":true}],"ent"#);
    check_kept("\"mentions\":[[6,13]]}],\"tool", r#""mentions":[[6,13]],"x":[]}],"tool"#);
}

#[test]
fn quotes_are_put_in_order_with_what_was_kept_of_them() {
    let first = r#"{"id":"q8","kind":"indirect","content":[[14,18]],"confidence":0.5,"x":1},"#;
    let json = WHOLE.replacen("\"quotes\":[", &format!("\"quotes\":[{first}"), 1);
    let written = write(&read(&json).unwrap(), Setting::Line);
    let (before, behind) = written.split_once(r#"{"id":"q8""#).unwrap();
    assert!(before.contains(r#""id":"q7""#) && before.contains("kept"), "{written}");
    assert!(behind.contains(r#""confidence":0.5,"x":1}]"#), "{written}");
}

#[test]
fn another_version_is_refused_whatever_its_members_are() {
    let expected = "format: \"whosaid/2\" cannot be read, only whosaid/1";
    check("whosaid/1", "whosaid/2", expected);
    check("whosaid/1\",\"id\":\"a\"", "whosaid/2\",\"id\":[]", expected);
}

#[test]
fn broken_json_is_reported_with_line_and_column() {
    let fault = |json: &str| {
        let error = read(json).unwrap_err();
        format!("{error}: {}", error.source().unwrap())
    };
    assert_eq!(fault("{\"format\": }"), "this is not JSON: expected value at line 1 column 12");
    assert_eq!(
        fault(&format!("{WHOLE}\n]")),
        "this is not JSON: trailing characters at line 2 column 1"
    );
    let end = WHOLE.len() - 1;
    let cut = fault(WHOLE.get(..end).unwrap());
    assert!(cut.starts_with("this is not JSON: EOF while parsing an object at line 1"), "{cut}");
}

#[test]
fn an_empty_text_is_no_article() {
    check("“No,” Ann Lee said.", " ", "text: it is not an article");
}

#[test]
fn a_record_has_an_id_and_a_text() {
    let record = read_record(r#"{"url":1,"text":"No.","id":"a"}"#).unwrap();
    assert_eq!((record.id.as_str(), record.text.as_str()), ("a", "No."));
    let error = read_record(r#"{"id":"a"}"#).unwrap_err();
    assert_eq!(error.to_string(), "missing field `text` at line 1 column 10");
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
