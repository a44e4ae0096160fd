//! Abbreviations, and whether a sentence can end with one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Rows of `form<TAB>always|maybe`. The file names its source.
const LIST: &str = include_str!("../../assets/lexicon/abbreviations.txt");

static ABBREVIATIONS: LazyLock<HashMap<&'static str, Ending>> = LazyLock::new(|| {
    let rows = LIST.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let (form, ending) = row.split_once('\t')?;
        Some((form, if ending == "always" { Ending::Never } else { Ending::Perhaps }))
    })
    .collect()
});

/// Whether the period of an abbreviation can also end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It cannot, because a name or a number follows: `Mr.`, `No.`
    Never,
    /// It can: `U.S.`, `a.m.`, `Inc.`
    Perhaps,
}

/// Whether `form`, including its period, is a listed abbreviation.
pub fn is_listed(form: &str) -> bool {
    ABBREVIATIONS.contains_key(form)
}

/// Whether a sentence can end with `form`, a word that ends in a period. After an initial it cannot.
pub fn ending(form: &str) -> Ending {
    let initial = form.chars().filter(|c| c.is_alphabetic()).count() == 1;
    let unlisted = if initial { Ending::Never } else { Ending::Perhaps };
    ABBREVIATIONS.get(form).copied().unwrap_or(unlisted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, listed: bool, expected: Ending) {
        assert_eq!((is_listed(form), ending(form)), (listed, expected), "{form}");
    }

    #[test]
    fn a_title_never_ends_a_sentence() {
        check("Mr.", true, Ending::Never);
    }

    #[test]
    fn other_abbreviations_may_end_one() {
        check("a.m.", true, Ending::Perhaps);
        check("U.S.", true, Ending::Perhaps);
    }

    #[test]
    fn an_initial_never_ends_a_sentence() {
        check("K.", false, Ending::Never);
        check("X.Y.", false, Ending::Perhaps);
    }

    #[test]
    fn the_comments_of_the_list_are_no_abbreviations() {
        assert!(ABBREVIATIONS.keys().all(|form| form.ends_with('.')));
    }
}
