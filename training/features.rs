//! Prints what the model sees, for training: reads articles as JSON Lines, one `{"id", "text"}` a line, and writes the
//! tokens of each with their pieces and traits.
//!
//! `cargo run --release --example features <ARTICLES >FEATURES`
//!
//! Places of tokens are half-open byte ranges in the `text` that was read; `paragraphs` and `sentences` are ranges of tokens.

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};

use serde_json::{Value, json};
use whosaid::model::lexicon::Lexicon;
use whosaid::model::network::inputs::Inputs;
use whosaid::model::network::pieces::Pieces;
use whosaid::text::article::Article;
use whosaid::text::reading::Reading;
use whosaid::text::sentence::split_sentences;
use whosaid::text::token::tokenize;

fn main() -> Result<(), Box<dyn Error>> {
    let pieces = Pieces::embedded();
    let lexicon = Lexicon::embedded();
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().ok_or("a record without text")?;
        let seen = Article::parse(text).map(|article| see(&article, text, &pieces, &lexicon)).ok();
        writeln!(out, "{}", json!({ "id": record["id"], "seen": seen }))?;
    }
    Ok(())
}

fn see(article: &Article, text: &str, pieces: &Pieces, lexicon: &Lexicon) -> Value {
    let tokens = tokenize(article.text());
    let sentences = split_sentences(article.text(), &tokens);
    let reading = Reading::new(article, &tokens, &sentences);
    let inputs = Inputs::of(&reading, lexicon, pieces);
    let raw = |at: usize| {
        let span = article.raw_span(tokens[at].span, text);
        [span.start(), span.end()]
    };
    json!({
        "tokens": (0..tokens.len()).map(raw).collect::<Vec<_>>(),
        "pieces": inputs.pieces,
        "traits": inputs.traits,
        "paragraphs": reading.paragraphs.iter().map(|p| [p.tokens.start, p.tokens.end]).collect::<Vec<_>>(),
        "sentences": sentences.iter().map(|s| [s.tokens.start, s.tokens.end]).collect::<Vec<_>>(),
    })
}
