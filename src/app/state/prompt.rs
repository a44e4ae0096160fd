//! The line that a reader types into: a search, a filter, a command, a path.
//!
//! The line has a cursor; each kind has a history, and the draft comes back after a look at older lines.

use crate::app::keys::action::{Purpose, Step};
use crate::text::clean::is_plain;

/// A line being typed.
///
/// Invariant: the cursor, in bytes, is at a character boundary of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    purpose: Purpose,
    words: String,
    cursor: usize,
    /// How many lines back in the history it is, and the line from before that.
    looked_back: usize,
    draft: String,
}

impl Prompt {
    /// An empty line.
    pub fn new(purpose: Purpose) -> Self {
        Self { purpose, words: String::new(), cursor: 0, looked_back: 0, draft: String::new() }
    }

    /// What it is for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// What has been typed.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The words before the cursor.
    pub fn before_cursor(&self) -> &str {
        self.words.get(..self.cursor).unwrap_or_default()
    }

    /// Changes what it is for.
    pub fn turn_to(&mut self, purpose: Purpose) {
        self.purpose = purpose;
    }

    /// Replaces all words and puts the cursor at the end.
    pub fn replace(&mut self, words: &str) {
        words.clone_into(&mut self.words);
        self.cursor = self.words.len();
    }

    /// Inserts a character before the cursor, unless a terminal might obey it.
    pub fn insert(&mut self, character: char) {
        if character != '\n' && is_plain(character) {
            self.words.insert(self.cursor, character);
            self.cursor += character.len_utf8();
        }
    }

    /// Deletes from the place that `start` finds in the words before the cursor up to the cursor.
    fn delete_from(&mut self, start: fn(&str) -> usize) {
        let from = start(self.before_cursor());
        self.words.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    /// Deletes the character before the cursor.
    pub fn delete(&mut self) {
        self.delete_from(|before| before.char_indices().next_back().map_or(0, |(at, _)| at));
    }

    /// Deletes the word before the cursor, with the blanks after it.
    pub fn delete_word(&mut self) {
        self.delete_from(|before| {
            before
                .trim_end()
                .char_indices()
                .rfind(|(_, c)| c.is_whitespace())
                .map_or(0, |(at, c)| at + c.len_utf8())
        });
    }

    /// Deletes everything before the cursor.
    pub fn delete_all(&mut self) {
        self.delete_from(|_| 0);
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step) {
        let behind = self.words.get(self.cursor..).unwrap_or_default();
        self.cursor = match step {
            Step::Left => self.before_cursor().char_indices().next_back().map_or(0, |(at, _)| at),
            Step::Right => self.cursor + behind.chars().next().map_or(0, char::len_utf8),
            Step::Start => 0,
            Step::End => self.words.len(),
        };
    }

    /// Goes to the line before in a history, whose last line is the newest.
    pub fn older(&mut self, history: &[String]) {
        if self.looked_back == 0 {
            self.draft.clone_from(&self.words);
        }
        self.look_back(self.looked_back + 1, history);
    }

    /// Goes to the line after in it, up to the draft.
    pub fn newer(&mut self, history: &[String]) {
        match self.looked_back {
            0 => {}
            1 => {
                self.looked_back = 0;
                let draft = std::mem::take(&mut self.draft);
                self.replace(&draft);
            }
            back => self.look_back(back - 1, history),
        }
    }

    fn look_back(&mut self, back: usize, history: &[String]) {
        let line = history.len().checked_sub(back).and_then(|at| history.get(at));
        if let Some(line) = line {
            self.looked_back = back;
            self.replace(line);
        }
    }
}

/// The lines that were typed for each purpose, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    searches: Vec<String>,
    filters: Vec<String>,
    commands: Vec<String>,
    paths: Vec<String>,
}

impl History {
    /// The lines of a purpose.
    pub fn of(&self, purpose: Purpose) -> &[String] {
        match purpose {
            Purpose::Search => &self.searches,
            Purpose::Filter => &self.filters,
            Purpose::Command => &self.commands,
            Purpose::Export(_) | Purpose::Replace(_) => &self.paths,
        }
    }

    /// Adds a line, unless it is empty; one that is there already moves to the end.
    pub fn add(&mut self, purpose: Purpose, words: &str) {
        let lines = match purpose {
            Purpose::Search => &mut self.searches,
            Purpose::Filter => &mut self.filters,
            Purpose::Command => &mut self.commands,
            Purpose::Export(_) | Purpose::Replace(_) => &mut self.paths,
        };
        if !words.is_empty() {
            lines.retain(|line| line != words);
            lines.push(words.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::format::Format;

    /// The line after some edits, with `|` where the cursor is.
    #[track_caller]
    fn check(edits: &[fn(&mut Prompt)], expected: &str) {
        let mut prompt = Prompt::new(Purpose::Search);
        prompt.replace("Zoë said it");
        for edit in edits {
            edit(&mut prompt);
        }
        let behind = prompt.words().strip_prefix(prompt.before_cursor()).unwrap();
        assert_eq!(format!("{}|{behind}", prompt.before_cursor()), expected);
    }

    #[test]
    fn a_line_is_edited_like_any_other() {
        check(&[|line| line.insert('!')], "Zoë said it!|");
        check(&[|line| line.delete()], "Zoë said i|");
        check(&[|line| line.delete_word()], "Zoë said |");
        check(&[|line| line.delete_word(), |line| line.delete_word()], "Zoë |");
        check(&[|line| line.step(Step::Left), |line| line.insert('é')], "Zoë said ié|t");
        check(&[|line| line.step(Step::Start), |line| line.delete()], "|Zoë said it");
        check(
            &[
                |line| line.step(Step::Start),
                |line| line.step(Step::Right),
                |line| line.delete_all(),
            ],
            "|oë said it",
        );
        check(&[|line| line.insert('\u{1b}')], "Zoë said it|");
    }

    #[test]
    fn older_lines_come_back_and_the_draft_too() {
        let history = ["one".to_owned(), "two".to_owned()];
        let mut prompt = Prompt::new(Purpose::Command);
        prompt.insert('x');
        let mut seen = Vec::new();
        for back in [true, true, true, false, false, false] {
            if back {
                prompt.older(&history);
            } else {
                prompt.newer(&history);
            }
            seen.push(prompt.words().to_owned());
        }
        assert_eq!(seen, ["two", "one", "one", "two", "x", "x"]);
    }

    #[test]
    fn a_word_is_deleted_with_the_blanks_after_it() {
        check(&[|line| line.replace("Zoë  "), |line| line.delete_word()], "|");
        check(&[|line| line.step(Step::Left), |line| line.delete_word()], "Zoë said |t");
        check(&[|line| line.replace("a\u{3000}b"), |line| line.delete_word()], "a\u{3000}|");
    }

    #[test]
    fn the_cursor_stays_in_the_line() {
        check(&[|line| line.step(Step::Right)], "Zoë said it|");
        check(&[|line| line.step(Step::Start), |line| line.step(Step::Left)], "|Zoë said it");
        check(&[|line| line.step(Step::Start), |line| line.step(Step::End)], "Zoë said it|");
        check(&[|line| line.insert('\n'), |line| line.insert('\u{202e}')], "Zoë said it|");
    }

    #[test]
    fn a_line_typed_again_is_the_newest() {
        let mut history = History::default();
        for words in ["one", "two", "", "one"] {
            history.add(Purpose::Command, words);
        }
        assert_eq!(history.of(Purpose::Command), ["two", "one"]);
        assert!(history.of(Purpose::Filter).is_empty());
    }

    #[test]
    fn each_purpose_has_lines_of_its_own() {
        let format = Format::all().next().unwrap();
        let purposes =
            [Purpose::Search, Purpose::Filter, Purpose::Command, Purpose::Export(format)];
        let mut history = History::default();
        for purpose in purposes {
            history.add(purpose, purpose.sign());
        }
        for purpose in purposes {
            assert_eq!(history.of(purpose), [purpose.sign()]);
        }
        assert_eq!(history.of(Purpose::Replace(format)), history.of(Purpose::Export(format)));
    }
}
