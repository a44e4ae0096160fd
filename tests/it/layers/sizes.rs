//! No file is too long to be about one thing.

use crate::layers::tree::Tree;

/// Lines that a file may have before its tests.
const MOST_LINES: usize = 300;

/// The files that are too long, but for tables; and the tables that are not.
pub(crate) fn too_long(tree: &Tree, tables: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, module) in &tree.modules {
        match (module.lines > MOST_LINES, tables.contains(&name.as_str())) {
            (true, false) => faults.push(format!("{name} has {} lines", module.lines)),
            (false, true) => faults.push(format!("{name} is not too long")),
            (true, true) | (false, false) => {}
        }
    }
    faults
}

#[track_caller]
fn check(lines: usize, rest: &str, tables: &[&str], expected: &[&str]) {
    let source = "//\n".repeat(lines) + rest;
    assert_eq!(too_long(&Tree::parse([("a", source.as_str())]), tables), expected);
}

#[test]
fn a_file_of_300_lines_is_not_too_long() {
    check(300, "", &[], &[]);
}

#[test]
fn a_file_of_301_lines_is_too_long() {
    check(301, "", &[], &["a has 301 lines"]);
}

#[test]
fn tests_do_not_count() {
    let tests = format!("#[cfg(test)]\nmod tests {{{}}}", "\n".repeat(100));
    check(300, &tests, &[], &[]);
}

#[test]
fn a_table_may_be_long() {
    check(400, "", &["a"], &[]);
    check(300, "", &["a"], &["a is not too long"]);
}
