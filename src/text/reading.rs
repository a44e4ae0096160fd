//! An article as the model reads it: its tokens, and the lower case, sentence and paragraph of each.
//!
//! It is made once, and all steps of the model borrow it.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::article::{Article, BlockKind};
use crate::text::sentence::Sentence;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// An article cut into tokens.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its blocks, in order. None is empty.
    pub paragraphs: Vec<Paragraph>,
    lower: Vec<Cow<'a, str>>,
    sentence_of: Vec<u32>,
}

/// The tokens of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Their range.
    pub tokens: Range<usize>,
    /// The kind of the block.
    pub kind: BlockKind,
}

impl<'a> Reading<'a> {
    /// Combines an article with its tokens and sentences.
    pub fn new(article: &'a Article, tokens: &'a [Token], sentences: &'a [Sentence]) -> Self {
        let text = article.text();
        let lower = tokens.iter().map(|token| lowered(token.span.of(text))).collect();
        let mut sentence_of = Vec::with_capacity(tokens.len());
        for (number, sentence) in (0..).zip(sentences) {
            sentence_of.resize(sentence.tokens.end, number);
        }
        Self {
            text,
            tokens,
            sentences,
            paragraphs: paragraphs(article, tokens),
            lower,
            sentence_of,
        }
    }

    /// Reads an excerpt of a text as one paragraph without sentences.
    pub fn of_excerpt(text: &'a str, tokens: &'a [Token]) -> Self {
        let lower = tokens.iter().map(|token| lowered(token.span.of(text))).collect();
        let paragraph = Paragraph { tokens: 0..tokens.len(), kind: BlockKind::Paragraph };
        let (sentences, sentence_of) = (&[], Vec::new());
        Self { text, tokens, sentences, paragraphs: vec![paragraph], lower, sentence_of }
    }

    /// The word at `at`, or an empty one after the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The word at `at` in lower case, or an empty one after the last.
    pub fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    /// The kind of the token at `at`, or a mark after the last.
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// Whether the token is a word that begins with a capital.
    pub fn is_capitalized(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word && self.word(at).starts_with(char::is_uppercase)
    }

    /// The number of the sentence that holds token `at`.
    pub fn sentence_number(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(0, |&number| number as usize)
    }

    /// The tokens of the sentence that holds token `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let number = self.sentence_number(at);
        self.sentences.get(number).map_or(0..0, |sentence| sentence.tokens.clone())
    }

    /// Whether two tokens are in one sentence.
    pub fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.sentence_of.get(a) == self.sentence_of.get(b)
    }

    /// The number of the paragraph that holds token `at`.
    pub fn paragraph(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.tokens.end <= at)
    }

    /// The place of some tokens in the text, if there are any.
    pub fn span(&self, tokens: Range<usize>) -> Option<Span> {
        match self.tokens.get(tokens)? {
            [] => None,
            [one] => Some(one.span),
            [first, .., last] => Some(first.span.join(last.span)),
        }
    }

    /// The text from the first to the last of some tokens.
    pub fn words(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).map_or("", |span| span.of(self.text))
    }

    /// Whether white space or an end of the text precedes the token.
    pub fn spaced(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        match (before, self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end() < token.span.start(),
            (None, _) | (_, None) => true,
        }
    }
}

fn lowered(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

fn paragraphs(article: &Article, tokens: &[Token]) -> Vec<Paragraph> {
    let blocks = article.blocks().iter();
    blocks
        .map(|block| {
            let start = tokens.partition_point(|token| token.span.start() < block.span.start());
            let end = tokens.partition_point(|token| token.span.start() < block.span.end());
            Paragraph { tokens: start..end, kind: block.kind }
        })
        .filter(|paragraph| !paragraph.tokens.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentence::split_sentences;
    use crate::text::token::tokenize;

    #[track_caller]
    fn check(test: impl FnOnce(&Reading<'_>)) {
        let article = Article::parse("Flood in Ely\n\nIt rained. “Ann” left.").unwrap();
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        test(&Reading::new(&article, &tokens, &sentences));
    }

    #[test]
    fn a_token_has_a_word_and_a_kind() {
        check(|reading| {
            assert_eq!((reading.word(0), reading.lower(0)), ("Flood", "flood"));
            assert_eq!((reading.word(99), reading.lower(99)), ("", ""));
            assert_eq!(reading.kind(4), TokenKind::Word);
            assert_eq!(reading.kind(99), TokenKind::Mark);
            assert!(reading.is_capitalized(0) && !reading.is_capitalized(1));
            assert!(!reading.is_capitalized(6));
        });
    }

    #[test]
    fn a_token_has_a_sentence_and_a_paragraph() {
        check(|reading| {
            assert_eq!(
                [0, 2, 3, 5, 6, 99].map(|at| reading.sentence_number(at)),
                [0, 0, 1, 1, 2, 0]
            );
            assert_eq!((reading.sentence(4), reading.sentence(6)), (3..6, 6..11));
            assert!(reading.same_sentence(3, 5) && !reading.same_sentence(5, 6));
            assert_eq!([0, 2, 3, 10].map(|at| reading.paragraph(at)), [0, 0, 1, 1]);
            assert_eq!(reading.paragraphs[0].kind, BlockKind::Headline);
            assert_eq!(reading.paragraphs[1].tokens, 3..11);
        });
    }

    #[test]
    fn some_tokens_have_a_place() {
        check(|reading| {
            assert_eq!(reading.words(6..9), "“Ann”");
            assert_eq!(reading.words(3..4), "It");
            assert_eq!((reading.span(3..3), reading.words(3..3)), (None, ""));
            assert_eq!(reading.span(10..99), None);
        });
    }

    #[test]
    fn white_space_is_seen_before_a_token() {
        check(|reading| {
            let spaced = [0, 1, 5, 6, 7, 11].map(|at| reading.spaced(at));
            assert_eq!(spaced, [true, true, false, true, false, true]);
        });
    }
}
