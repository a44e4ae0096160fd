//! What the network sees of an article: the pieces and the traits of each token.

use crate::model::lexicon::Lexicon;
use crate::model::network::pieces::Pieces;
use crate::model::network::traits;
use crate::text::reading::Reading;

/// The inputs of the network, token by token. The training program reads them too, so that both see the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    /// The numbers of each token's pieces.
    pub pieces: Vec<Vec<u16>>,
    /// The numbers of each token's traits, ascending.
    pub traits: Vec<Vec<u8>>,
}

impl Inputs {
    /// Looks up every token of an article.
    pub fn of(reading: &Reading<'_>, lexicon: &Lexicon, pieces: &Pieces) -> Self {
        let tokens = 0..reading.tokens.len();
        Self {
            pieces: tokens.map(|at| pieces.of(reading.word(at))).collect(),
            traits: traits::of(reading, lexicon),
        }
    }
}
