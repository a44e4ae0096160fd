//! The command line: a quote by its number, or anything that has a key by its name.

use crate::app::keys::action::Action;
use crate::app::keys::table::{BINDINGS, Binding, Mode};

/// What a command line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    /// To go to a quote, by its number from 1.
    Quote(usize),
    /// To do something.
    Act(Action),
    /// An unknown command.
    Unknown,
}

/// Reads a command line.
pub fn parse(line: &str) -> Instruction {
    let line = line.trim();
    match line.parse() {
        Ok(number) => Instruction::Quote(number),
        Err(_) => {
            named(line).map_or(Instruction::Unknown, |binding| Instruction::Act(binding.action))
        }
    }
}

/// The row with this name, or the only one whose name begins with it.
fn named(words: &str) -> Option<&'static Binding> {
    let candidates = candidates(words);
    let whole = candidates.iter().find(|binding| binding.name == words);
    whole.or(candidates.first().filter(|_| candidates.len() == 1)).copied()
}

/// The rows that work while reading and whose names begin with some words.
pub fn candidates(words: &str) -> Vec<&'static Binding> {
    let reading = |binding: &&Binding| {
        binding.modes.contains(&Mode::Article) || binding.modes.contains(&Mode::List)
    };
    BINDINGS.iter().filter(reading).filter(|binding| binding.name.starts_with(words)).collect()
}

/// Extends the words as far as all names that begin with them agree.
pub fn complete(words: &str) -> String {
    let candidates = candidates(words);
    let Some((first, others)) = candidates.split_first() else { return words.to_owned() };
    let common = others.iter().fold(first.name, |common, other| {
        let alike = common.bytes().zip(other.name.bytes()).take_while(|(a, b)| a == b).count();
        common.get(..alike).unwrap_or_default()
    });
    common.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::action::{Extent, Way};

    #[track_caller]
    fn check(line: &str, expected: Instruction) {
        assert_eq!(parse(line), expected, "{line}");
    }

    #[test]
    fn a_number_is_a_quote() {
        check("7", Instruction::Quote(7));
        check(" 12 ", Instruction::Quote(12));
    }

    #[test]
    fn a_name_or_its_unique_beginning_does_what_its_key_does() {
        check("next", Instruction::Act(Action::Step(Way::On)));
        check("qui", Instruction::Act(Action::Quit));
        check("n", Instruction::Unknown);
        check("nonsense", Instruction::Unknown);
        check("-7", Instruction::Unknown);
    }

    #[test]
    fn a_name_is_completed_as_far_as_the_candidates_agree() {
        assert_eq!(complete("prev"), "previous");
        assert_eq!(complete("pr"), "previous");
        assert_eq!(complete("redr"), "redraw");
        assert_eq!(complete("xyz"), "xyz");
    }

    #[test]
    fn a_whole_name_goes_before_longer_ones() {
        check("copy", Instruction::Act(Action::Copy(Extent::WithSpeaker)));
        check("copy-w", Instruction::Act(Action::Copy(Extent::WordsOnly)));
    }

    #[test]
    fn only_what_works_while_reading_is_a_command() {
        check("accept", Instruction::Unknown);
        check("format", Instruction::Unknown);
        check("fold-text", Instruction::Act(Action::FoldText));
        check("choose", Instruction::Act(Action::Choose));
        assert_eq!(complete("cop"), "copy");
        assert_eq!(complete("cursor"), "cursor");
    }
}
