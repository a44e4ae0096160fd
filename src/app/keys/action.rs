//! What a reader can do: everything that a key, a click or a command can ask for.

use strum::VariantArray;

use crate::formats::format::Format;

/// Something a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Scroll the article or move in the list, whichever has the focus.
    Move(Motion),
    /// Go to the next or previous stop of the trail.
    Step(Way),
    /// Go to the next or previous quote by the current speaker.
    StepSpeaker(Way),
    /// Give the focus to the other pane.
    SwitchFocus,
    /// Give the focus to this pane.
    Focus(Focus),
    /// Show a list.
    Show(List),
    /// Take the row under the cursor of the list.
    Choose,
    /// Show the current speaker in the list of speakers.
    ShowSpeaker,
    /// Open or close the details of the current quote.
    ToggleCard,
    /// Fold or unfold the row.
    Fold,
    /// Make the quotes of the current speaker the trail.
    Follow(Voices),
    /// Make the doubtful quotes the trail.
    FollowUnsure,
    /// Show the menu of export formats.
    OpenExport,
    /// Take the format under the cursor of the menu.
    TakeFormat,
    /// Start typing a line.
    Open(Purpose),
    /// Edit the line, accept it or cancel it.
    Edit(Edit),
    /// Wait for the letter of a mark.
    Await(LetterUse),
    /// The letter that was waited for.
    Letter(char),
    /// Go back to the place before a jump, or forward again.
    Jump(Way),
    /// Show only paragraphs with quotes, or all again.
    FoldText,
    /// Close whatever is open, then go back to all quotes.
    Back,
    /// Set the text to the next of 66 columns, 80 columns and the whole pane.
    NextMeasure,
    /// Make the text two columns narrower or wider.
    Measure(Way),
    /// Show one pane, or both again.
    ToggleZen,
    /// Switch to the next theme.
    NextTheme,
    /// Open or close help.
    ToggleHelp,
    /// Copy the current quote, mention or hit.
    Copy(Extent),
    /// Redraw the whole screen.
    Redraw,
    /// Suspend the program until the shell resumes it.
    Suspend,
    /// Quit.
    Quit,
}

/// How far to move, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One line or row.
    Line(Way),
    /// Half of the visible lines.
    Half(Way),
    /// All visible lines but two, so that the eye finds its place again.
    Page(Way),
    /// To the first or last line.
    End(Way),
}

impl Motion {
    /// Moves `place` within `0..=most`, where `height` lines are visible.
    pub fn applied(self, place: usize, height: usize, most: usize) -> usize {
        let (way, by) = match self {
            Self::Line(way) => (way, 1),
            Self::Half(way) => (way, (height / 2).max(1)),
            Self::Page(way) => (way, height.saturating_sub(2).max(1)),
            Self::End(way) => (way, most),
        };
        match way {
            Way::On => (place + by).min(most),
            Way::Back => place.saturating_sub(by),
        }
    }
}

/// How much of a quote to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Its words, the speaker and the title of the article.
    WithSpeaker,
    /// Its words.
    WordsOnly,
    /// The same as `WithSpeaker`, as a Markdown block quote.
    Markdown,
}

/// Which quotes of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voices {
    /// All of them.
    All,
    /// Direct quotes only.
    Direct,
}

/// What the awaited letter is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterUse {
    /// To mark this place.
    Mark,
    /// To go to the place marked with it.
    GoTo,
}

/// One of two directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Toward the end.
    On,
    /// Toward the beginning.
    Back,
}

/// The pane that receives keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The article.
    Article,
    /// The list beside it.
    List,
}

/// A list in the side pane, in the order of their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum List {
    /// The speakers with their quotes.
    Speakers,
    /// The quotes in the order of the text.
    Quotes,
    /// People, organizations, places and events.
    Entities,
    /// A chart of who speaks how much, and where.
    Overview,
}

/// What a typed line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Words to find in the text.
    Search,
    /// Words to filter the rows of the list by.
    Filter,
    /// The number of a quote, or the name of a command.
    Command,
    /// The path of a file to export to.
    Export(Format),
    /// The same, after a warning that the file exists.
    Replace(Format),
}

impl Purpose {
    /// What is shown before the line.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Filter => "&",
            Self::Command => ":",
            Self::Export(_) => "export to ",
            Self::Replace(_) => "replace ",
        }
    }
}

/// What a key does to a typed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Inserts a character before the cursor.
    Insert(char),
    /// Deletes the character before the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes everything before the cursor.
    DeleteAll,
    /// Moves the cursor.
    Move(Step),
    /// Goes to the previous line of the history.
    Older,
    /// Goes to the next line of the history.
    Newer,
    /// Completes the name of a command.
    Complete,
    /// Accepts the line.
    Accept,
    /// Cancels it.
    Cancel,
}

/// A move of the cursor in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(motion: Motion, place: usize, expected: usize) {
        assert_eq!(motion.applied(place, 10, 30), expected);
    }

    #[test]
    fn a_page_leaves_two_lines_in_sight() {
        check(Motion::Page(Way::On), 0, 8);
        check(Motion::Page(Way::Back), 20, 12);
        assert_eq!(Motion::Page(Way::On).applied(0, 2, 30), 1, "it always moves");
    }

    #[test]
    fn half_a_page_is_half_of_what_is_visible() {
        check(Motion::Half(Way::On), 3, 8);
        check(Motion::Half(Way::Back), 8, 3);
        assert_eq!(Motion::Half(Way::On).applied(0, 1, 30), 1, "it always moves");
    }

    #[test]
    fn no_motion_leaves_the_text() {
        check(Motion::Line(Way::On), 30, 30);
        check(Motion::Line(Way::Back), 0, 0);
        check(Motion::Page(Way::On), 25, 30);
        check(Motion::End(Way::On), 3, 30);
        check(Motion::End(Way::Back), 30, 0);
    }

    #[test]
    fn a_line_is_a_line() {
        check(Motion::Line(Way::On), 3, 4);
        check(Motion::Line(Way::Back), 3, 2);
    }
}
