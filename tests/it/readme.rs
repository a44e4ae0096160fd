//! The README lists the keys as they are.

use std::fs;
use std::path::Path;

use whosaid::app::keys::key::labels;
use whosaid::app::keys::table::BINDINGS;

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_readme_lists_every_row_of_the_table_of_keys() {
    let readme = readme();
    for binding in BINDINGS {
        let row = format!("| `{}` | {} |", labels(binding.keys), binding.help);
        assert!(readme.contains(&row), "README.md lacks this row:\n{row}");
    }
}
