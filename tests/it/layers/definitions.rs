//! A type has one name, and its methods are in one place.

use std::collections::BTreeMap;

use crate::layers::tree::Tree;

/// The types whose own methods are in several blocks or in another file: methods elsewhere would hide a circle.
pub(crate) fn scattered_methods(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, module) in &tree.modules {
        let mut blocks: BTreeMap<&str, usize> = BTreeMap::new();
        for own in &module.impls {
            *blocks.entry(own).or_default() += 1;
        }
        for (own, count) in blocks {
            if !module.types.iter().any(|defined| defined == own) {
                faults.push(format!("{name} adds methods to {own}, which it does not define"));
            } else if count > 1 {
                faults.push(format!("{name} has {count} blocks of methods of {own}"));
            }
        }
    }
    faults
}

/// The names that several types have.
pub(crate) fn shared_names(tree: &Tree) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, module) in &tree.modules {
        for defined in &module.types {
            places.entry(defined).or_default().push(name);
        }
    }
    let shared = places.iter().filter(|(_, places)| places.len() > 1);
    shared.map(|(name, places)| format!("{name} is defined in {}", places.join(" and "))).collect()
}

#[track_caller]
fn check_methods(sources: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(scattered_methods(&Tree::parse(sources.iter().copied())), expected);
}

#[track_caller]
fn check_names(sources: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(shared_names(&Tree::parse(sources.iter().copied())), expected);
}

#[test]
fn one_block_beside_the_type_is_fine() {
    check_methods(&[("a", "struct A<T>(T); impl<T> A<T> {} impl Drop for A<u8> {}")], &[]);
}

#[test]
fn methods_in_another_file_are_found() {
    let tree = [("a", "struct A; impl A {}"), ("b", "use crate::a::A; impl A {}")];
    check_methods(&tree, &["b adds methods to A, which it does not define"]);
    let tree = [("a", "struct A;"), ("b", "impl crate::a::A {}")];
    check_methods(&tree, &["b adds methods to A, which it does not define"]);
}

#[test]
fn a_second_block_is_found() {
    check_methods(&[("a", "struct A; impl A {} impl A {}")], &["a has 2 blocks of methods of A"]);
}

#[test]
fn traits_may_be_implemented_anywhere() {
    let tree = [("a", "struct A;"), ("b", "trait B {} impl B for crate::a::A {}")];
    check_methods(&tree, &[]);
}

#[test]
fn a_name_of_two_types_is_found() {
    for other in ["struct A;", "enum A {}", "trait A {}", "type A = u8;", "fn f() { struct A; }"] {
        check_names(&[("a", "struct A;"), ("b", other)], &["A is defined in a and b"]);
    }
}

#[test]
fn associated_types_and_tests_share_names() {
    let associated = "struct B; impl Iterator for B { type A = u8; }";
    check_names(&[("a", "struct A;"), ("b", associated)], &[]);
    check_names(&[("a", "struct A;"), ("b", "#[cfg(test)] mod tests { struct A; }")], &[]);
}
