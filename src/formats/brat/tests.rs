//! What is written, what is understood, and what is refused.

use super::*;
use crate::annotation::sample;
use crate::formats::exchange::{Exchange, Setting};
use crate::formats::json;

const TEXT: &str = "Zoë: “It rains,” Ann Lee said. “It pours.”";
const STANDOFF: &str = "\
T1\tContent 5 16;31 42\t“It rains,” “It pours.”
T2\tCue 25 29\tsaid
T3\tSource 17 24\tAnn Lee
T4\tAttribution 25 29\tsaid
E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
A1\tVoice E1 direct
#1\tConfidence E1\t0.90
N1\tReference E1 speaker:s1\tAnn Lee
T5\tSpeaker 17 24\tAnn Lee
N2\tReference T5 speaker:s1\tAnn Lee
A2\tKind E1 person
#2\tRole E1\tMayor
T6\tPerson 17 24\tAnn Lee
N3\tReference T6 entity:e1\tAnn Lee
";
/// A line as `PolNeAR` has it, and what it may stand beside.
const FOREIGN: &str = "\
T1\tSource 17 24\tAnn Lee
T2\tCue 25 29\tsaid
T3\tContent 5 16\t“It rains,”
T7\tContent 31 42\t“It pours.”
T4\tAttribution-no-source 25 29\tsaid
E1\tAttribution-no-source:T4 Content:T3 Content2:T7 Cue:T2 Source:T1
R1\tSame Arg1:T1 Arg2:T2
";

fn parse(text: &str) -> Article {
    Article::parse(text).unwrap()
}

fn json(document: Document) -> String {
    json::write(&Exchange::of_file("a".to_owned(), document), Setting::Line)
}

/// The error of a line.
#[track_caller]
fn check(line: &str, expected: &str) {
    let standoff = format!("{STANDOFF}{line}\n");
    assert_eq!(read(&standoff, TEXT, parse(TEXT)).unwrap_err().to_string(), expected);
}

#[test]
fn a_quote_is_an_event() {
    assert_eq!(write(&sample::quoted(TEXT, "“It rains,”…“It pours.”")), STANDOFF);
}

#[test]
fn what_was_written_comes_back() {
    let document = sample::quoted(TEXT, "“It rains,”…“It pours.”");
    let reading = read(STANDOFF, TEXT, parse(TEXT)).unwrap();
    assert!(reading.passed_over.is_empty());
    assert_eq!(json(reading.document), json(document));
}

#[test]
fn lines_of_another_program_are_understood() {
    let reading = read(&FOREIGN.replace('\n', "\r\n"), TEXT, parse(TEXT)).unwrap();
    let quote = &reading.document.quotes()[0];
    assert_eq!(reading.document.words(&quote.content), "“It rains,” … “It pours.”");
    assert_eq!(reading.document.words(&quote.source), "Ann Lee");
    assert_eq!(reading.document.speaker(quote.speaker.unwrap()).name, "Ann Lee");
    assert_eq!(quote.voice, crate::annotation::quote::Voice::Direct);
    assert_eq!(reading.passed_over, [7]);
}

#[test]
fn places_lead_through_the_door() {
    let raw = TEXT.replace("Zoë: ", "Zoë:\u{200B}\t ").replace("Ann Lee", "Ann\r\nLee");
    let standoff =
        "T1\tContent 7 18\t“It rains,”\nT2\tCue 28 32\tsaid\nE1\tAttribution:T2 Content:T1\n";
    let reading = read(standoff, &raw, parse(&raw)).unwrap();
    let quote = &reading.document.quotes()[0];
    assert_eq!(reading.document.words(&quote.content), "“It rains,”");
}

#[test]
fn a_line_that_cannot_be_is_refused_with_its_number() {
    check("T9", "line 15: there is no tab in it");
    check("T9\tCue", "line 15: there should be a label and a place, as in “Cue 12 16”");
    check("T9\tCue x 9\ty", "line 15: there should be a label and a place, as in “Cue 12 16”");
    check("T9\tCue 9 3\ty", "line 15: 9 3 runs backwards");
    check("T1\tCue 25 29\tsaid", "line 15: the name T1 occurs twice");
    check(
        "E2\tAttribution",
        "line 15: there should be arguments, as in “Attribution:T4 Content:T3”",
    );
    check("E2\tAttribution:T77 Content:T1", "line 15: there is no line T77");
    check("A9\tVoice", "line 15: it does not say what it is about, as in “Voice E1”");
    check("A9\tVoice E7 direct", "line 15: there is no line E7");
    check("A9\tKind E1 loud", "line 15: Kind cannot be “loud”");
}

#[test]
fn a_place_must_lie_in_the_text_and_have_its_words() {
    let text = "T9\tPlace 40 44\tEly";
    check(text, "line 15: 40 44 leaves the text of 42 code points");
    check("T9\tPlace 0 3\tEly", "line 15: it says “Ely”, but the text has “Zoë” there");
}

#[test]
fn what_is_not_understood_is_told() {
    let standoff =
        format!("{STANDOFF}T9\tColor 0 3\tZoë\n*\tSame T1 T2\nA9\tNegation E1\nM1\tX E1\n");
    assert_eq!(read(&standoff, TEXT, parse(TEXT)).unwrap().passed_over, [15, 16, 17, 18]);
}
