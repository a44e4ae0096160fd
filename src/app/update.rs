//! What keys and the mouse do to the state, a file for each part of the screen.

pub mod card;
pub mod export;
pub mod finding;
pub mod lists;
pub mod pointer;
pub mod setting;
pub mod travel;
pub mod typing;
