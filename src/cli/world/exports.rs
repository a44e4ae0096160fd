//! Files with what is known about articles: one for each article, and two where a format has the text apart.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::cli::world::files::{self, Overwrite};
use crate::formats::company::Company;
use crate::formats::format::Format;
use crate::formats::json::exchange::Exchange;

/// The ending of the text file beside a standoff file.
const TEXT: &str = "txt";

/// Writes a document to a file, and for standoff its text to a file beside it.
pub fn write(
    format: Format,
    path: &Path,
    exchange: &Exchange,
    overwrite: Overwrite,
) -> Result<PathBuf, Error> {
    if format.is_standoff() {
        write_text(&path.with_extension(TEXT), exchange, overwrite)?;
    }
    let text = format.write(exchange, Company::Alone);
    files::write(path, text.as_bytes(), overwrite).map_err(|error| error_of(path, error))?;
    Ok(path.to_owned())
}

/// Writes the text that brat's lines point into; one that is there already is as good.
fn write_text(path: &Path, exchange: &Exchange, overwrite: Overwrite) -> Result<(), Error> {
    let text = exchange.document.text().as_bytes();
    if fs::read(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    files::write(path, text, overwrite).map_err(|error| error_of(path, error))
}

fn error_of(path: &Path, error: io::Error) -> Error {
    let name = path.display().to_string();
    if error.kind() == ErrorKind::AlreadyExists {
        Error::Exists(name)
    } else {
        Error::WriteFile(name, error)
    }
}

/// A folder with a file for each article.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    ending: &'static str,
    /// How often a name was given. Of each only a hash is kept, since there may be many; two names of one hash would
    /// only get a number that they do not need.
    given: HashMap<u64, usize>,
}

impl Folder {
    /// A folder, made if it is not there.
    pub fn open(path: &Path, format: Format) -> Result<Self, Error> {
        fs::create_dir_all(path)
            .map_err(|error| Error::WriteFile(path.display().to_string(), error))?;
        Ok(Self { path: path.to_owned(), ending: format.ending(), given: HashMap::new() })
    }

    /// A path for an article of that name. Where the name was given before, a number makes it another.
    pub fn path_for(&mut self, id: &str) -> PathBuf {
        let name = files::file_name(id);
        let mut given = name.clone();
        loop {
            let times = self.given.entry(hash(&given)).or_default();
            *times += 1;
            if *times == 1 {
                return self.path.join(format!("{given}.{}", self.ending));
            }
            given = format!("{name}-{times}");
        }
    }
}

/// Some file systems take `A` and `a` for the same.
fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.to_lowercase().hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_articles_have_one_file() {
        let path = PathBuf::from("f");
        let mut folder = Folder { path, ending: "csv", given: HashMap::new() };
        let ids = ["a", "a-2", "a", "A", "b", "a/", "a_"];
        let names: Vec<String> =
            ids.iter().map(|id| folder.path_for(id).display().to_string()).collect();
        let expected = ["a", "a-2", "a-3", "A-4", "b", "a_", "a_-2"];
        assert_eq!(names, expected.map(|name| format!("f/{name}.csv")));
    }
}
