//! Home folders for the program under test: it never reads that of whoever runs the tests.

use std::fs;
use std::path::{Path, PathBuf};

/// Variables that lead to folders of this test run alone.
pub(crate) fn variables(config: &Path, home: &Path) -> [(&'static str, PathBuf); 3] {
    [
        ("HOME", home.to_owned()),
        ("XDG_CONFIG_HOME", config.to_owned()),
        ("XDG_STATE_HOME", home.join("state")),
    ]
}

/// The home folder of a test, as other sessions of that test have left it.
pub(crate) fn of(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("homes").join(test);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A home folder with nothing in it.
pub(crate) fn fresh(test: &str) -> PathBuf {
    fs::remove_dir_all(of(test)).unwrap();
    of(test)
}

/// A home folder with this configuration for the program, in the folder `config`.
pub(crate) fn with_config(test: &str, config: &str) -> PathBuf {
    let home = fresh(test);
    fs::create_dir_all(home.join("config/whosaid")).unwrap();
    fs::write(home.join("config/whosaid/config.toml"), config).unwrap();
    home
}
