//! The README tells the truth about the keys.

use std::fs;
use std::path::Path;

use whosaid::app::keymap::BINDINGS;

#[test]
fn the_readme_lists_every_row_of_the_table_of_keys() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).unwrap();
    for binding in BINDINGS {
        let row = format!("| `{}` | {} |", binding.labels(), binding.help);
        assert!(readme.contains(&row), "README.md lacks this row:\n{row}");
    }
}
