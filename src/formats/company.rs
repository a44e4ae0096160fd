//! One article in the output, or several: what tells them apart, and what goes around them.

/// One article in the output, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// One.
    Alone,
    /// Several; the article's number counts from 1.
    Among(usize),
}

impl Company {
    /// What the ids of an article begin with, so that no two articles share one.
    pub(super) fn prefix(self) -> String {
        match self {
            Self::Alone => String::new(),
            Self::Among(number) => format!("a{number}-"),
        }
    }
}

/// What goes around and between several articles on one stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// Before the first article.
    pub opening: String,
    /// Between two articles.
    pub between: &'static str,
    /// After the last article.
    pub closing: &'static str,
}

impl Envelope {
    /// Nothing around the articles, and this between them.
    pub(super) fn between(between: &'static str) -> Self {
        Self { between, ..Self::default() }
    }

    /// The articles as the items of a JSON array.
    pub(super) fn array() -> Self {
        Self { opening: "[\n".to_owned(), between: ",\n", closing: "\n]\n" }
    }
}
