//! The texts to annotate: a whole file, or each line of a JSON Lines file.

use std::iter;
use std::path::Path;

use crate::cli::error::Error;
use crate::cli::world::json_lines::{self, JsonLine};
use crate::cli::world::source::Source;
use crate::formats::exchange::Record;
use crate::formats::json::read_record;

/// A text to annotate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Task {
    /// The name of its source in messages.
    pub(crate) source: String,
    /// The number of its line, from 1, if its source is JSON Lines.
    pub(crate) line: Option<usize>,
    /// Its id and its text.
    pub(crate) record: Record,
}

/// Reads the texts of a file one at a time.
pub(crate) fn read(path: &Path) -> Box<dyn Iterator<Item = Result<Task, Error>>> {
    let source = Source::of(path.to_owned());
    if source.is_json_lines() {
        return Box::new(json_lines::read(&source).map(|line| of_line(line?)));
    }
    let task = source.text().map(|text| Task {
        source: source.name(),
        line: None,
        record: Record { id: source.id(), text },
    });
    Box::new(iter::once(task))
}

fn of_line(line: JsonLine) -> Result<Task, Error> {
    let record = read_record(&line.text).map_err(|error| line.error(error))?;
    Ok(Task { source: line.source, line: Some(line.number), record })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The tasks of a file: the source without its folder, the line, the id, and the text.
    #[track_caller]
    fn check(name: &str, text: &str, expected: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let place = format!("{}/", folder.path().display());
        let found = read(&path).map(|task| match task {
            Ok(Task { source, line, record }) => {
                format!("{} {line:?} {} {:?}", source.replace(&place, ""), record.id, record.text)
            }
            Err(error) => error.to_string().replace(&place, ""),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_file_is_one_text() {
        check("a.txt", "It rains.\n", &["a.txt None a \"It rains.\\n\""]);
    }

    #[test]
    fn a_line_of_json_is_one_text() {
        let lines = "{\"id\":\"b\",\"text\":\"It rains.\"}\n\n{}\n";
        let expected = ["a.jsonl Some(1) b \"It rains.\"", "cannot read a.jsonl, line 3"];
        check("a.jsonl", lines, &expected);
    }

    #[test]
    fn a_missing_file_is_an_error() {
        for path in ["/dev/null/a.txt", "/dev/null/a.jsonl"] {
            let errors: Vec<String> =
                read(Path::new(path)).map(|task| task.unwrap_err().to_string()).collect();
            assert_eq!(errors, [format!("cannot read {path}")]);
        }
    }
}
