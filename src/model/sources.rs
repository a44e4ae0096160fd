//! The speaker of each quote, from the words that name its source.

pub(super) mod antecedent;
pub(super) mod attribution;
pub(super) mod introductions;
pub(super) mod phrase;
pub(super) mod roles;
pub(super) mod titles;
