//! How a document travels: the formats it can be written in, and those it can be read from.
//!
//! Each format has a file or a folder of its own; [`format`] is the menu of them, and [`export`] writes any of them.

pub mod brat;
pub mod conllu;
pub mod csv;
pub mod export;
pub mod format;
pub mod html;
pub mod json;
pub mod markdown;
mod markup;
pub mod plain;
pub mod tei;
mod weave;
pub mod webannotation;
