//! `whosaid keys`: the table of keys as it is bound now, with the names for the configuration file.

use std::fmt::Write;

use strum::VariantArray;

use crate::app::keys::bound::{Bound, Keymap};
use crate::app::keys::table::Mode;
use crate::cli::error::Error;
use crate::cli::world::config_file;
use crate::cli::world::environment::Environment;
use crate::cli::world::output;

/// Shown in place of the keys of a row that has none.
const NONE: &str = "–";

/// Prints the table.
pub(crate) fn run(environment: &Environment) -> Result<(), Error> {
    let config = config_file::read(environment)?;
    output::print(&table(&config.keymap))?;
    Ok(())
}

/// A line for each row: its name, its keys, the modes they work in, and what they do.
fn table(keymap: &Keymap) -> String {
    let lines: Vec<[String; 4]> = keymap.rows().iter().map(line).collect();
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (names, keys, modes) = (width(0), width(1), width(2));
    let mut table = String::new();
    for [name, bound, places, help] in &lines {
        // writing to a String cannot fail
        let _ = writeln!(table, "{name:<names$}  {bound:<keys$}  {places:<modes$}  {help}");
    }
    table
}

fn line(row: &Bound) -> [String; 4] {
    let labels = row.labels();
    let keys = if labels.is_empty() { NONE.to_owned() } else { labels };
    [row.binding.name.to_owned(), keys, places(row.binding.modes), row.binding.help.to_owned()]
}

/// The modes of a row; empty if the keys work everywhere.
fn places(modes: &[Mode]) -> String {
    let all = Mode::VARIANTS.iter().all(|mode| modes.contains(mode));
    let names: Vec<&str> = modes.iter().filter(|_| !all).map(|mode| mode.name()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::bound::Change;
    use crate::app::keys::table::BINDINGS;

    /// The keys and the modes of a row, with its help below that of the first row.
    #[track_caller]
    fn check(name: &str, keys: &str, modes: &str) {
        let bound = vec!["x".parse().unwrap(), "F2".parse().unwrap()];
        let next = Change { name: "next".to_owned(), keys: bound };
        let follow = Change { name: "follow".to_owned(), keys: Vec::new() };
        let table = table(&Keymap::new(&[next, follow]).unwrap());
        let (line, binding) =
            table.lines().zip(BINDINGS).find(|(_, binding)| binding.name == name).unwrap();
        let cells: Vec<&str> =
            line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let expected = [name, keys, modes, binding.help].into_iter();
        assert_eq!(cells, expected.filter(|cell| !cell.is_empty()).collect::<Vec<_>>());
        let column = |line: &str, help| Some(line.rsplit_once(help)?.0.chars().count());
        let first = column(table.lines().next().unwrap(), BINDINGS[0].help);
        assert_eq!(column(line, binding.help), first);
    }

    #[test]
    fn the_columns_line_up() {
        check("next", "x F2", "article, list");
        check("follow", "–", "article, list");
        check("fold", "o", "list");
    }

    #[test]
    fn keys_that_work_everywhere_need_no_modes() {
        check("redraw", "Ctrl-L", "");
    }
}
