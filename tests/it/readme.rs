//! The README lists the keys as they are, and its example of a configuration works.

use std::fs;
use std::path::Path;

use whosaid::app::keys::key::labels;
use whosaid::app::keys::table::BINDINGS;
use whosaid::cli::config::Config;

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

#[test]
fn the_example_configuration_has_no_mistake() {
    let readme = readme();
    let (_, example) = readme.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let config = Config::parse(example).unwrap();
    assert!(config.choices.theme.is_some() && config.choices.width.is_some());
}
