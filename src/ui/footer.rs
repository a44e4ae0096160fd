//! The last row: where on the trail the reader is, what is looked at, and the nearest keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::plain;
use crate::annotation::quote::QuoteId;
use crate::app::action::{Action, Way};
use crate::app::keymap::bound::Keymap;
use crate::app::state::State;
use crate::app::trail::{Target, Trail};
use crate::ui::theme::Theme;
use crate::ui::words::{cut, sign};

/// What to tell somebody who sees the program for the first time.
const NEAREST: &[(Action, &str)] = &[(Action::Step(Way::On), "next"), (Action::ToggleHelp, "help")];

/// Draws the footer.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let width = usize::from(area.width);
    let keys = match (state.scene.help, width) {
        (Some(_), _) => format!("{} ", hints(&state.keymap, &[(Action::Back, "back")])),
        (None, ..60) => format!("{} ", percent(state)),
        (None, _) => format!("{}  {} ", hints(&state.keymap, NEAREST), percent(state)),
    };
    let trail = trail(state);
    let room = width.saturating_sub(trail.width() + keys.width() + 4);
    let middle = cut(&message(state), room);
    let line = Line::from(vec![
        Span::styled(format!(" {trail}"), theme.title),
        Span::raw("  "),
        Span::raw(middle),
    ]);
    frame.render_widget(line, area);
    frame.render_widget(Line::styled(keys, theme.quiet).right_aligned(), area);
}

/// `n next  ? help`, without those that have no key.
fn hints(keymap: &Keymap, actions: &[(Action, &str)]) -> String {
    let hint =
        |(action, words): &(Action, &str)| Some(format!("{} {words}", keymap.hint(*action)?));
    actions.iter().filter_map(hint).collect::<Vec<_>>().join("  ")
}

/// `“ 4/19`, `Lavrov 4/16`, `NATO 1/2`.
fn trail(state: &State) -> String {
    let here = state.scene.here.and_then(|here| state.stops.iter().position(|stop| *stop == here));
    let number = here.map_or_else(|| "–".to_owned(), |at| (at + 1).to_string());
    let name = match state.scene.trail {
        Trail::Quotes => "“".to_owned(),
        Trail::Speaker(id) => last_word(&state.document.speaker(id).name),
        Trail::Entity(id) => cut(&state.document.entity(id).name, 20),
    };
    format!("{name} {number}/{}", state.stops.len())
}

fn last_word(name: &str) -> String {
    cut(name.split_whitespace().next_back().unwrap_or(name), 20)
}

/// What is to be said: a notice, progress, or what is looked at.
fn message(state: &State) -> String {
    if let Some(percent) = state.scene.progress {
        return format!("finding quotes… {percent} %");
    }
    if let Some(notice) = &state.scene.notice {
        return notice.clone();
    }
    match state.scene.here.map(|here| here.target) {
        Some(Target::Quote(id)) => quote(state, id),
        Some(Target::Mention(id)) => state.document.entity(id).name.clone(),
        None if state.scene.revision == 0 => "finding quotes…".to_owned(),
        None if state.stops.is_empty() => "no quotes found".to_owned(),
        None => String::new(),
    }
}

/// `Sergey Lavrov · said · direct · ¶2 · 97 %`
fn quote(state: &State, id: QuoteId) -> String {
    let document = &state.document;
    let quote = document.quote(id);
    let mut parts = Vec::new();
    let speaker = quote.speaker.map(|id| document.speaker(id).name.clone());
    parts.push(speaker.unwrap_or_else(|| "speaker unknown".to_owned()));
    parts.extend((!quote.cue.is_empty()).then(|| document.words(&quote.cue)));
    parts.push(format!("{} {}", sign(quote.voice), plain::name(quote.voice)));
    let paragraph = document.article().paragraph_at(quote.start());
    parts.push(paragraph.map_or_else(|| "headline".to_owned(), |number| format!("¶{number}")));
    parts.push(format!("{} %", quote.confidence.percent()));
    parts.join(" · ")
}

/// How far down the page one is.
fn percent(state: &State) -> String {
    let below = state.page.lines().len().saturating_sub(state.height());
    let percent = (state.scene.top * 100).checked_div(below).unwrap_or(100);
    format!("{:>3} %", percent.min(100))
}
