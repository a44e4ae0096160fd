//! What is known about an article.
//!
//! The vocabulary that the model, the reader and the formats share: quotes, speakers, entities, and the document that
//! holds them over its article, with what follows from a document alone. Nothing here guesses, draws or writes a format.

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
