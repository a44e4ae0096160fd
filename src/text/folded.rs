//! Folds a text for comparison: lower case, letters without accents, straight quotation marks and dashes.
//!
//! What folds alike counts as alike, and [`same_case`] compares the capitals of two texts that do. The folded text keeps the
//! way back to its source.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::origin::Origin;

/// Small letters and marks that no accent sets apart from ASCII, and how people type them.
const ALIKE: &[(char, &str)] = &[
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‐', "-"),
    ('‑', "-"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ŧ', "t"),
];

/// A folded text with the way back.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    origin: Origin,
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), origin: Origin::default() };
        let mut place = 0;
        while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
            let (plain, behind) = rest.split_at(rest.bytes().take_while(u8::is_ascii).count());
            folded.push_plain(plain);
            place += plain.len();
            if let Some(character) = behind.chars().next() {
                folded.origin.note(folded.text.len(), place);
                each_letter(character, |letter| folded.text.extend(letter.to_lowercase()));
                place += character.len_utf8();
                folded.origin.note(folded.text.len(), place);
            }
        }
        folded
    }

    fn push_plain(&mut self, plain: &str) {
        let start = self.text.len();
        self.text.push_str(plain);
        if let Some(added) = self.text.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The way back to the source.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

/// Whether two texts that fold alike agree on which letters are capitals.
///
/// Only the first of the letters that a character folds to has a case, so `Œ` agrees with `OE` and with `Oe`. `ß`, which
/// stays small between capitals, agrees with all.
pub fn same_case(one: &str, other: &str) -> bool {
    let mut differ = cases(one).into_iter().zip(cases(other));
    !differ.any(|pair| matches!(pair, (Some(one), Some(other)) if one != other))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Capital,
    Small,
}

/// The case of each folded letter, as far as it has one.
fn cases(text: &str) -> Vec<Option<Case>> {
    let mut cases = Vec::with_capacity(text.len());
    for character in text.chars() {
        let mut case = match character {
            'ß' => None,
            _ if character.is_uppercase() => Some(Case::Capital),
            _ => character.is_lowercase().then_some(Case::Small),
        };
        each_letter(character, |_| cases.push(case.take()));
    }
    cases
}

/// Calls `found` with each letter that a character folds to, in any case.
fn each_letter(character: char, mut found: impl FnMut(char)) {
    let lower = character.to_lowercase().next().unwrap_or(character);
    match ALIKE.iter().find(|(sign, _)| *sign == lower) {
        Some((_, letters)) => letters.chars().for_each(found),
        None => std::iter::once(character)
            .nfd()
            .filter(|letter| !is_combining_mark(*letter))
            .for_each(&mut found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let folded = Folded::of(text);
        assert_eq!(folded.text(), expected);
        assert_eq!(folded.origin().of(folded.text().len()), text.len());
    }

    #[track_caller]
    fn check_case(query: &str, agrees: &[&str], differs: &[&str]) {
        for text in agrees {
            assert_eq!(Folded::of(text).text(), Folded::of(query).text());
            assert!(same_case(query, text), "{query} and {text}");
        }
        for text in differs {
            assert!(!same_case(query, text), "{query} and {text}");
        }
    }

    #[test]
    fn letters_lose_their_case_and_accents() {
        check("It RAINS, Zoë e\u{301} ÀÉ.", "it rains, zoe e ae.");
    }

    #[test]
    fn marks_become_straight() {
        check("“We can’t,” — „ja‚ «oui» ‐‑–…", "\"we can't,\" - \"ja' \"oui\" ---...");
    }

    #[test]
    fn stroked_letters_and_ligatures_become_plain_ones() {
        check("Łódź Øresund Đặng Ðóra Þór ħıŧ", "lodz oresund dang dora thor hit");
        check("ŒUVRE œuvre Ærø STRAẞE Straße", "oeuvre oeuvre aero strasse strasse");
    }

    #[test]
    fn other_scripts_stay() {
        check("Лавров 日本 ❤", "лавров 日本 ❤");
    }

    #[test]
    fn every_letter_leads_back() {
        let text = "“Œ… ß”";
        let folded = Folded::of(text);
        let source =
            |at: usize| text.get(folded.origin().of(at)..).unwrap().chars().next().unwrap();
        assert_eq!(folded.text(), "\"oe... ss\"");
        assert_eq!([0, 1, 3, 6, 7, 9].map(source), ['“', 'Œ', '…', ' ', 'ß', '”']);
    }

    #[test]
    fn capitals_agree_with_capitals_alone() {
        check_case("Oresund", &["Oresund", "Øresund"], &["oresund", "øresund", "ØRESUND"]);
        check_case("Lodz", &["Łódź"], &["łódź", "ŁÓDŹ"]);
        check_case("It’s 5", &["It's 5"], &["it’s 5"]);
    }

    #[test]
    fn a_ligature_has_one_case() {
        check_case("OEuvre", &["Œuvre"], &["œuvre", "ŒUVRE"]);
        check_case("Oeuvre", &["Œuvre"], &["œuvre", "ŒUVRE"]);
        check_case("OEUVRE", &["ŒUVRE"], &["Œuvre"]);
        check_case("AEro", &["Ærø"], &["ærø", "Aerø"]);
    }

    #[test]
    fn a_sharp_s_agrees_with_both_cases() {
        check_case("STRASSE", &["STRAẞE", "STRAßE"], &["Straße"]);
        check_case("Strasse", &["Straße"], &["STRASSE"]);
    }
}
