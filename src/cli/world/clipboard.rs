//! The clipboard: by a program of this machine where the reader sits at it, by the terminal where they do not.
//!
//! Over SSH a program would fill the clipboard of the far machine, so there the terminal does it (OSC 52); tmux has a
//! command of its own for that, which also fills its buffer. The order is that of tuicr's users (research/
//! terminal-anchors, section 2). No terminal says whether it obeyed.

use std::env::consts::OS;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::cli::world::environment::Environment;
use crate::terminal::outside::Clipboard;

/// A program that takes the words on its standard input: its name and its arguments.
type Program = &'static [&'static str];

/// Variables that tell of a far machine, or of a program that stands between.
const FAR: [&str; 3] = ["SSH_TTY", "SSH_CONNECTION", "ZELLIJ"];
const MACOS: Program = &["pbcopy"];
const TMUX: Program = &["tmux", "load-buffer", "-w", "-"];
const WAYLAND: Program = &["wl-copy"];
const X11: &[Program] =
    &[&["xclip", "-selection", "clipboard"], &["xsel", "--clipboard", "--input"]];

/// Puts words into the clipboard by the first program that takes them; or says that the terminal is to do it.
pub fn copy(words: &str, environment: &Environment) -> Clipboard {
    let programs = programs(environment, OS);
    let sent = programs.into_iter().any(|program| feed(program, words).is_ok());
    if sent { Clipboard::Sent } else { Clipboard::Terminal }
}

/// The programs that may do it in an operating system, the best first.
fn programs(environment: &Environment, system: &str) -> Vec<Program> {
    let is_set = |name: &&str| environment.is_set(name);
    let is_remote = FAR.iter().any(is_set);
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

/// Gives a program the words, and does not wait for its end: some of them stay to serve the clipboard.
fn feed(program: Program, words: &str) -> io::Result<()> {
    let Some((name, arguments)) = program.split_first() else { return Ok(()) };
    let child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let words = words.to_owned();
    thread::spawn(move || finish(child, &words));
    Ok(())
}

fn finish(mut child: Child, words: &str) {
    if let Some(mut stdin) = child.stdin.take() {
        // a program that does not take them cannot be helped, and the reader has been told no more than "sent"
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
    fn at_the_machine_itself_its_own_program_serves() {
        check("macos", ["TMUX"], &["pbcopy"]);
        check("linux", ["WAYLAND_DISPLAY", "DISPLAY"], &["wl-copy", "xclip", "xsel"]);
        check("linux", [], &[]);
    }

    #[test]
    fn far_away_the_terminal_does_it() {
        check("linux", ["SSH_TTY", "DISPLAY"], &[]);
        check("macos", ["SSH_CONNECTION"], &[]);
        check("linux", ["SSH_TTY", "TMUX"], &["tmux"]);
    }
}
