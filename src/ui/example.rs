//! A made article, a reader of it, and what is drawn, for the tests of the widgets.

use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::{Frame, Terminal};

use crate::annotation::document::{Document, Findings};
use crate::annotation::entity::{Entity, EntityKind};
use crate::annotation::quote::{Confidence, Quote, Voice};
use crate::annotation::sample::place;
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::app::keys::action::Action;
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::app::state::panes::Size;
use crate::app::state::preferences::Preferences;
use crate::app::state::theme_name::ThemeName;
use crate::app::{Message, update};
use crate::text::article::Article;
use crate::text::span::Span;
use crate::ui::theme::{Depth, Theme};

const TEXT: &str = "Floods feared in Ely\n\nBy Nora Field\n\n\
    “It rains,” Mayor Ann Lee said. She warned that it “may pour” soon in Ely.\n\n\
    “Stay home,” one said. Residents await the worst, Lee a storm, Poe a flood.";

/// The content, cue and source of the quotes, and the speakers: Ann Lee, residents, Poe, or nobody.
const QUOTES: [(&str, &str, &str, Voice, Option<usize>); 7] = [
    ("Floods feared", "", "", Voice::Indirect, Some(1)),
    ("“It rains,”", "said", "Mayor Ann Lee", Voice::Direct, Some(0)),
    ("it “may pour” soon in Ely", "warned", "She", Voice::Mixed, Some(0)),
    ("“Stay home,”", "", "", Voice::Direct, None),
    ("the worst", "await", "Residents", Voice::Indirect, Some(1)),
    ("a storm", "", "", Voice::Indirect, Some(0)),
    ("a flood", "", "", Voice::Indirect, Some(2)),
];

/// What is known about the article; the quote in the headline is doubtful.
pub(super) fn known() -> Known {
    let article = Article::parse(TEXT).unwrap();
    let text = article.text();
    let places = |words: &str| {
        let found = text.match_indices(words);
        found.map(|(at, words)| Span::new(at, at + words.len())).collect::<Vec<_>>()
    };
    let part = |words: &str| (!words.is_empty()).then(|| place(text, words)).into_iter().collect();
    let quotes = QUOTES.map(|(content, cue, source, voice, speaker)| Quote {
        voice,
        content: part(content),
        cue: part(cue),
        source: part(source),
        speaker: speaker.map(SpeakerId::at),
        confidence: Confidence::new(if content == "Floods feared" { 0.4 } else { 0.9 }),
    });
    let speakers = [
        ("Ann Lee", SpeakerKind::Person, Some("Mayor")),
        ("Residents", SpeakerKind::Group, None),
        ("Poe", SpeakerKind::Person, None),
    ];
    let speakers = speakers.map(|(name, kind, role)| Speaker {
        name: name.to_owned(),
        kind,
        role: role.map(str::to_owned),
        mentions: Vec::new(),
    });
    let entities = [
        ("Ann Lee", EntityKind::Person),
        ("Ely", EntityKind::Place),
        ("Nora Field", EntityKind::Person),
    ];
    let entities =
        entities.map(|(name, kind)| Entity { kind, name: name.to_owned(), mentions: places(name) });
    let findings = Findings {
        quotes: quotes.to_vec(),
        speakers: speakers.to_vec(),
        entities: entities.to_vec(),
    };
    Known::of(Document::new(article, findings))
}

/// A reader that has opened the article.
pub(super) fn reader(width: u16, height: u16) -> State {
    reader_with(width, height, Preferences::default())
}

/// A reader that has opened the article with these preferences.
pub(super) fn reader_with(width: u16, height: u16, preferences: Preferences) -> State {
    let mut state = waiting(width, height, preferences);
    let _ = update(&mut state, Message::Annotated(Box::new(known()), 100));
    state
}

/// A reader that waits for the first annotation.
pub(super) fn waiting(width: u16, height: u16, preferences: Preferences) -> State {
    let unread = Document::unread(known().document.article().clone());
    State::new("ely".to_owned(), unread, Size { width, height }, preferences)
}

/// The reader after some actions.
pub(super) fn after(mut state: State, actions: &[Action]) -> State {
    for action in actions {
        let _ = update(&mut state, Message::Act(*action));
    }
    state
}

/// A theme in which each role adds a modifier of its own, so that a style shows all roles that it is made of.
pub(super) fn theme() -> Theme {
    let mut theme = Theme::new(ThemeName::Dark, Depth::True);
    let role = |modifier| Style::new().add_modifier(modifier);
    theme.title = role(Modifier::RAPID_BLINK);
    theme.quiet = role(Modifier::DIM);
    theme.headline = role(Modifier::SLOW_BLINK);
    theme.name = role(Modifier::CROSSED_OUT);
    theme
}

/// What is drawn on a screen.
pub(super) fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

/// The rows of a screen, without blanks at their ends.
pub(super) fn rows(buffer: &Buffer) -> Vec<String> {
    let rows = buffer.content().chunks(usize::from(buffer.area.width));
    let words = rows.map(|row| row.iter().map(Cell::symbol).collect::<String>());
    words.map(|row| row.trim_end().to_owned()).collect()
}

/// The words of a line.
pub(super) fn words(line: &Line<'_>) -> String {
    line.spans.iter().map(|piece| piece.content.as_ref()).collect()
}

/// The pieces of a line with their styles.
pub(super) fn pieces(line: &Line<'_>) -> Vec<(String, Style)> {
    line.spans.iter().map(|piece| (piece.content.to_string(), piece.style)).collect()
}
