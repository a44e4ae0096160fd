//! The world outside of the program: files, environment, clipboard and standard streams.

pub mod articles;
pub mod bookmarks;
pub mod clipboard;
pub mod environment;
pub mod exports;
pub mod files;
pub mod output;
