//! Words fitted into columns, and the signs and words that several widgets share.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::annotation::document::Document;
use crate::annotation::quote::{Quote, Voice};

/// The sign of a voice: a quotation mark, a wave, or both at once for what is partly quoted.
pub(super) fn sign(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct => "“",
        Voice::Mixed => "≈",
        Voice::Indirect => "~",
    }
}

/// The words on one line; if they are wider than `columns`, their beginning and an ellipsis.
pub(super) fn cut(words: &str, columns: usize) -> String {
    let mut line = String::new();
    let mut width = 0;
    for cluster in words.graphemes(true) {
        let cluster = if cluster == "\n" { " " } else { cluster };
        width += cluster.width();
        if width > columns {
            while line.width() + 1 > columns && line.pop().is_some() {}
            if columns > 0 {
                line.push('…');
            }
            return line;
        }
        line.push_str(cluster);
    }
    line
}

/// The words cut or padded to exactly `columns`.
pub(super) fn padded(words: &str, columns: usize) -> String {
    let mut line = cut(words, columns);
    line.push_str(&" ".repeat(columns.saturating_sub(line.width())));
    line
}

/// `1 quote`, `2 quotes`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The first part of a quote.
pub(super) fn opening<'a>(document: &'a Document, quote: &Quote) -> &'a str {
    quote.content.first().map_or("", |span| span.of(document.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, columns: usize, expected: &str) {
        assert_eq!(cut(words, columns), expected);
        assert_eq!(padded(words, columns).trim_end(), expected.trim_end());
        assert_eq!(padded(words, columns).width(), columns);
    }

    #[test]
    fn what_fits_stays_whole() {
        check("It rains", 8, "It rains");
        check("", 0, "");
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        check("It rains", 7, "It rai…");
        check("It rains", 1, "…");
        check("It rains", 0, "");
    }

    #[test]
    fn a_wide_character_is_kept_or_left_out_whole() {
        check("日本語", 6, "日本語");
        check("日本語", 4, "日…");
    }

    #[test]
    fn a_line_break_becomes_a_blank() {
        check("It\nrains", 8, "It rains");
    }

    #[test]
    fn one_thing_is_counted_in_the_singular() {
        assert_eq!(count(0, "hit", "hits"), "0 hits");
        assert_eq!(count(1, "hit", "hits"), "1 hit");
        assert_eq!(count(2, "hit", "hits"), "2 hits");
    }
}
