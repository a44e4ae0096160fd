//! The quotes as a table, CSV with a row for each: for spreadsheets, R and pandas.
//!
//! A cell that a spreadsheet might take for a formula begins with an apostrophe (OWASP, "CSV Injection"). Places are
//! code points of the text, as in the exchange format.

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
    purpose: "a table with a row for each quote, for spreadsheets and R",
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

/// What a formula begins with, the wide signs included.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn write(exchange: &Exchange, company: Company) -> String {
    match company {
        Company::Alone => header() + &rows(exchange),
        Company::Among(_) => rows(exchange),
    }
}

/// The first line.
fn header() -> String {
    table(std::iter::once(COLUMNS.map(str::to_owned)))
}

/// A line for each quote.
fn rows(exchange: &Exchange) -> String {
    let document = &exchange.document;
    let places = CodePoints::new(exchange.given_text());
    let name = exchange.name();
    let place = |span: Span| {
        let given = exchange.given_span(span);
        (places.code_point(given.start()), places.code_point(given.end()))
    };
    table((1..).zip(document.quotes()).map(|(number, quote)| {
        let (start, end) = place(quote.reach());
        let [speaker, role, voice, cue, content, source, confidence, paragraph] =
            cells(document, quote);
        let (number, start, end) = (number.to_string(), start.to_string(), end.to_string());
        let article = name.clone();
        [
            article, number, speaker, role, voice, cue, content, source, confidence, paragraph,
            start, end,
        ]
    }))
}

/// What is told of a quote, from its speaker to its paragraph.
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
    use crate::annotation::sample;

    /// The rows of a quote of these words, the article's name first.
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
    fn marks_of_the_format_stand_in_quotes() {
        check(
            "a,\"b\"",
            "\"It rains,\" Ann Lee said.",
            "\"It rains,\"",
            "\"a,\"\"b\"\"\",1,Ann Lee,Mayor,direct,said,\"\"\"It rains,\"\"\",Ann Lee,0.90,1,0,11\n",
        );
    }

    #[test]
    fn a_cell_is_no_formula() {
        check(
            "=1+2",
            "=cmd() Ann Lee said.",
            "=cmd()",
            "'=1+2,1,Ann Lee,Mayor,direct,said,'=cmd(),Ann Lee,0.90,1,0,6\n",
        );
    }
}
