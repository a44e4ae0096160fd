//! The page: the article flowed to a width, lines into spans and back.
//!
//! Lines are broken by textwrap so that they come out even; a very long paragraph, or article, is broken line by line,
//! which looks little worse and costs less. The page is made once for a width, and drawing takes the lines it shows.

use textwrap::wrap_algorithms::Penalties;
use textwrap::{Options, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::article::{Article, BlockKind};
use crate::text::span::Span;

/// Bytes of the longest paragraph whose lines are made even.
const LONGEST_EVEN: usize = 20_000;
/// Bytes of the longest article whose lines are made even.
const LONGEST_EVEN_ARTICLE: usize = 1_000_000;

/// An article in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    lines: Vec<Line>,
}

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words, in bytes of the article; empty between two blocks.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
}

impl Line {
    /// The byte of its words that a column shows, from 0; nothing behind its end.
    pub fn place_at(self, text: &str, column: usize) -> Option<usize> {
        let mut right = 0;
        let mut clusters = self.span.of(text).grapheme_indices(true);
        let under = clusters.find(|(_, cluster)| {
            right += cluster.width();
            right > column
        });
        under.map(|(at, _)| self.span.start() + at)
    }
}

impl Page {
    /// Flows an article to lines of at most `measure` columns.
    pub fn flow(article: &Article, measure: usize) -> Self {
        let mut lines = Vec::with_capacity(article.text().len() / measure.max(1) + 1);
        for block in article.blocks() {
            if !lines.is_empty() {
                let place = Span::new(block.span.start(), block.span.start());
                lines.push(Line { span: place, kind: block.kind });
            }
            let even =
                block.span.len() <= LONGEST_EVEN && article.text().len() <= LONGEST_EVEN_ARTICLE;
            let breaks = if even { even_breaks() } else { WrapAlgorithm::FirstFit };
            let options = Options::new(measure.max(1)).wrap_algorithm(breaks);
            let spans = flow_block(article.text(), block.span, options);
            lines.extend(spans.into_iter().map(|span| Line { span, kind: block.kind }));
        }
        Self { lines }
    }

    /// Its lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The line that holds the byte at `place`, or the last one before it.
    pub fn line_of(&self, place: usize) -> usize {
        let after = self.lines.partition_point(|line| line.span.start() <= place);
        after.saturating_sub(1)
    }

    /// The byte where a line begins; the last line's for any behind it.
    pub fn place_of(&self, line: usize) -> usize {
        let line = self.lines.get(line).or(self.lines.last());
        line.map_or(0, |line| line.span.start())
    }
}

/// Breaks that weigh how even the lines are; a last line of one short word is bad style.
fn even_breaks() -> WrapAlgorithm {
    WrapAlgorithm::OptimalFit(Penalties::default())
}

/// The lines of one block, in order; what lies between them is white space.
fn flow_block(text: &str, block: Span, options: Options<'_>) -> Vec<Span> {
    let words = block.of(text);
    let mut place = 0;
    textwrap::wrap(words, options)
        .into_iter()
        .map(|line| {
            let rest = Span::new(place, words.len()).of(words);
            place += rest.len() - rest.trim_start().len();
            let start = place;
            place += line.trim_start().len();
            Span::new(block.start() + start, block.start() + place)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, measure: usize, expected: &[&str]) {
        let article = Article::parse(text).unwrap();
        let page = Page::flow(&article, measure);
        let lines: Vec<&str> =
            page.lines().iter().map(|line| line.span.of(article.text())).collect();
        assert_eq!(lines, expected);
        let shown: String = lines.concat().split_whitespace().collect();
        let whole: String = article.text().split_whitespace().collect();
        assert_eq!(shown, whole, "nothing is lost");
    }

    #[test]
    fn a_blank_line_stands_between_paragraphs() {
        check("It rains all day.\n\nIt pours.", 20, &["It rains all day.", "", "It pours."]);
    }

    #[test]
    fn lines_come_out_even() {
        check(
            "To be, or not to be: that is the question.",
            16,
            &["To be, or not to", "be: that is the", "question."],
        );
    }

    #[test]
    fn a_word_that_is_too_long_is_broken() {
        check("a incomprehensibilities b", 8, &["a", "incompre", "hensibil", "ities b"]);
    }

    #[test]
    fn a_compound_breaks_at_its_hyphen() {
        check("the non-alignment pact", 10, &["the non-", "alignment", "pact"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        check("日本 語です 日本", 5, &["日本", "語で", "す 日", "本"]);
    }

    #[test]
    fn every_byte_has_its_line() {
        let article = Article::parse("It rains all day, and nobody minds.\n\nIt pours.").unwrap();
        let page = Page::flow(&article, 10);
        for (number, line) in
            page.lines().iter().enumerate().filter(|(_, line)| !line.span.is_empty())
        {
            assert_eq!(page.line_of(line.span.start()), number);
            assert_eq!(page.line_of(line.span.end() - 1), number);
        }
    }
}
