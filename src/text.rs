//! The article as text, before anyone says what it means.
//!
//! All input passes one door, [`article::Article::parse`]: behind it no control character, no bidirectional
//! override and no zero-width run is left, and screen, plain output and exports take their words from there.
//! Every place is a [`span::Span`] of bytes.

pub mod abbreviation;
pub mod article;
pub mod ascii;
pub mod clean;
pub mod code_points;
pub mod direction;
pub mod encoding;
pub mod folded;
pub mod layout;
pub mod origin;
pub mod quotation_marks;
pub mod reading;
pub mod sentence;
pub mod span;
pub mod token;
