//! Files that are written whole or not at all.
//!
//! What is written lies beside its place first, and takes its name once it is safe on the disk: whatever happens, there
//! is the old file or the new one.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::text::clean::clean_line;

/// Bytes of the longest name without ending; file systems take 255 with it.
const LONGEST: usize = 200;
/// What some file system takes for more than a letter of a name.
const SPECIAL: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// Whether a file that is there may be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It may not: writing fails.
    Never,
    /// It may.
    Always,
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8], overwrite: Overwrite) -> io::Result<()> {
    if overwrite == Overwrite::Never && path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    write_new(&beside, bytes).and_then(|()| take_name(&beside, path, overwrite)).inspect_err(|_| {
        // what is left of it would only be in the way
        let _ = fs::remove_file(&beside);
    })
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // of another process of that number that was killed; a link there is not followed
    let _ = fs::remove_file(path);
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives a whole file its name. A link is made only where nothing is, whoever else may write there.
fn take_name(beside: &Path, path: &Path, overwrite: Overwrite) -> io::Result<()> {
    if overwrite == Overwrite::Never {
        match fs::hard_link(beside, path) {
            Ok(()) => return fs::remove_file(beside),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            // not every file system has links
            Err(_) => {}
        }
    }
    fs::rename(beside, path)
}

/// The name of an article as that of a file: no folder, nothing hidden, nothing that a terminal might obey.
pub fn file_name(id: &str) -> String {
    let clean = clean_line(id).replace(SPECIAL, "_");
    let name = clean.trim().trim_end_matches('.').trim_end();
    let visible = name.trim_start_matches('.');
    let dots = "_".repeat(usize::from(visible.len() < name.len()));
    let mut name = format!("{dots}{visible}");
    while name.len() > LONGEST {
        name.pop();
    }
    if name.is_empty() { "article".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, expected: &str) {
        assert_eq!(file_name(id), expected);
    }

    #[test]
    fn a_name_stays_what_it_is() {
        check("wire_2016-03-11_a b.c", "wire_2016-03-11_a b.c");
        check("Zoë", "Zoë");
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        check("../../etc/passwd", "__.._etc_passwd");
        check("/etc/passwd", "_etc_passwd");
        check("C:\\x", "C__x");
        check("..", "article");
        check(".profile", "_profile");
    }

    #[test]
    fn a_name_holds_no_control() {
        check("a\u{1b}[2J\nb\u{202e}\0", "a␛[2J b␀");
    }

    #[test]
    fn a_name_is_neither_empty_nor_too_long() {
        check(" ", "article");
        check("", "article");
        assert_eq!(file_name(&"ë".repeat(300)).len(), LONGEST);
    }
}
