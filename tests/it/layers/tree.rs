//! The modules of a crate as the checks see them: what each refers to and which types it defines.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;
use syn::{Attribute, Item, ItemImpl, Type};

use crate::layers::paths::{Path, paths_of};
use crate::support::sources::before_tests;

/// A crate's modules by their names, such as `app::state`. Code that is compiled only for tests is left out.
pub(crate) struct Tree {
    pub(crate) modules: BTreeMap<String, Module>,
}

/// One file.
pub(crate) struct Module {
    /// Modules of this crate that the code names, by `use`, by a path or by `mod`.
    pub(crate) imports: BTreeSet<String>,
    /// First segments of the paths that lead out of this crate, such as `serde`.
    pub(crate) outside: BTreeSet<String>,
    /// Names of the types and traits it defines.
    pub(crate) types: Vec<String>,
    /// The type of each `impl` block without a trait.
    pub(crate) impls: Vec<String>,
    /// Lines before the tests.
    pub(crate) lines: usize,
}

impl Tree {
    /// Parses each module's source.
    pub(crate) fn parse<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files: BTreeMap<&str, syn::File> = BTreeMap::new();
        let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, source) in sources {
            let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{name}: {error}"));
            files.insert(name, file);
            lines.insert(name, before_tests(source).lines().count());
        }
        remove_tests(&mut files);
        let names: BTreeSet<String> = files.keys().map(|&name| name.to_owned()).collect();
        let modules = files
            .iter()
            .map(|(&name, file)| (name.to_owned(), Module::of(name, file, lines[name], &names)));
        Self { modules: modules.collect() }
    }
}

impl Module {
    fn of(name: &str, file: &syn::File, lines: usize, names: &BTreeSet<String>) -> Self {
        let mut imports = BTreeSet::new();
        let mut outside = BTreeSet::new();
        for path in paths_of(name, file) {
            match path {
                Path::Inside(path) => imports.extend(module_of(&path, names)),
                Path::Outside(first) => _ = outside.insert(first),
            }
        }
        imports.remove(name);
        let mut definitions = Definitions::default();
        definitions.visit_file(file);
        Self { imports, outside, types: definitions.types, impls: definitions.impls, lines }
    }
}

/// Removes what is compiled only for tests, files included.
fn remove_tests(files: &mut BTreeMap<&str, syn::File>) {
    let mut modules = Vec::new();
    for (name, file) in files.iter_mut() {
        for item in &file.items {
            if let Item::Mod(module) = item
                && is_for_tests(&module.attrs)
            {
                modules.push(format!("{name}::{}", module.ident));
            }
        }
        file.items.retain(|item| !is_for_tests(attributes(item)));
    }
    files.retain(|name, _| !modules.iter().any(|module| module == name));
}

/// Whether `#[cfg(test)]` is among the attributes.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The longest beginning of a path that is a module.
fn module_of(path: &[String], names: &BTreeSet<String>) -> Option<String> {
    let beginnings = (1..=path.len()).rev().map(|length| path[..length].join("::"));
    beginnings.into_iter().find(|beginning| names.contains(beginning))
}

/// Collects the definitions of types and traits, and the types of `impl` blocks.
#[derive(Default)]
struct Definitions {
    types: Vec<String>,
    impls: Vec<String>,
}

impl<'ast> Visit<'ast> for Definitions {
    fn visit_item(&mut self, item: &'ast Item) {
        let name = match item {
            Item::Enum(item) => Some(&item.ident),
            Item::Struct(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            Item::Union(item) => Some(&item.ident),
            _ => None,
        };
        self.types.extend(name.map(ToString::to_string));
        syn::visit::visit_item(self, item);
    }

    fn visit_item_impl(&mut self, block: &'ast ItemImpl) {
        if let (None, Type::Path(own)) = (&block.trait_, &*block.self_ty) {
            let last = own.path.segments.last().unwrap();
            self.impls.push(last.ident.to_string());
        }
        syn::visit::visit_item_impl(self, block);
    }
}
