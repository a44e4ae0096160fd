//! Annotations from another program or person (`--annotations`).

use std::fs;
use std::path::PathBuf;

use crate::support::home;
use crate::support::program::{check_failure, printed, whosaid};
use crate::support::pseudo_terminal::{Session, program};

const QUOTE: &str = "“It rains every day,” Ann Lee said.";

/// An empty folder for a test.
fn folder(test: &str) -> PathBuf {
    home::fresh(&format!("imported-{test}"))
}

#[test]
fn imported_annotations_are_listed() {
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
fn imported_annotations_are_shown_on_the_screen() {
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
fn annotations_of_another_text_are_refused() {
    let folder = folder("refused");
    let (path, other) = (folder.join("one.txt"), folder.join("other.txt"));
    fs::write(&path, QUOTE).unwrap();
    fs::write(&other, "It rains.").unwrap();
    let known = folder.join("known.json");
    fs::write(&known, printed(whosaid(&["annotate", path.to_str().unwrap()], b""))).unwrap();
    let (other, known) = (other.to_str().unwrap(), known.to_str().unwrap());
    check_failure(&[other, "--annotations", known], 1, "annotates a different text than that of");
    let bad = folder.join("bad.ann");
    fs::write(&bad, "T1\tCue 0 2\tIt\nT2\tCue 90 93\tnot\n").unwrap();
    let message = "bad.ann: line 2: 90 93 is outside the text of 9 code points";
    check_failure(&[other, "--annotations", bad.to_str().unwrap()], 1, message);
    fs::write(known, "{}").unwrap();
    check_failure(&["--annotations", known], 1, "known.json: missing field `format`");
}
