//! Ten kinds of articles that the model was not trained on, with who said what marked by hand.
//!
//! In `tests/kinds_of_articles` a quote is marked as `{speaker|words}`. Two quotes of one speaker with only the cue
//! between them may count as one or as two, so the words are compared, each with its speaker.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use whosaid::annotation::document::Document;
use whosaid::model::Model;
use whosaid::text::article::Article;
use whosaid::text::span::Span;

/// Percentage of the quoted words that must be found, and of the found words that must be quoted, over all articles.
const WORDS_FOUND: usize = 85;
/// Percentage of the words found rightly that must have the right speaker.
const SPEAKERS_RIGHT: usize = 85;

/// An article with the words of its quotes, each with the last word of the speaker's name.
struct Said {
    text: String,
    /// Parts of the text, and who said them.
    parts: Vec<(Span, String)>,
}

impl Said {
    /// Reads a marked article.
    fn parse(marked: &str) -> Self {
        let mut said = Self { text: String::new(), parts: Vec::new() };
        let mut rest = marked;
        while let Some((before, inside)) = rest.split_once('{') {
            said.text.push_str(before);
            let (part, after) = inside.split_once('}').expect("every brace is closed");
            let (speaker, words) = part.split_once('|').expect("a bar follows the speaker");
            let start = said.text.len();
            said.text.push_str(words);
            said.parts.push((Span::new(start, said.text.len()), last_word(speaker)));
            rest = after;
        }
        said.text.push_str(rest);
        said
    }

    fn of(document: &Document, article: &Article, raw: &str) -> Self {
        let mut parts = Vec::new();
        for quote in document.quotes() {
            let speaker = quote.speaker.map_or("", |id| document.speaker(id).name.as_str());
            let spans = quote.content.iter().map(|span| article.raw_span(*span, raw));
            parts.extend(spans.map(|span| (span, last_word(speaker))));
        }
        Self { text: raw.to_owned(), parts }
    }

    /// The words of the quotes: where each begins, and its speaker.
    fn words(&self) -> BTreeSet<(usize, &str)> {
        let mut words = BTreeSet::new();
        for (span, speaker) in &self.parts {
            let inside = span.of(&self.text);
            let starts = inside.char_indices().zip(std::iter::once(' ').chain(inside.chars()));
            for ((at, c), before) in starts {
                if c.is_alphanumeric() && !before.is_alphanumeric() {
                    words.insert((span.start() + at, speaker.as_str()));
                }
            }
        }
        words
    }
}

fn last_word(name: &str) -> String {
    name.split_whitespace().last().unwrap_or_default().to_lowercase()
}

fn articles() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds_of_articles");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn who_said_what_is_found_in_ten_kinds_of_articles() {
    let model = Model::embedded();
    let (mut found_words, mut gold_words, mut both, mut right) = (0, 0, 0, 0);
    let mut report = String::new();
    let articles = articles();
    assert_eq!(articles.len(), 10);
    for (path, marked) in articles {
        let gold = Said::parse(&marked);
        let article = Article::parse(&gold.text).unwrap();
        let document = model.annotate(article.clone());
        let found = Said::of(&document, &article, &gold.text);
        let (ours, theirs) = (found.words(), gold.words());
        let places = |words: &BTreeSet<(usize, &str)>| -> BTreeSet<usize> {
            words.iter().map(|(at, _)| *at).collect()
        };
        let shared = places(&ours).intersection(&places(&theirs)).count();
        let same = ours.intersection(&theirs).count();
        let name = path.file_stem().unwrap().to_string_lossy();
        let _ = writeln!(
            report,
            "{name}: gold {} found {} both {shared} speaker right {same}",
            theirs.len(),
            ours.len()
        );
        for (span, speaker) in &found.parts {
            let _ = writeln!(report, "    {speaker}: {}", span.of(&gold.text));
        }
        found_words += ours.len();
        gold_words += theirs.len();
        both += shared;
        right += same;
    }
    let _ =
        writeln!(report, "all: gold {gold_words} found {found_words} both {both} right {right}");
    println!("{report}");
    assert!(both * 100 >= gold_words * WORDS_FOUND, "recall\n{report}");
    assert!(both * 100 >= found_words * WORDS_FOUND, "precision\n{report}");
    assert!(right * 100 >= both * SPEAKERS_RIGHT, "speakers\n{report}");
}
