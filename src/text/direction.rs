//! Letters that are written from right to left.
//!
//! Terminals disagree about whether they or the program reorder such text. It is shown in the order of its letters,
//! with a notice.

use std::ops::RangeInclusive;

/// The blocks that `DerivedBidiClass.txt` reserves for the classes R and AL. Checked against Unicode 14: all letters in
/// these blocks, and no others, are in one of the two classes.
const RIGHT_TO_LEFT: &[RangeInclusive<char>] = &[
    '\u{590}'..='\u{8FF}', // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    '\u{FB1D}'..='\u{FDFF}', // presentation forms of Hebrew and Arabic
    '\u{FE70}'..='\u{FEFF}', // presentation forms of Arabic
    '\u{10800}'..='\u{10FFF}', // Cypriot to Elymaic: ancient scripts, Hanifi Rohingya, Yezidi
    '\u{1E800}'..='\u{1EFFF}', // Mende Kikakui, Adlam, Arabic mathematical letters
];

/// Whether any letter of the text is written from right to left.
pub fn holds_right_to_left(text: &str) -> bool {
    text.chars().any(|character| {
        RIGHT_TO_LEFT.iter().any(|range| range.contains(&character)) && character.is_alphabetic()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(holds_right_to_left(text), expected, "{text}");
    }

    #[test]
    fn one_letter_is_enough() {
        check("“שלום,” she said.", true);
        check("“Hello,” she said: Лавров, 日本.", false);
    }

    #[test]
    fn every_block_counts() {
        for letter in ["א", "ع", "ﬡ", "ﺍ", "𐠀", "𞤀"] {
            check(letter, true);
        }
    }

    #[test]
    fn digits_and_signs_have_no_direction() {
        check("٣ ﴾ ₪", false);
    }
}
