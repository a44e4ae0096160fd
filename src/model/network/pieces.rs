//! Cuts words into pieces, the units whose vectors the encoder starts from.
//!
//! Words are cut as in BERT: first the longest piece that fits, then the longest that continues it; the vocabulary
//! marks continuations with `##`. Case and accents are dropped, and the many forms of quotation marks and dashes are
//! unified, so an article's typesetting makes no difference.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most pieces of a word; the rest of a longer word is ignored.
const MOST: usize = 8;

/// The pieces that the weights have vectors for.
const VOCABULARY: &str = include_str!("../../../assets/pieces.txt");

/// The vocabulary of pieces.
#[derive(Debug)]
pub struct Pieces {
    /// Pieces that begin a word.
    firsts: FxHashMap<&'static str, u16>,
    /// Pieces that continue a word, without their `##`.
    laters: FxHashMap<&'static str, u16>,
    /// The length of the longest piece, in bytes.
    longest: usize,
}

impl Pieces {
    /// The vocabulary that is compiled into the program.
    pub fn embedded() -> Self {
        Self::parse(VOCABULARY)
    }

    /// Reads a vocabulary with one piece a line. A piece has the number of its line, from 0; piece 0 is for unknown
    /// words.
    fn parse(lines: &'static str) -> Self {
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

    /// The pieces of a word, at least one and at most `MOST`.
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

/// A word as the vocabulary writes it.
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
    let bare = word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    bare.map(|c| if c == '’' { '\'' } else { c }).collect()
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
