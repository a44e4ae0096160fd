//! The menu of formats that a document can be written in.
//!
//! A format has a file or folder of its own, which holds its `Entry`; a variant of [`Format`] makes it known to the program.

use strum::VariantArray;

use crate::formats::brat;
use crate::formats::company::{Company, Envelope};
use crate::formats::conllu;
use crate::formats::csv;
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;
use crate::formats::html;
use crate::formats::json;
use crate::formats::markdown;
use crate::formats::plain;
use crate::formats::tei;
use crate::formats::webannotation;

/// A format that a document can be written in, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
#[non_exhaustive]
pub enum Format {
    /// The exchange format.
    Json,
    /// The exchange format, one object a line.
    Jsonl,
    /// The quotes as a numbered list.
    Text,
    /// A table of the quotes.
    Csv,
    /// The quotes by speaker, for pasting.
    Markdown,
    /// The article with its marks, as a page for a browser.
    Html,
    /// The standoff of brat, which annotators use.
    Brat,
    /// The Web Annotation Data Model of the W3C.
    WebAnnotation,
    /// TEI P5, the XML of the humanities.
    Tei,
    /// CoNLL-U, the columns of corpus linguistics.
    Conllu,
}

impl Format {
    /// All formats, in the order of the menu.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::VARIANTS.iter().copied()
    }

    fn entry(self) -> &'static Entry {
        match self {
            Self::Json => &json::OBJECT,
            Self::Jsonl => &json::LINES,
            Self::Text => &plain::ENTRY,
            Self::Csv => &csv::ENTRY,
            Self::Markdown => &markdown::ENTRY,
            Self::Html => &html::ENTRY,
            Self::Brat => &brat::ENTRY,
            Self::WebAnnotation => &webannotation::ENTRY,
            Self::Tei => &tei::ENTRY,
            Self::Conllu => &conllu::ENTRY,
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How its files end, without the dot.
    pub fn ending(self) -> &'static str {
        self.entry().ending
    }

    /// What it is, in a few words.
    pub fn purpose(self) -> &'static str {
        self.entry().purpose
    }

    /// Whether its files point into a text file beside them, so that each article needs files of its own.
    pub fn is_standoff(self) -> bool {
        self.entry().text == TextPlace::Beside
    }

    /// Writes a document: a whole file, or one article of several.
    ///
    /// ```
    /// use whosaid::annotation::document::Document;
    /// use whosaid::formats::company::Company;
    /// use whosaid::formats::format::Format;
    /// use whosaid::formats::exchange::Exchange;
    /// use whosaid::text::article::Article;
    ///
    /// let document = Document::unread(Article::parse("It rains.")?);
    /// let exchange = Exchange::of_file("rain".to_owned(), document);
    /// assert_eq!(Format::Text.write(&exchange, Company::Alone), "no quotes found\n");
    /// assert_eq!(Format::Markdown.write(&exchange, Company::Alone), "# rain\n");
    /// # Ok::<(), whosaid::text::article::ArticleError>(())
    /// ```
    pub fn write(self, exchange: &Exchange, company: Company) -> String {
        (self.entry().write)(exchange, company)
    }

    /// What goes around and between several articles.
    pub fn envelope(self) -> Envelope {
        (self.entry().envelope)()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::annotation::document::Document;
    use crate::text::article::Article;

    #[test]
    fn every_format_has_a_name_and_an_ending_of_its_own() {
        let names: HashSet<&str> = Format::all().map(Format::name).collect();
        let endings: HashSet<&str> = Format::all().map(Format::ending).collect();
        assert_eq!((names.len(), endings.len()), (Format::VARIANTS.len(), Format::VARIANTS.len()));
        assert!(Format::all().all(|format| Format::named(format.name()) == Some(format)));
        assert_eq!(Format::named("docx"), None);
    }

    #[track_caller]
    fn check_around(format: Format, opening: &str, between: &str, closing: &str) {
        let envelope = format.envelope();
        let found = (envelope.opening.as_str(), envelope.between, envelope.closing);
        assert_eq!(found, (opening, between, closing));
    }

    #[test]
    fn several_articles_are_an_array_a_list_or_one_after_another() {
        check_around(Format::Json, "[\n", ",\n", "\n]\n");
        check_around(Format::WebAnnotation, "[\n", ",\n", "\n]\n");
        check_around(Format::Text, "", "\n", "");
        check_around(Format::Markdown, "", "\n", "");
        check_around(Format::Jsonl, "", "", "");
        check_around(Format::Conllu, "", "", "");
    }

    #[test]
    fn an_object_ends_with_a_line_end_unless_others_follow() {
        let document = Document::unread(Article::parse("It rains.").unwrap());
        let exchange = Exchange::of_file("a".to_owned(), document);
        for format in [Format::Json, Format::WebAnnotation] {
            assert!(format.write(&exchange, Company::Alone).ends_with("}\n"));
            assert!(format.write(&exchange, Company::Among(1)).ends_with('}'));
        }
        assert!(Format::Jsonl.write(&exchange, Company::Among(1)).ends_with("}\n"));
    }

    #[test]
    fn only_standoff_needs_the_text_beside_it() {
        let standoff: Vec<Format> = Format::all().filter(|format| format.is_standoff()).collect();
        assert_eq!(standoff, [Format::Brat]);
    }
}
