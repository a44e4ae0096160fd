//! What holds for the source itself: imports run in one direction, outside crates keep to their places, a type has one
//! name and one block of methods, and files stay short.
//!
//! Each check is a function from a tree of modules to its faults; the file that has the check also tries it on made-up
//! trees that break the rule.

mod circles;
mod crates;
mod definitions;
mod order;
mod paths;
mod sizes;
mod tree;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::layers::crates::Place;
use crate::layers::order::Room;
use crate::layers::tree::Tree;
use crate::support::sources::sources;

/// The rooms, and what each may import besides itself and the rooms inside it. Rooms are listed from left to right; the
/// rooms inside another room follow it, the lowest one last.
const ROOMS: &[Room] = &[
    ("main", &["cli"]),
    ("lib", &[]),
    ("cli", &["terminal", "ui", "app", "model", "scoring", "formats", "annotation", "text"]),
    (
        "cli::world",
        &["cli::error", "cli::config", "terminal", "app", "model", "formats", "annotation", "text"],
    ),
    ("cli::error", &["cli::config", "terminal", "model", "formats", "text"]),
    ("terminal", &["ui", "app", "formats", "annotation", "text"]),
    ("ui", &["app", "formats", "annotation", "text"]),
    ("app", &["formats", "annotation", "text"]),
    ("app::update", &["app::state", "app::keys", "formats", "annotation", "text"]),
    ("app::state", &["app::keys", "formats", "annotation", "text"]),
    ("app::keys", &["formats", "annotation", "text"]),
    ("model", &["annotation", "text"]),
    (
        "model::sources",
        &[
            "model::quotes",
            "model::names",
            "model::network",
            "model::lexicon",
            "annotation",
            "text",
        ],
    ),
    ("model::quotes", &["model::names", "model::network", "model::lexicon", "annotation", "text"]),
    ("model::names", &["model::network", "model::lexicon", "annotation", "text"]),
    ("model::network", &["model::lexicon", "annotation", "text"]),
    ("model::lexicon", &["annotation", "text"]),
    ("scoring", &["formats", "annotation", "text"]),
    ("formats", &["annotation", "text"]),
    ("annotation", &["text"]),
    ("text", &[]),
];

/// The outside crates, and the rooms or modules that may use each.
const CRATES: &[Place] = &[
    ("serde", &["text", "formats", "scoring::judged", "cli::config", "cli::world::bookmarks"]),
    ("serde_json", &["formats::exchange", "formats::json", "formats::webannotation"]),
    ("serde_path_to_error", &["formats::json"]),
    ("csv", &["formats::csv"]),
    ("strum", &["annotation", "app::keys", "formats::format", "cli::keys", "ui::titles"]),
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
    ("tempfile", &["cli::world::files"]),
    ("rustc_hash", &["model::lexicon", "model::network::pieces"]),
    ("safetensors", &["model::network::weights"]),
    ("memchr", &["app::state::search"]),
    ("nucleo_matcher", &["app::state::filter"]),
    ("unicode_normalization", &["model::network::pieces", "text::ascii", "text::folded"]),
    ("unicode_segmentation", &["text", "app::state::page", "ui::words"]),
    ("unicode_width", &["text", "annotation::shares", "app", "terminal::pen", "ui"]),
    ("rten_gemm", &["model::network::linear"]),
    ("rten_simd", &["model::network"]),
    ("rten_tensor", &["model::network"]),
    ("rten_vecmath", &["model::network"]),
];

/// Files that may be long because they are one table each; today there are none.
const TABLES: &[&str] = &[];

/// The crate itself.
static TREE: LazyLock<Tree> = LazyLock::new(|| {
    let sources = sources();
    Tree::parse(sources.iter().map(|(name, source)| (name.as_str(), source.as_str())))
});

#[track_caller]
fn check(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_room_imports_only_from_rooms_to_its_right() {
    check(&order::out_of_order(&TREE, ROOMS));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    check(&circles::between_files(&TREE));
}

#[test]
fn no_folders_import_each_other_in_a_circle() {
    check(&circles::between_folders(&TREE));
}

#[test]
fn outside_crates_keep_to_their_places() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let dependencies = crates::dependencies(&fs::read_to_string(manifest).unwrap());
    check(&crates::misplaced(&TREE, &dependencies, CRATES));
}

#[test]
fn a_type_has_its_methods_in_one_block_in_its_own_file() {
    check(&definitions::scattered_methods(&TREE));
}

#[test]
fn a_name_belongs_to_one_type() {
    check(&definitions::shared_names(&TREE));
}

#[test]
fn no_file_but_a_table_is_long() {
    check(&sizes::too_long(&TREE, TABLES));
}
