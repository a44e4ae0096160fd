//! The outside world: files, environment, clipboard, and standard streams.

pub(crate) mod bookmarks;
pub(crate) mod clipboard;
pub(crate) mod config_file;
pub(crate) mod environment;
pub(crate) mod exports;
pub(crate) mod file_name;
pub(crate) mod files;
pub(crate) mod json_lines;
pub(crate) mod output;
pub(crate) mod source;
pub(crate) mod tasks;
pub(crate) mod weights;
