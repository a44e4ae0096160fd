//! The clipboard: by a program of this machine where the reader sits at it, by the terminal where they do not.
//!
//! Over SSH a program would fill the clipboard of the far machine, so there the terminal does it (OSC 52); tmux has a
//! command of its own for that, which also fills its buffer. The order is that of tuicr's users (research/
//! terminal-anchors, section 2). No terminal says whether it obeyed.

use std::env;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::terminal::outside::Clipboard;

/// A program that takes the words on its standard input: its name and its arguments.
type Program = &'static [&'static str];

const MACOS: Program = &["pbcopy"];
const TMUX: Program = &["tmux", "load-buffer", "-w", "-"];
const WAYLAND: Program = &["wl-copy"];
const X11: &[Program] =
    &[&["xclip", "-selection", "clipboard"], &["xsel", "--clipboard", "--input"]];

/// What tells where the reader sits.
#[derive(Clone, Copy, Debug, Default)]
struct Surroundings {
    macos: bool,
    tmux: bool,
    remote: bool,
    wayland: bool,
    x11: bool,
}

/// Puts words into the clipboard by the first program that takes them; or says that the terminal is to do it.
pub fn copy(words: &str) -> Clipboard {
    let programs = programs(Surroundings::of_this_process());
    let sent = programs.into_iter().any(|program| feed(program, words).is_ok());
    if sent { Clipboard::Sent } else { Clipboard::Terminal }
}

impl Surroundings {
    fn of_this_process() -> Self {
        let is_set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
        Self {
            macos: cfg!(target_os = "macos"),
            tmux: is_set(&"TMUX"),
            remote: ["SSH_TTY", "SSH_CONNECTION", "ZELLIJ"].iter().any(is_set),
            wayland: is_set(&"WAYLAND_DISPLAY"),
            x11: is_set(&"DISPLAY"),
        }
    }
}

/// The programs that may do it, the best first.
fn programs(at: Surroundings) -> Vec<Program> {
    if at.macos && !at.remote {
        return vec![MACOS];
    }
    if at.tmux {
        return vec![TMUX];
    }
    if at.remote {
        return Vec::new();
    }
    let wayland = at.wayland.then_some(WAYLAND);
    let x11 = X11.iter().copied().filter(|_| at.x11);
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

    const NOWHERE: Surroundings =
        Surroundings { macos: false, tmux: false, remote: false, wayland: false, x11: false };

    #[track_caller]
    fn check(at: Surroundings, expected: &[&str]) {
        let names: Vec<&str> = programs(at).iter().map(|program| program[0]).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn at_the_machine_itself_its_own_program_serves() {
        check(Surroundings { macos: true, tmux: true, ..NOWHERE }, &["pbcopy"]);
        check(Surroundings { wayland: true, x11: true, ..NOWHERE }, &["wl-copy", "xclip", "xsel"]);
        check(NOWHERE, &[]);
    }

    #[test]
    fn far_away_the_terminal_does_it() {
        check(Surroundings { remote: true, x11: true, ..NOWHERE }, &[]);
        check(Surroundings { macos: true, remote: true, ..NOWHERE }, &[]);
        check(Surroundings { remote: true, tmux: true, ..NOWHERE }, &["tmux"]);
    }
}
