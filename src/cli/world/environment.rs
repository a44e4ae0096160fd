//! The environment variables, and the folders that they name.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Environment variables by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Environment(BTreeMap<OsString, OsString>);

impl Environment {
    /// The environment of this process.
    pub(crate) fn of_process() -> Self {
        Self(env::vars_os().collect())
    }

    /// The value of a variable; empty if it is not set or not Unicode.
    pub(crate) fn var(&self, variable: &str) -> &str {
        self.value(variable).and_then(|value| value.to_str()).unwrap_or_default()
    }

    /// Whether a variable is set to anything; an empty one counts as not set.
    pub(crate) fn is_set(&self, variable: &str) -> bool {
        self.value(variable).is_some_and(|value| !value.is_empty())
    }

    /// Whether the terminal can only print, like the shell of some editors.
    pub(crate) fn is_dumb(&self) -> bool {
        self.var("TERM") == "dumb"
    }

    /// The folder of an XDG variable, or else one in the home folder. A relative path is ignored, as the XDG base
    /// directory specification demands.
    pub(crate) fn folder(&self, variable: &str, in_home: &str) -> Option<PathBuf> {
        let home = || self.absolute("HOME").map(|home| home.join(in_home));
        self.absolute(variable).map(Path::to_owned).or_else(home)
    }

    /// Expands `~` in a path that the reader typed.
    pub(crate) fn path(&self, typed: &str) -> PathBuf {
        let home = typed.strip_prefix("~/").zip(self.absolute("HOME"));
        home.map_or_else(|| PathBuf::from(typed), |(inside, home)| home.join(inside))
    }

    /// A path with the home folder shortened to `~`.
    pub(crate) fn shown(&self, path: &Path) -> String {
        let home = self.absolute("HOME").filter(|home| home.parent().is_some());
        let inside = home.and_then(|home| path.strip_prefix(home).ok());
        inside
            .map_or_else(|| path.display().to_string(), |inside| format!("~/{}", inside.display()))
    }

    fn absolute(&self, variable: &str) -> Option<&Path> {
        self.value(variable).map(Path::new).filter(|path| path.is_absolute())
    }

    fn value(&self, variable: &str) -> Option<&OsString> {
        self.0.get(OsString::from(variable).as_os_str())
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Environment {
    fn from(variables: [(&str, &str); N]) -> Self {
        Self(variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<const N: usize>(variables: [(&str, &str); N], folder: Option<&str>) {
        let found = Environment::from(variables).folder("XDG_CONFIG_HOME", ".config");
        assert_eq!(found.as_deref(), folder.map(Path::new));
    }

    #[test]
    fn folders_follow_the_xdg_specification() {
        check([("HOME", "/home/ann"), ("XDG_CONFIG_HOME", "/etc/ann")], Some("/etc/ann"));
        check([("HOME", "/home/ann")], Some("/home/ann/.config"));
        check([("HOME", "/home/ann"), ("XDG_CONFIG_HOME", "")], Some("/home/ann/.config"));
        check([("HOME", "/home/ann"), ("XDG_CONFIG_HOME", "ann")], Some("/home/ann/.config"));
        check([("HOME", "ann")], None);
        check([], None);
    }

    #[test]
    fn a_path_in_the_home_folder_is_shortened() {
        let environment = Environment::from([("HOME", "/home/ann")]);
        assert_eq!(environment.path("~/a b.md"), Path::new("/home/ann/a b.md"));
        assert_eq!(environment.path("~a"), Path::new("~a"));
        assert_eq!(environment.shown(Path::new("/home/ann/.config/a")), "~/.config/a");
        assert_eq!(environment.shown(Path::new("/home/anna/a")), "/home/anna/a");
        let elsewhere = Environment::from([("HOME", "ann")]);
        assert_eq!(elsewhere.path("~/a"), Path::new("~/a"));
        assert_eq!(elsewhere.shown(Path::new("ann/a")), "ann/a");
        let root = Environment::from([("HOME", "/")]);
        assert_eq!(root.shown(Path::new("/etc/a")), "/etc/a");
    }

    #[test]
    fn an_empty_variable_is_not_set() {
        let environment = Environment::from([("A", ""), ("B", "1"), ("TERM", "dumb")]);
        let is_set = ["A", "B", "C"].map(|name| environment.is_set(name));
        assert_eq!(is_set, [false, true, false]);
        assert_eq!(["A", "B", "C"].map(|name| environment.var(name)), ["", "1", ""]);
        assert!(environment.is_dumb() && !Environment::default().is_dumb());
    }
}
