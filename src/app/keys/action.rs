//! What a reader can do.

use crate::app::state::prompt::{Edit, Purpose};

/// Something a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Scroll the article or move in the list, whichever has the focus.
    Move(Motion),
    /// Go along the trail.
    Step(Way),
    /// Go to another quote of the speaker of this one.
    StepSpeaker(Way),
    /// Give the focus to the other pane.
    SwitchFocus,
    /// Give the focus to this pane.
    Focus(Focus),
    /// Show a list.
    Show(List),
    /// Take the row of the list.
    Choose,
    /// From the article to the speaker in the list.
    ShowSpeaker,
    /// The card of the quote, or back.
    ToggleCard,
    /// Fold or unfold the row.
    Fold,
    /// Make the quotes of the speaker of this quote or row the trail, all of them or those in their own words.
    Follow(Voices),
    /// Make the quotes that are unsure the trail.
    FollowUnsure,
    /// Show the formats that can be exported to.
    OpenExport,
    /// Take the format that the cursor is on.
    TakeFormat,
    /// Begin a line of that purpose.
    Open(Purpose),
    /// Change the line, or end it.
    Edit(Edit),
    /// Wait for a letter.
    Await(Letter),
    /// The letter that was waited for.
    Letter(char),
    /// Go to the place before a jump, or on again.
    Jump(Way),
    /// Show only paragraphs with quotes, or all again.
    FoldText,
    /// Close the topmost thing, then go back to all quotes.
    Back,
    /// The next measure of 66, 80 and the whole pane.
    NextMeasure,
    /// Two columns less or more.
    Measure(Way),
    /// One pane, or both again.
    ToggleZen,
    /// The next theme.
    NextTheme,
    /// The help screen, or back.
    ToggleHelp,
    /// Put what is looked at into the clipboard.
    Copy(Extent),
    /// Draw the whole screen anew.
    Redraw,
    /// Stop, until the shell goes on.
    Suspend,
    /// Leave.
    Quit,
}

/// How far, and where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// A line or row.
    Line(Way),
    /// Half of what is visible.
    Half(Way),
    /// All that is visible.
    Page(Way),
    /// To the first or last.
    End(Way),
}

/// How much of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Its words, who said them, and in which article.
    WithSpeaker,
    /// Its words.
    WordsOnly,
    /// The same as a quotation in Markdown.
    Markdown,
}

/// Which quotes of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voices {
    /// All of them.
    All,
    /// Those in their own words.
    Direct,
}

/// What a letter is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// To mark this place with it.
    Mark,
    /// To go to the place that it marks.
    GoTo,
}

/// One of two directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the end.
    On,
    /// Towards the beginning.
    Back,
}

/// A pane that keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The article.
    Article,
    /// The list beside it.
    List,
}

/// A list of the side pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Who speaks.
    Speakers,
    /// What is said, in the order of the text.
    Quotes,
    /// Who and what is named.
    Entities,
    /// Who speaks how much, and where.
    Overview,
}

impl List {
    /// All lists, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Speakers, Self::Quotes, Self::Entities, Self::Overview];
}
