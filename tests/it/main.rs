//! What holds for the whole program, from the outside.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod annotate;
mod anything;
mod articles;
mod ascii;
mod bytes;
mod cli;
mod configuration;
mod controls;
mod exports;
mod frames;
mod home;
mod hostile;
mod layers;
mod manners;
mod pseudo_terminal;
mod reader;
mod readme;
mod schema;
mod screens;
mod sessions;
mod terminals;
mod tools;
mod ways_out;
mod widths;
