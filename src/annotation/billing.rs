//! The order of the speakers: who speaks most comes first.
//!
//! Of two with as many quotes a person comes before a body, and then who speaks first in the text. The place gives
//! the letter in the gutter and, to the first four, a color.

use crate::annotation::document::Document;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::{SpeakerId, SpeakerKind};

/// Speakers with all that their places say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Billing {
    order: Vec<Billed>,
    places: Vec<usize>,
    nobody: Vec<QuoteId>,
}

/// A speaker with the share that they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// Who.
    pub speaker: SpeakerId,
    /// Their quotes, in the order of the text.
    pub quotes: Vec<QuoteId>,
    /// Words of all their quotes.
    pub words: usize,
}

impl Billing {
    /// The order of a document's speakers; who has no quote is not in it.
    pub fn of(document: &Document) -> Self {
        let mut order: Vec<Billed> = (0..document.speakers().len())
            .map(|index| Billed { speaker: SpeakerId::at(index), quotes: Vec::new(), words: 0 })
            .collect();
        let mut nobody = Vec::new();
        for (number, quote) in document.quotes().iter().enumerate() {
            nobody.extend(quote.speaker.is_none().then(|| QuoteId::at(number)));
            if let Some(billed) = quote.speaker.and_then(|id| order.get_mut(id.index())) {
                billed.quotes.push(QuoteId::at(number));
                let content = quote.content.iter().map(|span| span.of(document.text()));
                billed.words +=
                    content.map(|words| words.split_whitespace().count()).sum::<usize>();
            }
        }
        order.retain(|billed| !billed.quotes.is_empty());
        order.sort_by_key(|billed| {
            let is_body = document.speaker(billed.speaker).kind != SpeakerKind::Person;
            (usize::MAX - billed.quotes.len(), is_body, billed.quotes.first().copied())
        });
        let mut places = vec![usize::MAX; document.speakers().len()];
        for (place, billed) in order.iter().enumerate() {
            if let Some(slot) = places.get_mut(billed.speaker.index()) {
                *slot = place;
            }
        }
        Self { order, places, nobody }
    }

    /// The speakers in order.
    pub fn order(&self) -> &[Billed] {
        &self.order
    }

    /// The quotes whose speaker is not known.
    pub fn nobody(&self) -> &[QuoteId] {
        &self.nobody
    }

    /// The place of a speaker, from 0.
    pub fn place(&self, speaker: SpeakerId) -> usize {
        self.places.get(speaker.index()).copied().unwrap_or(usize::MAX)
    }

    /// The letter of a speaker: A to Z, and a dot for all after them.
    pub fn letter(&self, speaker: SpeakerId) -> char {
        let place = u8::try_from(self.place(speaker)).unwrap_or(u8::MAX);
        if place < 26 { char::from(b'A' + place) } else { '·' }
    }
}
