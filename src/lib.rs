//! Who said what in a news article.

pub mod annotation;
pub mod app;
pub mod cli;
pub mod model;
pub mod terminal;
pub mod text;
pub mod ui;
