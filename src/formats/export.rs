//! Writes a document in any format, by itself or among others.
//!
//! Everything that a format asks of the program stands here: how one article is written, and what goes around and
//! between several on one stream.

use crate::formats::brat;
use crate::formats::conllu;
use crate::formats::csv;
use crate::formats::format::{Company, Format};
use crate::formats::html;
use crate::formats::json;
use crate::formats::json::exchange::{Exchange, Setting};
use crate::formats::markdown;
use crate::formats::plain;
use crate::formats::tei;
use crate::formats::webannotation;

/// The document in a format, with the end of its last line.
pub fn write(format: Format, exchange: &Exchange, company: Company) -> String {
    let document = &exchange.document;
    let name = || exchange.name();
    match (format, company) {
        (Format::Json, Company::Alone) => json::write(exchange, Setting::Pages) + "\n",
        (Format::Json, Company::Among(_)) => json::write(exchange, Setting::Line),
        (Format::Jsonl, _) => json::write(exchange, Setting::Line) + "\n",
        (Format::Text, Company::Alone) => plain::list(document),
        (Format::Text, Company::Among(_)) => format!("{}\n{}", name(), plain::list(document)),
        (Format::Csv, Company::Alone) => csv::header() + &csv::rows(exchange),
        (Format::Csv, Company::Among(_)) => csv::rows(exchange),
        (Format::Markdown, _) => markdown::write(document, &name()),
        (Format::Html, Company::Alone) => html::whole(document, &name()),
        (Format::Html, Company::Among(_)) => html::section(document, &name(), company),
        (Format::Brat, _) => brat::write(document),
        (Format::WebAnnotation, Company::Alone) => webannotation::write(document, &name()) + "\n",
        (Format::WebAnnotation, Company::Among(_)) => webannotation::write(document, &name()),
        (Format::Tei, Company::Alone) => tei::whole(document, &name()),
        (Format::Tei, Company::Among(_)) => tei::element(document, &name(), company),
        (Format::Conllu, _) => conllu::write(document, &name()),
    }
}

/// What goes around and between several articles on one stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Before the first.
    pub opening: String,
    /// Between two.
    pub between: &'static str,
    /// After the last.
    pub closing: String,
}

/// The frame of a format.
pub fn frame(format: Format) -> Frame {
    let of = |opening: String, between, closing: &str| Frame {
        opening,
        between,
        closing: closing.to_owned(),
    };
    match format {
        Format::Json | Format::WebAnnotation => of("[\n".to_owned(), ",\n", "\n]\n"),
        Format::Text | Format::Markdown => of(String::new(), "\n", ""),
        Format::Csv => of(csv::header(), "", ""),
        Format::Html => of(html::opening("Who said what"), "", html::closing()),
        Format::Tei => of(tei::opening(), "", tei::CLOSING),
        Format::Jsonl | Format::Brat | Format::Conllu => Frame::default(),
    }
}
