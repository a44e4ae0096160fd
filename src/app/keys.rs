//! What keys mean: actions, the table of bindings, and the bindings as a reader has changed them.

pub mod action;
pub mod bound;
pub mod command;
pub mod key;
pub mod table;
