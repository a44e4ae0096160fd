//! `whosaid man` and `whosaid completions`: what follows from the command line for manuals and shells.

use std::io::{self, Write};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::error::Error;
use crate::cli::world::output;

/// Files that the program looks for, and what they are for.
const FILES: &[(&str, &str)] = &[(
    "$XDG_CONFIG_HOME/whosaid/config.toml, else ~/.config/whosaid/config.toml",
    "theme, color, width, mouse, ascii, and keys by the names that whosaid keys lists",
)];

/// Variables that the program heeds, and what they are for.
const VARIABLES: &[(&str, &str)] = &[
    ("NO_COLOR", "set to anything: no colors, unless a flag asks for them"),
    ("COLORTERM, TERM", "how many colors there are; a dumb terminal gets the plain list"),
    ("COLORFGBG", "whether the background is dark or light"),
    ("LC_ALL, LC_CTYPE, LANG", "whether there is more than ASCII to draw with"),
];

/// Prints the completions for a shell.
pub fn complete(shell: Shell, mut command: Command) -> Result<(), Error> {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(())
}

/// Prints the man page.
pub fn print_page(command: &Command) -> Result<(), Error> {
    let mut page = Vec::new();
    write_page(command, &mut page).map_err(Error::Write)?;
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(())
}

/// One page with all commands: nobody looks for `whosaid-annotate(1)`.
fn write_page(command: &Command, page: &mut dyn Write) -> io::Result<()> {
    let man = Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    let commands: Vec<(String, String)> = command.get_subcommands().map(about).collect();
    section("COMMANDS", &commands, page)?;
    for subcommand in command.get_subcommands() {
        let heading = format!("Options of {}", subcommand.get_name());
        let headed = subcommand.clone().disable_help_flag(true);
        let headed = headed.mut_args(|argument| argument.help_heading(heading.clone()));
        Man::new(headed).render_options_section(page)?;
    }
    section("FILES", FILES, page)?;
    section("ENVIRONMENT", VARIABLES, page)?;
    man.render_version_section(page)
}

fn about(command: &Command) -> (String, String) {
    let words = command.get_about().map(ToString::to_string).unwrap_or_default();
    (command.get_name().to_owned(), words)
}

/// A section of names with what is to be said of them.
fn section<T: AsRef<str>>(title: &str, rows: &[(T, T)], page: &mut dyn Write) -> io::Result<()> {
    let mut section = Roff::new();
    section.control("SH", [title]);
    for (name, words) in rows {
        section.control("TP", []);
        section.text([bold(name.as_ref())]);
        section.text([roman(words.as_ref())]);
    }
    section.to_writer(page)
}
