//! Every outside crate has its places.

use std::collections::BTreeSet;

use crate::layers::order::is_in;
use crate::layers::tree::Tree;

/// A crate, by its name in code, and the rooms or modules that may use it.
pub(crate) type Place = (&'static str, &'static [&'static str]);

/// The dependencies that a `Cargo.toml` lists, by their names in code.
pub(crate) fn dependencies(manifest: &str) -> BTreeSet<String> {
    let manifest: toml::Table = manifest.parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    dependencies.keys().map(|name| name.replace('-', "_")).collect()
}

/// Where the table of crates differs from the dependencies and from the code.
pub(crate) fn misplaced(
    tree: &Tree,
    dependencies: &BTreeSet<String>,
    crates: &[Place],
) -> Vec<String> {
    let named: BTreeSet<String> = crates.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut faults: Vec<String> =
        dependencies.difference(&named).map(|name| format!("{name} has no place")).collect();
    for (name, places) in crates {
        let users = tree.modules.iter().filter(|(_, module)| module.outside.contains(*name));
        let users: Vec<&str> = users.map(|(user, _)| user.as_str()).collect();
        let strangers = users.iter().filter(|user| !places.iter().any(|place| is_in(user, place)));
        faults.extend(strangers.map(|user| format!("{user} must not use {name}")));
        let empty = places.iter().filter(|place| !users.iter().any(|user| is_in(user, place)));
        faults.extend(empty.map(|place| format!("{place} does not use {name}")));
        if !dependencies.contains(*name) {
            faults.push(format!("{name} is no dependency"));
        }
    }
    faults
}

const MANIFEST: &str = "[dependencies]\nserde = \"1\"\nserde-json = { version = \"1\" }\n";

#[track_caller]
fn check(sources: &[(&str, &str)], crates: &[Place], expected: &[&str]) {
    let tree = Tree::parse(sources.iter().copied());
    assert_eq!(misplaced(&tree, &dependencies(MANIFEST), crates), expected);
}

const CRATES: &[Place] = &[("serde", &["a"]), ("serde_json", &["a::json"])];
const AS_PLACED: &[(&str, &str)] =
    &[("a", "use serde::Serialize;"), ("a::json", "fn f() { serde_json::to_string(\"\"); }")];

#[test]
fn crates_in_their_places_are_fine() {
    check(AS_PLACED, CRATES, &[]);
}

#[test]
fn a_crate_out_of_place_is_found() {
    for source in [
        "use serde_json as json;",
        "use serde_json::{Value, json};",
        "fn f() -> serde_json::Value {}",
        "fn f() { assert!(serde_json::from_str(\"\")); }",
        "fn f() { serde_json::json!({}); }",
        "#[derive(serde_json::Derived)] struct S;",
    ] {
        let tree = [AS_PLACED, &[("b", source)]].concat();
        check(&tree, CRATES, &["b must not use serde_json"]);
    }
}

#[test]
fn a_module_with_the_name_of_a_crate_is_no_crate() {
    for source in ["use crate::a::serde_json; fn f() { serde_json::go(); }", "mod serde_json;"] {
        check(&[AS_PLACED, &[("b", source)]].concat(), CRATES, &[]);
    }
}

#[test]
fn a_dependency_without_a_place_is_found() {
    check(AS_PLACED, &CRATES[..1], &["serde_json has no place"]);
}

#[test]
fn a_place_that_does_not_use_its_crate_is_found() {
    let crates: &[Place] = &[("serde", &["a", "b"]), CRATES[1]];
    check(AS_PLACED, crates, &["b does not use serde"]);
}

#[test]
fn a_crate_that_is_no_dependency_is_found() {
    let crates = [CRATES, &[("csv", &[])]].concat();
    check(AS_PLACED, &crates, &["csv is no dependency"]);
}
