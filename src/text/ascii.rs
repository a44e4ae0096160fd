//! Spells any text in printable ASCII, for terminals that show nothing else.
//!
//! Each cluster keeps its columns, so that the layout stays as it is: a sign becomes as many letters as it has columns,
//! and one that ASCII cannot resemble becomes `?` in each column.
//!
//! The tables are our own. The crate `deunicode` would add 476 kB for the 55 letters here, and spells `ə` as `@`, `Ǝ`
//! as `3` and `Ŋ` in lower case.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Printed marks of one column: quotation marks and dashes as on a typewriter, the rest by likeness or by the first
/// letter of the transliteration in glibc (`translit_combining`, `translit_compat`).
const MARKS: &[(char, char)] = &[
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('‟', '"'),
    ('«', '"'),
    ('»', '"'),
    ('″', '"'),
    ('¨', '"'),
    ('˝', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('‚', ','),
    ('‛', '\''),
    ('‹', '\''),
    ('›', '\''),
    ('′', '\''),
    ('´', '\''),
    ('ʻ', '\''),
    ('ʼ', '\''),
    ('ʹ', '\''),
    ('ʾ', '\''),
    ('ʿ', '\''),
    ('‐', '-'),
    ('‑', '-'),
    ('‒', '-'),
    ('–', '-'),
    ('—', '-'),
    ('―', '-'),
    ('−', '-'),
    ('¯', '-'),
    ('¬', '-'),
    ('…', '.'),
    ('⋯', '.'),
    ('·', '.'),
    ('∙', '.'),
    ('˙', '.'),
    ('•', '*'),
    ('‣', '>'),
    ('◦', 'o'),
    ('†', '+'),
    ('‡', '+'),
    ('§', 'S'),
    ('¶', 'P'),
    ('№', '#'),
    ('°', 'o'),
    ('˚', 'o'),
    ('¡', '!'),
    ('¿', '?'),
    ('¦', '|'),
    ('¸', ','),
    ('˛', ','),
    ('˘', '^'),
    ('ˆ', '^'),
    ('ˇ', '^'),
    ('˜', '~'),
    ('∼', '~'),
    ('×', 'x'),
    ('÷', '/'),
    ('⁄', '/'),
    ('∕', '/'),
    ('∗', '*'),
    ('±', '+'),
    ('≈', '='),
    ('≤', '<'),
    ('≥', '>'),
    ('←', '<'),
    ('→', '>'),
    ('↑', '^'),
    ('↓', 'v'),
    ('©', 'c'),
    ('®', 'R'),
    ('™', 'T'),
    ('€', 'E'),
    ('£', 'L'),
    ('¥', 'Y'),
    ('¢', 'c'),
    ('₹', 'R'),
    ('₽', 'R'),
    ('₩', 'W'),
];

/// Signs that draw the screen, by likeness. Signs used side by side differ. `▌` is half a bar and also marks the
/// focused list, unlike `│`.
const DRAWN: &[(char, char)] = &[
    ('█', '#'),
    ('▉', '#'),
    ('▊', '#'),
    ('▋', '#'),
    ('▌', '='),
    ('▍', '='),
    ('▎', '-'),
    ('▏', '-'),
    ('░', ':'),
    ('▁', '_'),
    ('▂', '.'),
    ('▃', '-'),
    ('▄', '='),
    ('▅', '+'),
    ('▆', '*'),
    ('▇', '%'),
    ('▲', '^'),
    ('│', '|'),
    ('─', '-'),
    ('┤', '+'),
    ('◆', '*'),
    ('▶', '>'),
    ('▸', '+'),
    ('▾', '-'),
];

/// Latin letters that are not a plain letter with an accent, by the first letter in glibc's `translit_combining` or by
/// likeness.
const LETTERS: &[(char, char)] = &[
    ('ß', 's'),
    ('ẞ', 'S'),
    ('æ', 'a'),
    ('Æ', 'A'),
    ('œ', 'o'),
    ('Œ', 'O'),
    ('ø', 'o'),
    ('Ø', 'O'),
    ('đ', 'd'),
    ('Đ', 'D'),
    ('ð', 'd'),
    ('Ð', 'D'),
    ('þ', 't'),
    ('Þ', 'T'),
    ('ħ', 'h'),
    ('Ħ', 'H'),
    ('ı', 'i'),
    ('ĳ', 'i'),
    ('Ĳ', 'I'),
    ('ĸ', 'k'),
    ('ŀ', 'l'),
    ('Ŀ', 'L'),
    ('ł', 'l'),
    ('Ł', 'L'),
    ('ŉ', 'n'),
    ('ŋ', 'n'),
    ('Ŋ', 'N'),
    ('ŧ', 't'),
    ('Ŧ', 'T'),
    ('ə', 'e'),
    ('Ə', 'E'),
    ('ǝ', 'e'),
    ('Ǝ', 'E'),
    ('ɛ', 'e'),
    ('Ɛ', 'E'),
    ('ɔ', 'o'),
    ('Ɔ', 'O'),
    ('ɓ', 'b'),
    ('Ɓ', 'B'),
    ('ɖ', 'd'),
    ('Ɖ', 'D'),
    ('ɗ', 'd'),
    ('Ɗ', 'D'),
    ('ƒ', 'f'),
    ('Ƒ', 'F'),
    ('ɣ', 'g'),
    ('Ɣ', 'G'),
    ('ƙ', 'k'),
    ('Ƙ', 'K'),
    ('ʋ', 'v'),
    ('Ʋ', 'V'),
    ('ƴ', 'y'),
    ('Ƴ', 'Y'),
    ('ƶ', 'z'),
    ('Ƶ', 'Z'),
];

/// Spells a whole text cluster by cluster. Line ends stay.
pub fn spell_text(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        match cluster {
            "\n" => spelled.push('\n'),
            _ => spelled.push_str(&spell(cluster)),
        }
    }
    spelled
}

/// Spells a cluster in as many letters as it has columns.
pub fn spell(cluster: &str) -> String {
    let columns = cluster.width();
    let letters = listed(cluster).or_else(|| decomposed(cluster));
    letters.filter(|letters| letters.len() == columns).unwrap_or_else(|| "?".repeat(columns))
}

/// The letters of a cluster by the tables and ASCII alone.
fn listed(cluster: &str) -> Option<String> {
    shown(cluster.chars()).map(letter).collect()
}

/// The letters of a cluster without accents, and of signs made of letters such as `²` and `㎏`.
fn decomposed(cluster: &str) -> Option<String> {
    let letters: Option<String> = shown(cluster.nfkd()).map(letter).collect();
    // a lone accent decomposes to a blank and the accent
    letters.filter(|letters| !letters.contains(' '))
}

fn shown(characters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    characters.filter(|character| character.width() != Some(0))
}

fn letter(character: char) -> Option<char> {
    if matches!(character, ' '..='~') {
        return Some(character);
    }
    let tables = [MARKS, DRAWN, LETTERS].into_iter().flatten();
    tables.into_iter().find(|(sign, _)| *sign == character).map(|&(_, letter)| letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let spelled = spell_text(text);
        assert_eq!(spelled, expected);
        assert_eq!(spelled.width(), text.width(), "columns stay");
    }

    #[test]
    fn ascii_stays_as_it_is() {
        check("It rains, ~5 % of it.\n\"Ok.\"", "It rains, ~5 % of it.\n\"Ok.\"");
    }

    #[test]
    fn quotation_marks_become_straight() {
        check("“It’s ‘fine’,” «oui», „ja“", "\"It's 'fine',\" \"oui\", \"ja\"");
    }

    #[test]
    fn marks_take_one_column() {
        check("5 € – 6 £ — § 7, ¶2 … • · ×", "5 E - 6 L - S 7, P2 . * . x");
    }

    #[test]
    fn letters_lose_their_accents() {
        check("Zoë Ångström, Nguyễn e\u{301} ǿ", "Zoe Angstrom, Nguyen e o");
        check("straße Łódź Đặng þór ħ ı œuvre", "strase Lodz Dang tor h i ouvre");
    }

    #[test]
    fn signs_made_of_letters_are_spelled_where_there_is_room() {
        check("m² 5 ㎏ ½ ´", "m2 5 kg ? '");
    }

    #[test]
    fn unknown_signs_keep_their_columns() {
        check("Лев 日本 👩\u{200D}🔬 क्षि", "??? ???? ?? ???");
        check("\u{200D}", "");
    }

    #[test]
    fn no_sign_is_listed_twice() {
        let mut signs: Vec<char> =
            [MARKS, DRAWN, LETTERS].concat().iter().map(|&(sign, _)| sign).collect();
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), count);
    }

    #[test]
    fn a_listed_sign_has_one_column() {
        for &(sign, letter) in [MARKS, DRAWN, LETTERS].into_iter().flatten() {
            assert_eq!(spell(&sign.to_string()), letter.to_string(), "{sign:?}");
        }
    }
}
