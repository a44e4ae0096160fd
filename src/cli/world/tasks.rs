//! The texts to annotate: a whole file, or each line of a JSON Lines file.

use std::iter;
use std::path::Path;

use crate::cli::error::Error;
use crate::cli::world::json_lines::{self, JsonLine};
use crate::cli::world::source::Source;
use crate::formats::json::exchange::Record;
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
