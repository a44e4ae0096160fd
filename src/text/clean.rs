//! Removes from a raw text whatever a reader cannot see and a terminal might obey.
//!
//! Control characters become visible signs. Bidirectional controls, zero-width characters and tags are removed (Trojan
//! Source, CVE-2021-42574), and so are accents stacked too high. The selectors of an emoji's look are removed because
//! terminals disagree about their width, but not counted, because they hide nothing. All white space becomes a space or
//! a line end. The only control character of the result is `\n`, and [`Origin`] is the way back.

use unicode_width::UnicodeWidthChar;

use crate::text::origin::Origin;

/// Code points in the longest cluster. A longer one would paint over its neighbors.
const LONGEST_CLUSTER: usize = 8;

/// A text without hidden characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text, whose only control character is `\n`.
    pub text: String,
    /// The way back to the raw text.
    pub origin: Origin,
    /// How many hidden characters were removed or replaced by a sign.
    pub hidden: usize,
}

/// What cleaning does to a character.
enum Fate {
    Stays,
    Becomes(char),
    Shows(char),
    Goes,
}

/// Cleans `raw`, whatever it holds.
pub fn clean(raw: &str) -> Cleaned {
    let mut cleaned =
        Cleaned { text: String::with_capacity(raw.len()), origin: Origin::default(), hidden: 0 };
    let mut cluster = 0;
    let mut characters = raw.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        if character == '\r' && next == Some('\n') {
            continue;
        }
        let (fate, length) = fate(character, next, cluster);
        cluster = length;
        cleaned.put(place, character, &fate);
    }
    cleaned
}

/// A name or message without hidden characters, on one line.
pub fn clean_line(raw: &str) -> String {
    clean(raw).text.replace('\n', " ")
}

impl Cleaned {
    fn put(&mut self, place: usize, character: char, fate: &Fate) {
        let kept = match *fate {
            Fate::Stays => character,
            Fate::Becomes(other) | Fate::Shows(other) => other,
            Fate::Goes => '\0',
        };
        if matches!(fate, Fate::Shows(_) | Fate::Goes) {
            self.hidden += usize::from(!is_usual(character, place));
        }
        if !matches!(fate, Fate::Goes) {
            self.origin.note(self.text.len(), place);
            self.text.push(kept);
        }
    }
}

/// The fate of a character that `cluster` code points of its cluster precede, and the length of the cluster after it.
fn fate(character: char, next: Option<char>, cluster: usize) -> (Fate, usize) {
    match character {
        '\n' => (Fate::Stays, 0),
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => (Fate::Becomes('\n'), 0),
        _ if character.is_whitespace() => (Fate::Becomes(' '), 0),
        '\0'..='\u{1F}' => (Fate::Shows(picture(character)), 1),
        '\u{7F}' => (Fate::Shows('\u{2421}'), 1),
        '\u{80}'..='\u{9F}' => (Fate::Shows(char::REPLACEMENT_CHARACTER), 1),
        '\u{200C}' | '\u{200D}' if joins(next, cluster) => (Fate::Stays, cluster + 1),
        _ if is_hidden(character) => (Fate::Goes, cluster),
        _ if character.width() == Some(0) => {
            if (1..LONGEST_CLUSTER).contains(&cluster) {
                (Fate::Stays, cluster + 1)
            } else {
                (Fate::Goes, cluster)
            }
        }
        _ => (Fate::Stays, 1),
    }
}

/// The visible sign of a C0 control.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Whether a joiner is inside a cluster: something precedes it, and a visible sign beyond ASCII follows.
fn joins(next: Option<char>, cluster: usize) -> bool {
    (1..LONGEST_CLUSTER).contains(&cluster)
        && next.is_some_and(|next| !next.is_ascii() && next.width().is_some_and(|width| width > 0))
}

/// Whether a character can be written as it is: it is neither hidden nor a control, and no line end but `\n`.
pub fn is_plain(character: char) -> bool {
    character == '\n'
        || !(character.is_control()
            || is_hidden(character)
            || matches!(character, '\u{2028}' | '\u{2029}'))
}

/// Whether a removed character is not worth counting: a byte order mark, or the selector of an emoji's look.
fn is_usual(character: char, place: usize) -> bool {
    match character {
        '\u{FEFF}' => place == 0,
        '\u{FE0E}' | '\u{FE0F}' => true,
        _ => false,
    }
}

/// Bidirectional controls, zero-width characters, variation selectors and tags: the format characters (Cf) of Unicode
/// 16, and others without a width or a look.
fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, text: &str, hidden: usize) {
        let cleaned = clean(raw);
        assert_eq!((cleaned.text.as_str(), cleaned.hidden), (text, hidden));
        assert_eq!(clean(text).text, text, "cleaning twice changes nothing");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        check("“Zoë said 1 €,” 日本 — ok\n", "“Zoë said 1 €,” 日本 — ok\n", 0);
    }

    #[test]
    fn controls_become_signs() {
        check("a\u{1b}]0;x\u{7} b\u{7f} c\u{9b}", "a␛]0;x␇ b␡ c\u{FFFD}", 4);
    }

    #[test]
    fn every_line_end_is_one() {
        check("a\r\nb\rc\u{2028}d\u{85}e", "a\nb\nc\nd\ne", 0);
    }

    #[test]
    fn tabs_and_hard_spaces_become_spaces() {
        check("a\tb\u{A0}c\u{202F}d", "a b c d", 0);
    }

    #[test]
    fn characters_that_turn_or_hide_text_are_removed() {
        check("a\u{202E}b\u{2066}c\u{200B}d\u{E0041}e\u{AD}f", "abcdef", 5);
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        check("\u{FEFF}a", "a", 0);
        check("a\u{FEFF}", "a", 1);
    }

    #[test]
    fn the_look_of_an_emoji_is_removed_but_not_counted() {
        check("❤\u{FE0F} 1\u{FE0F}\u{20E3} ☎\u{FE0E}", "❤ 1\u{20E3} ☎", 0);
        check("❤\u{FE0F}\u{200D}🔥", "❤\u{200D}🔥", 0);
        check("a\u{FE00}b\u{E0100}c\u{180B}", "abc", 3);
    }

    #[test]
    fn stacked_accents_are_cut() {
        let stacked = format!("a{}", "\u{301}".repeat(1000));
        assert_eq!(clean(&stacked).text.chars().count(), LONGEST_CLUSTER);
        assert_eq!(clean(&stacked).hidden, 1000 + 1 - LONGEST_CLUSTER);
        check("a\u{301} \u{301}b", "a\u{301} b", 1);
        check("\u{301}a", "a", 1);
    }

    #[test]
    fn a_joiner_stays_only_inside_a_cluster() {
        check("👩\u{200D}🔬 a\u{200D}b \u{200D}", "👩\u{200D}🔬 ab ", 2);
        check("क\u{200C}ष é\u{200D}\u{301}", "क\u{200C}ष é\u{301}", 1);
        let long = format!("क{}", "\u{301}".repeat(LONGEST_CLUSTER - 1));
        check(&format!("{long}\u{200D}ष"), &format!("{long}ष"), 1);
    }

    #[test]
    fn form_feeds_end_a_line() {
        check("a\u{B}b\u{C}c\u{2029}d", "a\nb\nc\nd", 0);
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(clean_line("a\r\nb\u{1b}\tc"), "a b␛ c");
    }

    #[test]
    fn cleaned_characters_are_plain() {
        assert!(['\n', ' ', 'a', 'ë', '日'].into_iter().all(is_plain));
        let others =
            ['\t', '\r', '\u{1b}', '\u{85}', '\u{200B}', '\u{202E}', '\u{2028}', '\u{2029}'];
        assert!(!others.into_iter().any(is_plain));
    }

    #[test]
    fn every_place_has_its_way_back() {
        let raw = "a\u{200B}b\u{1b}c\r\nd";
        let cleaned = clean(raw);
        for (place, character) in cleaned.text.char_indices() {
            let at = cleaned.origin.of(place);
            let was = raw.get(at..).and_then(|rest| rest.chars().next()).unwrap();
            assert!(
                was == character || was == '\u{1b}' || was == '\r',
                "{character:?} was {was:?}"
            );
        }
    }
}
