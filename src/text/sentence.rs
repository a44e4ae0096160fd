//! Divides a text into sentences.
//!
//! A sentence ends with its line. It also ends with a period, question or exclamation mark and the closing marks after
//! it, unless it continues with a small letter: “Why?” he asked.

use std::ops::Range;

use crate::text::abbreviation::{self, Ending};
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Words that begin a sentence far more often than a name, so that `U.S.` before one of them ends a sentence. Chosen by
/// hand.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "But",
    "By",
    "For",
    "He",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "Mr.",
    "Mrs.",
    "Ms.",
    "No",
    "On",
    "One",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "While",
    "Who",
    "With",
    "You",
];

/// The tokens of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Their range, which is never empty.
    pub tokens: Range<usize>,
}

impl Sentence {
    /// Its place in the text.
    pub fn span(&self, tokens: &[Token]) -> Span {
        match tokens.get(self.tokens.clone()) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([one]) => one.span,
            _ => Span::new(0, 0),
        }
    }
}

/// Divides the tokens of `text` into sentences. Every token is in one.
pub fn split_sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if ends_after(text, tokens, at) {
            sentences.push(Sentence { tokens: start..at + 1 });
            start = at + 1;
        }
    }
    sentences
}

/// Whether a sentence ends after the token `at`.
fn ends_after(text: &str, tokens: &[Token], at: usize) -> bool {
    let (Some(here), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
        return true;
    };
    let gap = Span::new(here.span.end(), next.span.start()).of(text);
    if gap.contains('\n') {
        return true;
    }
    let Some(stop) = closing_stop(text, tokens, at) else {
        return false;
    };
    let next_word = next.span.of(text);
    if is_closing(text, tokens, at + 1) && gap.is_empty() {
        return false;
    }
    let begins = begins_sentence(text, tokens, at + 1);
    match stop {
        Terminator::Sure => begins && !gap.is_empty(),
        Terminator::Abbreviation(Ending::Never) => false,
        Terminator::Abbreviation(Ending::Perhaps) => STARTERS.contains(&next_word),
    }
}

/// A mark that may end a sentence.
enum Terminator {
    Sure,
    Abbreviation(Ending),
}

/// The terminator at the end of the tokens up to `at`, not counting closing marks after it.
fn closing_stop(text: &str, tokens: &[Token], at: usize) -> Option<Terminator> {
    let mut at = at;
    while at > 0 && is_closing(text, tokens, at) {
        at -= 1;
    }
    let token = tokens.get(at)?;
    let word = token.span.of(text);
    match token.kind {
        TokenKind::Mark => {
            (word.starts_with('.') || matches!(word, "!" | "?" | "…")).then_some(Terminator::Sure)
        }
        TokenKind::Word if word.ends_with('.') => {
            Some(Terminator::Abbreviation(abbreviation::ending(word)))
        }
        TokenKind::Word | TokenKind::Number | TokenKind::Possessive => None,
    }
}

/// Whether the token is a closing quotation mark or bracket, with no white space before it.
fn is_closing(text: &str, tokens: &[Token], at: usize) -> bool {
    let (Some(before), Some(token)) =
        (at.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(at))
    else {
        return false;
    };
    let sign = matches!(token.span.of(text), "”" | "’" | "\"" | "'" | "''" | ")" | "]" | "»");
    sign && before.span.end() == token.span.start()
}

/// Whether a sentence can begin with the token `at`, not counting opening marks.
fn begins_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut words = tokens.get(at..).unwrap_or_default().iter();
    let first = words.find(|token| token.kind != TokenKind::Mark || token.span.of(text) == "…");
    first.is_some_and(|token| !token.span.of(text).starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokenize;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text);
        let sentences = split_sentences(text, &tokens);
        let found: Vec<&str> = sentences.iter().map(|s| s.span(&tokens).of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_period_before_a_capital_ends_a_sentence() {
        check("It rains. It pours! Does it? Yes.", &["It rains.", "It pours!", "Does it?", "Yes."]);
    }

    #[test]
    fn a_line_end_always_ends_a_sentence() {
        check("Flood in Ely\n\nIt rained", &["Flood in Ely", "It rained"]);
    }

    #[test]
    fn titles_and_initials_end_no_sentence() {
        check("Mr. Lee met J. K. Poe. He left.", &["Mr. Lee met J. K. Poe.", "He left."]);
    }

    #[test]
    fn an_acronym_ends_a_sentence_only_before_a_starter() {
        check(
            "He left the U.S. She stayed. The U.S. Senate met.",
            &["He left the U.S.", "She stayed.", "The U.S. Senate met."],
        );
    }

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        check(
            "“It rains.” He left. “Why?” she asked.",
            &["“It rains.”", "He left.", "“Why?” she asked."],
        );
    }

    #[test]
    fn a_sentence_ends_only_before_a_blank() {
        check("He wrote.She left. It rains.", &["He wrote.She left.", "It rains."]);
    }

    #[test]
    fn a_small_letter_continues_the_sentence() {
        check("It rains. and pours.", &["It rains. and pours."]);
        check("“Why?” he asked. (Nobody knew.)", &["“Why?” he asked.", "(Nobody knew.)"]);
    }

    #[test]
    fn a_number_or_an_ellipsis_may_begin_a_sentence() {
        check("It rains. 40 left.", &["It rains.", "40 left."]);
        check("It rains. … and pours.", &["It rains.", "… and pours."]);
    }

    #[test]
    fn every_closing_mark_belongs_to_its_sentence() {
        for mark in ["”", "’", "\"", "'", "''", ")", "]", "»", ")”"] {
            let first = format!("It rains.{mark}");
            check(&format!("{first} He left."), &[&first, "He left."]);
        }
    }

    #[test]
    fn an_opening_mark_belongs_to_the_next_sentence() {
        check("It rains. \"He left.\"", &["It rains.", "\"He left.\""]);
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        check("", &[]);
        assert_eq!(Sentence { tokens: 0..0 }.span(&[]), Span::new(0, 0));
    }

    #[test]
    fn decimals_and_ellipses_end_no_sentence() {
        check(
            "It cost $3.5 million... and more. Then 4.",
            &["It cost $3.5 million... and more.", "Then 4."],
        );
    }
}
