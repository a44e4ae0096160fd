//! The names of an article, and which of them name the same.

pub(super) mod cast;
pub(super) mod coreference;
pub(super) mod long_names;
pub(super) mod name;
pub(super) mod name_kinds;
pub(super) mod short_forms;
