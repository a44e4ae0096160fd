//! An article as the model reads it: tokens with their words in lower case, and which sentence and paragraph each
//! is in. All steps borrow it.

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
    /// Its blocks, in order, as tokens; none is empty.
    pub paragraphs: Vec<Paragraph>,
    lower: Vec<Cow<'a, str>>,
    sentence_of: Vec<u32>,
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

impl<'a> Reading<'a> {
    /// Reads an article's tokens and sentences.
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

    /// Reads part of a text as one paragraph that nobody cut into sentences.
    pub fn of_excerpt(text: &'a str, tokens: &'a [Token]) -> Self {
        let lower = tokens.iter().map(|token| lowered(token.span.of(text))).collect();
        let paragraph = Paragraph { tokens: 0..tokens.len(), kind: BlockKind::Paragraph };
        let (sentences, sentence_of) = (&[], Vec::new());
        Self { text, tokens, sentences, paragraphs: vec![paragraph], lower, sentence_of }
    }

    /// The word at `at`; empty behind the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The word at `at` in lower case; empty behind the last.
    pub fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    /// What the token at `at` is; a mark behind the last.
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// Whether the token is a word with a capital.
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

    /// Where some tokens stand in the text; nothing if there is none.
    pub fn span(&self, tokens: Range<usize>) -> Option<Span> {
        match self.tokens.get(tokens)? {
            [] => None,
            [one] => Some(one.span),
            [first, .., last] => Some(first.span.join(last.span)),
        }
    }

    /// The words of some tokens as they stand in the text.
    pub fn words(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).map_or("", |span| span.of(self.text))
    }

    /// Whether white space stands before the token.
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
