//! Reading places, kept from one session to the next: a small file for each article that was read.
//!
//! They lie in the XDG state folder, `$XDG_STATE_HOME/whosaid/places` or `~/.local/state/whosaid/places`, named by a
//! hash of the article's text, so that a place is found again wherever the file has moved to, and is not taken for
//! that of another text. A file is written beside the one before and takes its name once it is whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::app::state::bookmark::Bookmark;
use crate::cli::world::environment::Environment;
use crate::cli::world::files::{self, Overwrite};
use crate::text::article::Article;

/// Articles whose places are kept; those that were read longest ago are forgotten.
const MOST: usize = 1000;
/// The numbers of FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv).
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Where the place in an article is kept.
#[derive(Clone, Debug)]
pub struct PlaceFile {
    path: PathBuf,
}

/// A place as the file has it, in code points of the text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct SavedPlace {
    top: usize,
    quote: Option<usize>,
}

impl PlaceFile {
    /// That of an article; nothing where there is no home to keep it in.
    pub fn of(article: &Article, environment: &Environment) -> Option<Self> {
        let folder = environment.folder("XDG_STATE_HOME", ".local/state")?.join("whosaid/places");
        Some(Self { path: folder.join(format!("{:016x}.toml", hash(article.text()))) })
    }

    /// The place that was kept, if it was, and fits.
    pub fn read(&self, article: &Article) -> Option<Bookmark> {
        let kept: SavedPlace = toml::from_str(&fs::read_to_string(&self.path).ok()?).ok()?;
        Bookmark::from_code_points(kept.top, kept.quote, article)
    }

    /// Keeps a place; one at the beginning needs no file.
    pub fn write(&self, bookmark: Bookmark, article: &Article) -> io::Result<()> {
        if bookmark == Bookmark::default() {
            return match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                Ok(()) | Err(_) => Ok(()),
            };
        }
        let (top, quote) = bookmark.to_code_points(article);
        let text = toml::to_string(&SavedPlace { top, quote }).map_err(io::Error::other)?;
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
            forget_oldest(folder)?;
        }
        files::write(&self.path, text.as_bytes(), Overwrite::Always)
    }
}

/// Makes room for one more.
fn forget_oldest(folder: &Path) -> io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = fs::read_dir(folder)?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .collect();
    files.sort();
    let too_many = (files.len() + 1).saturating_sub(MOST);
    files.iter().take(too_many).try_for_each(|(_, path)| fs::remove_file(path))
}

/// A hash that stays the same from one version to the next: FNV-1a, 64 bits.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    text.bytes().fold(FNV_START, step)
}
