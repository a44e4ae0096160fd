//! Reading places, kept from one session to the next: a small file for each article that was read.
//!
//! The files are in the XDG state folder, `$XDG_STATE_HOME/whosaid/places` or `~/.local/state/whosaid/places`. A hash of
//! the article's text names the file, so a place is found again wherever the article has moved to, and never used for a
//! changed text.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::app::state::bookmark::Bookmark;
use crate::cli::world::environment::Environment;
use crate::cli::world::files::{self, Overwrite};
use crate::text::article::Article;

/// Articles whose places are kept; those read longest ago are forgotten.
const MOST: usize = 1000;
/// The constants of 64-bit FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv).
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// The file that keeps the reading place of one article.
#[derive(Clone, Debug)]
pub(crate) struct BookmarkFile {
    path: PathBuf,
}

/// A bookmark as the file has it, in code points of the text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct SavedBookmark {
    top: usize,
    quote: Option<usize>,
}

impl BookmarkFile {
    /// The file for an article, if there is a home folder to keep it in.
    pub(crate) fn of(article: &Article, environment: &Environment) -> Option<Self> {
        let folder = environment.folder("XDG_STATE_HOME", ".local/state")?.join("whosaid/places");
        Some(Self { path: folder.join(format!("{:016x}.toml", hash(article.text()))) })
    }

    /// Reads the bookmark, if there is one that fits the article.
    pub(crate) fn read(&self, article: &Article) -> Option<Bookmark> {
        let saved: SavedBookmark = toml::from_str(&fs::read_to_string(&self.path).ok()?).ok()?;
        Bookmark::from_code_points(saved.top, saved.quote, article)
    }

    /// Saves a bookmark; one at the beginning of the article needs no file.
    pub(crate) fn write(&self, bookmark: Bookmark, article: &Article) -> io::Result<()> {
        if bookmark == Bookmark::default() {
            return match fs::remove_file(&self.path) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
                Ok(()) | Err(_) => Ok(()),
            };
        }
        let (top, quote) = bookmark.to_code_points(article);
        let text = toml::to_string(&SavedBookmark { top, quote }).map_err(io::Error::other)?;
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
            forget_oldest(folder, MOST)?;
        }
        files::write(&self.path, text.as_bytes(), Overwrite::Always)
    }
}

/// Makes room for one more among at most `most` files.
fn forget_oldest(folder: &Path, most: usize) -> io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = fs::read_dir(folder)?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .collect();
    files.sort();
    let too_many = (files.len() + 1).saturating_sub(most);
    files.iter().take(too_many).try_for_each(|(_, path)| fs::remove_file(path))
}

/// 64-bit FNV-1a, which stays the same from one version of the program to the next.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    text.bytes().fold(FNV_START, step)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    fn article() -> Article {
        Article::parse("Zoë Lee said it rains.\n\nIt did.").unwrap()
    }

    fn file_in(home: &TempDir) -> BookmarkFile {
        let state = home.path().to_str().unwrap();
        let environment = Environment::from([("XDG_STATE_HOME", state)]);
        BookmarkFile::of(&article(), &environment).unwrap()
    }

    #[test]
    fn a_bookmark_comes_back() {
        let home = tempfile::tempdir().unwrap();
        let file = file_in(&home);
        let bookmark = Bookmark::from_code_points(4, Some(8), &article()).unwrap();
        assert_eq!(file.read(&article()), None);
        file.write(bookmark, &article()).unwrap();
        assert_eq!(file.read(&article()), Some(bookmark));
    }

    #[test]
    fn a_bookmark_at_the_beginning_needs_no_file() {
        let home = tempfile::tempdir().unwrap();
        let file = file_in(&home);
        file.write(Bookmark::default(), &article()).unwrap();
        assert!(!home.path().join("whosaid").exists());
        file.write(Bookmark::from_code_points(4, None, &article()).unwrap(), &article()).unwrap();
        file.write(Bookmark::default(), &article()).unwrap();
        assert!(!file.path.exists());
    }

    #[test]
    fn a_file_that_cannot_be_removed_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        let file = file_in(&home);
        fs::create_dir_all(&file.path).unwrap();
        assert!(file.write(Bookmark::default(), &article()).is_err());
    }

    #[test]
    fn a_bookmark_that_does_not_fit_is_ignored() {
        let home = tempfile::tempdir().unwrap();
        let file = file_in(&home);
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        for text in ["top = 4000", "top = true", "top"] {
            fs::write(&file.path, text).unwrap();
            assert_eq!(file.read(&article()), None, "{text}");
        }
    }

    #[test]
    fn the_places_read_longest_ago_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        for (name, age) in [("b", 3), ("a", 2), ("d", 1), ("c", 4)] {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        }
        let left = |most| {
            forget_oldest(folder.path(), most).unwrap();
            let files = fs::read_dir(folder.path()).unwrap();
            let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(left(5), ["a", "b", "c", "d"]);
        assert_eq!(left(4), ["a", "b", "d"]);
        assert_eq!(left(2), ["d"]);
    }

    #[test]
    fn keeping_a_place_forgets_the_oldest() {
        let home = tempfile::tempdir().unwrap();
        let file = file_in(&home);
        let folder = file.path.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        for number in 0..MOST {
            fs::write(folder.join(number.to_string()), "").unwrap();
        }
        file.write(Bookmark::from_code_points(4, None, &article()).unwrap(), &article()).unwrap();
        assert_eq!(fs::read_dir(folder).unwrap().count(), MOST);
        assert!(file.path.exists());
    }

    #[test]
    fn the_name_of_a_file_never_changes() {
        // test vectors of the draft
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
        let environment = Environment::from([("HOME", "/home/ann")]);
        let path = BookmarkFile::of(&article(), &environment).unwrap().path;
        assert!(path.starts_with("/home/ann/.local/state/whosaid/places"), "{path:?}");
        assert!(BookmarkFile::of(&article(), &Environment::default()).is_none());
    }
}
