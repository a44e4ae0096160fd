//! Finds out who said what.
//!
//! [`Model::annotate`] is the recipe: each line is a step, a function of what it needs. The trained [`network`] labels
//! words and scores links between spans; the steps behind it make quotes, names and speakers of that, consistent over
//! the article.

pub mod lexicon;
mod names;
pub mod network;
mod quotes;
mod sources;

use crate::annotation::document::{Document, Findings};
use crate::annotation::quote::{Quote, Voice};
use crate::model::lexicon::Lexicon;
use crate::model::names::cast::Cast;
use crate::model::names::coreference::cluster;
use crate::model::names::name;
use crate::model::network::Network;
use crate::model::network::inputs::Inputs;
use crate::model::network::pieces::Pieces;
use crate::model::network::weights::{Weights, WeightsError};
use crate::model::quotes::calibration::Calibration;
use crate::model::quotes::saying::Saying;
use crate::model::quotes::{assembly, forms, nested};
use crate::model::sources::antecedent::Antecedents;
use crate::model::sources::attribution::{Attributed, attribute};
use crate::model::sources::introductions::Introductions;
use crate::model::sources::titles;
use crate::text::article::Article;
use crate::text::quotation_marks::{self, Stretch};
use crate::text::reading::Reading;
use crate::text::sentence::split_sentences;
use crate::text::token::{TokenKind, tokenize};

/// The trained weights; `assets/MODEL.md` tells how they were made.
const WEIGHTS: &[u8] = include_bytes!("../assets/model.safetensors");

/// The model with all that it knows, ready for any number of articles.
#[derive(Debug)]
pub struct Model {
    lexicon: Lexicon,
    pieces: Pieces,
    network: Network,
    calibration: Calibration,
}

impl Model {
    /// The model that is part of the program.
    ///
    /// # Panics
    ///
    /// Never with the weights that the program was tested with.
    pub fn embedded() -> Self {
        Self::with_weights(WEIGHTS).expect("the weights of the program fit")
    }

    /// The model with other weights, for those who train it.
    pub fn with_weights(weights: &[u8]) -> Result<Self, WeightsError> {
        let weights = Weights::parse(weights)?;
        Ok(Self {
            lexicon: Lexicon::embedded(),
            pieces: Pieces::embedded(),
            network: Network::read(&weights)?,
            calibration: Calibration::read(&weights)?,
        })
    }

    /// Finds quotes, speakers and entities. It cannot fail: of an odd article less is known, that is all.
    pub fn annotate(&self, article: Article) -> Document {
        let findings = self.find(&article);
        Document::new(article, findings)
    }

    /// What [`Self::annotate`] finds, without the article.
    pub fn find(&self, article: &Article) -> Findings {
        let Self { lexicon, pieces, network, calibration } = self;
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let reading = Reading::new(article, &tokens, &sentences);
        let stretches = quotation_marks::stretches(&reading);
        let tags = network.tag(&reading, &Inputs::of(&reading, lexicon, pieces));
        let by_form = forms::find(&reading, &stretches);
        let labels = forms::labels(&reading, lexicon, &by_form);
        let names = name::settle(&reading, lexicon, &tags.names, labels);
        let sayings = assembly::assemble(&network.linkers, &reading, &tags, by_form);
        let sayings = nested::with_inner(&reading, lexicon, sayings);
        let sayings = likely(&reading, &stretches, sayings, calibration);
        let clusters = cluster(&reading, &names);
        let cast = Cast { reading: &reading, lexicon, names: &names, clusters: &clusters };
        let introductions = Introductions::new(cast);
        let antecedents = Antecedents::new(&network.linkers.name_of, cast, &tags);
        let attributed = attribute(cast, &introductions, &antecedents, &stretches, &sayings);
        let entities = titles::with_titles(cast, &introductions, &tags.titles);
        let quotes = finish(&reading, &stretches, &sayings, &attributed, calibration);
        Findings { quotes, speakers: attributed.speakers, entities }
    }
}

/// The quotes worth showing: all with words in marks, and of the others those that are not most likely wrong.
fn likely(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    mut sayings: Vec<Saying>,
    calibration: &Calibration,
) -> Vec<Saying> {
    sayings.retain(|saying| {
        calibration.is_likely(saying.sureness)
            || voice(reading, stretches, saying) != Voice::Indirect
    });
    sayings
}

/// Turns tokens into places.
fn finish(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    sayings: &[Saying],
    attributed: &Attributed,
    calibration: &Calibration,
) -> Vec<Quote> {
    let speakers = attributed.speaker_of.iter().copied();
    let quotes = sayings.iter().zip(speakers).map(|(saying, speaker)| Quote {
        voice: voice(reading, stretches, saying),
        content: saying.content.iter().filter_map(|part| reading.span(part.clone())).collect(),
        cue: saying.cue.clone().and_then(|cue| reading.span(cue)).into_iter().collect(),
        source: saying.source.clone().and_then(|source| reading.span(source)).into_iter().collect(),
        speaker,
        confidence: calibration.confidence(saying.sureness),
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
