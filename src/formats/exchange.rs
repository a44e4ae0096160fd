//! A document with the id of its article and the unknown members of its file.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::annotation::document::Document;
use crate::text::clean::clean_line;
use crate::text::span::Span;

/// The format and its major version.
pub(super) const FORMAT: &str = "whosaid/1";

/// A document on its way between programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The id of the article.
    pub id: String,
    /// The article and what is known about it.
    pub document: Document,
    pub(super) text: Given,
    pub(super) title: Option<String>,
    pub(super) kept: Carried,
}

/// The text that ranges point into.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    /// The cleaned text of the article.
    Clean,
    /// The text as it came in.
    Raw(String),
}

/// The ids and unknown members of a file, in lists parallel to those of the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Carried {
    pub(super) whole: Map<String, Value>,
    pub(super) quotes: Vec<CarriedPart>,
    pub(super) speakers: Vec<CarriedPart>,
    pub(super) entities: Vec<CarriedPart>,
}

/// The id and the unknown members of a quote, speaker or entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CarriedPart {
    pub(super) id: String,
    pub(super) unknown: Map<String, Value>,
}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// On one line, as in JSON Lines.
    Line,
    /// Indented, with a line for each member and for each quote, speaker and entity.
    Pages,
}

/// One text of a JSON Lines file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// The id of the article.
    pub id: String,
    /// The text as it came in.
    pub text: String,
}

impl Exchange {
    /// A document from a file: ranges point into the cleaned text.
    pub fn of_file(id: String, document: Document) -> Self {
        let title = document.article().title().map(str::to_owned);
        Self { id, document, text: Given::Clean, title, kept: Carried::default() }
    }

    /// A document from a record: its text is written back as it came in, and ranges point into that.
    pub fn of_record(record: Record, document: Document) -> Self {
        Self { text: Given::Raw(record.text), ..Self::of_file(record.id, document) }
    }

    /// The id on one line, without anything that a terminal might obey.
    pub fn name(&self) -> String {
        clean_line(&self.id)
    }

    /// The text that ranges point into.
    pub(super) fn given_text(&self) -> &str {
        match &self.text {
            Given::Clean => self.document.text(),
            Given::Raw(text) => text,
        }
    }

    /// Converts a span of the cleaned text to one of [`Self::given_text`].
    pub(super) fn given_span(&self, span: Span) -> Span {
        match &self.text {
            Given::Clean => span,
            Given::Raw(raw) => self.document.article().raw_span(span, raw),
        }
    }
}
