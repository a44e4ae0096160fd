//! What is written, what is understood, and what is refused.

use super::*;
use crate::annotation::document::Findings;
use crate::annotation::kinds::{SPEAKER_KINDS, name_of, voice_name};
use crate::annotation::quote::{Quote, Voice};
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
/// Lines as in `PolNeAR`, and one that is not understood.
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
    assert_eq!(quote.voice, Voice::Direct);
    assert_eq!(reading.passed_over, [7]);
}

#[test]
fn ranges_of_the_raw_text_become_spans_of_the_article() {
    let raw = TEXT.replace("Zoë: ", "Zoë:\u{200B}\t ").replace("Ann Lee", "Ann\r\nLee");
    let standoff =
        "T1\tContent 7 18\t“It rains,”\nT2\tCue 28 32\tsaid\nE1\tAttribution:T2 Content:T1\n";
    let reading = read(standoff, &raw, parse(&raw)).unwrap();
    let quote = &reading.document.quotes()[0];
    assert_eq!(reading.document.words(&quote.content), "“It rains,”");
    assert_eq!(reading.document.words(&quote.cue), "said");
}

#[test]
fn a_line_that_cannot_be_is_refused_with_its_number() {
    for id in ["T9", "E9", "A9", "N9"] {
        check(id, "line 15: it has no tab");
    }
    check("T9\tCue", "line 15: it needs a label and a range, as in “Cue 12 16”");
    check("T9\tCue x 9\ty", "line 15: it needs a label and a range, as in “Cue 12 16”");
    check("T9\tCue 9 3\ty", "line 15: 9 3 ends before it starts");
    check("T1\tCue 25 29\tsaid", "line 15: the id T1 occurs twice");
    check("E2\tAttribution", "line 15: it needs arguments, as in “Attribution:T4 Content:T3”");
    check("E2\tAttribution:T77 Content:T1", "line 15: there is no line T77");
    check("A9\tVoice", "line 15: it needs the id of another line, as in “Voice E1”");
    check("A9\tVoice E7 direct", "line 15: there is no line E7");
    check("A9\tKind E1 loud", "line 15: Kind cannot be “loud”");
}

#[test]
fn a_range_must_be_in_the_text_and_have_its_words() {
    let text = "T9\tPlace 40 43\tEly";
    check(text, "line 15: 40 43 is outside the text of 42 code points");
    check("T9\tPlace 0 3\tEly", "line 15: it has the words “Ely”, but the text has “Zoë”");
}

#[test]
fn comments_and_blank_lines_are_allowed_and_a_range_may_be_empty() {
    let standoff = format!("{STANDOFF}# a comment\n\nT9\tPlace 3 3\t\n");
    let imported = read(&standoff, TEXT, parse(TEXT)).unwrap();
    assert_eq!(imported.passed_over, [15]);
    assert_eq!(imported.document.entities().len(), 1);
}

#[test]
fn what_is_not_understood_is_counted() {
    let standoff =
        format!("{STANDOFF}T9\tColor 0 3\tZoë\n*\tSame T1 T2\nA9\tNegation E1\nM1\tX E1\n");
    assert_eq!(read(&standoff, TEXT, parse(TEXT)).unwrap().passed_over, [15, 16, 17, 18]);
}

/// The quotes of some lines about [`TEXT`], each as voice, content, cue, source, speaker and confidence.
#[track_caller]
fn check_quotes(standoff: &str, expected: &[&str]) {
    let document = read(standoff, TEXT, parse(TEXT)).unwrap().document;
    let shown = |quote: &Quote| {
        let words = [&quote.content, &quote.cue, &quote.source].map(|spans| document.words(spans));
        let speaker = quote.speaker.map_or("nobody".to_owned(), |id| {
            let speaker = document.speaker(id);
            format!("{} ({})", speaker.name, name_of(SPEAKER_KINDS, speaker.kind))
        });
        let voice = voice_name(quote.voice);
        format!("{voice}: {}: {speaker} {}", words.join("/"), quote.confidence)
    };
    let found: Vec<String> = document.quotes().iter().map(shown).collect();
    assert_eq!(found, expected);
}

const QUOTE: &str = "T1\tContent 5 16\t“It rains,”\nT2\tCue 25 29\tsaid\nT3\tSource 17 24\tAnn Lee\n\
                     E1\tAttribution:T2 Content:T1 Source:T3\n";

#[test]
fn without_references_the_source_is_the_speaker() {
    check_quotes(QUOTE, &["direct: “It rains,”/said/Ann Lee: Ann Lee (anonymous) 1.00"]);
    let person = format!("{QUOTE}T4\tPER 21 24\tLee\n");
    check_quotes(&person, &["direct: “It rains,”/said/Ann Lee: Lee (person) 1.00"]);
    let organization = format!("{QUOTE}T4\tORG 21 24\tLee\n");
    check_quotes(&organization, &["direct: “It rains,”/said/Ann Lee: Lee (organization) 1.00"]);
    let place = format!("{QUOTE}T4\tGPE 21 24\tLee\n");
    check_quotes(&place, &["direct: “It rains,”/said/Ann Lee: Ann Lee (anonymous) 1.00"]);
    let elsewhere = format!("{QUOTE}T4\tPER 0 3\tZoë\n");
    check_quotes(&elsewhere, &["direct: “It rains,”/said/Ann Lee: Ann Lee (anonymous) 1.00"]);
}

#[test]
fn two_quotes_of_one_source_have_one_speaker() {
    let more = "T4\tContent 31 42\t“It pours.”\nE2\tAttribution:T2 Content:T4 Source:T3\n";
    let document = read(&format!("{QUOTE}{more}"), TEXT, parse(TEXT)).unwrap().document;
    assert_eq!(document.speakers().len(), 1);
    assert_eq!(document.quotes()[0].speaker, document.quotes()[1].speaker);
}

#[test]
fn a_quote_may_be_marked_as_nobody_s_and_have_a_voice_and_a_confidence() {
    let lines =
        format!("{QUOTE}A1\tUnattributed E1\nA2\tVoice E1 mixed\n#1\tConfidence E1\t 0.5\n");
    check_quotes(&lines, &["mixed: “It rains,”/said/Ann Lee: nobody 0.50"]);
    let lines = QUOTE.replace("5 16\t“It rains,”", "6 14\tIt rains");
    check_quotes(&lines, &["indirect: It rains/said/Ann Lee: Ann Lee (anonymous) 1.00"]);
}

#[test]
fn only_the_trigger_has_a_role_by_its_label() {
    let lines =
        QUOTE.replace("Attribution:T2", "Attribution:T3 Other:T2").replace("Source:T3", "X:T1");
    check_quotes(&lines, &["direct: “It rains,”//Ann Lee: Ann Lee (anonymous) 1.00"]);
}

#[test]
fn other_events_are_passed_over() {
    for event in ["Negation:T2 Content:T1", "Attribution:T2 Source:T3", "Attribution:T2 Content:E7"]
    {
        let standoff = QUOTE.replace("Attribution:T2 Content:T1 Source:T3", event);
        let imported = read(&standoff, TEXT, parse(TEXT)).unwrap();
        assert_eq!(
            (imported.document.quotes().len(), imported.passed_over),
            (0, vec![4]),
            "{event}"
        );
    }
}

#[test]
fn a_confidence_is_a_share() {
    for share in ["1.1", "-0.1", "sure"] {
        let line = format!("#9\tConfidence E1\t{share}");
        check(&line, &format!("line 15: Confidence cannot be “{share}”"));
    }
    check("A9\tVoice E1 loud", "line 15: Voice cannot be “loud”");
}

#[test]
fn a_remark_may_be_about_lines_that_are_not_understood_but_not_about_missing_ones() {
    check("A9\tNegation T77", "line 15: there is no line T77");
    let standoff = format!("{STANDOFF}A9\tNegation R1\n");
    assert_eq!(read(&standoff, TEXT, parse(TEXT)).unwrap().passed_over, [15]);
}

#[test]
fn words_may_differ_in_white_space_and_may_be_missing() {
    for words in ["Ann   Lee", "AnnLee", ""] {
        let standoff = QUOTE.replace("17 24\tAnn Lee", &format!("17 24\t{words}"));
        check_quotes(&standoff, &["direct: “It rains,”/said/Ann Lee: Ann Lee (anonymous) 1.00"]);
    }
    let long = "a".repeat(41);
    let shown = "a".repeat(40);
    check(
        &format!("T9\tPlace 0 3\t{long}"),
        &format!("line 15: it has the words “{shown}…”, but the text has “Zoë”"),
    );
    check(
        &format!("T9\tPlace 0 3\t{shown}"),
        &format!("line 15: it has the words “{shown}”, but the text has “Zoë”"),
    );
}

#[test]
fn speakers_and_entities_are_sorted_by_the_numbers_of_their_references() {
    let standoff = "T1\tSpeaker 0 3\tZoë\nN1\tReference T1 speaker:s10\tZoë\n\
                    T2\tSpeaker 17 24\tAnn Lee\nN2\tReference T2 speaker:s2\tAnn Lee\n\
                    T3\tPerson 0 3\tZoë\nN3\tReference T3 entity:e10\tZoë\n\
                    T4\tPerson 17 24\tAnn Lee\nN4\tReference T4 entity:e2\tAnn Lee\n";
    let document = read(standoff, TEXT, parse(TEXT)).unwrap().document;
    let speakers: Vec<&str> = document.speakers().iter().map(|one| one.name.as_str()).collect();
    let entities: Vec<&str> = document.entities().iter().map(|one| one.name.as_str()).collect();
    assert_eq!((speakers, entities), (vec!["Ann Lee", "Zoë"], vec!["Ann Lee", "Zoë"]));
}

#[test]
fn entities_without_references_are_one_if_label_and_words_are_the_same() {
    let text = "Ely, Ely and Ely.";
    let standoff = "T1\tPlace 5 8\tEly\nT2\tPlace 0 3\tEly\nT3\tPerson 13 16\tEly\n";
    let document = read(standoff, text, parse(text)).unwrap().document;
    let mentions: Vec<usize> = document.entities().iter().map(|one| one.mentions.len()).collect();
    assert_eq!(mentions, [1, 2]);
    assert!(document.speakers().is_empty());
}

#[test]
fn a_quote_without_cue_and_speaker_is_an_event_on_its_content() {
    let document = sample::said(TEXT, "“It rains,”", Voice::Mixed, None);
    let expected = "T1\tContent 5 16\t“It rains,”\nT2\tAttribution 5 16\t“It rains,”\n\
                    E1\tAttribution:T2 Content:T1\nA1\tVoice E1 mixed\n#1\tConfidence E1\t0.20\n\
                    A2\tUnattributed E1\n";
    assert_eq!(write(&document), expected);
}

#[test]
fn a_speaker_without_quotes_has_kind_and_role_on_the_first_mention() {
    let document = sample::quoted(TEXT, "“It rains,”");
    let findings = Findings { speakers: document.speakers().to_vec(), ..Findings::default() };
    let expected = "T1\tSpeaker 17 24\tAnn Lee\nN1\tReference T1 speaker:s1\tAnn Lee\n\
                    A1\tKind T1 person\n#1\tRole T1\tMayor\n";
    assert_eq!(write(&Document::new(parse(TEXT), findings)), expected);
}

#[test]
fn a_line_holds_words_of_several_paragraphs() {
    let text = "“It rains.\n\n“It pours,” Ann Lee said.";
    let standoff = write(&sample::quoted(text, "“It rains.\n\n“It pours,”"));
    assert!(standoff.starts_with("T1\tContent 0 23\t“It rains.  “It pours,”\n"), "{standoff}");
}
