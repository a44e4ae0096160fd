//! Imports run one way (STYLE, rule 1), and other crates keep to their places.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from left to right, and what each may import: only layers to its right.
const LAYERS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("lib", &[]),
    ("cli", &["terminal", "ui", "app", "model", "scoring", "formats", "annotation", "text"]),
    ("terminal", &["ui", "app", "formats", "annotation", "text"]),
    ("ui", &["app", "formats", "annotation", "text"]),
    ("app", &["formats", "annotation", "text"]),
    ("model", &["annotation", "text"]),
    ("scoring", &["formats", "annotation", "text"]),
    ("formats", &["annotation", "text"]),
    ("annotation", &["text"]),
    ("text", &[]),
];

/// Where other crates may be used: the beginnings of module paths.
const CRATES: &[(&str, &[&str])] = &[
    (
        "serde",
        &[
            "text",
            "annotation",
            "formats",
            "scoring::judged",
            "cli::config",
            "cli::world::bookmarks",
        ],
    ),
    ("serde_json", &["formats::json", "formats::webannotation", "scoring::judged"]),
    ("serde_path_to_error", &["formats::json"]),
    ("csv", &["formats::csv", "formats::format"]),
    ("textwrap", &["app::state::page"]),
    ("crossterm", &["app::keys", "terminal"]),
    ("strsim", &["app::keys::bound"]),
    ("rustix", &["terminal::guard"]),
    ("signal_hook", &["terminal::guard"]),
    ("ratatui", &["ui", "terminal", "app::state"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli::manual"]),
    ("toml", &["cli::config", "cli::world::bookmarks"]),
    ("rayon", &["cli"]),
    ("rustc_hash", &["model::lexicon", "model::network::pieces"]),
    ("safetensors", &["model::network::weights"]),
    ("memchr", &["app::state::search"]),
    ("nucleo_matcher", &["app::state::filter"]),
    ("unicode_normalization", &["app::state::search", "model::network::pieces", "text::ascii"]),
    ("rten_gemm", &["model::network::linear"]),
    ("rten_simd", &["model::network"]),
    ("rten_tensor", &["model::network"]),
    ("rten_vecmath", &["model::network"]),
];

/// A module, and the modules of this crate that its code names.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn a_layer_imports_only_from_layers_to_its_right() {
    for (module, imports) in imports() {
        let layer = layer_of(&module);
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == layer).unwrap();
        for import in imports {
            let other = layer_of(&import);
            assert!(
                other == layer || allowed.contains(&other),
                "{module} must not import {import}"
            );
        }
    }
}

#[test]
fn no_two_files_import_each_other_in_a_circle() {
    let imports = imports();
    let mut done = BTreeSet::new();
    for module in imports.keys() {
        walk(module, &imports, &mut Vec::new(), &mut done);
    }
}

#[test]
fn other_crates_keep_to_their_places() {
    for (module, source) in sources() {
        for (name, places) in CRATES {
            let used = source.lines().any(|line| uses_crate(line, name));
            let placed = places
                .iter()
                .any(|place| module == *place || module.starts_with(&format!("{place}::")));
            assert!(!used || placed, "{module} must not use {name}");
        }
    }
}

fn uses_crate(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with("//")
        && (line.starts_with(&format!("use {name}::"))
            || line
                .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .any(|word| word.starts_with(&format!("{name}::"))))
}

fn walk(module: &str, imports: &Imports, path: &mut Vec<String>, done: &mut BTreeSet<String>) {
    assert!(!path.iter().any(|before| before == module), "a circle: {path:?} → {module}");
    if done.contains(module) {
        return;
    }
    path.push(module.to_owned());
    for import in imports.get(module).into_iter().flatten().filter(|import| *import != module) {
        walk(import, imports, path, done);
    }
    path.pop();
    done.insert(module.to_owned());
}

fn layer_of(module: &str) -> &str {
    module.split("::").next().unwrap()
}

fn imports() -> Imports {
    let sources = sources();
    let modules: BTreeSet<String> = sources.iter().map(|(module, _)| module.clone()).collect();
    sources.into_iter().map(|(module, source)| (module, named_modules(&source, &modules))).collect()
}

/// The modules behind each `crate::…` and, in the binary, `whosaid::…`.
fn named_modules(source: &str, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").chain(line.split("whosaid::")).skip(1))
        .filter_map(|path| module_of(path, modules))
        .collect()
}

/// The longest beginning of a path that is a module.
fn module_of(path: &str, modules: &BTreeSet<String>) -> Option<String> {
    let path = path.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).next()?;
    let mut parts: Vec<&str> = path.split("::").filter(|part| !part.is_empty()).collect();
    while !parts.is_empty() {
        let module = parts.join("::");
        if modules.contains(&module) {
            return Some(module);
        }
        parts.pop();
    }
    None
}

/// Each file of `src` as a module, with its source up to its tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().with_extension("");
            let module = path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>();
            let source = fs::read_to_string(&file).unwrap();
            let code = source.split("#[cfg(test)]").next().unwrap().to_owned();
            (module.join("::"), code)
        })
        .collect()
}

/// The Rust files in a folder.
pub(crate) fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}
