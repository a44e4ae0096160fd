//! Words cut to the room there is, and the signs for voices.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::annotation::quote::Voice;

/// The sign of a voice: marks for what is in marks, a wave for what is not.
pub(super) fn sign(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct => "“",
        Voice::Mixed => "≈",
        Voice::Indirect => "~",
    }
}

/// The words on one line of at most `columns`, cut with a mark where they are longer.
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

/// `1 quote`, `2 quotes`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, columns: usize, expected: &str) {
        assert_eq!(cut(words, columns), expected);
    }

    #[test]
    fn what_fits_stays_whole() {
        check("It rains", 8, "It rains");
    }

    #[test]
    fn what_does_not_fit_ends_in_a_mark() {
        check("It rains", 7, "It rai…");
        check("日本語", 4, "日…");
        check("It rains", 0, "");
    }
}
