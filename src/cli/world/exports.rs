//! Exported files: one for each article, or two where a format keeps the text in a file of its own.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::cli::world::file_name;
use crate::cli::world::files::{self, Overwrite};
use crate::formats::company::Company;
use crate::formats::exchange::Exchange;
use crate::formats::format::Format;

/// The extension of the text file that brat expects beside its annotations.
const TEXT_EXTENSION: &str = "txt";

/// Writes a document to a file, and for brat its text to a file beside it.
pub(crate) fn write(
    format: Format,
    path: &Path,
    exchange: &Exchange,
    overwrite: Overwrite,
) -> Result<(), Error> {
    if format.is_standoff() {
        write_text(&path.with_extension(TEXT_EXTENSION), exchange, overwrite)?;
    }
    let text = format.write(exchange, Company::Alone);
    files::write(path, text.as_bytes(), overwrite).map_err(|error| error_of(path, error))
}

/// Writes the text that brat's annotations point into, unless the file already holds just that.
fn write_text(path: &Path, exchange: &Exchange, overwrite: Overwrite) -> Result<(), Error> {
    let text = exchange.document.text().as_bytes();
    if fs::read(path).is_ok_and(|present| present == text) {
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

/// A folder that gets a file for each article.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    path: PathBuf,
    extension: &'static str,
    /// How often each name was used. Only hashes of names are kept, since there may be many; if two names share a hash,
    /// one of them gets a number that it does not need.
    used: HashMap<u64, usize>,
}

impl OutputFolder {
    /// Opens a folder, and creates it if it does not exist.
    pub(crate) fn open(path: &Path, format: Format) -> Result<Self, Error> {
        fs::create_dir_all(path)
            .map_err(|error| Error::WriteFile(path.display().to_string(), error))?;
        Ok(Self { path: path.to_owned(), extension: format.ending(), used: HashMap::new() })
    }

    /// The path for the article with this id. A number is added to a name that was used before.
    pub(crate) fn path_for(&mut self, id: &str) -> PathBuf {
        let name = file_name::of(id);
        let mut candidate = name.clone();
        loop {
            let times = self.used.entry(hash(&candidate)).or_default();
            *times += 1;
            if *times == 1 {
                return self.path.join(format!("{candidate}.{}", self.extension));
            }
            candidate = format!("{name}-{times}");
        }
    }
}

/// Ignores case, as some file systems do.
fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.to_lowercase().hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Document;
    use crate::text::article::Article;

    fn exchange() -> Exchange {
        let article = Article::parse("It rains.").unwrap();
        Exchange::of_file("a".to_owned(), Document::unread(article))
    }

    /// What happens to the files of a folder in which `present` exist already, in a few words.
    #[track_caller]
    fn check(
        format: Format,
        present: &[(&str, &str)],
        overwrite: Overwrite,
        expected: Result<&[&str], &str>,
    ) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in present {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let path = folder.path().join(format!("a.{}", format.ending()));
        let written = write(format, &path, &exchange(), overwrite);
        let files = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        let place = format!("{}/", folder.path().display());
        let written = written.map(|()| names).map_err(|error| error.chain().replace(&place, ""));
        let expected = expected.map(|names| names.iter().map(ToString::to_string).collect());
        assert_eq!(written, expected.map_err(ToOwned::to_owned));
    }

    #[test]
    fn brat_keeps_the_text_beside_its_annotations() {
        check(Format::Brat, &[], Overwrite::Never, Ok(&["a.ann", "a.txt"]));
        check(Format::Csv, &[], Overwrite::Never, Ok(&["a.csv"]));
    }

    #[test]
    fn the_same_text_may_stay_and_another_may_not() {
        let (same, other) = ([("a.txt", "It rains.")], [("a.txt", "It snows.")]);
        let refused = "cannot write a.txt: it already exists (--force replaces it)";
        check(Format::Brat, &same, Overwrite::Never, Ok(&["a.ann", "a.txt"]));
        check(Format::Brat, &other, Overwrite::Never, Err(refused));
        check(Format::Brat, &other, Overwrite::Always, Ok(&["a.ann", "a.txt"]));
    }

    #[test]
    fn a_file_that_exists_is_not_replaced_unasked() {
        let present = [("a.csv", "mine")];
        let refused = "cannot write a.csv: it already exists (--force replaces it)";
        check(Format::Csv, &present, Overwrite::Never, Err(refused));
        check(Format::Csv, &present, Overwrite::Always, Ok(&["a.csv"]));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let error = OutputFolder::open(Path::new("/dev/null/out"), Format::Csv).unwrap_err();
        assert_eq!(error.to_string(), "cannot write /dev/null/out");
        let error = write(Format::Csv, Path::new("/dev/null/a"), &exchange(), Overwrite::Never);
        assert_eq!(error.unwrap_err().to_string(), "cannot write /dev/null/a");
    }

    #[test]
    fn no_two_articles_share_a_file() {
        let path = PathBuf::from("f");
        let mut folder = OutputFolder { path, extension: "csv", used: HashMap::new() };
        let ids = ["a", "a-2", "a", "A", "b", "a/", "a_"];
        let names: Vec<String> =
            ids.iter().map(|id| folder.path_for(id).display().to_string()).collect();
        let expected = ["a", "a-2", "a-3", "A-4", "b", "a_", "a_-2"];
        assert_eq!(names, expected.map(|name| format!("f/{name}.csv")));
    }
}
