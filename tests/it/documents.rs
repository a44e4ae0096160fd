//! The documents agree with the program. What follows from the code is rewritten by `just golden`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use strum::VariantArray;
use whosaid::app::keys::table::{BINDINGS, Binding, Mode};
use whosaid::app::state::glossary::TERMS;
use whosaid::formats::format::Format;

/// If this variable is set, the tests write the documents instead of comparing them.
const UPDATE: &str = "UPDATE_DOCS";

const KEYS: &str = "# Keys

All keys, grouped by where they work. `whosaid keys` lists them as you have bound them; the last column is the name
of a row under `[keys]` in the configuration file, and what `:` runs.
";

const SCREENS: &str = "# Screens

The tests draw these screens and compare them. Colors, weight and underlines do not show here.
";

/// The screens: what they show, and the snapshot.
const SHOWN: &[(&str, &str)] = &[
    ("An article and its speakers, 80×24", "an_article_opens_beside_its_speakers"),
    ("A quote, 80×24", "the_current_quote_is_marked_in_text_and_list"),
    ("Two quotes in the list of quotes, 100×20", "quotes_are_listed_in_the_order_of_the_text"),
    ("Entities and their mentions, 100×24", "entities_unfold_into_mentions"),
    ("The chart of who speaks, 80×24", "the_overview_is_a_chart_of_who_speaks"),
    ("The chart of who speaks, 120×36", "the_overview_is_a_chart_of_who_speaks-2"),
    ("Quote details, 80×24", "the_card_shows_all_about_a_quote"),
    ("Quote details, 120×36", "the_card_shows_all_about_a_quote-2"),
    ("The article, its speakers and quote details, 160×50", "a_wide_terminal_shows_the_card"),
    ("A search, 80×24", "the_hits_of_a_search_are_highlighted_and_counted"),
    ("The export menu, 80×24", "the_formats_of_an_export_are_a_menu"),
    ("One pane, 60×15", "a_narrow_terminal_shows_one_pane"),
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

/// Compares a document with what it should be, or writes it.
#[track_caller]
fn check(name: &str, document: &str) {
    if env::var_os(UPDATE).is_some() {
        fs::write(path(name), document).unwrap();
    }
    assert!(read(name) == document, "{name} is out of date: run `just golden`");
}

/// A document with other rows in the table that has this head.
fn with_rows(document: &str, head: &str, rows: &str) -> String {
    let (before, rest) = document.split_once(head).unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    format!("{before}{head}{rows}\n{after}")
}

#[test]
fn the_document_of_keys_is_the_table_of_keys() {
    let mut document = KEYS.to_owned();
    let mut places: Vec<&[Mode]> = Vec::new();
    for binding in BINDINGS {
        if !places.contains(&binding.modes) {
            places.push(binding.modes);
        }
    }
    for modes in places {
        document += &format!("\n## {}\n\n| keys | | name |\n| --- | --- | --- |\n", place(modes));
        document.extend(BINDINGS.iter().filter(|binding| binding.modes == modes).map(row));
    }
    check("docs/keys.md", &document);
}

fn row(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.label())).collect();
    format!("| {} | {} | `{}` |\n", keys.join(" "), binding.help, binding.name)
}

/// Where keys work, as a heading.
fn place(modes: &[Mode]) -> String {
    if Mode::VARIANTS.iter().all(|mode| modes.contains(mode)) {
        return "Everywhere".to_owned();
    }
    let names: Vec<&str> = modes.iter().map(|mode| noun(*mode)).collect();
    let (last, others) = names.split_last().unwrap();
    if others.is_empty() {
        format!("In {last}")
    } else {
        format!("In {} and {last}", others.join(", "))
    }
}

fn noun(mode: Mode) -> &'static str {
    match mode {
        Mode::Article => "the article",
        Mode::List => "the list",
        Mode::Help => "help",
        Mode::Menu => "the export menu",
        Mode::Typing => "a line you type",
        Mode::Letter => "a prompt for a letter",
    }
}

#[test]
fn the_document_of_screens_shows_the_golden_screens() {
    let mut document = SCREENS.to_owned();
    for (title, snapshot) in SHOWN {
        let file = read(&format!("tests/it/snapshots/it__screens__{snapshot}.snap"));
        let screen = file.splitn(3, "---\n").nth(2).unwrap();
        let (screen, _) = screen.split_once("styles ").unwrap();
        document += &format!("\n## {title}\n\n```text\n{}\n```\n", screen.trim_end());
    }
    check("docs/screens.md", &document);
}

#[test]
fn the_readme_explains_the_words_of_the_interface() {
    let words: String =
        TERMS.iter().map(|(term, meaning)| format!("| {term} | {meaning} |\n")).collect();
    let head = "| word | meaning |\n| --- | --- |\n";
    check("README.md", &with_rows(&read("README.md"), head, &words));
}

#[test]
fn the_readme_names_keys_that_exist() {
    let readme = read("README.md");
    let (_, keys) = readme.split_once("## Keys").unwrap();
    let (keys, _) = keys.split_once("\n## ").unwrap();
    let named = keys.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let mut rows = 0;
    for key in named.flat_map(|(keys, _)| keys.split("` `")) {
        let bound = |binding: &&Binding| binding.keys.iter().any(|own| own.label() == key);
        assert!(BINDINGS.iter().any(|binding| bound(&binding)), "no row has the key {key}");
        rows += 1;
    }
    assert!(rows > 20, "only {rows} keys were read from the README");
}

#[test]
fn the_readme_lists_every_format() {
    let readme = read("README.md");
    for format in Format::all() {
        assert!(readme.contains(&format!("`{}`", format.name())), "no format {}", format.name());
    }
}

const DOCUMENTS: &[&str] = &[
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/guide.md",
    "fuzz/README.md",
    "assets/MODEL.md",
    "training/README.md",
];

#[test]
fn every_link_leads_to_a_file() {
    for name in DOCUMENTS {
        let (document, folder) = (read(name), path(name).parent().unwrap().to_owned());
        let links = document.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        for link in links.filter(|link| !link.starts_with("https:")) {
            let file = link.split('#').next().unwrap();
            assert!(folder.join(file).exists(), "{name} has a link to {link}");
        }
    }
}

#[test]
fn the_guide_for_contributors_names_files_that_exist() {
    let document = read("CONTRIBUTING.md");
    let spans = document.split('`').skip(1).step_by(2);
    let named = spans.filter(|span| span.contains('/') && !span.contains([' ', '\n']));
    let missing: Vec<&str> =
        named.filter(|name| !path(name).exists() && !path("src").join(name).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
