//! Trims names: removes titles, brackets and everyday words that the network tagged along with a name.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::Lexicon;
use crate::model::names::long_names::PARTICLES;
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// Capitalized at times, but never a name.
const FUNCTION_WORDS: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "the", "a", "an", "this", "that"];

/// The part of a tagged name that is a name, if there is any.
pub(super) fn trimmed(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tokens: Range<usize>,
    kind: EntityKind,
) -> Option<Range<usize>> {
    let trimmer = Trimmer { reading, lexicon };
    let bracket = tokens.clone().find(|&at| reading.word(at) == "(");
    let mut name = tokens.start..bracket.unwrap_or(tokens.end);
    if kind == EntityKind::Person {
        name = trimmer.without_title(name);
    }
    while name.len() > 1 && !trimmer.can_end(name.end - 1) {
        name.end -= 1;
    }
    while name.len() > 1 && !trimmer.can_begin(name.start, kind) {
        name.start += 1;
    }
    let is_name = trimmer.can_begin(name.start, kind)
        && !lexicon.demonyms.contains(reading.word(name.start))
        && !FUNCTION_WORDS.contains(&reading.lower(name.start));
    (name.len() > 1 || is_name).then_some(name)
}

struct Trimmer<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
}

impl Trimmer<'_> {
    /// A person's name without what comes before and with its last title, and without "of Ely".
    fn without_title(&self, tokens: Range<usize>) -> Range<usize> {
        let is_first_name = |at: &usize| {
            self.lexicon.first_names.contains_key(self.reading.word(*at)) && !self.is_title(*at)
        };
        let first_name = tokens.clone().find(is_first_name).unwrap_or(tokens.end);
        let is_abbreviated = |at: usize| self.reading.word(at).ends_with('.');
        let ends_title =
            |at: &usize| self.is_title(*at) && (*at < first_name || is_abbreviated(*at));
        let title = tokens.clone().rev().filter(|at| at + 1 < tokens.end).find(ends_title);
        let start = title.map_or(tokens.start, |at| at + 1);
        let of = (start + 2..tokens.end).find(|&at| self.reading.word(at) == "of");
        start..of.unwrap_or(tokens.end)
    }

    fn can_end(&self, at: usize) -> bool {
        match self.reading.kind(at) {
            TokenKind::Word => self.reading.word(at).chars().any(char::is_uppercase),
            TokenKind::Number => true,
            TokenKind::Possessive | TokenKind::Mark => false,
        }
    }

    fn can_begin(&self, at: usize, kind: EntityKind) -> bool {
        let is_particle = PARTICLES.contains(&self.reading.word(at));
        let is_title = kind == EntityKind::Person && self.is_title(at);
        !is_title && (is_particle || self.can_end(at))
    }

    fn is_title(&self, at: usize) -> bool {
        self.lexicon.titles.contains_key(self.reading.word(at))
    }
}
