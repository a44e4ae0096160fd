//! The page: the article flowed to a width, from places in the text to lines and back.
//!
//! textwrap breaks lines so that they come out even; a very long paragraph or article is broken line by line, which looks
//! little worse and costs less. The page is made once for a width, and drawing uses the lines that are visible.

mod clusters;
mod words;

use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::state::page::words::Word;
use crate::text::article::{Article, BlockKind};
use crate::text::span::Span;

/// Bytes of the longest paragraph whose lines are made even.
const LONGEST_EVEN: usize = 20_000;
/// Bytes of the longest article whose lines are made even.
const LONGEST_EVEN_ARTICLE: usize = 200_000;

/// An article in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    lines: Vec<PageLine>,
}

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// Its words, in bytes of the article; empty between two blocks.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
    /// Blocks that are left out here; only a line without words has any.
    pub omitted: usize,
}

impl PageLine {
    /// The line without words after a line, placed where that ends.
    fn after(last: Option<&Self>, kind: BlockKind, omitted: usize) -> Self {
        let place = last.map_or(0, |last| last.span.end());
        Self { span: Span::new(place, place), kind, omitted }
    }

    /// The byte of its words that a column shows, from 0; nothing beyond its end.
    pub fn place_at(self, text: &str, column: usize) -> Option<usize> {
        let mut right = 0;
        let mut clusters = self.span.of(text).grapheme_indices(true);
        let under = clusters.find(|(_, cluster)| {
            right += clusters::width(cluster);
            right > column
        });
        under.map(|(at, _)| self.span.start() + at)
    }

    /// The column that shows the byte at `place`, from 0.
    pub fn column_of(self, text: &str, place: usize) -> usize {
        clusters::columns(Span::new(self.span.start(), place).of(text))
    }
}

impl Page {
    /// Flows an article into lines of at most `measure` columns.
    pub fn flow(article: &Article, measure: usize) -> Self {
        Self::flow_where(article, measure, |_| true)
    }

    /// Flows the paragraphs of an article whose spans are `wanted`, with its headline and byline.
    pub fn flow_where(article: &Article, measure: usize, wanted: impl Fn(Span) -> bool) -> Self {
        let text = article.text();
        let mut lines = Vec::with_capacity(text.len() / measure.max(1) + 1);
        let mut omitted = 0;
        for block in article.blocks() {
            if block.kind == BlockKind::Paragraph && !wanted(block.span) {
                omitted += 1;
                continue;
            }
            if !lines.is_empty() || omitted > 0 {
                lines.push(PageLine::after(lines.last(), block.kind, omitted));
            }
            omitted = 0;
            let even = block.span.len() <= LONGEST_EVEN && text.len() <= LONGEST_EVEN_ARTICLE;
            let breaks = if even { Breaks::Even } else { Breaks::First };
            let spans = flow_block(text, block.span, measure.max(1), breaks);
            lines.extend(spans.into_iter().map(|span| PageLine {
                span,
                kind: block.kind,
                omitted: 0,
            }));
        }
        if omitted > 0 {
            lines.push(PageLine::after(lines.last(), BlockKind::Paragraph, omitted));
        }
        Self { lines }
    }

    /// Its lines.
    pub fn lines(&self) -> &[PageLine] {
        &self.lines
    }

    /// The line that holds the byte at `place`, or the last one before it.
    pub fn line_of(&self, place: usize) -> usize {
        let after = self.lines.partition_point(|line| line.span.start() <= place);
        after.saturating_sub(1)
    }

    /// Whether the byte at `place` is shown.
    pub fn holds(&self, place: usize) -> bool {
        self.lines.get(self.line_of(place)).is_some_and(|line| line.span.contains(place))
    }

    /// The byte where a line begins; beyond the last line, where that begins.
    pub fn place_of(&self, line: usize) -> usize {
        let line = self.lines.get(line).or(self.lines.last());
        line.map_or(0, |line| line.span.start())
    }
}

/// Breaks some words into lines of at most `measure` columns; line breaks among them are kept.
pub fn wrap(text: &str, words: Span, measure: usize) -> Vec<Span> {
    let breaks = if words.len() <= LONGEST_EVEN { Breaks::Even } else { Breaks::First };
    let mut lines = Vec::new();
    let mut start = words.start();
    for line in words.of(text).split_inclusive('\n') {
        let block = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !block.is_empty() {
            lines.extend(flow_block(text, block, measure.max(1), breaks));
        }
    }
    lines
}

/// Where lines are broken.
#[derive(Clone, Copy)]
enum Breaks {
    /// Where the lines of the block come out even.
    Even,
    /// Where a line is full.
    First,
}

/// The lines of one block, in order, with only white space between them.
fn flow_block(text: &str, block: Span, measure: usize, breaks: Breaks) -> Vec<Span> {
    // no character takes more columns than bytes
    if block.len() <= measure {
        return vec![block];
    }
    let words = words::words(block.of(text), measure);
    let rows = match breaks {
        Breaks::Even => even_rows(&words, measure),
        Breaks::First => full_rows(&words, measure),
    };
    let ends = rows.into_iter().filter_map(|row| Some((row.first()?.span, row.last()?.span)));
    ends.map(|(first, last)| Span::new(block.start() + first.start(), block.start() + last.end()))
        .collect()
}

/// Rows that come out even; a last row of one short word is bad style.
fn even_rows(words: &[Word], measure: usize) -> Vec<&[Word]> {
    let penalties = Penalties { overflow_penalty: overflow_penalty(measure), ..Penalties::new() };
    wrap_optimal_fit(words, &[measure as f64], &penalties)
        .ok()
        .filter(|rows| rows.iter().all(|row| words::fit(row, measure)))
        .unwrap_or_else(|| full_rows(words, measure))
}

/// What a column too many costs: more than a line break, which costs the square of its gap.
///
/// textwrap's own 50² is less than the gap before a long address, from 51 columns on.
fn overflow_penalty(measure: usize) -> usize {
    let line = measure.saturating_mul(measure).saturating_add(Penalties::new().nline_penalty);
    line.saturating_mul(10)
}

/// Rows that are as full as possible.
fn full_rows(words: &[Word], measure: usize) -> Vec<&[Word]> {
    wrap_first_fit(words, &[measure as f64])
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
    fn an_empty_line_separates_paragraphs() {
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
    fn a_mark_stays_with_its_letter() {
        check("a\u{301}o\u{308}i\u{323}\u{302}u", 2, &["a\u{301}o\u{308}", "i\u{323}\u{302}u"]);
        check("काकीकु", 3, &["का", "कीकु"]);
    }

    #[test]
    fn an_emoji_stays_whole_and_takes_two_columns() {
        let family = "👨\u{200D}👩\u{200D}👧\u{200D}👦";
        check(&format!("is {family} ok"), 5, &[&format!("is {family}"), "ok"]);
        check(&family.repeat(5), 4, &[&family.repeat(2), &family.repeat(2), family]);
        check("🇺🇸🇺🇸🇺🇸", 5, &["🇺🇸🇺🇸", "🇺🇸"]);
    }

    #[test]
    fn a_line_is_broken_rather_than_too_long() {
        let (word, address) = ("x".repeat(9), "y".repeat(90));
        check(&format!("{word} {address} z"), 99, &[&word, &format!("{address} z")]);
    }

    #[test]
    fn left_out_paragraphs_leave_a_mark() {
        let article = Article::parse("Flood\n\nIt rains.\n\nIt pours.\n\nIt stops.").unwrap();
        let rains = article.text().find("It rains").unwrap();
        let page = Page::flow_where(&article, 20, |block| block.start() == rains);
        let lines = page.lines().iter().map(|line| (line.span.of(article.text()), line.omitted));
        let expected = [("Flood", 0), ("", 0), ("It rains.", 0), ("", 2)];
        assert_eq!(lines.collect::<Vec<_>>(), expected);
        assert!(page.holds(rains) && !page.holds(article.text().find("pours").unwrap()));
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

    /// A page of `It rains.`, an empty line and `日本 is.`
    fn page() -> (Article, Page) {
        let article = Article::parse("It rains.\n\n日本 is.").unwrap();
        let page = Page::flow(&article, 20);
        (article, page)
    }

    #[test]
    fn a_line_holds_its_bytes() {
        let (_, page) = page();
        let lines: Vec<usize> = [0, 8, 9, 10, 11, 20, 100].map(|place| page.line_of(place)).into();
        assert_eq!(lines, [0, 0, 1, 1, 2, 2, 2]);
        let places: Vec<usize> = [0, 1, 2, 3].map(|line| page.place_of(line)).into();
        assert_eq!(places, [0, 9, 11, 11]);
        let held: Vec<bool> = [0, 8, 9, 11, 20, 21].map(|place| page.holds(place)).into();
        assert_eq!(held, [true, true, false, true, true, false]);
        assert_eq!((Page::default().place_of(0), Page::default().holds(0)), (0, false));
    }

    #[test]
    fn a_byte_has_its_column_and_a_column_its_byte() {
        let (article, page) = page();
        let line = page.lines()[2];
        let places = [0, 1, 2, 3, 4, 7, 8].map(|column| line.place_at(article.text(), column));
        let expected = [Some(11), Some(11), Some(14), Some(14), Some(17), Some(20), None];
        assert_eq!(places, expected);
        let columns = [11, 14, 17, 20].map(|place| line.column_of(article.text(), place));
        assert_eq!(columns, [0, 2, 4, 7]);
    }

    #[test]
    fn other_words_wrap_by_themselves() {
        let text = "It rains all day.\n\n  It pours. ";
        let check = |span: Span, measure, expected: &[&str]| {
            let lines = wrap(text, span, measure);
            assert_eq!(lines.iter().map(|line| line.of(text)).collect::<Vec<_>>(), expected);
        };
        check(Span::new(0, text.len()), 9, &["It rains", "all day.", "It pours."]);
        check(Span::new(3, 12), 20, &["rains all"]);
        check(Span::new(0, 2), 0, &["I", "t"]);
        let long = format!("{}aaa bb cc ddddd", "eeeeee ".repeat(LONGEST_EVEN / 7));
        let lines = wrap(&long, Span::new(0, long.len()), 6);
        assert_eq!(lines[lines.len() - 2].of(&long), "cc");
    }

    /// The last lines of a text in six columns.
    #[track_caller]
    fn check_end(before: &str, expected: &[&str]) {
        let article = Article::parse(&format!("{before}aaa bb cc ddddd")).unwrap();
        let page = Page::flow(&article, 6);
        let lines = page.lines().iter().map(|line| line.span.of(article.text()));
        assert_eq!(lines.skip(page.lines().len() - 3).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn only_in_a_very_long_text_lines_do_not_come_out_even() {
        let (even, full) = (["aaa", "bb cc", "ddddd"], ["aaa bb", "cc", "ddddd"]);
        check_end("", &even);
        let (line, paragraph) = ("eeeeee ", "eeeeee\n\n");
        check_end(&line.repeat((LONGEST_EVEN - 15) / 7), &even);
        check_end(&line.repeat(LONGEST_EVEN / 7), &full);
        check_end(&paragraph.repeat(LONGEST_EVEN / 8), &even);
        check_end(&paragraph.repeat(LONGEST_EVEN_ARTICLE / 8), &full);
    }
}
