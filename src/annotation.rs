//! What is known about an article.
//!
//! The model, the reader and the formats share this vocabulary: quotes, speakers, entities, the document that combines
//! them with an article, and whatever follows from a document alone. Nothing here guesses, draws or writes a format.
//!
//! ```
//! use whosaid::annotation::document::{Document, Findings};
//! use whosaid::annotation::quote::{Confidence, Quote, Voice};
//! use whosaid::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
//! use whosaid::text::article::Article;
//! use whosaid::text::span::Span;
//!
//! let article = Article::parse("Ann Lee said it rains.")?;
//! let name = Span::new(0, 7);
//! let speaker = Speaker {
//!     name: "Ann Lee".to_owned(),
//!     kind: SpeakerKind::Person,
//!     role: None,
//!     mentions: vec![name],
//! };
//! let quote = Quote {
//!     voice: Voice::Indirect,
//!     content: vec![Span::new(13, 21)],
//!     cue: vec![Span::new(8, 12)],
//!     source: vec![name],
//!     speaker: Some(SpeakerId::at(0)),
//!     confidence: Confidence::new(0.9),
//! };
//! let findings = Findings { quotes: vec![quote], speakers: vec![speaker], entities: Vec::new() };
//! let document = Document::new(article, findings);
//! assert_eq!(document.words(&document.quotes()[0].content), "it rains");
//! # Ok::<(), whosaid::text::article::ArticleError>(())
//! ```

pub mod billing;
pub mod citation;
pub mod document;
pub mod entity;
mod index;
pub mod kinds;
pub mod marks;
pub mod quote;
pub mod reason;
#[cfg(test)]
pub mod sample;
pub mod shares;
pub mod speaker;
pub mod spoken;
