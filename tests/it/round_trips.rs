//! Every article of `tests/articles` survives the way through each format.

use std::fs;
use std::path::{Path, PathBuf};

use whosaid::annotation::document::Document;
use whosaid::formats::brat;
use whosaid::formats::company::Company;
use whosaid::formats::exchange::{Exchange, Setting};
use whosaid::formats::format::Format;
use whosaid::formats::json;
use whosaid::model::Model;
use whosaid::text::article::Article;

/// The files of `tests/articles` with this extension.
fn files(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .collect();
    files.sort();
    assert!(files.len() >= 3, "the articles are missing");
    files
}

/// Every article, annotated.
fn documents() -> Vec<Document> {
    let model = Model::embedded();
    let article = |path: PathBuf| Article::parse(&fs::read_to_string(path).unwrap()).unwrap();
    files("txt").into_iter().map(|path| model.annotate(article(path))).collect()
}

#[test]
fn every_article_comes_back_from_json_as_it_was() {
    for document in documents() {
        assert!(!document.quotes().is_empty(), "an article without quotes shows nothing");
        let written =
            json::write(&Exchange::of_file("a".to_owned(), document.clone()), Setting::Pages);
        let read = json::read(&written).unwrap();
        assert_eq!(read.document.text(), document.text());
        assert_eq!(json::write(&read, Setting::Pages), written);
    }
}

#[test]
fn every_article_comes_back_from_brat_as_it_was() {
    for document in documents() {
        let standoff = brat::write(&document);
        let text = document.text().to_owned();
        let reading = brat::read(&standoff, &text, Article::parse(&text).unwrap()).unwrap();
        assert!(reading.passed_over.is_empty());
        assert_eq!(brat::write(&reading.document), standoff);
        let json =
            |document| json::write(&Exchange::of_file("a".to_owned(), document), Setting::Pages);
        assert_eq!(json(reading.document), json(document));
    }
}

#[test]
fn no_export_changes_a_word() {
    for document in documents() {
        let exchange = Exchange::of_file("a".to_owned(), document);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let story = [
            (Format::Html, "<article class=\"story\">", "</article>"),
            (Format::Tei, "<div>", "</div>"),
        ];
        for (format, from, to) in story {
            let written = format.write(&exchange, Company::Alone);
            let (_, written) = written.split_once(from).unwrap();
            let (written, _) = written.split_once(to).unwrap();
            assert_eq!(words(&without_tags(written)), words(exchange.document.text()));
        }
        let columns = Format::Conllu.write(&exchange, Company::Alone);
        let texts = columns.lines().filter_map(|line| line.strip_prefix("# text = "));
        assert_eq!(texts.collect::<Vec<_>>().join(" "), words(exchange.document.text()));
    }
}

/// The text of markup.
fn without_tags(markup: &str) -> String {
    let parts = markup.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let references =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let text = parts.collect::<String>();
    references.iter().fold(text, |text, (reference, sign)| text.replace(reference, sign))
}

#[test]
fn the_stored_annotations_of_every_article_fit_its_text() {
    for path in files("json") {
        let known = fs::read_to_string(&path).unwrap();
        let text = fs::read_to_string(path.with_extension("txt")).unwrap();
        let exchange = json::read(&known).unwrap();
        assert_eq!(exchange.document.text(), Article::parse(&text).unwrap().text());
        assert_eq!(json::write(&exchange, Setting::Pages) + "\n", known);
        let document = &exchange.document;
        for speaker in document.quotes().iter().filter_map(|quote| quote.speaker) {
            let speaker = document.speaker(speaker);
            let words: Vec<&str> = speaker.name.split(' ').collect();
            let mut mentions = speaker.mentions.iter().map(|span| span.of(document.text()));
            assert!(
                mentions.any(|mention| mention.contains(words[words.len() - 1])),
                "{speaker:?}"
            );
        }
    }
}
