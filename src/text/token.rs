//! Divides a text into words, numbers and punctuation marks.
//!
//! A token has no white space. Hyphenated compounds, contractions and dotted acronyms are one token. A possessive `’s`
//! is a token of its own, so that it is not part of a name. An abbreviation includes its period, so every other `.` may
//! end a sentence.

use std::iter::Peekable;
use std::str::CharIndices;

use crate::text::abbreviation;
use crate::text::span::Span;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text.
    pub span: Span,
    /// Which of them it is.
    pub kind: TokenKind,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word, a handle or a link: it begins with a letter, `@` or `#`.
    Word,
    /// A number: it begins with a digit.
    Number,
    /// The `’s` after a word.
    Possessive,
    /// Any other sign, or a run of periods, hyphens, backticks or apostrophes.
    Mark,
}

/// Divides a text into tokens.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut scanner = Scanner { text, characters: text.char_indices().peekable() };
    while let Some(&(start, first)) = scanner.characters.peek() {
        if first.is_whitespace() {
            scanner.characters.next();
            continue;
        }
        let (end, kind) = scanner.token(first);
        let span = Span::new(start, end);
        match kind {
            TokenKind::Word => push_word(text, span, &mut tokens),
            TokenKind::Number | TokenKind::Possessive | TokenKind::Mark => {
                tokens.push(Token { span, kind });
            }
        }
    }
    tokens
}

/// Adds a word, and its possessive separately.
fn push_word(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let word = span.of(text);
    let suffix = ["’s", "'s", "’S", "'S"].iter().find(|suffix| word.ends_with(*suffix));
    let cut = span.end() - suffix.map_or(0, |suffix| suffix.len());
    tokens.push(Token { span: Span::new(span.start(), cut), kind: TokenKind::Word });
    if cut < span.end() {
        tokens.push(Token { span: Span::new(cut, span.end()), kind: TokenKind::Possessive });
    }
}

struct Scanner<'a> {
    text: &'a str,
    characters: Peekable<CharIndices<'a>>,
}

impl Scanner<'_> {
    /// Reads the token that begins with the next character, `first`. Returns its end and kind.
    fn token(&mut self, first: char) -> (usize, TokenKind) {
        let start = self.place();
        if self.rest(start).starts_with("http://") || self.rest(start).starts_with("https://") {
            return (self.pass(|_, _| true), TokenKind::Word);
        }
        if first.is_alphabetic() || (matches!(first, '@' | '#') && self.names(start)) {
            self.characters.next();
            let end = self.word();
            return (self.abbreviation(start, end), TokenKind::Word);
        }
        if first.is_ascii_digit() {
            self.characters.next();
            return (self.word(), TokenKind::Number);
        }
        self.characters.next();
        if matches!(first, '.' | '-' | '\'' | '`') {
            return (self.pass(|_, next| next == first), TokenKind::Mark);
        }
        (self.place(), TokenKind::Mark)
    }

    /// Reads letters, digits and accents, joined by hyphens, apostrophes, `&`, `_` or `@`, and digits joined by `.,:/`.
    fn word(&mut self) -> usize {
        loop {
            self.pass(|_, next| continues_word(next));
            let place = self.place();
            let mut ahead = self.rest(place).chars();
            let joins = match (self.rest_before(place), ahead.next(), ahead.next()) {
                (Some(_), Some('-' | '\'' | '’' | '&' | '_' | '@'), Some(next)) => {
                    next.is_alphanumeric()
                }
                (Some(before), Some('.' | ',' | ':' | '/'), Some(next)) => {
                    before.is_ascii_digit() && next.is_ascii_digit()
                }
                _ => false,
            };
            if !joins {
                return place;
            }
            self.characters.next();
        }
    }

    /// Reads the periods of `U.S.`, `a.m.`, `Mr.` and `J.` after the letters from `start` to `end`.
    fn abbreviation(&mut self, start: usize, end: usize) -> usize {
        let mut end = end;
        while self.rest(end).starts_with('.') && !self.rest(end).starts_with("..") {
            let letters = Span::new(start, end).of(self.text);
            let dotted = Span::new(start, end + 1).of(self.text);
            let goes_on = self.rest(end + 1).starts_with(char::is_alphabetic);
            let short = letters.rsplit('.').next().is_some_and(|part| part.chars().count() == 1);
            let initial = short && letters.ends_with(char::is_uppercase);
            if !(short && goes_on || initial && !goes_on || abbreviation::is_listed(dotted)) {
                break;
            }
            self.characters.next();
            end = self.place();
            if short && goes_on {
                self.characters.next();
                end = self.pass(|_, next| continues_word(next));
            }
        }
        end
    }

    /// Reads while `goes_on(last, next)` holds, up to white space. Returns the place after it.
    fn pass(&mut self, goes_on: impl Fn(char, char) -> bool) -> usize {
        let mut last = ' ';
        while let Some(&(_, next)) = self.characters.peek() {
            if next.is_whitespace() || !goes_on(last, next) {
                break;
            }
            last = next;
            self.characters.next();
        }
        self.place()
    }

    fn place(&mut self) -> usize {
        self.characters.peek().map_or(self.text.len(), |&(place, _)| place)
    }

    fn rest(&self, place: usize) -> &str {
        Span::new(place, self.text.len()).of(self.text)
    }

    fn rest_before(&self, place: usize) -> Option<char> {
        Span::new(0, place).of(self.text).chars().next_back()
    }

    /// Whether the sign at `place` begins a handle or a hashtag.
    fn names(&self, place: usize) -> bool {
        self.rest(place).chars().nth(1).is_some_and(char::is_alphanumeric)
    }
}

fn continues_word(character: char) -> bool {
    // a combining accent, as in decomposed text, does not count as alphanumeric
    character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<&str> = tokenize(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn marks_are_tokens() {
        check("“It rains,” she said.", "“|It|rains|,|”|she|said|.");
    }

    #[test]
    fn a_possessive_is_a_token() {
        check("Macron’s plan isn't NATO's", "Macron|’s|plan|isn't|NATO|'s");
    }

    #[test]
    fn abbreviations_keep_their_periods() {
        check(
            "Mr. Lee of the U.S. spoke at 9 a.m. to J. K. Poe.",
            "Mr.|Lee|of|the|U.S.|spoke|at|9|a.m.|to|J.|K.|Poe|.",
        );
    }

    #[test]
    fn a_period_after_other_words_is_a_mark() {
        check(
            "It rains. Plan b. Or B... Go to X.Y now.",
            "It|rains|.|Plan|b|.|Or|B|...|Go|to|X.Y|now|.",
        );
    }

    #[test]
    fn an_accent_of_its_own_belongs_to_its_letter() {
        check("Zoe\u{308}’s cafe\u{301}s", "Zoe\u{308}|’s|cafe\u{301}s");
    }

    #[test]
    fn only_some_signs_join_words() {
        check("a_b c@d e+f g.h,i 1.a 5th", "a_b|c@d|e|+|f|g.h|,|i|1|.|a|5th");
        check("ex- @ # @1 3/4 10:", "ex|-|@|#|@1|3/4|10|:");
    }

    #[test]
    fn runs_of_one_sign_are_one_mark() {
        check("``a'' —— !! ..-", "``|a|''|—|—|!|!|..|-");
        check("http://a.org, www", "http://a.org,|www");
    }

    #[test]
    fn a_token_has_a_kind() {
        let kinds = tokenize("Ann’s 5 €").iter().map(|token| token.kind).collect::<Vec<_>>();
        assert_eq!(
            kinds,
            [TokenKind::Word, TokenKind::Possessive, TokenKind::Number, TokenKind::Mark]
        );
        assert_eq!(tokenize("@ann #flood").len(), 2);
    }

    #[test]
    fn numbers_keep_their_commas() {
        check("$1,234.50, or 6-1, at 10:30.", "$|1,234.50|,|or|6-1|,|at|10:30|.");
    }

    #[test]
    fn doubled_apostrophes_are_one_mark() {
        check("''Yes,'' he said... -- no", "''|Yes|,|''|he|said|...|--|no");
    }

    #[test]
    fn compounds_handles_and_links_are_one() {
        check(
            "the ex-mayor @ann_lee #Flood AT&T https://a.org/b?c=d ok",
            "the|ex-mayor|@ann_lee|#Flood|AT&T|https://a.org/b?c=d|ok",
        );
    }

    #[test]
    fn a_single_quotation_mark_is_not_part_of_a_word() {
        check("‘It rains,’ he said. 'No'", "‘|It|rains|,|’|he|said|.|'|No|'");
    }
}
