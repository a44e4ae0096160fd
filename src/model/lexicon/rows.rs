//! The rows of a word list: one entry a line, columns separated by tabs, comments after `#`.

use rustc_hash::{FxHashMap, FxHashSet};

/// The rows of a list without comments and blank lines.
pub(super) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|row| !row.starts_with('#') && !row.trim().is_empty())
}

/// The first column of each row.
pub(super) fn words(list: &'static str) -> FxHashSet<&'static str> {
    rows(list).map(|row| row.split('\t').next().unwrap_or(row)).collect()
}

/// The first column of each row, with the value that `parse` makes of the other columns. Rows without one are left out.
pub(super) fn table<V>(
    list: &'static str,
    parse: impl Fn(&[&'static str]) -> Option<V>,
) -> FxHashMap<&'static str, V> {
    let entries = rows(list).filter_map(|row| {
        let mut columns = row.split('\t');
        let word = columns.next()?;
        Some((word, parse(&columns.collect::<Vec<_>>())?))
    });
    entries.collect()
}
