//! How well predictions agree with gold: the figures of `shared/tools/score.py`, to the last digit.
//!
//! Words are runs of letters, digits and underscores, and spans are compared as sets of words, so that quotation marks
//! and commas at the edge cost nothing. Quotes are paired by the matching that has the most pairs and, of those, the
//! greatest overlap.

pub mod entities;
pub mod judged;
pub mod matching;
pub mod quotes;
pub mod tables;
pub mod tally;
pub mod words;
