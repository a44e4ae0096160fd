//! Words into pieces: the units whose vectors the encoder starts from.
//!
//! The pieces are those of BERT's uncased vocabulary, by whose rule a word is cut: the longest piece that fits comes
//! first, and each later one is written with `##` before it. Small letters, no accents; the many forms of quotation
//! marks and dashes are one each, so that an article's typesetting does not matter.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Pieces of a word that are looked at; what is left of a longer one is passed over.
pub const MOST: usize = 8;

/// The vocabulary.
#[derive(Debug)]
pub struct Pieces {
    firsts: FxHashMap<&'static str, u16>,
    laters: FxHashMap<&'static str, u16>,
    longest: usize,
}

impl Pieces {
    /// Reads a vocabulary with a piece a line; a piece's number is that of its line, from 0. Piece 0 stands for what
    /// is not in it.
    pub fn parse(lines: &'static str) -> Self {
        let mut firsts: FxHashMap<&'static str, u16> = FxHashMap::default();
        let mut laters: FxHashMap<&'static str, u16> = FxHashMap::default();
        for (number, piece) in (0..=u16::MAX).zip(lines.lines()) {
            match piece.strip_prefix("##") {
                Some(later) if !later.is_empty() => laters.insert(later, number),
                Some(_) | None => firsts.insert(piece, number),
            };
        }
        let longest = firsts.keys().chain(laters.keys()).map(|piece| piece.len()).max();
        Self { firsts, laters, longest: longest.unwrap_or(0) }
    }

    /// The pieces of a word, at least one and at most [`MOST`].
    pub fn of(&self, word: &str) -> Vec<u16> {
        let plain = plain(word);
        let (mut found, mut rest) = (Vec::new(), plain.as_str());
        while !rest.is_empty() && found.len() < MOST {
            let known = if found.is_empty() { &self.firsts } else { &self.laters };
            let Some((piece, tail)) = self.longest_piece(rest, known) else {
                return vec![0];
            };
            found.push(piece);
            rest = tail;
        }
        if found.is_empty() { vec![0] } else { found }
    }

    fn longest_piece<'w>(
        &self,
        rest: &'w str,
        known: &FxHashMap<&'static str, u16>,
    ) -> Option<(u16, &'w str)> {
        (1..=rest.len().min(self.longest)).rev().find_map(|end| {
            let (head, tail) = rest.split_at_checked(end)?;
            Some((*known.get(head)?, tail))
        })
    }
}

/// A word as it is looked up.
fn plain(word: &str) -> String {
    match word {
        "“" | "”" | "„" | "«" | "»" | "``" | "''" | "＂" => return "\"".to_owned(),
        "‘" | "’" | "`" => return "'".to_owned(),
        "–" | "--" | "―" => return "—".to_owned(),
        _ => {}
    }
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let apart = word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    apart.map(|c| if c == '’' { '\'' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &[u16]) {
        let pieces = Pieces::parse("[UNK]\nun\naffable\n##aff\n##able\n\"\ncafe\n'\n##'\n##s");
        assert_eq!(pieces.of(word), expected);
    }

    #[test]
    fn the_longest_piece_comes_first() {
        check("unaffable", &[1, 3, 4]);
        check("Affable", &[2]);
    }

    #[test]
    fn a_word_that_cannot_be_cut_is_unknown() {
        check("unaffablest", &[0]);
        check("日本", &[0]);
        check("", &[0]);
    }

    #[test]
    fn accents_and_typesetting_do_not_matter() {
        check("Café", &[6]);
        check("“", &[5]);
        check("''", &[5]);
        check("’s", &[7, 9]);
    }
}
