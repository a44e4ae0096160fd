//! Abbreviations, and whether a sentence may end with one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// `form<TAB>always|maybe`; the file says where it comes from.
const LIST: &str = include_str!("../../assets/lexicon/abbreviations.txt");

static ABBREVIATIONS: LazyLock<HashMap<&'static str, Ending>> = LazyLock::new(|| {
    let rows = LIST.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let (form, ending) = row.split_once('\t')?;
        Some((form, if ending == "always" { Ending::Never } else { Ending::Perhaps }))
    })
    .collect()
});

/// Whether the full stop of an abbreviation can end a sentence as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A name or a number follows: `Mr.`, `No.`
    Never,
    /// `U.S.`, `a.m.`, `Inc.`
    Perhaps,
}

/// Whether `form`, its full stop included, is an abbreviation.
pub fn is_one(form: &str) -> bool {
    ABBREVIATIONS.contains_key(form)
}

/// Whether a sentence can end with the word `form`, which has a full stop at its end.
pub fn ending(form: &str) -> Ending {
    let initial = form.chars().filter(|c| c.is_alphabetic()).count() == 1;
    let unlisted = if initial { Ending::Never } else { Ending::Perhaps };
    ABBREVIATIONS.get(form).copied().unwrap_or(unlisted)
}
