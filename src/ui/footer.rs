//! The last row: where on the trail the reader is, what is looked at, and the nearest keys.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::kinds::voice_label;
use crate::annotation::quote::QuoteId;
use crate::app::keys::action::{Action, Edit, LetterUse, Purpose, Way};
use crate::app::keys::bound::Keymap;
use crate::app::keys::table::Mode;
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::app::state::prompt::Prompt;
use crate::app::state::trail::{Target, Trail};
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut, sign};

/// What to tell somebody who sees the program for the first time.
const NEAREST: &[(Action, &str)] = &[(Action::Step(Way::On), "next"), (Action::ToggleHelp, "help")];

/// Draws the footer; gives the place of the cursor in a line that is typed.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    let keys = keys(state, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(keys.width() + 1);
    frame.render_widget(Line::styled(keys, theme.quiet).right_aligned(), area);
    if let Some(Overlay::Line(prompt)) = &state.overlay {
        let (words, column) = typed(prompt, room);
        let rest = cut(&answer(state, prompt), room.saturating_sub(words.width() + 2));
        frame.render_widget(two_parts(words, rest, theme), area);
        return Some(Position::new(area.x.saturating_add(column), area.y));
    }
    let trail = format!(" {}", trail(state));
    let rest = cut(&message(state), room.saturating_sub(trail.width() + 2));
    frame.render_widget(two_parts(trail, rest, theme), area);
    None
}

fn two_parts(title: String, rest: String, theme: &Theme) -> Line<'static> {
    Line::from(vec![Span::styled(title, theme.title), Span::raw("  "), Span::raw(rest)])
}

/// The nearest keys, and how far down one is.
fn keys(state: &State, width: usize) -> String {
    match (state.mode(), width) {
        (Mode::Help, _) => format!("{} ", hints(&state.keymap, &[(Action::Back, "close")])),
        (Mode::Menu | Mode::Typing | Mode::Letter, _) => {
            format!("{} ", hints(&state.keymap, &[(Action::Edit(Edit::Cancel), "cancel")]))
        }
        (Mode::Article | Mode::List, ..60) => format!("{} ", percent(state)),
        (Mode::Article | Mode::List, _) => {
            format!("{}  {} ", hints(&state.keymap, NEAREST), percent(state))
        }
    }
}

/// ` /ceasefire` as far as there is room, its end first, and the column of the cursor.
fn typed(prompt: &Prompt, room: usize) -> (String, u16) {
    let sign = prompt.purpose().sign();
    let before = prompt.before_cursor();
    let room = room.saturating_sub(1 + sign.width());
    let from = before
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| before.get(*at..).is_some_and(|rest| rest.width() < room));
    let from = from.unwrap_or(before.len());
    let column = 1 + sign.width() + before.get(from..).unwrap_or_default().width();
    let words = cut(prompt.words().get(from..).unwrap_or_default(), room);
    (format!(" {sign}{words}"), u16::try_from(column).unwrap_or(u16::MAX))
}

/// What has come of a line so far.
fn answer(state: &State, prompt: &Prompt) -> String {
    if let Some(notice) = &state.status.notice {
        return notice.clone();
    }
    match prompt.purpose() {
        Purpose::Search if prompt.words().is_empty() => String::new(),
        Purpose::Search if state.search.hits().is_empty() => "no hits".to_owned(),
        Purpose::Search => number(state),
        Purpose::Filter => count(state.list.rows().len(), "row", "rows"),
        Purpose::Command | Purpose::Export(_) | Purpose::Replace(_) => String::new(),
    }
}

/// `n next  ? help`, without those that have no key.
fn hints(keymap: &Keymap, actions: &[(Action, &str)]) -> String {
    let hint =
        |(action, words): &(Action, &str)| Some(format!("{} {words}", keymap.hint(*action)?));
    actions.iter().filter_map(hint).collect::<Vec<_>>().join("  ")
}

/// `“ 4/19`, `Lavrov 4/16`, `NATO 1/2`.
fn trail(state: &State) -> String {
    let name = match state.route.trail() {
        Trail::Quotes => "“".to_owned(),
        Trail::Speaker(id) => last_word(&state.known.document.speaker(id).name),
        Trail::Direct(id) => format!("“ {}", last_word(&state.known.document.speaker(id).name)),
        Trail::Entity(id) => cut(&state.known.document.entity(id).name, 20),
        Trail::Search => format!("/{}", cut(state.search.query().unwrap_or_default(), 20)),
        Trail::Unsure => "doubtful".to_owned(),
    };
    format!("{name} {}", number(state))
}

/// `4/19`, with a dash where no stop is looked at.
fn number(state: &State) -> String {
    let number = state.route.number();
    let number = number.map_or_else(|| "–".to_owned(), |at| (at + 1).to_string());
    format!("{number}/{}", state.route.stops().len())
}

fn last_word(name: &str) -> String {
    cut(name.split_whitespace().next_back().unwrap_or(name), 20)
}

/// What is to be said: a notice, progress, or what is looked at.
fn message(state: &State) -> String {
    if let Some(Overlay::Help(top)) = state.overlay {
        return rows_of_help(state, top);
    }
    if let Some(percent) = state.status.progress {
        return format!("finding quotes… {percent} %");
    }
    if let Some(notice) = &state.status.notice {
        return notice.clone();
    }
    if let Some(Overlay::Letter(letter_use)) = state.overlay {
        return letter_hint(letter_use).to_owned();
    }
    match state.route.current.map(|here| here.target) {
        Some(Target::Quote(id)) => quote(state, id),
        Some(Target::Mention(id)) => state.known.document.entity(id).name.clone(),
        None if state.status.revision == 0 => "finding quotes…".to_owned(),
        None if state.route.stops().is_empty() => "no quotes found".to_owned(),
        Some(Target::Hit) | None => String::new(),
    }
}

fn letter_hint(letter_use: LetterUse) -> &'static str {
    match letter_use {
        LetterUse::Mark => "mark this place with a letter, a to z",
        LetterUse::GoTo => "go to the mark with a letter, a to z, or ' for the last place",
    }
}

/// `keys 1–21 of 63`, so that one knows of those below.
fn rows_of_help(state: &State, top: usize) -> String {
    let all = state.keymap.shown().count();
    let top = top.min(all.saturating_sub(state.page_view.height()));
    format!("keys {}–{} of {all}", top + 1, (top + state.page_view.height()).min(all))
}

/// `Sergey Lavrov · said · direct · ¶2 · 97 %`
fn quote(state: &State, id: QuoteId) -> String {
    let document = &state.known.document;
    let quote = document.quote(id);
    let mut parts = Vec::new();
    let speaker = quote.speaker.map(|id| document.speaker(id).name.clone());
    parts.push(speaker.unwrap_or_else(|| "speaker unknown".to_owned()));
    parts.extend((!quote.cue.is_empty()).then(|| document.words(&quote.cue)));
    parts.push(format!("{} {}", sign(quote.voice), voice_label(quote.voice)));
    let paragraph = document.article().paragraph_at(quote.start());
    parts.push(paragraph.map_or_else(|| "headline".to_owned(), |number| format!("¶{number}")));
    parts.push(format!("{} %", quote.confidence.percent()));
    parts.join(" · ")
}

/// How far down the page one is.
fn percent(state: &State) -> String {
    let below = state.page_view.page().lines().len().saturating_sub(state.page_view.height());
    let percent = (state.page_view.top() * 100).checked_div(below).unwrap_or(100);
    format!("{:>3} %", percent.min(100))
}
