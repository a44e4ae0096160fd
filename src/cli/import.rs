//! What somebody else knows of an article, from a file: our own JSON, or the lines of brat.

use std::path::{Path, PathBuf};

use crate::annotation::document::{Document, Findings};
use crate::cli::error::Error;
use crate::cli::world::articles::{self, Source};
use crate::formats::brat;
use crate::formats::json;
use crate::text::article::Article;
use crate::text::clean::clean_line;

/// An article that was opened, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Where the article comes from.
    pub source: Source,
    /// The article.
    pub article: Article,
    /// What is known of it; nothing where the model is to find it out.
    pub known: Option<Document>,
    /// What there is to say of the annotations.
    pub remark: Option<String>,
}

/// Opens an article, or the sample; `annotations` tell what is known of it.
pub fn open(file: Option<PathBuf>, annotations: Option<&Path>) -> Result<Opened, Error> {
    match annotations {
        None => {
            let (source, article) = match file {
                Some(path) => articles::named(path)?,
                None => articles::unnamed()?,
            };
            Ok(Opened { source, article, known: None, remark: None })
        }
        Some(path) if path.extension().is_some_and(|ending| ending == "ann") => {
            // brat has the text beside its lines
            let article = file.unwrap_or_else(|| path.with_extension("txt"));
            from_brat(Source::of(article), &Source::of(path.to_owned()))
        }
        Some(path) => from_json(file.map(Source::of), &Source::of(path.to_owned())),
    }
}

fn from_brat(source: Source, annotations: &Source) -> Result<Opened, Error> {
    let lines = articles::text(annotations)?;
    let raw = articles::text(&source)?;
    let article = Article::parse(&raw).map_err(|error| Error::Article(source.name(), error))?;
    let reading = brat::read(&lines, &raw, article)
        .map_err(|error| Error::Standoff(annotations.name(), error))?;
    let remark = match reading.passed_over.as_slice() {
        [] => None,
        [line] => Some(format!("{}: line {line} is not understood", annotations.name())),
        [line, rest @ ..] => {
            let count = rest.len();
            Some(format!("{}: line {line} and {count} more are not understood", annotations.name()))
        }
    };
    let article = reading.document.article().clone();
    let known = clean(article.clone(), &reading.document);
    Ok(Opened { source, article, known: Some(known), remark })
}

fn from_json(source: Option<Source>, annotations: &Source) -> Result<Opened, Error> {
    let exchange = json::read(&articles::text(annotations)?)
        .map_err(|error| Error::Exchange(annotations.name(), Box::new(error)))?;
    let document = exchange.document;
    let (source, article) = match source {
        None => (annotations.clone(), document.article().clone()),
        Some(source) => {
            let article = articles::article(&source)?;
            (source, article)
        }
    };
    if article.text() != document.text() {
        return Err(Error::OtherText(annotations.name(), source.name()));
    }
    let known = clean(article.clone(), &document);
    Ok(Opened { source, article, known: Some(known), remark: None })
}

/// What is known, over the article that was opened. Names from a file go through the door as texts do.
fn clean(article: Article, document: &Document) -> Document {
    let mut speakers = document.speakers().to_vec();
    for speaker in &mut speakers {
        speaker.name = clean_line(&speaker.name);
        speaker.role = speaker.role.as_deref().map(clean_line);
    }
    let mut entities = document.entities().to_vec();
    for entity in &mut entities {
        entity.name = clean_line(&entity.name);
    }
    Document::new(article, Findings { quotes: document.quotes().to_vec(), speakers, entities })
}
