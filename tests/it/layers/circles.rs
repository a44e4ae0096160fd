//! No circles, neither between files nor between folders.

use std::collections::{BTreeMap, BTreeSet};

use crate::layers::tree::Tree;

/// What imports what.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The imports between files that are part of a circle; a `mod` line counts as an import.
pub(crate) fn between_files(tree: &Tree) -> Vec<String> {
    let graph = tree.modules.iter().map(|(name, module)| (name.clone(), module.imports.clone()));
    circular(&graph.collect())
}

/// The imports between neighbors in one folder, each a file or a whole folder, that are part of a circle.
pub(crate) fn between_folders(tree: &Tree) -> Vec<String> {
    let mut graph = Graph::new();
    for (name, module) in &tree.modules {
        for import in &module.imports {
            if let Some((from, to)) = neighbors(name, import) {
                graph.entry(from).or_default().insert(to);
            }
        }
    }
    circular(&graph)
}

/// The neighbors that hold two modules; none where one module is the parent of the other.
fn neighbors(one: &str, other: &str) -> Option<(String, String)> {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split("::").collect(), other.split("::").collect());
    let shared = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    (shared < one.len() && shared < other.len())
        .then(|| (one[..=shared].join("::"), other[..=shared].join("::")))
}

fn circular(graph: &Graph) -> Vec<String> {
    let edges = graph.iter().flat_map(|(from, targets)| targets.iter().map(move |to| (from, to)));
    let in_circle = edges.filter(|(from, to)| reaches(graph, to, from));
    in_circle.map(|(from, to)| format!("{from} → {to} is part of a circle")).collect()
}

fn reaches(graph: &Graph, start: &str, end: &str) -> bool {
    let mut open = vec![start];
    let mut seen = BTreeSet::new();
    while let Some(name) = open.pop() {
        if name == end {
            return true;
        }
        if seen.insert(name) {
            open.extend(graph.get(name).into_iter().flatten().map(String::as_str));
        }
    }
    false
}

/// Compares the circles of a made-up tree, between files and between folders.
#[track_caller]
fn check(sources: &[(&str, &str)], files: &[&str], folders: &[&str]) {
    let tree = Tree::parse(sources.iter().copied());
    assert_eq!(between_files(&tree), files);
    assert_eq!(between_folders(&tree), folders);
}

#[test]
fn a_chain_is_no_circle() {
    check(&[("a", "use crate::b;"), ("b", "use crate::c;"), ("c", "")], &[], &[]);
}

#[test]
fn two_files_that_import_each_other_are_a_circle() {
    let circle = ["a → b is part of a circle", "b → a is part of a circle"];
    check(
        &[("a", "use crate::b;"), ("b", "use crate::a;"), ("c", "use crate::a;")],
        &circle,
        &circle,
    );
}

#[test]
fn a_long_way_around_is_a_circle() {
    let tree = [("a", "use crate::b;"), ("b", "use crate::c;"), ("c", "use crate::a;")];
    let circle =
        ["a → b is part of a circle", "b → c is part of a circle", "c → a is part of a circle"];
    check(&tree, &circle, &circle);
}

#[test]
fn a_file_that_imports_its_parent_closes_a_circle() {
    let circle = ["a → a::b is part of a circle", "a::b → a is part of a circle"];
    check(&[("a", "mod b; struct A;"), ("a::b", "use crate::a::A;")], &circle, &[]);
}

#[test]
fn folders_can_be_in_a_circle_though_their_files_are_not() {
    let tree = [
        ("a::one", "use crate::b::one;"),
        ("b::one", ""),
        ("b::two", "use crate::a::two;"),
        ("a::two", ""),
    ];
    check(&tree, &[], &["a → b is part of a circle", "b → a is part of a circle"]);
    let inside = [
        ("room::a::one", "use crate::room::b::one;"),
        ("room::b::one", ""),
        ("room::b::two", "use crate::room::a::two;"),
        ("room::a::two", ""),
    ];
    let circle = ["room::a → room::b is part of a circle", "room::b → room::a is part of a circle"];
    check(&inside, &[], &circle);
}
