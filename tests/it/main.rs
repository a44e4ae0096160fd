//! What holds for the whole program, from the outside.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod annotate;
mod cli;
mod layers;
mod readme;
