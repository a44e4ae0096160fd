//! Divides a text into words, so that spans can be compared as sets of words.

use std::collections::BTreeSet;

/// The words of a text.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The number of the word at each code point.
    at: Vec<Option<usize>>,
}

/// Words, by number.
pub(super) type WordSet = BTreeSet<usize>;

impl Words {
    /// Finds the runs of letters, digits and underscores, as Python's `\w+` does.
    pub(super) fn of(text: &str) -> Self {
        let (mut number, mut inside) = (0, false);
        let at = text.chars().map(|c| {
            let word = c.is_alphanumeric() || c == '_';
            number += usize::from(word && !inside);
            inside = word;
            word.then_some(number)
        });
        Self { at: at.collect() }
    }

    /// The words that share a code point with any of the spans `[start, end)`.
    pub(super) fn within(&self, spans: &[[usize; 2]]) -> WordSet {
        let inside = spans.iter().flat_map(|[start, end]| {
            self.at.get(*start..(*end).min(self.at.len())).unwrap_or_default()
        });
        inside.copied().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, spans: &[[usize; 2]], expected: &[usize]) {
        let found: Vec<usize> = Words::of(text).within(spans).into_iter().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_that_is_touched_counts() {
        check("“Yes, it’s late”", &[[0, 2], [13, 14]], &[1, 4]);
    }

    #[test]
    fn between_words_there_is_none() {
        check("“Yes, it’s late”", &[[4, 6], [90, 99]], &[]);
        check("“Yes, it’s late”", &[[0, 99]], &[1, 2, 3, 4]);
    }

    #[test]
    fn digits_and_underscores_are_letters_of_a_word() {
        check("a_b 2nd é-x", &[[0, 1]], &[1]);
        check("a_b 2nd é-x", &[[2, 5], [8, 9]], &[1, 2, 3]);
    }
}
