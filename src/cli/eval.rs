//! `whosaid eval`: scores the model against articles that people annotated.
//!
//! Both sides are compared in the form in which they are exchanged.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::cli::error::Error;
use crate::cli::world::json_lines::{self, JsonLine};
use crate::cli::world::output;
use crate::cli::world::source::Source;
use crate::cli::world::weights;
use crate::formats::exchange::{Exchange, Setting};
use crate::formats::json;
use crate::model::Model;
use crate::scoring::entities::EntityScore;
use crate::scoring::judged::{self, Judged, JudgedQuote};
use crate::scoring::quotes::{Difference, QuoteScore};
use crate::scoring::tables;
use crate::text::article::Article;

/// What to score.
#[derive(Debug, Args)]
pub(crate) struct EvalArgs {
    /// Annotated articles as JSON Lines, or - for standard input
    gold: PathBuf,
    /// Also print up to N mistakes (50 if N is left out), worst articles first
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "50")]
    errors: Option<usize>,
    /// Number of articles to work on at once [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Model weights to use in place of the embedded ones
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

/// Characters of text to show on each side of a mistake.
const CONTEXT: usize = 160;

/// An article as people and as the model annotated it.
struct Pair {
    gold: Judged,
    found: Judged,
}

/// Scores a file of annotated articles.
pub(crate) fn run(args: &EvalArgs) -> Result<(), Error> {
    let jobs = args.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Error::Threads)?;
    let model = weights::load(args.weights.as_deref())?;
    let lines = read(&args.gold)?;
    let pairs: Result<Vec<Pair>, Error> =
        pool.install(|| lines.into_par_iter().map(|line| judge(&model, &line)).collect());
    output::print(&report(&pairs?, args.errors))?;
    Ok(())
}

/// The tables of what is annotated, and the worst mistakes.
fn report(pairs: &[Pair], errors: Option<usize>) -> String {
    let mut quotes = QuoteScore::default();
    let mut entities = EntityScore::default();
    let mut mistakes: Vec<(&Pair, Vec<Difference>)> = Vec::new();
    for pair in pairs {
        if pair.gold.quotes.is_some() {
            mistakes.push((pair, quotes.add(&pair.gold, &pair.found)));
        }
        if pair.gold.entities.is_some() {
            entities.add(&pair.gold, &pair.found);
        }
    }
    let mut parts = Vec::new();
    if quotes.articles > 0 {
        parts.push(tables::of_quotes(&quotes));
    }
    if entities.articles > 0 {
        parts.push(tables::of_entities(&entities));
    }
    parts.extend(errors.map(|most| worst(mistakes, most)));
    parts.join("\n")
}

fn read(path: &Path) -> Result<Vec<JsonLine>, Error> {
    json_lines::read(&Source::of(path.to_owned())).collect()
}

fn judge(model: &Model, line: &JsonLine) -> Result<Pair, Error> {
    let error = |error| line.error(error);
    let gold = judged::read(&line.text).map_err(error)?;
    let record = json::read_record(&line.text).map_err(error)?;
    let found = match Article::parse(&record.text) {
        Ok(article) => {
            let exchange = Exchange::of_record(record, model.annotate(article));
            judged::read(&json::write(&exchange, Setting::Line)).map_err(error)?
        }
        // in a text without a word there is nothing to find
        Err(_) => Judged { quotes: None, entities: None, ..gold.clone() },
    };
    Ok(Pair { gold, found })
}

/// The mistakes in marked text. Articles with the most mistakes come first.
fn worst(mut mistakes: Vec<(&Pair, Vec<Difference>)>, most: usize) -> String {
    mistakes.sort_by_key(|(_, mistakes)| std::cmp::Reverse(mistakes.len()));
    let mut out = String::new();
    let mut left = most;
    for (pair, mistakes) in mistakes {
        let shown = mistakes.len().min(left);
        if shown == 0 {
            break;
        }
        left -= shown;
        let noun = if mistakes.len() == 1 { "mistake" } else { "mistakes" };
        let _ = writeln!(out, "{}: {} {noun}", pair.gold.id, mistakes.len());
        for mistake in mistakes.iter().take(shown) {
            show(&mut out, pair, mistake);
        }
        out.push('\n');
    }
    out
}

fn show(out: &mut String, pair: &Pair, mistake: &Difference) {
    let quote = |article: &Judged, number: usize| {
        let quote = article.quotes.as_deref().unwrap_or_default().get(number)?;
        Some(marked(&pair.gold.text, quote))
    };
    let (what, gold, found) = match *mistake {
        Difference::Missed(gold) => ("missed", quote(&pair.gold, gold), None),
        Difference::Spurious(found) => ("spurious", None, quote(&pair.found, found)),
        Difference::WrongSource(gold, found) => {
            ("wrong source", quote(&pair.gold, gold), quote(&pair.found, found))
        }
        Difference::WrongSpeaker(gold, found) => {
            ("wrong speaker", quote(&pair.gold, gold), quote(&pair.found, found))
        }
    };
    let _ = writeln!(out, "  {what}");
    for (side, text) in [("gold", gold), ("found", found)] {
        if let Some(text) = text {
            let _ = writeln!(out, "    {side:<6}{text}");
        }
    }
}

/// A quote in context: `{content}`, `<cue>`, `[source]`, and the speaker if known.
fn marked(text: &str, quote: &JudgedQuote) -> String {
    let parts = [(&quote.content, '{', '}'), (&quote.cue, '<', '>'), (&quote.source, '[', ']')];
    let spans = || parts.iter().flat_map(|(spans, ..)| spans.iter());
    let first = spans().map(|span| span[0]).min().unwrap_or(0).saturating_sub(CONTEXT);
    let last = spans().map(|span| span[1]).max().unwrap_or(0) + CONTEXT;
    let mut out = String::new();
    for (at, c) in text.chars().enumerate().skip(first).take(last - first) {
        let closes = |spans: &[[usize; 2]]| spans.iter().any(|span| span[1] == at);
        let opens = |spans: &[[usize; 2]]| spans.iter().any(|span| span[0] == at);
        out.extend(parts.iter().filter(|(spans, ..)| closes(spans)).map(|(_, _, close)| close));
        out.extend(parts.iter().filter(|(spans, ..)| opens(spans)).map(|(_, open, _)| open));
        out.push(if c.is_whitespace() { ' ' } else { c });
    }
    let kind = quote.kind.as_deref().unwrap_or("indirect");
    let speaker = quote.speaker.as_deref().map_or_else(String::new, |name| format!(" = {name}"));
    format!("{kind}{speaker}: {}", out.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article in which `content` was said by Ann.
    fn judged(content: [usize; 2]) -> Judged {
        let quote = JudgedQuote {
            kind: Some("direct".to_owned()),
            content: vec![content],
            cue: vec![[8, 12]],
            source: vec![[13, 16]],
            speaker: Some("Ann".to_owned()),
        };
        Judged {
            id: "a".to_owned(),
            text: "“Rain”, said Ann.\nIt rained.".to_owned(),
            quotes: Some(vec![quote]),
            entities: None,
            discard: Vec::new(),
        }
    }

    /// How a mistake is printed.
    #[track_caller]
    fn check(mistake: Difference, expected: &str) {
        let pair = Pair { gold: judged([0, 6]), found: judged([1, 5]) };
        let mut out = String::new();
        show(&mut out, &pair, &mistake);
        assert_eq!(out, expected);
    }

    #[test]
    fn a_mistake_shows_both_sides_in_marked_text() {
        let gold = "    gold  direct = Ann: {“Rain”}, <said> [Ann]. It rained.\n";
        let found = "    found direct = Ann: “{Rain}”, <said> [Ann]. It rained.\n";
        check(Difference::Missed(0), &format!("  missed\n{gold}"));
        check(Difference::Spurious(0), &format!("  spurious\n{found}"));
        check(Difference::WrongSource(0, 0), &format!("  wrong source\n{gold}{found}"));
        check(Difference::WrongSpeaker(0, 0), &format!("  wrong speaker\n{gold}{found}"));
    }

    #[test]
    fn a_quote_is_shown_with_some_text_around_it() {
        let text = "a".repeat(1000);
        let quote =
            JudgedQuote { content: vec![[400, 410]], ..judged([0, 0]).quotes.unwrap().remove(0) };
        let quote =
            JudgedQuote { cue: Vec::new(), source: Vec::new(), speaker: None, kind: None, ..quote };
        let around = "a".repeat(CONTEXT);
        let expected = format!("indirect: {around}{{{}}}{around}", "a".repeat(10));
        assert_eq!(marked(&text, &quote), expected);
    }

    #[test]
    fn the_worst_articles_come_first_up_to_the_limit() {
        let few = Pair { gold: judged([0, 6]), found: judged([1, 5]) };
        let many =
            Pair { gold: Judged { id: "b".to_owned(), ..judged([0, 6]) }, found: judged([1, 5]) };
        let mistakes =
            || vec![(&few, vec![Difference::Missed(0)]), (&many, vec![Difference::Missed(0); 2])];
        let shown = |most| {
            let out = worst(mistakes(), most);
            let count = out.matches("missed").count();
            (out.starts_with("b: 2 mistakes\n"), out.contains("\n\na: 1 mistake\n"), count)
        };
        assert_eq!(shown(50), (true, true, 3));
        assert_eq!(shown(2), (true, false, 2));
        assert_eq!(shown(1), (true, false, 1));
        assert_eq!(worst(mistakes(), 0), "");
    }

    #[test]
    fn only_what_is_annotated_is_scored() {
        let quotes = || judged([0, 6]);
        let entities = || Judged { quotes: None, entities: Some(Vec::new()), ..judged([0, 6]) };
        let tables = |gold: Judged| {
            let report = report(&[Pair { found: gold.clone(), gold }], None);
            (report.contains("quote and source"), report.contains("same span and type"))
        };
        assert_eq!(tables(quotes()), (true, false));
        assert_eq!(tables(entities()), (false, true));
        let pair = || Pair { gold: quotes(), found: judged([14, 15]) };
        assert!(report(&[pair()], Some(1)).contains("\na: "));
        assert!(!report(&[pair()], None).contains("\na: "));
    }

    #[test]
    fn nothing_is_found_in_a_text_without_words() {
        let text = "{\"id\":\"a\",\"text\":\" \",\"quotes\":[],\"entities\":[]}".to_owned();
        let line = JsonLine { source: "a.jsonl".to_owned(), number: 1, text };
        let pair = judge(&Model::embedded(), &line).unwrap();
        assert!(pair.gold.quotes.is_some() && pair.gold.entities.is_some());
        assert!(pair.found.quotes.is_none() && pair.found.entities.is_none());
    }
}
