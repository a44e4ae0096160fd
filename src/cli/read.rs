//! `whosaid FILE`: shows an article in the terminal, or prints its quotes as a list.

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use clap::Args;

use crate::app::state::preferences::Spelling;
use crate::app::state::wanted::Wanted;
use crate::cli::choices::SettingArgs;
use crate::cli::config::Config;
use crate::cli::error::Error;
use crate::cli::import::{self, Opened};
use crate::cli::reader::{self, Opening, Start};
use crate::cli::settings::Settings;
use crate::cli::world::bookmarks::BookmarkFile;
use crate::cli::world::environment::Environment;
use crate::cli::world::{config_file, output};
use crate::formats::plain;
use crate::model::Model;
use crate::text::ascii;

/// What to read, and how.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// Article to read, or - for standard input [default: standard input, or a sample if that is empty]
    file: Option<PathBuf>,
    /// Show the annotations in this file instead of the model's: .json from annotate, or .ann from brat
    #[arg(long, value_name = "FILE")]
    annotations: Option<PathBuf>,
    /// Print the quotes as a numbered list, one per line, without escape sequences
    #[arg(long)]
    plain: bool,
    /// Start at the top, not where you left off
    #[arg(long)]
    fresh: bool,
    /// Start at the quote with this number
    #[arg(long, value_name = "NUMBER", group = "place")]
    quote: Option<usize>,
    /// Start at the first quote by this speaker, and list only theirs; part of the name is enough
    #[arg(long, value_name = "NAME", group = "place")]
    speaker: Option<String>,
    /// Start at the first mention of this person, organization, place, or event, and list only those
    #[arg(long, value_name = "NAME", group = "place")]
    entity: Option<String>,
    #[command(flatten)]
    settings: SettingArgs,
}

impl ReadArgs {
    /// The place to start at.
    fn wanted(&self) -> Option<Wanted> {
        let quote = self.quote.map(Wanted::Quote);
        let speaker = self.speaker.clone().map(Wanted::Speaker);
        quote.or(speaker).or(self.entity.clone().map(Wanted::Entity))
    }
}

/// Shows an article in the terminal, or prints the list where there is none.
pub(crate) fn run(args: ReadArgs) -> Result<(), Error> {
    let environment = Environment::of_process();
    let wanted = args.wanted();
    let opened = import::open(args.file, args.annotations.as_deref())?;
    let (config, mistake) = config_file::read(&environment)
        .map_or_else(|error| (Config::default(), Some(error)), |config| (config, None));
    let flags = args.settings.choices();
    let settings = Settings::merge(flags, config.choices, config.keymap, &environment);
    let remark = opened.remark.clone();
    let is_terminal = stdout().is_terminal();
    let result = if args.plain || !is_terminal || environment.is_dumb() {
        // a pipe gets Unicode in any locale
        let spelling = if is_terminal { Some(settings.spelling) } else { flags.spelling };
        print_list(opened, spelling.unwrap_or(Spelling::Unicode))
    } else {
        let Opened { source, article, annotated, remark } = opened;
        let opening = Opening {
            source,
            start: if args.fresh { Start::Top } else { Start::LastPlace },
            bookmarks: BookmarkFile::of(&article, &environment),
            environment,
            wanted,
            notice: mistake.as_ref().map(Error::chain).or(remark),
            annotated,
        };
        reader::show(article, settings, opening)
    };
    // once more in full, since the status line may have cut them
    if let Some(mistake) = mistake {
        output::warn(&mistake);
    }
    if let Some(remark) = remark {
        output::remark(&remark);
    }
    result
}

fn print_list(opened: Opened, spelling: Spelling) -> Result<(), Error> {
    let Opened { article, annotated, .. } = opened;
    let list = plain::list(&annotated.unwrap_or_else(|| Model::embedded().annotate(article)));
    output::print(&match spelling {
        Spelling::Unicode => list,
        Spelling::Ascii => ascii::spell_text(&list),
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Flags {
        #[command(flatten)]
        args: ReadArgs,
    }

    fn parse(line: &[&str]) -> Result<Flags, clap::Error> {
        Flags::try_parse_from([&["whosaid"], line].concat())
    }

    /// The place that a call starts at.
    #[track_caller]
    fn check(line: &[&str], expected: Option<&Wanted>) {
        assert_eq!(parse(line).unwrap().args.wanted().as_ref(), expected);
    }

    #[test]
    fn a_call_starts_at_one_place() {
        check(&["a.txt"], None);
        check(&["--quote", "7"], Some(&Wanted::Quote(7)));
        check(&["--speaker", "Ann Lee"], Some(&Wanted::Speaker("Ann Lee".to_owned())));
        check(&["--entity", "NATO"], Some(&Wanted::Entity("NATO".to_owned())));
        assert!(parse(&["--quote", "7", "--speaker", "Ann"]).is_err());
    }
}
