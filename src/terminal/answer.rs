//! The terminal's answer to the question for its background, picked out of the keys that it comes among.
//!
//! The question (OSC 11) goes out with the first frame, once, and nobody waits for the answer: over a slow line it may
//! come late, and some terminals never give one. crossterm takes it for keys: Alt-], the characters of
//! `11;rgb:1e1e/1e1e/1e1e`, and Alt-\ or Ctrl-G. Keys that only began like an answer are given back.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Asks for the background.
pub(super) const QUESTION: &str = "\x1b]11;?\x1b\\";
/// How every answer begins, behind the `]`.
const HEAD: &str = "11;rgb:";
/// Characters of the longest answer: four digits for each of three colors.
const LONGEST: usize = HEAD.len() + 14;

/// Listens for the answer.
#[derive(Debug)]
pub(super) struct Ear {
    /// The keys that may be the answer's.
    held: Vec<KeyEvent>,
    words: String,
    state: Hearing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hearing {
    /// No key of an answer yet; whether the last one was an Esc, which slow lines may part from what follows.
    Silence {
        escape: bool,
    },
    Answer,
    /// It has come, or none was asked for.
    Nothing,
}

/// What a key turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Keys of the reader.
    Keys(Vec<KeyEvent>),
    /// Perhaps a part of the answer.
    Part,
    /// The answer: red, green and blue.
    Background(u32),
}

impl Ear {
    /// An ear for an answer that is to come.
    pub(super) fn open() -> Self {
        let state = Hearing::Silence { escape: false };
        Self { held: Vec::new(), words: String::new(), state }
    }

    /// An ear for keys alone.
    pub(super) fn closed() -> Self {
        Self { state: Hearing::Nothing, ..Self::open() }
    }

    /// Takes a key.
    pub(super) fn hear(&mut self, key: KeyEvent) -> Heard {
        match self.state {
            Hearing::Nothing => Heard::Keys(vec![key]),
            Hearing::Silence { escape } => {
                let begins = key.code == KeyCode::Char(']')
                    && (escape || key.modifiers == KeyModifiers::ALT);
                if begins {
                    self.held.push(key);
                    self.state = Hearing::Answer;
                    return Heard::Part;
                }
                self.state = Hearing::Silence { escape: key.code == KeyCode::Esc };
                Heard::Keys(vec![key])
            }
            Hearing::Answer => self.go_on(key),
        }
    }

    fn go_on(&mut self, key: KeyEvent) -> Heard {
        self.held.push(key);
        let is_whole = self.words.len() > HEAD.len();
        // an end may be parted from its Esc
        if key.code == KeyCode::Esc && is_whole {
            return Heard::Part;
        }
        let Some(character) = key.code.as_char() else { return self.give_back() };
        let is_bell = character == 'g' && key.modifiers == KeyModifiers::CONTROL;
        if is_whole && (is_bell || character == '\\') {
            return self.end();
        }
        self.words.push(character);
        if may_be_answer(&self.words) { Heard::Part } else { self.give_back() }
    }

    fn end(&mut self) -> Heard {
        match color(&self.words) {
            Some(color) => {
                self.state = Hearing::Nothing;
                Heard::Background(color)
            }
            None => self.give_back(),
        }
    }

    fn give_back(&mut self) -> Heard {
        self.state = Hearing::Silence { escape: false };
        self.words.clear();
        Heard::Keys(std::mem::take(&mut self.held))
    }
}

fn may_be_answer(words: &str) -> bool {
    let is_color = |rest: &str| rest.chars().all(|c| c.is_ascii_hexdigit() || c == '/');
    words.len() <= LONGEST
        && (HEAD.starts_with(words) || words.strip_prefix(HEAD).is_some_and(is_color))
}

/// Red, green and blue of an answer, of one to four hexadecimal digits each (`XParseColor`).
fn color(words: &str) -> Option<u32> {
    let parts: Vec<&str> = words.strip_prefix(HEAD)?.split('/').collect();
    let [red, green, blue] = parts.as_slice() else { return None };
    let channels = [red, green, blue].map(|digits| {
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
        (u32::from_str_radix(digits, 16).ok()? * 255).checked_div(most)
    });
    channels.into_iter().try_fold(0, |color, channel| Some(color << 8 | channel?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(character: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(character), modifiers)
    }

    /// Keys as crossterm makes them of `bytes`, in which ESC goes with what follows.
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

    /// The background that is heard, and the keys that stay keys.
    #[track_caller]
    fn check(keys: Vec<KeyEvent>, background: Option<u32>, left: &str) {
        let mut ear = Ear::open();
        let mut heard = None;
        let mut others = String::new();
        for key in keys {
            match ear.hear(key) {
                Heard::Keys(keys) => {
                    others.extend(keys.iter().map(|key| key.code.as_char().unwrap_or('␛')));
                }
                Heard::Part => {}
                Heard::Background(color) => heard = Some(color),
            }
        }
        assert_eq!((heard, others.as_str()), (background, left));
    }

    #[test]
    fn an_answer_is_heard_among_keys() {
        check(keys("n\x1b]11;rgb:1e1e/1E1E/ffff\x1b\\N"), Some(0x001E_1EFF), "nN");
        check(keys("\x1b]11;rgb:ff/80/0\x07q"), Some(0x00FF_8000), "q");
    }

    #[test]
    fn what_only_begins_like_an_answer_stays_keys() {
        check(keys("\x1b]1n"), None, "]1n");
        check(keys("\x1b]11;rgb:zz"), None, "]11;rgb:zz");
        check(keys("]]n"), None, "]]n");
    }

    #[test]
    fn an_answer_may_be_parted_from_its_escape() {
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
}
