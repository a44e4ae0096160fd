//! Imports run in one direction: a room imports only from rooms that the table allows it.

use crate::layers::tree::Tree;

/// A room, which is the beginning of a module path, and the rooms that it may import from, with all rooms inside them.
pub(crate) type Room = (&'static str, &'static [&'static str]);

/// The imports that the table of rooms does not allow.
pub(crate) fn out_of_order(tree: &Tree, rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, module) in &tree.modules {
        let Some((room, allowed)) = room_of(name, rooms) else {
            faults.push(format!("{name} is in no room"));
            continue;
        };
        for import in &module.imports {
            let may = is_in(import, room) || allowed.iter().any(|place| is_in(import, place));
            if !may && !declares(name, import) {
                faults.push(format!("{name} must not import {import}"));
            }
        }
    }
    faults
}

/// The innermost room that holds a module.
fn room_of(module: &str, rooms: &[Room]) -> Option<Room> {
    let holding = rooms.iter().filter(|(room, _)| is_in(module, room));
    holding.max_by_key(|(room, _)| room.len()).copied()
}

/// Whether a module is a room, a file or a folder of this name, or inside it.
pub(crate) fn is_in(module: &str, place: &str) -> bool {
    module.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Whether a module is above the other one and so may declare it.
fn declares(module: &str, other: &str) -> bool {
    module == "lib" || is_in(other, module)
}

/// Checks a made-up tree in which `left` may import from `right`.
#[track_caller]
fn check(sources: &[(&str, &str)], expected: &[&str]) {
    let rooms: &[Room] = &[
        ("left", &["right"]),
        ("right", &[]),
        ("right::low", &[]),
        ("right::high", &["right::low"]),
    ];
    assert_eq!(out_of_order(&Tree::parse(sources.iter().copied()), rooms), expected);
}

#[test]
fn an_import_from_the_right_is_allowed() {
    check(&[("left::a", "use crate::right::b::B;"), ("right::b", "")], &[]);
}

#[test]
fn an_import_from_the_left_is_found() {
    let tree = [("left::a", ""), ("right::b", "use crate::left::a::A;")];
    check(&tree, &["right::b must not import left::a"]);
}

#[test]
fn an_import_is_found_in_every_form() {
    for source in [
        "use crate::{left::a::A, right};",
        "use crate::left::a as b;",
        "use super::super::left::a;",
        "fn f() { crate::left::a::go(); }",
        "fn f() { println!(\"{}\", crate::left::a::GO); }",
        "fn f(a: &crate::left::a::A) {}",
        "use whosaid::left::a::A;",
        "#[derive(crate::left::a::A)] struct S;",
    ] {
        check(&[("left::a", ""), ("right::b", source)], &["right::b must not import left::a"]);
    }
}

#[test]
fn rooms_within_a_room_are_in_order_too() {
    let tree = [("right", "mod low; mod high;"), ("right::high", ""), ("right::low", "")];
    check(&tree, &[]);
    let tree = [("right::high", "use crate::right::low;"), ("right::low", "")];
    check(&tree, &[]);
    let tree = [("right::high", ""), ("right::low", "use super::high;")];
    check(&tree, &["right::low must not import right::high"]);
}

#[test]
fn tests_may_import_what_they_like() {
    let source = "#[cfg(test)] mod tests { use crate::left::a::A; }";
    check(&[("left::a", ""), ("right::b", source)], &[]);
    let tree = [
        ("left::a", ""),
        ("right::b", "#[cfg(test)] mod c;"),
        ("right::b::c", "use crate::left::a;"),
    ];
    check(&tree, &[]);
}

#[test]
fn a_module_without_a_room_is_found() {
    check(&[("attic", "")], &["attic is in no room"]);
    check(&[("leftover", "")], &["leftover is in no room"]);
}
