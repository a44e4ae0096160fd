//! Opens an article together with annotations from a file: our own JSON, or brat standoff.

use std::path::{Path, PathBuf};

use crate::annotation::document::{Document, Findings};
use crate::cli::error::Error;
use crate::cli::world::source::{self, Source};
use crate::formats::brat;
use crate::formats::json;
use crate::text::article::Article;
use crate::text::clean::clean_line;

/// An article that was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    /// Where the article comes from.
    pub(crate) source: Source,
    /// The article.
    pub(crate) article: Article,
    /// Its annotations, if they come from a file.
    pub(crate) annotated: Option<Document>,
    /// A remark about the annotations, for the status line.
    pub(crate) remark: Option<String>,
}

/// Opens an article, or the sample, with its annotations if a file has them.
pub(crate) fn open(file: Option<PathBuf>, annotations: Option<&Path>) -> Result<Opened, Error> {
    match annotations {
        None => {
            let (source, article) = match file.map(Source::of) {
                Some(source) => with_article(source)?,
                None => source::unnamed()?,
            };
            Ok(Opened { source, article, annotated: None, remark: None })
        }
        Some(path) if path.extension().is_some_and(|extension| extension == "ann") => {
            // brat keeps the text beside its annotations
            let article = file.unwrap_or_else(|| path.with_extension("txt"));
            from_brat(Source::of(article), &Source::of(path.to_owned()))
        }
        Some(path) => from_json(file.map(Source::of), &Source::of(path.to_owned())),
    }
}

fn with_article(source: Source) -> Result<(Source, Article), Error> {
    let article = source.article()?;
    Ok((source, article))
}

fn from_brat(source: Source, annotations: &Source) -> Result<Opened, Error> {
    let lines = annotations.text()?;
    let raw = source.text()?;
    let article = Article::parse(&raw).map_err(|error| Error::Article(source.name(), error))?;
    let reading = brat::read(&lines, &raw, article)
        .map_err(|error| Error::Standoff(annotations.name(), error))?;
    let remark = skipped(&annotations.name(), &reading.passed_over);
    let article = reading.document.article().clone();
    let annotated = clean(article.clone(), &reading.document);
    Ok(Opened { source, article, annotated: Some(annotated), remark })
}

fn skipped(annotations: &str, lines: &[usize]) -> Option<String> {
    match lines {
        [] => None,
        [line] => Some(format!("{annotations}: line {line} was not understood")),
        [line, rest @ ..] => {
            let count = rest.len();
            Some(format!("{annotations}: line {line} and {count} more were not understood"))
        }
    }
}

fn from_json(source: Option<Source>, annotations: &Source) -> Result<Opened, Error> {
    let exchange = json::read(&annotations.text()?)
        .map_err(|error| Error::Exchange(annotations.name(), Box::new(error)))?;
    let document = exchange.document;
    let (source, article) = match source {
        None => (annotations.clone(), document.article().clone()),
        Some(source) => with_article(source)?,
    };
    if article.text() != document.text() {
        return Err(Error::OtherText(annotations.name(), source.name()));
    }
    let annotated = clean(article.clone(), &document);
    Ok(Opened { source, article, annotated: Some(annotated), remark: None })
}

/// The annotations over the article that was opened. Names from a file are cleaned as texts are.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_lines_are_counted() {
        assert_eq!(skipped("a.ann", &[]), None);
        let check = |lines: &[usize], expected: &str| {
            assert_eq!(skipped("a.ann", lines).as_deref(), Some(expected));
        };
        check(&[3], "a.ann: line 3 was not understood");
        check(&[3, 5, 9], "a.ann: line 3 and 2 more were not understood");
    }
}
