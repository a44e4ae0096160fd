//! Spells any text in printable ASCII, for terminals that show nothing else.
//!
//! A cluster takes exactly the columns that it took before, so that what was laid out stays where it is; a sign has
//! as many letters as it has columns, and `?` stands in each column of what ASCII has no likeness of.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks of print in one column: quotation marks and dashes as typewriters had them, the rest by likeness or by the
/// first letter of what glibc writes for them (`translit_combining`, `translit_compat`).
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

/// Signs that screens are drawn with, by likeness; those that stand beside each other differ. `▌` is half a bar, and
/// the mark of a list that has the focus, which `│` is not.
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

/// Latin letters that are not a letter with an accent, by the first letter of what glibc's `translit_combining` has
/// for them, or by likeness.
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

/// A whole text, cluster by cluster; its lines stay.
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

/// A cluster in as many letters as it has columns.
pub fn spell(cluster: &str) -> String {
    let columns = cluster.width();
    let letters = listed(cluster).or_else(|| decomposed(cluster));
    letters.filter(|letters| letters.len() == columns).unwrap_or_else(|| "?".repeat(columns))
}

/// What the tables have for a cluster; ASCII stands for itself.
fn listed(cluster: &str) -> Option<String> {
    shown(cluster.chars()).map(letter).collect()
}

/// The letters of a cluster without their accents, and of signs that are made of letters, such as `²` and `㎏`.
fn decomposed(cluster: &str) -> Option<String> {
    let letters: Option<String> = shown(cluster.nfkd()).map(letter).collect();
    // an accent by itself decomposes to a blank that carries it
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
    fn quotation_marks_become_those_of_a_typewriter() {
        check("“It’s ‘fine’,” «oui», „ja“", "\"It's 'fine',\" \"oui\", \"ja\"");
    }

    #[test]
    fn marks_keep_to_one_column() {
        check("5 € – 6 £ — § 7, ¶2 … • · ×", "5 E - 6 L - S 7, P2 . * . x");
    }

    #[test]
    fn letters_lose_their_accents() {
        check("Zoë Ångström, Nguyễn e\u{301} ǿ", "Zoe Angstrom, Nguyen e o");
        check("straße Łódź Đặng þór ħ ı œuvre", "strase Lodz Dang tor h i ouvre");
    }

    #[test]
    fn signs_made_of_letters_are_read_where_they_have_room() {
        check("m² 5 ㎏ ½ ´", "m2 5 kg ? '");
    }

    #[test]
    fn what_ascii_does_not_know_keeps_its_columns() {
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
