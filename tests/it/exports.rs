//! Exports from the command line: every format, one file or a folder of them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::home;
use crate::support::program::{check_failure, printed, whosaid};

const QUOTE: &str = "“It rains every day,” Ann Lee said.";

/// An empty folder for a test.
fn folder(test: &str) -> PathBuf {
    home::fresh(&format!("exports-{test}"))
}

/// Writes records with these ids, each with one quote.
fn records(folder: &Path, ids: &[&str]) -> PathBuf {
    let lines: Vec<String> = ids
        .iter()
        .map(|id| serde_json::json!({"id": id, "text": QUOTE}).to_string() + "\n")
        .collect();
    let path = folder.join("records.jsonl");
    fs::write(&path, lines.concat()).unwrap();
    path
}

fn annotate(format: &str, path: &Path) -> String {
    printed(whosaid(&["annotate", "--format", format, path.to_str().unwrap()], b""))
}

/// The names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn several_articles_make_one_file() {
    let folder = folder("several");
    let path = records(&folder, &["a", "b"]);
    let csv = annotate("csv", &path);
    let row = "1,Ann Lee,,direct,said,\"“It rains every day,”\",Ann Lee,";
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.starts_with("article,number,speaker,role,voice,cue,content,source,"), "{csv}");
    assert!(csv.contains(&format!("\na,{row}")) && csv.contains(&format!("\nb,{row}")), "{csv}");

    let page = annotate("html", &path);
    assert_eq!(page.matches("<section class=\"article\"").count(), 2);
    assert_eq!(page.matches("<!DOCTYPE html>").count(), 1);
    assert!(page.contains("id=\"a1-q1\"") && page.contains("href=\"#a2-q1\""), "{page}");

    let corpus = annotate("tei", &path);
    assert_eq!(corpus.matches("<TEI>").count(), 2);
    assert!(corpus.ends_with("</teiCorpus>\n"), "{corpus}");

    let collections: Value = serde_json::from_str(&annotate("webannotation", &path)).unwrap();
    assert_eq!(collections[1]["first"]["items"][0]["id"], "urn:whosaid:article:b#q1");

    assert_eq!(annotate("conllu", &path).matches("# newdoc id = ").count(), 2);
    assert_eq!(annotate("md", &path).matches("\n## Ann Lee\n").count(), 2);
}

#[test]
fn one_article_makes_a_complete_file() {
    let folder = folder("one");
    let path = folder.join("one.txt");
    fs::write(&path, QUOTE).unwrap();
    let beginnings = [
        ("csv", "article,number,"),
        ("md", "# one\n\n## Ann Lee\n\n- “It rains every day.” (paragraph 1)\n"),
        ("html", "<!DOCTYPE html>"),
        ("brat", "T1\tContent 0 21\t“It rains every day,”\n"),
        ("webannotation", "{\"@context\":"),
        ("tei", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns="),
        ("conllu", "# newdoc id = one\n# newpar\n# sent_id = one-1\n"),
    ];
    for (format, beginning) in beginnings {
        let written = annotate(format, &path);
        assert!(written.starts_with(beginning), "{written}");
        assert!(written.ends_with('\n'), "{written}");
    }
}

#[test]
fn a_folder_gets_a_file_for_each_article() {
    let folder = folder("folder");
    let path = records(&folder, &["a", "../../b", "a", ".c\u{1b}"]);
    let output = folder.join("new/out");
    let (path, to) = (path.to_str().unwrap(), output.to_str().unwrap());
    let written = whosaid(&["annotate", "--format", "csv", "--output", to, path], b"");
    assert_eq!(printed(written), "");
    assert_eq!(names(&output), ["__.._b.csv", "_c␛.csv", "a-2.csv", "a.csv"]);
    let csv = fs::read_to_string(output.join("a.csv")).unwrap();
    assert_eq!(csv.lines().count(), 2, "{csv}");

    let written = whosaid(&["annotate", "--format", "brat", "--output", to, path], b"");
    assert_eq!(printed(written), "");
    assert_eq!(fs::read_to_string(output.join("a.txt")).unwrap(), QUOTE);
    assert!(fs::read_to_string(output.join("a.ann")).unwrap().starts_with("T1\tContent 0 21\t"));
}

#[test]
fn an_existing_file_is_kept_without_force() {
    let folder = folder("there");
    let path = records(&folder, &["a", "b"]);
    let (path, to) = (path.to_str().unwrap(), folder.to_str().unwrap());
    fs::write(folder.join("a.ann"), "mine").unwrap();
    fs::write(folder.join("b.txt"), "mine").unwrap();
    let args = ["annotate", "--format", "brat", "--output", to, path];
    let output = whosaid(&args, b"");
    let error = String::from_utf8(output.stderr).unwrap();
    for name in ["a.ann", "b.txt"] {
        let message = format!("{name}: it already exists (--force replaces it)");
        assert!(error.contains(&message), "{error}");
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "mine");
    }
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(&folder), ["a.ann", "a.txt", "b.txt", "records.jsonl"]);

    assert_eq!(printed(whosaid(&[&args[..], &["--force"]].concat(), b"")), "");
    assert_eq!(names(&folder), ["a.ann", "a.txt", "b.ann", "b.txt", "records.jsonl"]);
    assert_eq!(fs::read_to_string(folder.join("b.txt")).unwrap(), QUOTE);
}

#[test]
fn a_file_that_cannot_be_written_is_reported_and_the_others_are_written() {
    let folder = folder("cannot");
    let path = records(&folder, &["a", "b"]);
    let (path, to) = (path.to_str().unwrap(), folder.join("out"));
    fs::create_dir_all(to.join("a.csv/inside")).unwrap();
    let to = to.to_str().unwrap();
    let args = ["annotate", "--format", "csv", "--force", "--output", to, path];
    let output = whosaid(&args, b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("out/a.csv: "), "{error}");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(Path::new(to)), ["a.csv", "b.csv"]);

    let file = folder.join("out/b.csv");
    let args = ["annotate", "--output", file.to_str().unwrap(), path];
    check_failure(&args, 1, "out/b.csv");
}

#[test]
fn a_wrong_call_is_a_usage_error() {
    let folder = folder("wrong");
    let path = records(&folder, &["a"]);
    let path = path.to_str().unwrap();
    let message = "brat needs a file for each article: choose a folder with --output";
    check_failure(&["annotate", "--format", "brat", path], 2, message);
    check_failure(&["annotate", "--force", path], 2, "--output <FOLDER>");
}
