//! The names of an article, and which of them mean the same entity.
//!
//! `recognition` turns the network's tags into names and makes them consistent over the article, with the help of
//! `trimming` (where a name begins and ends), `long_names`, `short_forms`, `name_kinds` and `votes` (what it names).
//! `coreference` groups names into entities. A `cast` is what the steps after that need to know about names.

pub(super) mod cast;
pub(super) mod coreference;
mod long_names;
pub(super) mod name;
mod name_kinds;
pub(super) mod recognition;
mod short_forms;
mod trimming;
mod votes;
