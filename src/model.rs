//! Finds out who said what.
//!
//! [`Model::find`] is the recipe: each line is one step, a function of what it needs. The trained [`network`] labels
//! tokens and scores links between spans. The other rooms follow rules: `names` makes the names consistent and groups
//! them into entities, `quotes` puts quotes together from their parts, and `sources` finds the speaker of each quote.
//! All of them look words up in the [`lexicon`].

pub mod lexicon;
mod names;
pub mod network;
mod quotes;
mod sources;

use crate::annotation::document::{Document, Findings};
use crate::model::lexicon::Lexicon;
use crate::model::names::cast::Cast;
use crate::model::names::coreference::cluster;
use crate::model::names::recognition::recognize;
use crate::model::network::Network;
use crate::model::network::inputs::Inputs;
use crate::model::network::pieces::Pieces;
use crate::model::network::weights::{Weights, WeightsError};
use crate::model::quotes::calibration::Calibration;
use crate::model::quotes::{assembly, finished, forms, nested};
use crate::model::sources::antecedent::Antecedents;
use crate::model::sources::attribution::attribute;
use crate::model::sources::introductions::Introductions;
use crate::model::sources::titles;
use crate::text::article::Article;
use crate::text::quotation_marks::stretches;
use crate::text::reading::Reading;
use crate::text::sentence::split_sentences;
use crate::text::token::tokenize;

/// The trained weights; `assets/MODEL.md` describes them.
const WEIGHTS: &[u8] = include_bytes!("../assets/model.safetensors");

/// The model with everything it knows, ready for any number of articles.
///
/// ```
/// use whosaid::annotation::quote::Voice;
/// use whosaid::model::Model;
/// use whosaid::text::article::Article;
///
/// let model = Model::embedded();
/// let article = Article::parse("“We are ready,” said Mayor Ann Lee. The bridge opens on Monday, she added.")?;
/// let document = model.annotate(article);
/// let quotes = document.quotes();
/// assert_eq!((quotes[0].voice, quotes[1].voice), (Voice::Direct, Voice::Indirect));
/// let speaker = document.speaker(quotes[1].speaker.expect("“she” is somebody"));
/// assert_eq!((speaker.name.as_str(), speaker.role.as_deref()), ("Ann Lee", Some("Mayor")));
/// # Ok::<(), whosaid::text::article::ArticleError>(())
/// ```
#[derive(Debug)]
pub struct Model {
    lexicon: Lexicon,
    pieces: Pieces,
    network: Network,
    calibration: Calibration,
}

impl Model {
    /// The model that is compiled into the program.
    ///
    /// # Panics
    ///
    /// Never: the tests read the same weights.
    pub fn embedded() -> Self {
        Self::with_weights(WEIGHTS).expect("the embedded weights fit")
    }

    /// The model with other weights, for training.
    pub fn with_weights(weights: &[u8]) -> Result<Self, WeightsError> {
        let weights = Weights::parse(weights)?;
        Ok(Self {
            lexicon: Lexicon::embedded(),
            pieces: Pieces::embedded(),
            network: Network::read(&weights)?,
            calibration: Calibration::read(&weights)?,
        })
    }

    /// Finds quotes, speakers and entities. This cannot fail; in an odd article the model just finds less.
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
        let stretches = stretches(&reading);
        let tags = network.tag(&reading, &Inputs::of(&reading, lexicon, pieces));
        let by_form = forms::find(&reading, &stretches);
        let labels = forms::labels(&reading, lexicon, &by_form);
        let names = recognize(&reading, lexicon, &tags.names, labels);
        let sayings = assembly::assemble(&network.linkers, &reading, &tags, by_form);
        let sayings = nested::with_inner(&reading, lexicon, sayings);
        let sayings = finished::plausible(&reading, &stretches, calibration, sayings);
        let clusters = cluster(&reading, &names);
        let cast = Cast { reading: &reading, lexicon, names: &names, clusters: &clusters };
        let introductions = Introductions::new(cast);
        let antecedents = Antecedents::new(&network.linkers.names, cast, &tags);
        let attributed = attribute(cast, &introductions, &antecedents, &stretches, &sayings);
        let entities = titles::with_titles(cast, &introductions, &tags.titles);
        let speaker_of = &attributed.speaker_of;
        let quotes = finished::quotes(&reading, &stretches, calibration, &sayings, speaker_of);
        Findings { quotes, speakers: attributed.speakers, entities }
    }
}
