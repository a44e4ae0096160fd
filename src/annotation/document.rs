//! An article with all that is known about it, and the questions one asks of it.

use crate::annotation::entity::{Entity, EntityId};
use crate::annotation::quote::{Quote, QuoteId};
use crate::annotation::speaker::{Speaker, SpeakerId};
use crate::text::article::Article;
use crate::text::span::Span;

/// What is known about an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The quotes, in any order.
    pub quotes: Vec<Quote>,
    /// The speakers that the quotes name.
    pub speakers: Vec<Speaker>,
    /// The entities.
    pub entities: Vec<Entity>,
}

/// An article with all that is known about it.
///
/// Invariants: the quotes stand in the order of the text and each has content; every speaker that a quote names
/// exists; all spans fit the text, and those of one list rise.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    article: Article,
    findings: Findings,
}

impl Document {
    /// Joins an article with what was found in it.
    ///
    /// # Panics
    /// Where an invariant does not hold: findings from outside are checked at their door.
    pub fn new(article: Article, mut findings: Findings) -> Self {
        findings.quotes.sort_by_key(Quote::order);
        let document = Self { article, findings };
        document.assert_invariants();
        document
    }

    /// An article of which nothing is known yet.
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

    /// The quote of that number.
    #[track_caller]
    pub fn quote(&self, id: QuoteId) -> &Quote {
        &self.findings.quotes[id.index()]
    }

    /// The speaker of that number.
    #[track_caller]
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.findings.speakers[id.index()]
    }

    /// The entity of that number.
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

    /// The words of some spans, with a mark where something stands between them.
    pub fn words(&self, spans: &[Span]) -> String {
        let parts: Vec<&str> = spans.iter().map(|span| span.of(self.text())).collect();
        parts.join(" … ")
    }

    fn assert_invariants(&self) {
        let check = |spans: &[Span]| {
            assert!(spans.iter().all(|span| span.fits(self.text())), "a span leaves the text");
            assert!(spans.is_sorted_by(|a, b| a.end() <= b.start()), "spans must rise");
        };
        for quote in self.quotes() {
            assert!(!quote.content.is_empty(), "a quote has content");
            assert!(quote.speaker.is_none_or(|id| id.index() < self.speakers().len()));
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
