//! What holds for the whole program, from the outside.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod annotate;
mod anything;
mod articles;
mod cli;
mod home;
mod layers;
mod manners;
mod pseudo_terminal;
mod reader;
mod readme;
mod screens;
mod sessions;
