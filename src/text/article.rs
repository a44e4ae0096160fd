//! An article: headline, byline and paragraphs in one string.
//!
//! [`Article::parse`] is the door: it cleans the raw text, joins hard-wrapped lines, drops the leftovers of a page
//! and finds headline and byline. Parsing an article's own text again gives the same article.

use std::error::Error;
use std::fmt;

use crate::text::clean;
use crate::text::direction;
use crate::text::layout::{self, ParagraphLines};
use crate::text::origin::Origin;
use crate::text::span::{Span, boundary};

/// Words of the longest headline; news headlines have 6 to 15.
const LONGEST_HEADLINE: usize = 22;
/// Words of the longest byline.
const LONGEST_BYLINE: usize = 14;
/// What stands between two blocks of [`Article::text`].
const BETWEEN: &str = "\n\n";

/// A news article as text.
///
/// Invariant: the blocks lie in the text in rising order, do not overlap, and none is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    origin: Origin,
    hidden: usize,
    leftovers: usize,
}

/// A run of text that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place, in bytes of the article's text; one line.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title.
    Headline,
    /// Who wrote it.
    Byline,
    /// A paragraph of the story.
    Paragraph,
}

/// Why a text is no article.
#[derive(Debug, PartialEq, Eq)]
pub enum ArticleError {
    /// No word in it.
    Empty,
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text in it"),
        }
    }
}

impl Error for ArticleError {}

impl Article {
    /// Reads a raw text.
    pub fn parse(raw: &str) -> Result<Self, ArticleError> {
        let cleaned = clean::clean(raw);
        let paragraphs = layout::paragraphs(&cleaned.text);
        let mut joined = Joined::default();
        for lines in &paragraphs {
            joined.push(&cleaned.text, lines);
        }
        if joined.blocks.is_empty() {
            return Err(ArticleError::Empty);
        }
        let blocks = name_blocks(&joined.text, &joined.blocks);
        Ok(Self {
            blocks,
            origin: cleaned.origin.then(&joined.origin),
            hidden: cleaned.hidden,
            leftovers: joined.leftovers,
            text: joined.text,
        })
    }

    /// The cleaned text; all places are bytes of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Headline, byline and paragraphs in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The headline, if it has one.
    pub fn title(&self) -> Option<&str> {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(headline.span.of(&self.text))
    }

    /// Where the words of `span` stand in the `raw` text that the article was parsed from.
    pub fn raw_span(&self, span: Span, raw: &str) -> Span {
        let Some(last) = span.of(&self.text).char_indices().next_back() else {
            let place = self.origin.of(span.start());
            return Span::new(place, place);
        };
        let start = self.origin.of(span.start());
        let last = self.origin.of(span.start() + last.0);
        let length = Span::new(last, raw.len()).of(raw).chars().next().map_or(0, char::len_utf8);
        Span::new(start, last + length)
    }

    /// Where the words of a span of the raw text stand in this one; nothing if none of them was kept.
    pub fn clean_span(&self, raw: Span) -> Option<Span> {
        let fitting = |raw: usize| boundary(&self.text, self.origin.clean(raw));
        let (start, end) = (fitting(raw.start()), fitting(raw.end()));
        (start < end).then(|| Span::new(start, end))
    }

    /// How many hidden characters were taken out or made visible.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Whether it holds letters that are written from right to left.
    pub fn holds_right_to_left(&self) -> bool {
        direction::holds_right_to_left(&self.text)
    }

    /// How many leftovers of a page were dropped.
    pub fn leftovers(&self) -> usize {
        self.leftovers
    }

    /// The number of the paragraph that holds the byte at `place`, from 1; nothing for headline and byline.
    pub fn paragraph_at(&self, place: usize) -> Option<usize> {
        let at = self.blocks.partition_point(|block| block.span.end() <= place);
        let block = self.blocks.get(at)?;
        let first = self.blocks.iter().position(|block| block.kind == BlockKind::Paragraph)?;
        (block.kind == BlockKind::Paragraph && at >= first).then(|| at - first + 1)
    }

    /// The article's first `blocks` blocks as an article of its own, with the same places.
    #[must_use]
    pub fn head(&self, blocks: usize) -> Self {
        let blocks: Vec<Block> = self.blocks.iter().take(blocks).copied().collect();
        let end = blocks.last().map_or(0, |block| block.span.end());
        Self { text: Span::new(0, end).of(&self.text).to_owned(), blocks, ..self.clone() }
    }
}

/// Paragraphs put together into one text.
#[derive(Default)]
struct Joined {
    text: String,
    blocks: Vec<Span>,
    origin: Origin,
    leftovers: usize,
}

impl Joined {
    fn push(&mut self, raw: &str, lines: &ParagraphLines) {
        if let [line] = lines.as_slice()
            && layout::is_leftover(line.of(raw))
        {
            self.leftovers += 1;
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(BETWEEN);
        }
        let start = self.text.len();
        for line in lines {
            let words = line.of(raw);
            if self.text.len() > start && !splits_word(&self.text, words) {
                self.text.push(' ');
            }
            self.origin.note(self.text.len(), line.start());
            self.text.push_str(words);
            self.origin.note(self.text.len(), line.end());
        }
        self.blocks.push(Span::new(start, self.text.len()));
    }
}

/// Whether a line ends in the hyphen of a compound that goes on in the next.
fn splits_word(before: &str, next: &str) -> bool {
    before.ends_with('-')
        && !before.ends_with("--")
        && !before.ends_with(" -")
        && next.starts_with(char::is_lowercase)
}

fn name_blocks(text: &str, spans: &[Span]) -> Vec<Block> {
    let has_headline =
        spans.len() > 1 && spans.first().is_some_and(|span| is_headline(span.of(text)));
    let byline = usize::from(has_headline);
    let has_byline =
        spans.len() > 1 && spans.get(byline).is_some_and(|span| is_byline(span.of(text)));
    let kind = |at: usize| match at {
        0 if has_headline => BlockKind::Headline,
        _ if at == byline && has_byline => BlockKind::Byline,
        _ => BlockKind::Paragraph,
    };
    spans.iter().enumerate().map(|(at, &span)| Block { span, kind: kind(at) }).collect()
}

/// A headline is short, and either does not end as a sentence does, or capitalizes most of its words.
fn is_headline(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > LONGEST_HEADLINE || is_byline(line) {
        return false;
    }
    let ends =
        line.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', ':', ',', '…']);
    !ends || is_title_case(&words)
}

fn is_title_case(words: &[&str]) -> bool {
    let capitalized =
        |word: &&&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let long = words.iter().filter(|word| word.chars().count() > 3);
    let (count, capitals) = (long.clone().count(), long.filter(capitalized).count());
    count > 2 && capitals * 10 >= count * 8
}

/// `By Ann Lee`, `BY ANN LEE, Associated Press`.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let by = words.next().is_some_and(|word| word.eq_ignore_ascii_case("by"));
    let named = words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    by && named && words.count() + 2 <= LONGEST_BYLINE && !line.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as lines: `#` headline, `@` byline.
    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let article = Article::parse(raw).unwrap();
        let shown: Vec<String> = article
            .blocks()
            .iter()
            .map(|block| {
                let mark = match block.kind {
                    BlockKind::Headline => "# ",
                    BlockKind::Byline => "@ ",
                    BlockKind::Paragraph => "",
                };
                format!("{mark}{}", block.span.of(article.text()))
            })
            .collect();
        assert_eq!(shown.join("\n"), expected);
        let again = Article::parse(article.text()).unwrap();
        assert_eq!(again.text(), article.text(), "an article's text is an article");
        assert_eq!(again.blocks(), article.blocks());
    }

    #[test]
    fn headline_and_byline_are_told_from_the_story() {
        check(
            "Bridge closed after flood\nBy Ann Lee\n\nThe bridge is closed, the mayor said.\n",
            "# Bridge closed after flood\n@ By Ann Lee\nThe bridge is closed, the mayor said.",
        );
    }

    #[test]
    fn a_headline_in_title_case_may_end_in_a_stop() {
        check(
            "Mayor Closes Old Bridge After Flood.\nIt rained.",
            "# Mayor Closes Old Bridge After Flood.\nIt rained.",
        );
    }

    #[test]
    fn an_article_may_begin_with_the_story() {
        check(
            "It rained all night, and the bridge is gone.\nNobody knew.",
            "It rained all night, and the bridge is gone.\nNobody knew.",
        );
    }

    #[test]
    fn a_leftover_is_dropped_and_counted() {
        let article = Article::parse("It rained.\n\n-0c8c4.jpeg)\n\n").unwrap();
        assert_eq!((article.text(), article.leftovers()), ("It rained.", 1));
    }

    #[test]
    fn a_text_without_a_word_is_no_article() {
        assert_eq!(Article::parse(" \n\u{200B}\n"), Err(ArticleError::Empty));
    }

    #[test]
    fn places_lead_back_to_the_raw_text() {
        let raw = "a.jpg\n\n  It\u{200B} rained\tall\nnight.\n";
        let article = Article::parse(raw).unwrap();
        for (place, character) in article.text().char_indices().filter(|(_, c)| c.is_alphabetic()) {
            assert!(raw.get(article.origin.of(place)..).unwrap().starts_with(character));
        }
    }

    #[test]
    fn paragraphs_are_counted_without_headline() {
        let article = Article::parse("Flood\n\nIt rained.\n\nIt stopped.").unwrap();
        assert_eq!(article.paragraph_at(0), None);
        assert_eq!(article.paragraph_at(article.text().find("stopped").unwrap()), Some(2));
    }
}
