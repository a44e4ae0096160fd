//! An article: headline, byline and paragraphs in one string.
//!
//! [`Article::parse`] cleans the raw text, joins hard-wrapped lines, drops the leftovers of a web page, and finds
//! headline and byline. Parsing an article's own text gives the same article again.

use std::error::Error;
use std::fmt;

use crate::text::clean;
use crate::text::direction;
use crate::text::layout::{self, ParagraphLines};
use crate::text::origin::Origin;
use crate::text::span::{Span, boundary};

/// Words in the longest headline. News headlines have 6 to 15.
const LONGEST_HEADLINE: usize = 22;
/// Words in the longest byline.
const LONGEST_BYLINE: usize = 14;
/// Separates two blocks of [`Article::text`].
const BETWEEN: &str = "\n\n";

/// A news article as text.
///
/// Invariant: the blocks are within the text, in order, do not overlap, and none is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    origin: Origin,
    hidden: usize,
    leftovers: usize,
}

/// A headline, a byline or a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place in the article's text, one line long.
    pub span: Span,
    /// Which of them it is.
    pub kind: BlockKind,
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title.
    Headline,
    /// The names of the authors.
    Byline,
    /// A paragraph of the story.
    Paragraph,
}

/// Why a text is not an article.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleError {
    /// It has no words.
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
    /// Cleans a raw text and divides it into blocks.
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

    /// The cleaned text. All spans point into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Headline, byline and paragraphs, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words of the headline, if there is one.
    pub fn title(&self) -> Option<&str> {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(headline.span.of(&self.text))
    }

    /// The place of `span` in `raw`, the text that the article was parsed from.
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

    /// The place in this text of a span of the raw text, unless cleaning removed all of it.
    pub fn clean_span(&self, raw: Span) -> Option<Span> {
        let fitting = |raw: usize| boundary(&self.text, self.origin.clean(raw));
        let (start, end) = (fitting(raw.start()), fitting(raw.end()));
        (start < end).then(|| Span::new(start, end))
    }

    /// How many hidden characters were removed or made visible.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Whether any of its letters are written from right to left.
    pub fn holds_right_to_left(&self) -> bool {
        direction::holds_right_to_left(&self.text)
    }

    /// How many leftovers of a web page were dropped.
    pub fn leftovers(&self) -> usize {
        self.leftovers
    }

    /// The number of the paragraph at `place`, from 1. Headline and byline have no number.
    pub fn paragraph_at(&self, place: usize) -> Option<usize> {
        let at = self.blocks.partition_point(|block| block.span.end() <= place);
        let block = self.blocks.get(at)?;
        let first = self.blocks.iter().position(|block| block.kind == BlockKind::Paragraph)?;
        (block.kind == BlockKind::Paragraph).then(|| at - first + 1)
    }

    /// An article of the first `blocks` blocks. Their spans stay the same.
    #[must_use]
    pub fn head(&self, blocks: usize) -> Self {
        let blocks: Vec<Block> = self.blocks.iter().take(blocks).copied().collect();
        let end = blocks.last().map_or(0, |block| block.span.end());
        Self { text: Span::new(0, end).of(&self.text).to_owned(), blocks, ..self.clone() }
    }
}

/// Paragraphs joined into one text.
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

/// Whether a line ends in the hyphen of a compound that the next line continues.
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

/// A headline is short. It either has no punctuation at its end or capitalizes most of its words.
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

    /// Compares the blocks, one a line, `#` for a headline and `@` for a byline.
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
    fn headline_and_byline_come_before_the_story() {
        check(
            "Bridge closed after flood\nBy Ann Lee\n\nThe bridge is closed, the mayor said.\n",
            "# Bridge closed after flood\n@ By Ann Lee\nThe bridge is closed, the mayor said.",
        );
    }

    #[test]
    fn a_headline_in_title_case_may_end_in_a_period() {
        check(
            "Mayor Closes Old Bridge After Flood.\nIt rained.",
            "# Mayor Closes Old Bridge After Flood.\nIt rained.",
        );
    }

    #[test]
    fn a_line_in_title_case_has_three_long_words_and_eight_capitals_of_ten() {
        check("Mayor Closes Bridge.\nIt rained.", "# Mayor Closes Bridge.\nIt rained.");
        check("Mayor Closes it.\nIt rained.", "Mayor Closes it.\nIt rained.");
        check(
            "Mayor Closes Bridge for him in it.\nIt.",
            "# Mayor Closes Bridge for him in it.\nIt.",
        );
        check("Mayor Closes Bridge After flood.\nIt.", "# Mayor Closes Bridge After flood.\nIt.");
        check("Mayor Closes Bridge after.\nIt.", "Mayor Closes Bridge after.\nIt.");
        check("“Mayor” Closes the Bridge.\nIt.", "# “Mayor” Closes the Bridge.\nIt.");
    }

    #[test]
    fn punctuation_at_the_end_makes_a_sentence() {
        for end in [".", "!", "?", ":", ",", "…", ".”", "?)"] {
            let text = format!("It rained{end}\nIt stopped.");
            check(&text, &text);
        }
        check("It rained\nIt stopped.", "# It rained\nIt stopped.");
    }

    #[test]
    fn a_headline_has_22_words_at_most() {
        let words = ["flood"; LONGEST_HEADLINE].join(" ");
        check(&format!("{words}\nIt rained."), &format!("# {words}\nIt rained."));
        check(&format!("{words} again\nIt rained."), &format!("{words} again\nIt rained."));
    }

    #[test]
    fn a_text_of_one_line_is_a_paragraph() {
        check("Bridge closed", "Bridge closed");
        check("By Ann Lee", "By Ann Lee");
    }

    #[test]
    fn a_byline_names_somebody_and_is_short() {
        check("BY Ann Lee\nIt rained.", "@ BY Ann Lee\nIt rained.");
        check("Flood\nBy the river\nIt rained.", "# Flood\nBy the river\nIt rained.");
        check("Flood\nBy Monday it rained.\nIt.", "# Flood\nBy Monday it rained.\nIt.");
        check("Flood\nOf Ann Lee\nIt rained.", "# Flood\nOf Ann Lee\nIt rained.");
        let names = ["Lee"; LONGEST_BYLINE - 1].join(" ");
        check(&format!("By {names}\nIt rained."), &format!("@ By {names}\nIt rained."));
        check(&format!("Flood\nBy Ann {names}\nIt."), &format!("# Flood\nBy Ann {names}\nIt."));
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_joins_a_compound() {
        for (before, next, joined) in [
            ("the ex-", "mayor", true),
            ("the ex-", "Mayor", false),
            ("it rained --", "again", false),
            ("it rained -", "again", false),
            ("it rained", "again", false),
        ] {
            assert_eq!(splits_word(before, next), joined, "{before} {next}");
        }
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
    fn a_text_without_words_is_not_an_article() {
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

    /// The words in the article lead to words in the raw text, and back.
    #[track_caller]
    fn check_ways(raw: &str, words: &str, raw_words: &str) {
        let article = Article::parse(raw).unwrap();
        let start = article.text().find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let raw_span = article.raw_span(span, raw);
        assert_eq!(raw_span.of(raw), raw_words);
        assert_eq!(article.clean_span(raw_span), Some(span).filter(|span| !span.is_empty()));
    }

    #[test]
    fn words_lead_to_the_raw_text_and_back() {
        let raw = "a.jpg\n\n It\u{200B} rained ”all\u{AD}\nnight”.\n";
        check_ways(raw, "It rained", "It\u{200B} rained");
        check_ways(raw, "rained ”", "rained ”");
        check_ways(raw, "", "");
        assert_eq!(Article::parse(raw).unwrap().clean_span(Span::new(0, 5)), None);
    }

    #[test]
    fn the_head_of_an_article_keeps_its_places() {
        let article = Article::parse("Flood\n\nIt rained.\n\nIt stopped.").unwrap();
        let head = article.head(2);
        assert_eq!(head.text(), "Flood\n\nIt rained.");
        assert_eq!(head.blocks(), article.blocks().get(..2).unwrap());
        assert_eq!(article.head(9), article);
    }

    #[test]
    fn an_article_knows_of_right_to_left_letters() {
        assert!(Article::parse("“שלום,” she said.").unwrap().holds_right_to_left());
        assert!(!Article::parse("“Hello,” she said.").unwrap().holds_right_to_left());
    }

    #[test]
    fn an_error_says_what_is_wrong() {
        assert_eq!(ArticleError::Empty.to_string(), "there is no text in it");
    }

    #[test]
    fn paragraphs_are_counted_without_headline() {
        let article = Article::parse("Flood\n\nIt rained.\n\nIt stopped.").unwrap();
        assert_eq!(article.paragraph_at(0), None);
        assert_eq!(article.paragraph_at(article.text().len()), None);
        assert_eq!(article.paragraph_at(article.text().find("It").unwrap()), Some(1));
        assert_eq!(article.paragraph_at(article.text().find("stopped").unwrap()), Some(2));
    }
}
