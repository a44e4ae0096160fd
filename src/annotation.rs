//! What is known about an article.
//!
//! The vocabulary that the model and the reader share: quotes, speakers, entities, and the document that holds
//! them over its article; and the formats that a document travels in. Nothing here guesses, and nothing here draws.

pub mod billing;
pub mod brat;
pub mod citation;
pub mod conllu;
pub mod document;
pub mod entity;
pub mod export;
pub mod format;
mod index;
pub mod json;
pub mod markdown;
pub mod marked;
pub mod marks;
mod markup;
mod names;
pub mod page;
mod places;
pub mod plain;
pub mod quote;
pub mod reason;
#[cfg(test)]
mod sample;
pub mod speaker;
pub mod spreadsheet;
mod tags;
pub mod tei;
pub mod webannotation;
