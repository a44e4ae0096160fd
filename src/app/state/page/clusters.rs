//! Grapheme clusters, which readers see as one character: where they end, and how wide they are.
//!
//! Columns are counted as ratatui draws them, cluster by cluster, so that no line runs out of its pane. Most characters
//! are clusters by themselves; a table recognizes them, because iterating over all clusters takes longer than the rest of
//! wrapping.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::span::Span;

/// Half-width katakana sound marks: ratatui gives each a column more than unicode-width does
/// (`ratatui_core::buffer::CellWidth`).
const SOUND_MARKS: [char; 2] = ['\u{FF9E}', '\u{FF9F}'];

/// The boundaries between the clusters of a block. Callers ask for them in rising order, so one pass finds all.
pub(super) struct Boundaries<'a> {
    block: &'a str,
    /// The last one that was found.
    last: usize,
}

impl<'a> Boundaries<'a> {
    /// The boundaries of a block.
    pub(super) fn of(block: &'a str) -> Self {
        Self { block, last: 0 }
    }

    /// The first boundary at or after a place.
    pub(super) fn first_from(&mut self, place: usize) -> usize {
        if self.last < place {
            let (before, behind) = self.block.split_at(place);
            let plain = |neighbor: Option<char>| neighbor.is_none_or(is_plain);
            if plain(before.chars().next_back()) && plain(behind.chars().next()) {
                self.last = place;
            } else {
                self.advance(place);
            }
        }
        self.last
    }

    fn advance(&mut self, place: usize) {
        let rest = Span::new(self.last, self.block.len()).of(self.block);
        let mut clusters = rest.graphemes(true);
        while self.last < place {
            self.last += clusters.next().map_or(place, str::len);
        }
    }
}

/// The columns of some words.
pub(super) fn columns(words: &str) -> usize {
    if words.is_ascii() {
        return words.len();
    }
    let plain = words.chars().map(|character| character.width().filter(|_| is_plain(character)));
    plain.sum::<Option<usize>>().unwrap_or_else(|| words.graphemes(true).map(width).sum())
}

/// The columns of a cluster.
pub(super) fn width(cluster: &str) -> usize {
    if cluster.is_ascii() {
        cluster.len()
    } else {
        cluster.width() + cluster.matches(SOUND_MARKS).count()
    }
}

/// Whether a character next to any other of these is a cluster by itself: alphabets, kana and ideographs with their
/// punctuation, without marks, joiners, conjoining letters and flags. All have the value Other in Unicode 16's
/// `GraphemeBreakProperty.txt`.
fn is_plain(character: char) -> bool {
    matches!(character,
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{58F}'
        | '\u{5D0}'..='\u{5F4}' | '\u{61D}'..='\u{64A}' | '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20CF}' | '\u{2100}'..='\u{2BFF}' | '\u{3000}'..='\u{3029}'
        | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{A4CF}' | '\u{FF01}'..='\u{FF9D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: usize) {
        assert_eq!(columns(words), expected, "{words:?}");
    }

    #[test]
    fn letters_take_a_column_and_ideographs_two() {
        check("Zoë – “Лавров”", 14);
        check("日本。", 6);
    }

    #[test]
    fn a_cluster_is_as_wide_as_it_is_drawn() {
        check("e\u{301}", 1);
        check("👩\u{200D}🔬", 2);
        check("لا", 2);
        check("\u{FF76}\u{FF9E}", 3);
    }

    #[test]
    fn a_plain_character_is_a_cluster_by_itself() {
        let plain: Vec<char> =
            ('\0'..=char::MAX).filter(|&character| is_plain(character)).collect();
        for pair in plain.windows(2) {
            let pair: String = pair.iter().collect();
            assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
            let single: usize = pair.graphemes(true).map(width).sum();
            assert_eq!(columns(&pair), single, "{pair:?}");
        }
    }

    #[test]
    fn the_first_boundary_from_a_place_is_found() {
        let mut boundaries = Boundaries::of("ae\u{301}i🇺🇸u");
        let found: Vec<usize> = [0, 1, 2, 4, 5, 9, 13].map(|at| boundaries.first_from(at)).into();
        assert_eq!(found, [0, 1, 4, 4, 5, 13, 13]);
    }
}
