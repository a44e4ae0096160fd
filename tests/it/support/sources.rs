//! The source files of the crate, for the tests that read them.

use std::fs;
use std::path::Path;

/// Every file of `src` by its module (`app::state`), with its source.
pub(crate) fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    collect(&root, &root, &mut sources);
    sources
}

/// The part of a source that precedes its tests.
pub(crate) fn before_tests(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod ").next().unwrap()
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = path.strip_prefix(root).unwrap().with_extension("");
            let module: Vec<&str> = module.iter().map(|part| part.to_str().unwrap()).collect();
            sources.push((module.join("::"), fs::read_to_string(&path).unwrap()));
        }
    }
}
