//! The reader's own folders, by the XDG base directory specification 0.8.

use std::env;
use std::path::PathBuf;

/// Where settings stand: `$XDG_CONFIG_HOME/whosaid`, else `~/.config/whosaid`.
pub fn config() -> Option<PathBuf> {
    folder("XDG_CONFIG_HOME", ".config")
}

/// Where what the program remembers lies: `$XDG_STATE_HOME/whosaid`, else `~/.local/state/whosaid`.
pub fn state() -> Option<PathBuf> {
    folder("XDG_STATE_HOME", ".local/state")
}

/// A folder by its variable, which counts only with an absolute path, or in the home folder.
fn folder(variable: &str, in_home: &str) -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = absolute(variable).or_else(|| Some(absolute("HOME")?.join(in_home)))?;
    Some(base.join("whosaid"))
}
