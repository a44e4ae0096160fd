//! Tests of the whole program from the outside.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod any_input;
mod byte_budgets;
mod column_widths;
mod command_line;
mod configuration;
mod documents;
mod exports;
mod frames_as_drawn;
mod hostile_input;
mod kinds_of_articles;
mod layers;
mod leaving;
mod odd_terminals;
mod quotes_and_lists;
mod round_trips;
mod schema;
mod screens;
mod search_and_jumps;
mod spelled_in_ascii;
mod support;
mod who_said_what;
