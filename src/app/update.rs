//! What keys and the mouse do to the state, one file for each thing they do.

pub mod card;
pub mod copying;
pub mod export;
pub mod finding;
pub mod help;
pub mod lists;
pub mod pointer;
pub mod setting;
pub mod travel;
pub mod typing;
