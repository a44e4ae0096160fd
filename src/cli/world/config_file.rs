//! The configuration file: `$XDG_CONFIG_HOME/whosaid/config.toml` or `~/.config/whosaid/config.toml`.

use std::fs;
use std::io::ErrorKind;

use crate::cli::config::Config;
use crate::cli::error::Error;
use crate::cli::world::environment::Environment;
use crate::text::encoding::decode;

/// Reads the configuration file; a missing one is empty.
pub(crate) fn read(environment: &Environment) -> Result<Config, Error> {
    let Some(folder) = environment.folder("XDG_CONFIG_HOME", ".config") else {
        return Ok(Config::default());
    };
    let path = folder.join("whosaid/config.toml");
    let name = || environment.shown(&path);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if is_missing(error.kind()) => return Ok(Config::default()),
        Err(error) => return Err(Error::Read(name(), error)),
    };
    let text = decode(bytes).map_err(|error| Error::Encoding(name(), error))?;
    Config::parse(&text).map_err(|error| Error::Config(name(), error))
}

/// `XDG_CONFIG_HOME=/dev/null` is a common way to ask for no configuration.
fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folder: &str, expected: Result<Config, &str>) {
        let found = read(&Environment::from([("XDG_CONFIG_HOME", folder)]));
        let found = found.map_err(|error| error.chain());
        assert_eq!(found, expected.map_err(|error| error.replace("FOLDER", folder)));
    }

    #[test]
    fn a_missing_file_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        check(folder.path().to_str().unwrap(), Ok(Config::default()));
        check("/dev/null", Ok(Config::default()));
        check("", Ok(Config::default()));
    }

    #[test]
    fn a_mistake_is_reported_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("whosaid/config.toml");
        let home = folder.path().to_str().unwrap();
        fs::create_dir_all(&path).unwrap();
        check(home, Err("cannot read FOLDER/whosaid/config.toml: Is a directory (os error 21)"));
        fs::remove_dir(&path).unwrap();
        fs::write(&path, "mouse = true\n").unwrap();
        check(home, Ok(Config::parse("mouse = true").unwrap()));
        fs::write(&path, "\nmouse = 1\n").unwrap();
        check(
            home,
            Err(
                "FOLDER/whosaid/config.toml, line 2, column 9: invalid type: integer `1`, expected a boolean",
            ),
        );
    }
}
