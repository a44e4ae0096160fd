//! The quotes of an article, first as tokens, in the end as spans of the text.
//!
//! `assembly` puts a quote together from the parts that the network found, and `choice` decides which content goes with
//! which cue. `forms` finds the quotes of transcripts and signatures, `nested` those inside of other quotes. A `saying`
//! is a quote in the making; `finished` turns sayings into quotes, with a confidence by `calibration`.

pub(super) mod assembly;
pub(super) mod calibration;
mod choice;
mod content;
pub(super) mod finished;
pub(super) mod forms;
pub(super) mod nested;
pub(super) mod saying;
