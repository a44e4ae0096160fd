//! The formats that a document can be written in: their names, their files' endings, and what they are for.

/// A format that a document can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Our own exchange format.
    Json,
    /// The same on one line.
    Jsonl,
    /// The quotes as a numbered list.
    Text,
    /// A table of the quotes.
    Csv,
    /// The quotes by speaker, to be pasted.
    Markdown,
    /// The article with its marks, to be looked at in a browser.
    Html,
    /// The standoff files of brat, as annotators use them.
    Brat,
    /// The Web Annotation Data Model of the W3C.
    WebAnnotation,
    /// TEI P5, the XML of the humanities.
    Tei,
    /// CoNLL-U, the columns of corpus linguistics.
    Conllu,
}

/// What is to be known of a format.
struct Row {
    format: Format,
    name: &'static str,
    ending: &'static str,
    purpose: &'static str,
}

const fn row(
    format: Format,
    name: &'static str,
    ending: &'static str,
    purpose: &'static str,
) -> Row {
    Row { format, name, ending, purpose }
}

/// The formats in the order in which they are listed. `text` does not end in `.txt`, since articles do.
const ROWS: &[Row] = &[
    row(Format::Json, "json", "json", "an object; of several articles one array"),
    row(Format::Jsonl, "jsonl", "jsonl", "an object a line"),
    row(Format::Text, "text", "quotes.txt", "the quotes as a numbered list"),
    row(Format::Csv, "csv", "csv", "a table with a row for each quote, for spreadsheets and R"),
    row(Format::Markdown, "md", "md", "the quotes by speaker, to be pasted"),
    row(
        Format::Html,
        "html",
        "html",
        "one page to be read in a browser, without anything from elsewhere",
    ),
    row(Format::Brat, "brat", "ann", "the standoff of brat; to a folder together with its text"),
    row(Format::WebAnnotation, "webannotation", "jsonld", "W3C Web Annotation, as JSON-LD"),
    row(Format::Tei, "tei", "xml", "TEI P5; of several articles one corpus"),
    row(Format::Conllu, "conllu", "conllu", "tokens and sentences with labels, as CoNLL-U"),
];

impl Format {
    /// All formats, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.format)
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.name == name).map(|row| row.format)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// How its files end, without the dot.
    pub fn ending(self) -> &'static str {
        self.row().ending
    }

    /// What it is, in some words.
    pub fn purpose(self) -> &'static str {
        self.row().purpose
    }

    fn row(self) -> &'static Row {
        ROWS.iter().find(|row| row.format == self).expect("every format has a row")
    }
}

/// Whether an article has its file to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// It has.
    Alone,
    /// It stands among others, as the one of that number from 1.
    Among(usize),
}

impl Company {
    /// What keeps the names of this article apart from those of the others.
    pub(super) fn prefix(self) -> String {
        match self {
            Self::Alone => String::new(),
            Self::Among(number) => format!("a{number}-"),
        }
    }
}
