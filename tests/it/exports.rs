//! Formats, folders of files, and what somebody else knows of an article.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::home;
use crate::support::program::{check_failure, printed, whosaid};
use crate::support::pseudo_terminal::{Session, program};

const QUOTE: &str = "“It rains every day,” Ann Lee said.";

/// An empty folder of a test.
fn folder(test: &str) -> PathBuf {
    home::fresh(&format!("exports-{test}"))
}

/// Records of these ids, all with one quote.
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
fn one_article_is_whole_by_itself() {
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
fn a_file_that_is_there_stays() {
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
fn what_cannot_be_written_is_named_and_the_rest_goes_on() {
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

#[test]
fn annotations_of_another_are_shown() {
    let folder = folder("import");
    let path = folder.join("one.txt");
    fs::write(&path, format!("{QUOTE}\r\n")).unwrap();
    let path = path.to_str().unwrap();
    let json = printed(whosaid(&["annotate", path], b"")).replace("Ann Lee\",\"spea", "X\",\"spea");
    let lines = "T1\tContent 1 9\tIt rains\nT2\tCue 30 34\tsaid\nT3\tSource 22 25\tAnn\n\
                 E1\tAttribution:T2 Content:T1 Source:T3\nR1\tX Arg1:T1 Arg2:T2\n";
    let (known, standoff) = (folder.join("known.json"), folder.join("one.ann"));
    fs::write(&known, json.replace("\"name\":\"Ann Lee\"", "\"name\":\"Tom\\u001b Hill\""))
        .unwrap();
    fs::write(&standoff, lines).unwrap();
    let (known, standoff) = (known.to_str().unwrap(), standoff.to_str().unwrap());

    let list = "1. Tom␛ Hill, direct, paragraph 1: “It rains every day,”\n";
    assert_eq!(printed(whosaid(&[path, "--annotations", known, "--plain"], b"")), list);
    assert_eq!(printed(whosaid(&["--annotations", known], b"")), list);

    for args in [&[path, "--annotations", standoff][..], &["--annotations", standoff]] {
        let output = whosaid(args, b"");
        let list = String::from_utf8(output.stdout).unwrap();
        assert_eq!(list, "1. Ann, indirect, paragraph 1: It rains\n");
        let remark = String::from_utf8(output.stderr).unwrap();
        assert!(remark.ends_with("one.ann: line 5 was not understood\n"), "{remark}");
        assert!(output.status.success());
    }
}

#[test]
fn the_reader_shows_annotations_of_another() {
    let folder = folder("reader");
    let (path, standoff) = (folder.join("one.txt"), folder.join("one.ann"));
    fs::write(&path, QUOTE).unwrap();
    let lines = "T1\tContent 1 9\tIt rains\nT2\tSource 22 25\tAnn\nT3\tAttribution 30 34\tsaid\n\
                 E1\tAttribution:T3 Content:T1 Source:T2\nR1\tX Arg1:T1 Arg2:T2\n";
    fs::write(&standoff, lines).unwrap();
    let args = [path.to_str().unwrap(), "--annotations", standoff.to_str().unwrap()];
    let mut session = Session::start(160, 24, program(&folder, &args));
    session.wait_for("1 speaker · 1 quote");
    session.wait_for("line 5 was not understood");
    session.press("q");
    assert_eq!(session.end().0, 0);
}

#[test]
fn annotations_that_do_not_fit_are_refused() {
    let folder = folder("refused");
    let (path, other) = (folder.join("one.txt"), folder.join("other.txt"));
    fs::write(&path, QUOTE).unwrap();
    fs::write(&other, "It rains.").unwrap();
    let known = folder.join("known.json");
    fs::write(&known, annotate("json", &path)).unwrap();
    let (other, known) = (other.to_str().unwrap(), known.to_str().unwrap());
    check_failure(&[other, "--annotations", known], 1, "annotates a different text than that of");
    let bad = folder.join("bad.ann");
    fs::write(&bad, "T1\tCue 0 2\tIt\nT2\tCue 90 93\tnot\n").unwrap();
    let message = "bad.ann: line 2: 90 93 is outside the text of 9 code points";
    check_failure(&[other, "--annotations", bad.to_str().unwrap()], 1, message);
    fs::write(known, "{}").unwrap();
    check_failure(&["--annotations", known], 1, "known.json: missing field `format`");
}
