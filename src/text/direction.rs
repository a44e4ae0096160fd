//! Letters that are written from right to left.
//!
//! Terminals do not agree who turns such text around, the program or they, so it is shown in the order of its
//! letters, and the reader is told.

use std::ops::RangeInclusive;

/// Where such letters stand: the blocks that `DerivedBidiClass.txt` keeps for the classes R and AL. Held against all
/// letters of Unicode 14: those in here have one of the two, and none elsewhere has.
const RIGHT_TO_LEFT: &[RangeInclusive<char>] = &[
    '\u{590}'..='\u{8FF}', // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    '\u{FB1D}'..='\u{FDFF}', // presentation forms of Hebrew and Arabic
    '\u{FE70}'..='\u{FEFF}', // presentation forms of Arabic
    '\u{10800}'..='\u{10FFF}', // Cypriot to Elymaic: ancient scripts, Hanifi Rohingya, Yezidi
    '\u{1E800}'..='\u{1EFFF}', // Mende Kikakui, Adlam, Arabic mathematical letters
];

/// Whether a letter of the text is written from right to left.
pub fn holds_right_to_left(text: &str) -> bool {
    text.chars().any(|character| {
        RIGHT_TO_LEFT.iter().any(|range| range.contains(&character)) && character.is_alphabetic()
    })
}
