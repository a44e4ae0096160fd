//! Home folders for the program under test: it never reads that of whoever runs the tests.

use std::fs;
use std::path::{Path, PathBuf};

/// Variables that lead to folders of this test run alone.
pub(crate) fn variables(config: &Path) -> [(&'static str, PathBuf); 3] {
    [("HOME", empty()), ("XDG_CONFIG_HOME", config.to_owned()), ("XDG_STATE_HOME", empty())]
}

/// A folder with nothing in it.
pub(crate) fn empty() -> PathBuf {
    folder("empty-home")
}

/// A folder for configurations that holds this one for the program.
pub(crate) fn with_config(name: &str, text: &str) -> PathBuf {
    let folder = folder(name);
    fs::create_dir_all(folder.join("whosaid")).unwrap();
    fs::write(folder.join("whosaid/config.toml"), text).unwrap();
    folder
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}
