//! An article with everything that is known about it.

use crate::annotation::entity::{Entity, EntityId};
use crate::annotation::quote::{Quote, QuoteId};
use crate::annotation::speaker::{Speaker, SpeakerId};
use crate::text::article::Article;
use crate::text::span::Span;

/// Everything that is known about an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The quotes, in any order.
    pub quotes: Vec<Quote>,
    /// The speakers of the quotes, numbered from 0.
    pub speakers: Vec<Speaker>,
    /// The entities.
    pub entities: Vec<Entity>,
}

/// An article with everything that is known about it.
///
/// Invariants: the quotes are in the order of the text, each has content, and its speaker exists. All spans fit the
/// text, and those in one list are in order and do not overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    article: Article,
    findings: Findings,
}

impl Document {
    /// Combines an article with what was found in it.
    ///
    /// # Panics
    ///
    /// If an invariant does not hold. The formats check what they read before they call this.
    pub fn new(article: Article, mut findings: Findings) -> Self {
        findings.quotes.sort_by_key(Quote::order);
        let document = Self { article, findings };
        document.assert_invariants();
        document
    }

    /// An article about which nothing is known yet.
    pub fn unread(article: Article) -> Self {
        Self { article, findings: Findings::default() }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The cleaned text.
    pub fn text(&self) -> &str {
        self.article.text()
    }

    /// The quotes in the order of the text.
    pub fn quotes(&self) -> &[Quote] {
        &self.findings.quotes
    }

    /// The speakers.
    pub fn speakers(&self) -> &[Speaker] {
        &self.findings.speakers
    }

    /// The entities.
    pub fn entities(&self) -> &[Entity] {
        &self.findings.entities
    }

    /// The quote with this number.
    #[track_caller]
    pub fn quote(&self, id: QuoteId) -> &Quote {
        &self.findings.quotes[id.index()]
    }

    /// The speaker with this number.
    #[track_caller]
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.findings.speakers[id.index()]
    }

    /// The entity with this number.
    #[track_caller]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.findings.entities[id.index()]
    }

    /// The numbers of a speaker's quotes, in the order of the text.
    pub fn quotes_of(&self, speaker: SpeakerId) -> impl Iterator<Item = QuoteId> {
        let quotes = self.findings.quotes.iter().enumerate();
        quotes
            .filter(move |(_, quote)| quote.speaker == Some(speaker))
            .map(|(index, _)| QuoteId::at(index))
    }

    /// The words of some spans, with ` … ` between two.
    pub fn words(&self, spans: &[Span]) -> String {
        let parts: Vec<&str> = spans.iter().map(|span| span.of(self.text())).collect();
        parts.join(" … ")
    }

    fn assert_invariants(&self) {
        let check = |spans: &[Span]| {
            assert!(spans.iter().all(|span| span.fits(self.text())), "a span must fit the text");
            assert!(spans.is_sorted_by(|a, b| a.end() <= b.start()), "spans must be in order");
        };
        for quote in self.quotes() {
            assert!(!quote.content.is_empty(), "a quote must have content");
            assert!(
                quote.speaker.is_none_or(|id| id.index() < self.speakers().len()),
                "a speaker must exist"
            );
            for spans in [&quote.content, &quote.cue, &quote.source] {
                check(spans);
            }
        }
        for speaker in self.speakers() {
            check(&speaker.mentions);
        }
        for entity in self.entities() {
            check(&entity.mentions);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::entity::EntityKind;
    use crate::annotation::sample;
    use crate::annotation::speaker::SpeakerKind;

    const TEXT: &str = "Zoë said it rains.";

    /// Makes a document with these contents of quotes, of the speaker with this number, and these mentions.
    fn document(
        contents: &[&[(usize, usize)]],
        speaker: usize,
        mentions: &[(usize, usize)],
    ) -> Document {
        let spans = |ends: &[(usize, usize)]| {
            ends.iter().map(|&(start, end)| Span::new(start, end)).collect::<Vec<_>>()
        };
        let quote =
            |ends: &&[(usize, usize)]| sample::quote(spans(ends), Some(SpeakerId::at(speaker)));
        let (name, mentions) = ("Zoë".to_owned(), spans(mentions));
        let entity = Entity { kind: EntityKind::Person, name: name.clone(), mentions };
        let (kind, role) = (SpeakerKind::Person, None);
        let speaker = Speaker { name, kind, role, mentions: entity.mentions.clone() };
        let quotes = contents.iter().map(quote).collect();
        let findings = Findings { quotes, speakers: vec![speaker], entities: vec![entity] };
        Document::new(Article::parse(TEXT).unwrap(), findings)
    }

    #[test]
    fn quotes_are_sorted() {
        let document = document(&[&[(13, 18)], &[(10, 18)], &[(10, 12)]], 0, &[]);
        let words: Vec<String> =
            document.quotes().iter().map(|quote| document.words(&quote.content)).collect();
        assert_eq!(words, ["it", "it rains", "rains"]);
        assert_eq!(document.quotes_of(SpeakerId::at(0)).count(), 3);
        assert_eq!(document.quotes_of(SpeakerId::at(1)).count(), 0);
    }

    #[test]
    fn words_of_several_spans_are_joined() {
        assert_eq!(document(&[], 0, &[]).words(&[Span::new(0, 4), Span::new(10, 12)]), "Zoë … it");
    }

    #[test]
    #[should_panic(expected = "a span must fit the text")]
    fn a_span_inside_a_character_is_refused() {
        document(&[&[(3, 12)]], 0, &[]);
    }

    #[test]
    #[should_panic(expected = "a span must fit the text")]
    fn a_mention_beyond_the_text_is_refused() {
        document(&[], 0, &[(10, 99)]);
    }

    #[test]
    #[should_panic(expected = "spans must be in order")]
    fn overlapping_parts_are_refused() {
        document(&[&[(5, 9), (8, 12)]], 0, &[]);
    }

    #[test]
    #[should_panic(expected = "a quote must have content")]
    fn a_quote_without_content_is_refused() {
        document(&[&[]], 0, &[]);
    }

    #[test]
    #[should_panic(expected = "a speaker must exist")]
    fn a_speaker_who_does_not_exist_is_refused() {
        document(&[&[(10, 12)]], 1, &[]);
    }
}
