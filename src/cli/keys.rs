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

    /// The line of a row.
    #[track_caller]
    fn check(name: &str, line: &str) {
        let keys = vec!["x".parse().unwrap(), "F2".parse().unwrap()];
        let next = Change { name: "next".to_owned(), keys };
        let follow = Change { name: "follow".to_owned(), keys: Vec::new() };
        let table = table(&Keymap::new(&[next, follow]).unwrap());
        let found = table.lines().find(|line| line.starts_with(&format!("{name} ")));
        let cells = found.unwrap_or_default().split("  ").map(str::trim);
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        assert_eq!(cells.join(" | "), line);
        let help = line.rsplit(" | ").next().unwrap();
        let column = |line: &str, words: &str| Some(line.rsplit_once(words)?.0.chars().count());
        assert_eq!(
            column(found.unwrap(), help),
            column(table.lines().next().unwrap(), "next quote")
        );
    }

    #[test]
    fn the_columns_line_up() {
        check("next", "next | x F2 | article, list | next quote, mention or hit");
        check("follow", "follow | – | article, list | step through this speaker's quotes only");
        check("fold", "fold | o | list | fold or unfold");
        check("redraw", "redraw | Ctrl-L | redraw");
    }
}
