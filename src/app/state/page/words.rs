//! The words of a block: runs that stay on one line.
//!
//! A word too long for a line is split between two clusters: an accent stays with its letter, an emoji stays whole.

use textwrap::core::Fragment;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::state::page::clusters::{Boundaries, columns, width};
use crate::text::span::Span;

/// Bytes of a typical short word with its space.
const WORD: usize = 5;

/// A run of text that stays on one line, with the white space after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its place in the block, without the white space.
    pub(super) span: Span,
    columns: usize,
    blanks: usize,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The words of a block in order; none is wider than `measure` unless a single character is.
pub(super) fn words(block: &str, measure: usize) -> Vec<Word> {
    let mut cutter = Cutter::new(block, measure);
    let mut place = 0;
    for word in WordSeparator::new().find_words(block) {
        for hyphen in WordSplitter::HyphenSplitter.split_points(word.word) {
            cutter.cut(place + hyphen);
        }
        place += word.word.len() + word.whitespace.len();
        cutter.cut(place);
    }
    cutter.words
}

/// Whether words fit on one line.
pub(super) fn fit(words: &[Word], measure: usize) -> bool {
    let all: usize = words.iter().map(|word| word.columns + word.blanks).sum();
    let behind = words.last().map_or(0, |word| word.blanks);
    all - behind <= measure
}

/// Cuts a block at places in rising order.
struct Cutter<'a> {
    block: &'a str,
    measure: usize,
    boundaries: Boundaries<'a>,
    /// Where the next word begins.
    start: usize,
    words: Vec<Word>,
}

impl<'a> Cutter<'a> {
    fn new(block: &'a str, measure: usize) -> Self {
        let words = Vec::with_capacity(block.len() / WORD);
        Self { block, measure, boundaries: Boundaries::of(block), start: 0, words }
    }

    /// Ends a word, unless that would split a cluster: Unicode breaks lines between a space and a vowel sign on it.
    fn cut(&mut self, place: usize) {
        let words = Span::new(self.start, place).of(self.block);
        let end = self.boundaries.first_from(self.start + words.trim_end_matches(' ').len());
        if self.boundaries.first_from(place) != place {
            return;
        }
        let span = Span::new(self.start, end);
        let columns = columns(span.of(self.block));
        let word = Word { span, columns, blanks: place - end };
        if columns <= self.measure {
            self.words.push(word);
        } else {
            self.split(word);
        }
        self.start = place;
    }

    /// Splits a word that is too long; a cluster that is too wide by itself is split between its characters.
    fn split(&mut self, word: Word) {
        let (mut start, mut end, mut columns) = (word.span.start(), word.span.start(), 0);
        let clusters = word.span.of(self.block).graphemes(true).flat_map(|cluster| {
            let too_wide = width(cluster) > self.measure;
            cluster.split_inclusive(move |_: char| too_wide)
        });
        for cluster in clusters {
            let width = width(cluster);
            if columns > 0 && columns + width > self.measure {
                self.words.push(Word { span: Span::new(start, end), columns, blanks: 0 });
                (start, columns) = (end, 0);
            }
            end += cluster.len();
            columns += width;
        }
        self.words.push(Word { span: Span::new(start, end), columns, ..word });
    }
}
