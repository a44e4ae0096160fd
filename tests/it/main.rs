//! Tests of the whole program from the outside.
#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test need not save an allocation"
)]
#![expect(clippy::wildcard_enum_match_arm, reason = "syn's items are many, and grow")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod any_input;
mod byte_budgets;
mod column_widths;
mod command_line;
mod configuration;
mod documents;
mod export_menu;
mod exports;
mod frames_as_drawn;
mod hostile_input;
mod imported_annotations;
mod jumps;
mod kinds_of_articles;
mod layers;
mod leaving;
mod lists;
mod odd_terminals;
mod overlays;
mod overview;
mod quote_card;
mod resizing;
mod round_trips;
mod schema;
mod screens;
mod search_and_filter;
mod settings;
mod spelled_in_ascii;
mod support;
mod trails;
mod typed_lines;
mod who_said_what;
