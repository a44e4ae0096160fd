//! Filters the terminal's answer about its background out of the keys that it arrives among.
//!
//! The question (OSC 11) goes out once, with the first frame, and nothing waits for the answer: on a slow connection it
//! comes late, and some terminals never answer. crossterm mistakes the answer for keys: Alt-], the characters of
//! `11;rgb:1e1e/1e1e/1e1e`, and Alt-\ or Ctrl-G. Keys that only looked like the start of an answer are passed on.

use std::mem;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Asks for the background color.
pub(super) const QUESTION: &str = "\x1b]11;?\x1b\\";
/// The start of every answer, after the `]`.
const HEAD: &str = "11;rgb:";
/// Characters of the longest answer: four digits for each of three colors.
const LONGEST: usize = HEAD.len() + 14;

/// Separates the answer from the reader's keys.
#[derive(Debug)]
pub(super) struct AnswerFilter {
    /// Keys that may belong to the answer.
    held: Vec<KeyEvent>,
    /// The characters of the answer so far, after the `]`.
    words: String,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// No answer has begun. On a slow connection its Esc may arrive as a key of its own.
    Waiting { after_escape: bool },
    /// An answer may have begun.
    Within,
    /// It has arrived, or was never asked for.
    Done,
}

/// What a key turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filtered {
    /// Keys of the reader.
    Keys(Vec<KeyEvent>),
    /// Perhaps a part of the answer.
    Held,
    /// The end of the answer: red, green, and blue.
    Background(u32),
}

impl AnswerFilter {
    /// A filter that waits for an answer.
    pub(super) fn waiting() -> Self {
        let stage = Stage::Waiting { after_escape: false };
        Self { held: Vec::new(), words: String::new(), stage }
    }

    /// A filter that passes all keys on.
    pub(super) fn done() -> Self {
        Self { stage: Stage::Done, ..Self::waiting() }
    }

    /// Takes the next key.
    pub(super) fn take(&mut self, key: KeyEvent) -> Filtered {
        match self.stage {
            Stage::Done => Filtered::Keys(vec![key]),
            Stage::Waiting { after_escape } => {
                let begins = key.code == KeyCode::Char(']')
                    && (after_escape || key.modifiers == KeyModifiers::ALT);
                if begins {
                    self.held.push(key);
                    self.stage = Stage::Within;
                    return Filtered::Held;
                }
                self.stage = Stage::Waiting { after_escape: key.code == KeyCode::Esc };
                Filtered::Keys(vec![key])
            }
            Stage::Within => self.take_part(key),
        }
    }

    fn take_part(&mut self, key: KeyEvent) -> Filtered {
        self.held.push(key);
        // the Esc of the end may arrive as a key of its own, too
        if key.code == KeyCode::Esc && self.words.starts_with(HEAD) {
            return Filtered::Held;
        }
        let Some(character) = key.code.as_char() else { return self.release() };
        let is_bell = character == 'g' && key.modifiers == KeyModifiers::CONTROL;
        if is_bell || character == '\\' {
            return self.finish();
        }
        self.words.push(character);
        if may_be_answer(&self.words) { Filtered::Held } else { self.release() }
    }

    fn finish(&mut self) -> Filtered {
        match color(&self.words) {
            Some(color) => {
                self.stage = Stage::Done;
                Filtered::Background(color)
            }
            None => self.release(),
        }
    }

    /// Passes on the keys that were no answer.
    fn release(&mut self) -> Filtered {
        self.stage = Stage::Waiting { after_escape: false };
        self.words.clear();
        Filtered::Keys(mem::take(&mut self.held))
    }
}

fn may_be_answer(words: &str) -> bool {
    let is_color = |rest: &str| rest.chars().all(|c| c.is_ascii_hexdigit() || c == '/');
    words.len() <= LONGEST
        && (HEAD.starts_with(words) || words.strip_prefix(HEAD).is_some_and(is_color))
}

/// Red, green, and blue of an answer, each in one to four hexadecimal digits (`XParseColor`).
fn color(words: &str) -> Option<u32> {
    let parts: Vec<&str> = words.strip_prefix(HEAD)?.split('/').collect();
    let [red, green, blue] = parts.as_slice() else { return None };
    let channels = [red, green, blue].map(|digits| channel(digits));
    channels.into_iter().try_fold(0, |color, channel| Some(color << 8 | channel?))
}

/// A channel in eight bits.
fn channel(digits: &str) -> Option<u32> {
    let most = match digits.len() {
        1 => 0xF,
        2 => 0xFF,
        3 => 0xFFF,
        4 => 0xFFFF,
        _ => return None,
    };
    Some(u32::from_str_radix(digits, 16).ok()? * 255 / most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(character: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(character), modifiers)
    }

    /// The keys that crossterm makes of `bytes`: Esc is Alt with the next key.
    fn keys(bytes: &str) -> Vec<KeyEvent> {
        let mut keys = Vec::new();
        let mut characters = bytes.chars();
        while let Some(character) = characters.next() {
            keys.push(match character {
                '\x1b' => key(characters.next().unwrap(), KeyModifiers::ALT),
                '\x07' => key('g', KeyModifiers::CONTROL),
                other => key(other, KeyModifiers::NONE),
            });
        }
        keys
    }

    /// The background that is found among keys, and the keys that are passed on.
    #[track_caller]
    fn check(keys: Vec<KeyEvent>, background: Option<u32>, left: &str) {
        let mut filter = AnswerFilter::waiting();
        let mut answer = None;
        let mut others = String::new();
        for key in keys {
            match filter.take(key) {
                Filtered::Keys(keys) => {
                    others.extend(keys.iter().map(|key| key.code.as_char().unwrap_or('␛')));
                }
                Filtered::Held => {}
                Filtered::Background(color) => answer = Some(color),
            }
        }
        assert_eq!((answer, others.as_str()), (background, left));
    }

    #[test]
    fn an_answer_is_found_among_keys() {
        check(keys("n\x1b]11;rgb:1e1e/1E1E/ffff\x1b\\N"), Some(0x001E_1EFF), "nN");
        check(keys("\x1b]11;rgb:ff/80/0\x07q"), Some(0x00FF_8000), "q");
    }

    #[test]
    fn keys_that_only_look_like_an_answer_are_passed_on() {
        check(keys("\x1b]1n"), None, "]1n");
        check(keys("\x1b]11;rgb:zz"), None, "]11;rgb:zz");
        check(keys("]]n"), None, "]]n");
        check(keys("\x1b]\x07n"), None, "]gn");
        check(keys("\x1b]11;rgb:\x07n"), None, "]11;rgb:gn");
        check(keys("\x1b]11;rgb:/\x07n"), None, "]11;rgb:/gn");
        check(keys("\x1b]11;rgb:1/2\x07n"), None, "]11;rgb:1/2gn");
        check(keys("\x1b]11;rgb:1/2/3/4\x07n"), None, "]11;rgb:1/2/3/4gn");
        check(keys("\x1b]11;rgb:1/2/3gn"), None, "]11;rgb:1/2/3gn");
        check(keys("\x1b]11;rgb:1/2/33333\x07n"), None, "]11;rgb:1/2/33333gn");
        check(keys("\x1b]11;rgb:00000000000000000"), None, "]11;rgb:00000000000000000");
    }

    #[test]
    fn an_escape_inside_an_answer_ends_it() {
        let mut cut = keys("\x1b]11;");
        cut.push(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
        cut.extend(keys("n"));
        check(cut, None, "]11;␛n");
        let mut cut = keys("\x1b]11;rgb:1/2/3");
        cut.push(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
        check(cut, None, "]11;rgb:1/2/3␛");
    }

    #[test]
    fn only_an_escape_just_before_begins_an_answer() {
        let mut late = vec![KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)];
        late.extend(keys("n]11;rgb:0/0/0\x07"));
        check(late, None, "␛n]11;rgb:0/0/0g");
    }

    #[test]
    fn a_second_answer_may_follow_a_false_start() {
        check(keys("\x1b]1n\x1b]11;rgb:0/0/0\x07"), Some(0), "]1n");
    }

    #[test]
    fn a_filter_that_is_done_passes_all_keys_on() {
        let mut filter = AnswerFilter::done();
        for key in keys("\x1b]11;rgb:0/0/0\x07") {
            assert_eq!(filter.take(key), Filtered::Keys(vec![key]));
        }
    }

    #[test]
    fn a_color_scales_to_two_digits() {
        check(keys("\x1b]11;rgb:8/800/8000\x07"), Some(0x0088_7F7F), "");
    }

    #[test]
    fn an_answer_may_be_cut_off_from_its_escape() {
        let mut parted = vec![KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)];
        parted.extend(keys("]11;rgb:0000/0000/0000"));
        parted.push(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
        parted.extend(keys("\\n"));
        check(parted, Some(0), "␛n");
    }

    #[test]
    fn after_the_answer_all_keys_are_keys() {
        check(keys("\x1b]11;rgb:0/0/0\x07\x1b]11;rgb:0/0/0\x07"), Some(0), "]11;rgb:0/0/0g");
    }

    #[test]
    fn an_escape_that_ends_no_answer_is_passed_on_at_once() {
        let mut filter = AnswerFilter::waiting();
        for key in keys("\x1b]11;") {
            assert_eq!(filter.take(key), Filtered::Held);
        }
        let passed = filter.take(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
        assert!(matches!(passed, Filtered::Keys(keys) if keys.len() == 5));
    }
}
