//! The quotes as a CSV table with a row for each, for spreadsheets, R and pandas.
//!
//! A cell that a spreadsheet might take for a formula gets an apostrophe in front (OWASP, "CSV Injection"). `start` and
//! `end` are code points, as in the exchange format.

use csv::Writer;

use crate::annotation::document::Document;
use crate::annotation::kinds::voice_name;
use crate::annotation::quote::Quote;
use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "csv",
    ending: "csv",
    purpose: "a table of the quotes, for spreadsheets and R",
    text: TextPlace::Within,
    write,
    envelope: || Envelope { opening: header(), ..Envelope::default() },
};

/// The columns.
const COLUMNS: [&str; 12] = [
    "article",
    "number",
    "speaker",
    "role",
    "voice",
    "cue",
    "content",
    "source",
    "confidence",
    "paragraph",
    "start",
    "end",
];

/// The characters that formulas start with, in both widths.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn write(exchange: &Exchange, company: Company) -> String {
    match company {
        Company::Alone => header() + &rows(exchange),
        Company::Among(_) => rows(exchange),
    }
}

fn header() -> String {
    table(std::iter::once(COLUMNS.map(str::to_owned)))
}

fn rows(exchange: &Exchange) -> String {
    let document = &exchange.document;
    let places = CodePoints::new(exchange.given_text());
    let article = exchange.name();
    table((1..).zip(document.quotes()).map(|(number, quote)| {
        let [speaker, role, voice, cue, content, source, confidence, paragraph] =
            cells(document, quote);
        let given = exchange.given_span(quote.reach());
        let [number, start, end] =
            [number, places.code_point(given.start()), places.code_point(given.end())]
                .map(|count: usize| count.to_string());
        let article = article.clone();
        [
            article, number, speaker, role, voice, cue, content, source, confidence, paragraph,
            start, end,
        ]
    }))
}

/// The cells from `speaker` to `paragraph`.
fn cells(document: &Document, quote: &Quote) -> [String; 8] {
    let speaker = quote.speaker.map(|id| document.speaker(id));
    let words = |spans: &[Span]| document.words(spans).replace('\n', " ");
    let paragraph = document.article().paragraph_at(quote.start());
    [
        speaker.map_or_else(String::new, |speaker| speaker.name.clone()),
        speaker.and_then(|speaker| speaker.role.clone()).unwrap_or_default(),
        voice_name(quote.voice).to_owned(),
        words(&quote.cue),
        words(&quote.content),
        words(&quote.source),
        quote.confidence.to_string(),
        paragraph.map_or_else(String::new, |number| number.to_string()),
    ]
}

fn table(rows: impl Iterator<Item = [String; COLUMNS.len()]>) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.map(harmless)).expect("memory takes any row");
    }
    let bytes = writer.into_inner().expect("memory takes all of it");
    String::from_utf8(bytes).expect("a table of strings is UTF-8")
}

fn harmless(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::quote::Voice;
    use crate::annotation::sample;
    use crate::formats::exchange::Record;

    /// The row of a quote in the article `id`.
    #[track_caller]
    fn check(id: &str, text: &str, content: &str, expected: &str) {
        let document = sample::quoted(text, content);
        let exchange = Exchange::of_file(id.to_owned(), document);
        assert_eq!(rows(&exchange), expected);
    }

    #[test]
    fn a_quote_is_a_row() {
        check(
            "a",
            "Zoë: “It rains,” Ann Lee said.",
            "“It rains,”",
            "a,1,Ann Lee,Mayor,direct,said,\"“It rains,”\",Ann Lee,0.90,1,5,16\n",
        );
    }

    #[test]
    fn what_is_unknown_is_an_empty_cell() {
        let document = sample::said("It rains\n\nNo.", "It rains", Voice::Indirect, None);
        let exchange = Exchange::of_file("a".to_owned(), document);
        assert_eq!(rows(&exchange), "a,1,,,indirect,,It rains,,0.20,,0,8\n");
    }

    #[test]
    fn parts_of_a_quote_share_a_cell_and_reach_from_the_first_to_the_last() {
        check(
            "a",
            "“It rains,” Ann Lee said. “It pours.”",
            "“It rains,”…“It pours.”",
            "a,1,Ann Lee,Mayor,direct,said,\"“It rains,” … “It pours.”\",Ann Lee,0.90,1,0,37\n",
        );
    }

    #[test]
    fn places_point_into_a_record_s_text_as_it_came() {
        let raw = "\u{200B}It\u{200B} rains, Ann Lee said.";
        let record = Record { id: "a".to_owned(), text: raw.to_owned() };
        let exchange = Exchange::of_record(record, sample::quoted(raw, "It rains,"));
        let expected = "a,1,Ann Lee,Mayor,direct,said,\"It rains,\",Ann Lee,0.90,1,1,11\n";
        assert_eq!(rows(&exchange), expected);
    }

    #[test]
    fn only_a_file_of_one_article_repeats_the_header() {
        let document = sample::quoted("“No,” Ann Lee said.", "“No,”");
        let exchange = Exchange::of_file("a".to_owned(), document);
        let alone = write(&exchange, Company::Alone);
        assert_eq!(alone, header() + &write(&exchange, Company::Among(1)));
        assert!(alone.starts_with("article,number,speaker,"), "{alone}");
        assert_eq!(alone.lines().count(), 2);
    }

    #[test]
    fn marks_of_the_format_are_quoted() {
        check(
            "a,\"b\"",
            "\"It rains,\" Ann Lee said.",
            "\"It rains,\"",
            "\"a,\"\"b\"\"\",1,Ann Lee,Mayor,direct,said,\"\"\"It rains,\"\"\",Ann Lee,0.90,1,0,11\n",
        );
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        check(
            "=1+2",
            "=cmd() Ann Lee said.",
            "=cmd()",
            "'=1+2,1,Ann Lee,Mayor,direct,said,'=cmd(),Ann Lee,0.90,1,0,6\n",
        );
        for sign in FORMULA {
            assert_eq!(harmless(format!("{sign}1")), format!("'{sign}1"));
        }
        assert_eq!(harmless("1=1".to_owned()), "1=1");
    }
}
