//! The paths that a file names, in `use` lines, `mod` lines, code and macros, traced back to where they lead.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, ItemMod, ItemUse, Macro, Meta, UseTree, Visibility};

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    /// To this module or item of the crate, from its root.
    Inside(Vec<String>),
    /// To another crate, or to something that the file defines itself; the first segment tells which.
    Outside(String),
}

/// All paths of a module's file.
pub(crate) fn paths_of(module: &str, file: &syn::File) -> Vec<Path> {
    let home: Vec<String> = match module {
        "main" | "lib" => Vec::new(),
        module => module.split("::").map(str::to_owned).collect(),
    };
    let mut paths = Paths { home, imported: BTreeMap::new(), found: Vec::new() };
    Imported(&mut paths).visit_file(file);
    paths.visit_file(file);
    paths.found
}

struct Paths {
    /// The path of the module itself.
    home: Vec<String>,
    /// Names that `use` and `mod` lines bring into the file, with where they lead.
    imported: BTreeMap<String, Path>,
    found: Vec<Path>,
}

impl Paths {
    fn add(&mut self, segments: &[String]) {
        let path = self.resolve(segments);
        self.found.push(path);
    }

    fn resolve(&self, segments: &[String]) -> Path {
        let (first, rest) = segments.split_first().unwrap();
        let from = |start: &[String]| Path::Inside([start, rest].concat());
        match first.as_str() {
            // the binary calls the library by its name
            "crate" | "whosaid" => from(&[]),
            "self" => from(&self.home),
            "super" => {
                let up = 1 + rest.iter().take_while(|segment| *segment == "super").count();
                let start = &self.home[..self.home.len().saturating_sub(up)];
                Path::Inside([start, &segments[up..]].concat())
            }
            name => match self.imported.get(name) {
                Some(Path::Inside(start)) => from(start),
                Some(outside @ Path::Outside(_)) => outside.clone(),
                None => Path::Outside(name.to_owned()),
            },
        }
    }

    /// Adds the paths in the tokens of a macro or an attribute, which are not parsed.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.end(&mut path);
                    self.add_tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.end(&mut path);
                    colons = 0;
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        if path.len() > 1 {
            self.add(path);
        }
        path.clear();
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (_, segments) in leaves(&item.tree) {
            self.add(&segments);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.add(&["self".to_owned(), item.ident.to_string()]);
        syn::visit::visit_item_mod(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.add(&segments);
        }
        syn::visit::visit_path(self, path);
    }

    /// The path in `pub(in …)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.add_tokens(call.tokens.clone());
        syn::visit::visit_macro(self, call);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.add_tokens(list.tokens.clone());
        }
        syn::visit::visit_attribute(self, attribute);
    }
}

/// Collects the names that a file's `use` and `mod` lines bring in.
struct Imported<'a>(&'a mut Paths);

impl<'ast> Visit<'ast> for Imported<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (name, segments) in leaves(&item.tree) {
            if segments[0] != name {
                let path = self.0.resolve(&segments);
                self.0.imported.insert(name, path);
            }
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let name = item.ident.to_string();
        let path = self.0.resolve(&["self".to_owned(), name.clone()]);
        self.0.imported.insert(name, path);
    }
}

/// The leaves of a `use`: the name each brings in, and its path.
fn leaves(tree: &UseTree) -> Vec<(String, Vec<String>)> {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            let rest = leaves(&path.tree).into_iter();
            rest.map(|(name, path)| match name.as_str() {
                "self" => (first.clone(), vec![first.clone()]),
                _ => (name, [vec![first.clone()], path].concat()),
            })
            .collect()
        }
        UseTree::Name(name) => vec![(name.ident.to_string(), vec![name.ident.to_string()])],
        UseTree::Rename(rename) => {
            vec![(rename.rename.to_string(), vec![rename.ident.to_string()])]
        }
        UseTree::Glob(_) => vec![("*".to_owned(), Vec::new())],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}
