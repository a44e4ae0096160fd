//! Finds out who said what.
//!
//! [`Model::annotate`] is the recipe: each line is a step, a function of what it needs. This first model goes by rules
//! over lists of words; it knows no grammar, so it trusts quotation marks, the verbs of saying around them, and the
//! order of words in news.

pub mod attribution;
pub mod cast;
pub mod clauses;
pub mod confidence;
pub mod coreference;
pub mod cues;
pub mod lexicon;
pub mod marks;
pub mod name_kinds;
pub mod names;
pub mod pronouns;
pub mod quotes;
pub mod reading;
pub mod roles;
pub mod runs;
pub mod saying;
pub mod small_words;
pub mod source;
pub mod speech;

use crate::annotation::document::{Document, Findings};
use crate::annotation::quote::{Quote, Voice};
use crate::model::attribution::{Attributed, attribute};
use crate::model::cast::Cast;
use crate::model::confidence::confidence;
use crate::model::coreference::cluster;
use crate::model::lexicon::Lexicon;
use crate::model::marks::Stretch;
use crate::model::reading::Reading;
use crate::model::saying::Saying;
use crate::model::source::Sources;
use crate::text::article::Article;
use crate::text::sentence::split_sentences;
use crate::text::token::{TokenKind, tokenize};

/// The model with all that it knows, ready for any number of articles.
#[derive(Debug)]
pub struct Model {
    lexicon: Lexicon,
}

impl Model {
    /// The model that is part of the program.
    pub fn embedded() -> Self {
        Self { lexicon: Lexicon::embedded() }
    }

    /// Finds quotes, speakers and entities. It cannot fail: of an odd article less is known, that is all.
    pub fn annotate(&self, article: Article) -> Document {
        let findings = self.find(&article);
        Document::new(article, findings)
    }

    /// What [`Self::annotate`] finds, without the article.
    pub fn find(&self, article: &Article) -> Findings {
        let lexicon = &self.lexicon;
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let reading = Reading::new(article, &tokens, &sentences);
        let stretches = marks::stretches(&reading);
        let names = names::find(&reading, lexicon, &stretches);
        let cues = cues::find(&reading, lexicon, &stretches);
        let sources = Sources { reading: &reading, lexicon };
        let sayings = quotes::detect(&reading, &stretches, &cues, sources);
        let clusters = cluster(&reading, &names);
        let cast = Cast { reading: &reading, lexicon, names: &names, clusters: &clusters };
        let attributed = attribute(cast, &sayings);
        let quotes = finish(&reading, &stretches, &sayings, &attributed);
        Findings { quotes, speakers: attributed.speakers, entities: clusters.entities }
    }
}

/// Turns tokens into places.
fn finish(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    sayings: &[Saying],
    attributed: &Attributed,
) -> Vec<Quote> {
    let speakers = attributed.speaker_of.iter().copied();
    let quotes = sayings.iter().zip(speakers).map(|(saying, (speaker, wording))| Quote {
        voice: voice(reading, stretches, saying),
        content: saying.content.iter().filter_map(|part| reading.span(part.clone())).collect(),
        cue: saying.cue.clone().and_then(|cue| reading.span(cue)).into_iter().collect(),
        source: saying.source.clone().and_then(|source| reading.span(source)).into_iter().collect(),
        speaker,
        confidence: confidence(saying.evidence, wording),
    });
    quotes.filter(|quote| !quote.content.is_empty()).collect()
}

/// How many of the words stand in quotation marks.
fn voice(reading: &Reading<'_>, stretches: &[Stretch], saying: &Saying) -> Voice {
    let mut words =
        saying.content.iter().cloned().flatten().filter(|&at| reading.kind(at) != TokenKind::Mark);
    let marked = |at: usize| {
        let next = stretches.partition_point(|stretch| stretch.tokens.end <= at);
        stretches.get(next).is_some_and(|stretch| stretch.tokens.contains(&at))
    };
    let (inside, outside) = words.by_ref().fold((0, 0), |(inside, outside), at| {
        if marked(at) { (inside + 1, outside) } else { (inside, outside + 1) }
    });
    match (inside, outside) {
        (0, _) => Voice::Indirect,
        (_, 0) => Voice::Direct,
        _ => Voice::Mixed,
    }
}
