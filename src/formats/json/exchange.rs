//! A document as it travels between programs, with what it brought along.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::annotation::document::Document;
use crate::text::clean::clean_line;
use crate::text::span::Span;

/// The name of the format and its major version.
pub(super) const FORMAT: &str = "whosaid/1";

/// A document as it travels between programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The name of the article.
    pub id: String,
    /// The article with all that is known about it.
    pub document: Document,
    pub(super) text: Given,
    pub(super) title: Option<String>,
    pub(super) kept: Carried,
}

/// The text that places point into.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    /// The cleaned text of the article.
    Clean,
    /// The text as it came.
    Raw(String),
}

/// What a file held beside what is understood: names of the parts and unknown members, each list by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Carried {
    pub(super) whole: Map<String, Value>,
    pub(super) quotes: Vec<CarriedPart>,
    pub(super) speakers: Vec<CarriedPart>,
    pub(super) entities: Vec<CarriedPart>,
}

/// The name and the unknown members of a quote, speaker or entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CarriedPart {
    pub(super) id: String,
    pub(super) unknown: Map<String, Value>,
}

/// How JSON is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// On one line, as in JSON Lines.
    Line,
    /// Indented, one member a line.
    Pages,
}

/// One text of a JSON Lines file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// Its name.
    pub id: String,
    /// The text as it came.
    pub text: String,
}

impl Exchange {
    /// A document whose cleaned text is to be given.
    pub fn of_file(id: String, document: Document) -> Self {
        let title = document.article().title().map(str::to_owned);
        Self { id, document, text: Given::Clean, title, kept: Carried::default() }
    }

    /// A document whose `raw` text is to be given back as it came.
    pub fn of_record(record: Record, document: Document) -> Self {
        Self { text: Given::Raw(record.text), ..Self::of_file(record.id, document) }
    }

    /// The name of the article on one line, without anything that a terminal might obey.
    pub fn name(&self) -> String {
        clean_line(&self.id)
    }

    /// The text that places point into: what was cleaned, or the text as it came.
    pub(in crate::formats) fn given_text(&self) -> &str {
        match &self.text {
            Given::Clean => self.document.text(),
            Given::Raw(text) => text,
        }
    }

    /// A place of the cleaned text in the text that is given.
    pub(in crate::formats) fn given_span(&self, span: Span) -> Span {
        match &self.text {
            Given::Clean => span,
            Given::Raw(raw) => self.document.article().raw_span(span, raw),
        }
    }
}
