//! Home folders for the program under test, so that it never reads those of the user.

use std::fs;
use std::path::{Path, PathBuf};

/// Environment variables that point to folders of this test run.
pub(crate) fn variables(config: &Path, home: &Path) -> [(&'static str, PathBuf); 3] {
    [
        ("HOME", home.to_owned()),
        ("XDG_CONFIG_HOME", config.to_owned()),
        ("XDG_STATE_HOME", home.join("state")),
    ]
}

/// The home folder of a test, as earlier sessions of that test left it.
pub(crate) fn of(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("homes").join(test);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// An empty home folder.
pub(crate) fn fresh(test: &str) -> PathBuf {
    fs::remove_dir_all(of(test)).unwrap();
    of(test)
}

/// A home folder whose `config` holds this configuration of the program.
pub(crate) fn with_config(test: &str, config: &str) -> PathBuf {
    let home = fresh(test);
    fs::create_dir_all(home.join("config/whosaid")).unwrap();
    fs::write(home.join("config/whosaid/config.toml"), config).unwrap();
    home
}
