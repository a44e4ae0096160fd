//! The clipboard: a program fills it on the reader's own machine, the terminal does over a connection.
//!
//! Over SSH a program would fill the clipboard of the remote machine, so the terminal is asked instead (OSC 52). tmux
//! has a command that also fills its paste buffer. A terminal never confirms that it obeyed.

use std::env::consts::OS;
use std::io::{self, ErrorKind, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::cli::world::environment::Environment;
use crate::terminal::outside::Clipboard;

/// A program that reads the words from standard input: its name and its arguments.
type Program = &'static [&'static str];

/// Variables that reveal a remote machine, or a multiplexer that programs cannot reach through.
const REMOTE: [&str; 3] = ["SSH_TTY", "SSH_CONNECTION", "ZELLIJ"];
const MACOS: Program = &["pbcopy"];
const TMUX: Program = &["tmux", "load-buffer", "-w", "-"];
const WAYLAND: Program = &["wl-copy"];
const X11: &[Program] =
    &[&["xclip", "-selection", "clipboard"], &["xsel", "--clipboard", "--input"]];

/// Copies words with the first program that starts, or leaves it to the terminal.
pub(crate) fn copy(words: &str, environment: &Environment) -> Clipboard {
    let started = programs(environment, OS).into_iter().find_map(|program| start(program).ok());
    let Some(child) = started else { return Clipboard::Terminal };
    let words = words.to_owned();
    // some programs keep running to serve the clipboard
    thread::spawn(move || finish(child, &words));
    Clipboard::Sent
}

/// The programs to try on an operating system, best first.
fn programs(environment: &Environment, system: &str) -> Vec<Program> {
    let is_set = |name: &&str| environment.is_set(name);
    let is_remote = REMOTE.iter().any(is_set);
    if system == "macos" && !is_remote {
        return vec![MACOS];
    }
    if environment.is_set("TMUX") {
        return vec![TMUX];
    }
    if is_remote {
        return Vec::new();
    }
    let wayland = environment.is_set("WAYLAND_DISPLAY").then_some(WAYLAND);
    let x11 = X11.iter().copied().filter(|_| environment.is_set("DISPLAY"));
    wayland.into_iter().chain(x11).collect()
}

/// Starts a program whose input is a pipe and whose output goes nowhere.
fn start(program: &[&str]) -> io::Result<Child> {
    let (name, arguments) = program.split_first().ok_or(ErrorKind::NotFound)?;
    Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

fn finish(mut child: Child, words: &str) {
    if let Some(mut stdin) = child.stdin.take() {
        // the reader was only promised that the words were sent
        let _ = stdin.write_all(words.as_bytes());
    }
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<const N: usize>(system: &str, variables: [&str; N], expected: &[&str]) {
        let environment = Environment::from(variables.map(|name| (name, "1")));
        let programs = programs(&environment, system);
        let names: Vec<&str> = programs.iter().map(|program| program[0]).collect();
        assert_eq!(names, expected, "{variables:?}");
    }

    #[test]
    fn a_local_reader_gets_a_program_of_the_machine() {
        check("macos", ["TMUX"], &["pbcopy"]);
        check("linux", ["WAYLAND_DISPLAY", "DISPLAY"], &["wl-copy", "xclip", "xsel"]);
        check("linux", ["DISPLAY"], &["xclip", "xsel"]);
        check("linux", ["TMUX", "DISPLAY"], &["tmux"]);
        check("linux", [], &[]);
    }

    #[test]
    fn a_remote_reader_gets_the_terminal() {
        check("linux", ["SSH_TTY", "DISPLAY"], &[]);
        check("linux", ["SSH_CONNECTION", "WAYLAND_DISPLAY"], &[]);
        check("linux", ["ZELLIJ", "DISPLAY"], &[]);
        check("macos", ["SSH_CONNECTION"], &[]);
        check("linux", ["SSH_TTY", "TMUX"], &["tmux"]);
    }

    #[test]
    fn a_program_gets_the_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("words");
        let script = format!("cat > {0}.new && mv {0}.new {0}", path.display());
        let child = start(&["sh", "-c", &script]).unwrap();
        finish(child, "It rains.");
        assert_eq!(std::fs::read_to_string(path).unwrap(), "It rains.");
    }

    #[test]
    fn a_program_that_is_not_installed_is_passed_over() {
        assert!(start(&["whosaid-no-such-program"]).is_err());
    }

    #[test]
    fn without_a_program_the_terminal_does_it() {
        assert_eq!(copy("It rains.", &Environment::default()), Clipboard::Terminal);
    }
}
