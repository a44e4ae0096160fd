//! `whosaid man` and `whosaid completions`, and the examples at the end of the help.

use std::io::{self, Write};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::app::state::glossary::TERMS;
use crate::cli::error::Error;
use crate::cli::world::output;

/// Commands to copy, and what they do.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("whosaid article.txt", "Read an article"),
    ("whosaid article.txt --speaker Lavrov", "Step through the quotes by one speaker"),
    ("whosaid --plain article.txt", "Print a numbered list of the quotes"),
    ("whosaid annotate --format csv *.txt > quotes.csv", "Make a table of many articles"),
    ("whosaid annotate --format html --output pages *.txt", "Make a web page of each article"),
];

/// Exit statuses, and when they occur.
const STATUSES: &[(&str, &str)] = &[
    ("0", "Success."),
    ("1", "A file could not be read or written, or one of the articles to annotate was bad."),
    ("2", "The command line was wrong."),
    ("128+n", "Signal n ended the program."),
];

/// Variables that matter, and what for.
const VARIABLES: &[(&str, &str)] = &[
    ("NO_COLOR", "If set, there are no colors unless a flag asks for them."),
    ("COLORTERM, TERM", "The number of colors. A dumb terminal gets the list of --plain."),
    ("COLORFGBG", "Whether the background is dark or light."),
    ("LC_ALL, LC_CTYPE, LANG", "Whether the terminal shows more than ASCII."),
    (
        "SSH_TTY, SSH_CONNECTION, ZELLIJ, TMUX, WAYLAND_DISPLAY, DISPLAY",
        "Whether a program or the terminal fills the clipboard.",
    ),
];

/// Files of the reader, and what they hold.
const FILES: &[(&str, &str)] = &[
    (
        "$XDG_CONFIG_HOME/whosaid/config.toml (default: ~/.config/whosaid/config.toml)",
        "The configuration: theme, color, width, mouse, ascii, and [keys] with the names that whosaid keys lists.",
    ),
    (
        "$XDG_STATE_HOME/whosaid/places/ (default: ~/.local/state/whosaid/places/)",
        "Where you left off in each article.",
    ),
];

/// The examples as lines for the help.
pub(crate) fn examples() -> String {
    let width = EXAMPLES.iter().map(|(example, _)| example.len()).max().unwrap_or(0);
    let lines =
        EXAMPLES.iter().map(|(example, purpose)| format!("\n  {example:<width$}  {purpose}"));
    format!("Examples:{}", lines.collect::<String>())
}

/// Prints the completion script for a shell.
pub(crate) fn complete(shell: Shell, mut command: Command) -> Result<(), Error> {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(())
}

/// Prints the man page.
pub(crate) fn print_page(command: &Command) -> Result<(), Error> {
    let mut page = Vec::new();
    write_page(command, &mut page).map_err(Error::Write)?;
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(())
}

/// One page for all commands: nobody looks for `whosaid-annotate(1)`.
fn write_page(command: &Command, page: &mut dyn Write) -> io::Result<()> {
    let man = Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    let commands: Vec<(String, String)> = command.get_subcommands().map(summary).collect();
    write_section("COMMANDS", &commands, page)?;
    for subcommand in command.get_subcommands() {
        write_options(subcommand, page)?;
    }
    write_section("EXIT STATUS", STATUSES, page)?;
    write_section("ENVIRONMENT", VARIABLES, page)?;
    write_section("FILES", FILES, page)?;
    write_section("EXAMPLES", EXAMPLES, page)?;
    write_section("GLOSSARY", TERMS, page)?;
    man.render_version_section(page)
}

fn summary(command: &Command) -> (String, String) {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    (command.get_name().to_owned(), about)
}

/// Writes the options of a subcommand as a section of its own.
fn write_options(subcommand: &Command, page: &mut dyn Write) -> io::Result<()> {
    let heading = format!("Options of {}", subcommand.get_name());
    let headed = subcommand.clone().disable_help_flag(true);
    let headed = headed.mut_args(|argument| argument.help_heading(heading.clone()));
    Man::new(headed).render_options_section(page)
}

/// Writes a section of terms and descriptions.
fn write_section<T: AsRef<str>>(
    title: &str,
    rows: &[(T, T)],
    page: &mut dyn Write,
) -> io::Result<()> {
    let mut section = Roff::new();
    section.control("SH", [title]);
    for (term, description) in rows {
        section.control("TP", []);
        section.text([bold(term.as_ref())]);
        section.text([roman(description.as_ref())]);
    }
    section.to_writer(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_line_up() {
        let examples = examples();
        let (title, lines) = examples.split_once('\n').unwrap();
        assert_eq!(title, "Examples:");
        for (line, (example, purpose)) in lines.lines().zip(EXAMPLES) {
            assert!(line.starts_with(&format!("  {example}  ")), "{line}");
            assert_eq!(line.find(purpose), lines.find(EXAMPLES[0].1), "{line}");
        }
        assert_eq!(lines.lines().count(), EXAMPLES.len());
    }

    #[test]
    fn the_man_page_has_every_section() {
        let command = Command::new("whosaid")
            .version("1")
            .subcommand(Command::new("keys").about("List keys"));
        let mut page = Vec::new();
        write_page(&command, &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        let titles: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        let expected =
            ["NAME", "SYNOPSIS", "COMMANDS", "\"EXIT STATUS\"", "ENVIRONMENT", "FILES", "EXAMPLES"];
        let present: Vec<&str> =
            titles.iter().copied().filter(|title| expected.contains(title)).collect();
        assert_eq!(present, expected);
        assert!(page.contains(".TP\n\\fBkeys\\fR\nList keys\n"), "{page}");
    }
}
