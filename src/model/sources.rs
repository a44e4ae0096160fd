//! Who speaks: from the words that name a source to a speaker.
//!
//! `attribution` decides for each quote, by names and by the pronouns and descriptions that stand for them. A `phrase`
//! is the source as a noun phrase; `introductions` know whom the article introduced as what, from the `roles` before
//! and after names; `antecedent` asks the network whom "he" or "the minister" refers to. `titles` adds people who are
//! mentioned by title alone to the entities.

pub(super) mod antecedent;
pub(super) mod attribution;
pub(super) mod introductions;
mod phrase;
mod roles;
pub(super) mod titles;
