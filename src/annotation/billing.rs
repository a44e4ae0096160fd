//! The order of the speakers, by their number of quotes.
//!
//! Of two with the same number, a person comes before an organization or group, and then the one quoted first. The
//! place in this order decides the letter in the gutter, and the color of the first four.

use crate::annotation::document::Document;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::{SpeakerId, SpeakerKind};

/// The speakers of a document in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Billing {
    order: Vec<Billed>,
    places: Vec<usize>,
    nobody: Vec<QuoteId>,
}

/// A speaker with their quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// The speaker.
    pub speaker: SpeakerId,
    /// Their quotes, in the order of the text.
    pub quotes: Vec<QuoteId>,
    /// The number of words in them.
    pub words: usize,
}

impl Billing {
    /// Orders the speakers who have quotes.
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

    /// The quotes without a speaker.
    pub fn nobody(&self) -> &[QuoteId] {
        &self.nobody
    }

    /// The place of a speaker, from 0. It is `usize::MAX` without quotes.
    pub fn place(&self, speaker: SpeakerId) -> usize {
        self.places.get(speaker.index()).copied().unwrap_or(usize::MAX)
    }

    /// The letter of a speaker: A to Z, and a dot for the others.
    pub fn letter(&self, speaker: SpeakerId) -> char {
        let place = u8::try_from(self.place(speaker)).unwrap_or(u8::MAX);
        if place < 26 { char::from(b'A' + place) } else { '·' }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::sample;
    use crate::annotation::speaker::Speaker;
    use crate::text::article::Article;
    use crate::text::span::Span;

    /// A document whose quotes are single words of these speakers, in order. The names of persons have a blank.
    fn document(names: &[&str], by: &[Option<usize>]) -> Document {
        let article = Article::parse(&"rain ".repeat(by.len().max(1))).unwrap();
        let all = by.iter().enumerate().map(|(at, speaker)| {
            sample::quote(vec![Span::new(at * 5, at * 5 + 4)], speaker.map(SpeakerId::at))
        });
        let speakers = names.iter().map(|name| Speaker {
            name: (*name).to_owned(),
            kind: if name.contains(' ') { SpeakerKind::Person } else { SpeakerKind::Organization },
            role: None,
            mentions: Vec::new(),
        });
        let (quotes, speakers, entities) = (all.collect(), speakers.collect(), Vec::new());
        Document::new(article, Findings { quotes, speakers, entities })
    }

    /// Compares the speakers, each as `letter name quotes/words`.
    #[track_caller]
    fn check(names: &[&str], quoted: &[Option<usize>], expected: &[&str]) {
        let document = document(names, quoted);
        let billing = Billing::of(&document);
        let shown = billing.order().iter().map(|billed| {
            let Billed { speaker, quotes, words } = billed;
            let (letter, name) = (billing.letter(*speaker), &document.speaker(*speaker).name);
            format!("{letter} {name} {}/{words}", quotes.len())
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_speaker_with_most_quotes_comes_first() {
        let quoted = [Some(0), Some(1), Some(1), None];
        check(&["Ann Lee", "Hugh Hill", "NATO"], &quoted, &["A Hugh Hill 2/2", "B Ann Lee 1/1"]);
        let billing = Billing::of(&document(&["Ann Lee", "NATO"], &[Some(0), None, None]));
        assert_eq!(billing.nobody(), [QuoteId::at(1), QuoteId::at(2)]);
        assert_eq!(billing.place(SpeakerId::at(1)), usize::MAX);
    }

    #[test]
    fn of_two_with_as_many_quotes_a_person_comes_first() {
        let quoted = [Some(0), Some(1), Some(2)];
        check(
            &["NATO", "Hugh Hill", "Ann Lee"],
            &quoted,
            &["A Hugh Hill 1/1", "B Ann Lee 1/1", "C NATO 1/1"],
        );
        check(
            &["Hugh Hill", "Ann Lee"],
            &[Some(1), Some(0)],
            &["A Ann Lee 1/1", "B Hugh Hill 1/1"],
        );
    }

    #[test]
    fn letters_end_with_z() {
        let names = ["Ann Lee"; 27];
        let quoted: Vec<Option<usize>> = (0..27).map(Some).collect();
        let billing = Billing::of(&document(&names, &quoted));
        assert_eq!([0, 25, 26].map(|at| billing.letter(SpeakerId::at(at))), ['A', 'Z', '·']);
    }
}
