//! How a document travels: the formats that it can be written in, and those that it can be read from.
//!
//! Each format has a file or folder of its own; [`mod@format`] lists them all and writes any of them.

pub mod brat;
pub mod company;
mod conllu;
mod csv;
mod entry;
pub mod exchange;
pub mod format;
mod html;
pub mod json;
pub(crate) mod markdown;
mod markup;
pub mod plain;
mod tei;
mod weave;
mod webannotation;
