//! The speaker of each quote, from the words that name its source.

pub mod antecedent;
pub mod attribution;
pub mod introductions;
pub mod roles;
pub mod titles;
