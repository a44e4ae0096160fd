//! What holds for every article, over all of `tests/articles` and the sample.

use std::fs;
use std::path::{Path, PathBuf};

use whosaid::formats::brat;
use whosaid::formats::company::Company;
use whosaid::formats::exchange::{Exchange, Setting};
use whosaid::formats::format::Format;
use whosaid::formats::json;
use whosaid::model::Model;
use whosaid::text::article::Article;

/// The files of `tests/articles` that end so.
fn files(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .collect();
    files.sort();
    assert!(files.len() >= 3, "the articles are there");
    files
}

#[test]
fn every_article_comes_back_from_json_as_it_was() {
    for path in files("txt") {
        let article = Article::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let document = Model::embedded().annotate(article);
        assert!(!document.quotes().is_empty(), "{} has quotes", path.display());
        let written =
            json::write(&Exchange::of_file("a".to_owned(), document.clone()), Setting::Pages);
        let read = json::read(&written).unwrap();
        assert_eq!(read.document.text(), document.text());
        assert_eq!(json::write(&read, Setting::Pages), written);
    }
}

#[test]
fn every_article_comes_back_from_brat_as_it_was() {
    for path in files("txt") {
        let article = Article::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let document = Model::embedded().annotate(article);
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
    for path in files("txt") {
        let article = Article::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let exchange = Exchange::of_file("a".to_owned(), Model::embedded().annotate(article));
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
fn what_is_known_of_an_article_fits_its_text() {
    for path in files("json") {
        let known = fs::read_to_string(&path).unwrap();
        let text = fs::read_to_string(path.with_extension("txt")).unwrap();
        let exchange = json::read(&known).unwrap();
        assert_eq!(exchange.document.text(), Article::parse(&text).unwrap().text());
        assert_eq!(json::write(&exchange, Setting::Pages) + "\n", known);
        let document = &exchange.document;
        for speaker in document.quotes().iter().filter_map(|quote| quote.speaker) {
            assert!(!document.speaker(speaker).name.is_empty());
        }
    }
}

#[test]
fn the_sample_s_direct_quotes_are_all_lavrov_s() {
    let text = include_str!("../../assets/sample.txt");
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let direct = document
        .quotes()
        .iter()
        .filter(|quote| quote.voice == whosaid::annotation::quote::Voice::Direct);
    let found: Vec<String> = direct
        .map(|quote| {
            let speaker = quote.speaker.map_or("?", |id| document.speaker(id).name.as_str());
            format!("{speaker} {}", document.words(&quote.cue))
        })
        .collect();
    let cues = ["said", "added", "remarked", "said", "remarked"];
    assert_eq!(found, cues.map(|cue| format!("Sergey Lavrov {cue}")));
    let speakers: Vec<&str> = document.speakers().iter().map(|one| one.name.as_str()).collect();
    for name in ["Sergey Lavrov", "Donald Trump", "Marco Rubio"] {
        assert!(speakers.contains(&name), "{name} is not among {speakers:?}");
    }
}
