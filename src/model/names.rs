//! The names of an article, and which of them name the same.

pub mod cast;
pub mod coreference;
pub mod long_names;
pub mod name;
pub mod phrase;
pub mod short_forms;
