//! The last row: where the reader is on the trail, what is there, and the most useful keys.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::document::Document;
use crate::annotation::kinds::voice_label;
use crate::annotation::quote::Quote;
use crate::annotation::shares::NOBODY;
use crate::app::keys::action::{Action, Edit, LetterUse, Motion, Purpose, Way};
use crate::app::keys::bound::Keymap;
use crate::app::keys::table::Mode;
use crate::app::state::State;
use crate::app::state::help;
use crate::app::state::overlay::Overlay;
use crate::app::state::page_view::PageView;
use crate::app::state::prompt::Prompt;
use crate::app::state::route::Route;
use crate::app::state::trail::{Target, Trail};
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut, paragraph, sign};

/// The keys that a newcomer needs first.
const FIRST_KEYS: &[(Action, &str)] =
    &[(Action::Step(Way::On), "next"), (Action::ToggleHelp, "help")];
/// Columns of the narrowest footer with those keys.
const WITH_KEYS: usize = 60;
/// Columns of the longest name of a trail.
const LONGEST_NAME: usize = 20;

/// Draws the footer; gives the place of the cursor in a line being typed. It takes the whole state because any part of
/// it may have something to say here.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    let keys = keys(state, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(keys.width() + 1);
    frame.render_widget(Line::styled(keys, theme.quiet).right_aligned(), area);
    let (title, rest, column) = match &state.overlay {
        Some(Overlay::Line(prompt)) => {
            let (words, column) = typed(prompt, room);
            (words, answer(state, prompt), Some(column))
        }
        Some(Overlay::Help(_) | Overlay::Menu(_) | Overlay::Letter(_)) | None => {
            (format!(" {}", trail(state)), message(state), None)
        }
    };
    let rest = cut(&rest, room.saturating_sub(title.width() + 2));
    let title = Span::styled(title, theme.title);
    frame.render_widget(Line::from(vec![title, Span::raw("  "), Span::raw(rest)]), area);
    column.map(|column| Position::new(area.x.saturating_add(column), area.y))
}

/// The keys that matter now, and how far down the page is.
fn keys(state: &State, width: usize) -> String {
    let hints = |actions| hints(&state.keymap, actions);
    match state.mode() {
        Mode::Help => format!("{} ", hints(&[(Action::Back, "close")])),
        Mode::Menu | Mode::Typing | Mode::Letter => {
            format!("{} ", hints(&[(Action::Edit(Edit::Cancel), "cancel")]))
        }
        Mode::Article | Mode::List if width < WITH_KEYS => {
            format!("{} ", percent(&state.page_view))
        }
        Mode::Article | Mode::List => {
            format!("{}  {} ", hints(FIRST_KEYS), percent(&state.page_view))
        }
    }
}

/// `n next  ? help`, without actions that have no key.
fn hints(keymap: &Keymap, actions: &[(Action, &str)]) -> String {
    let hint =
        |(action, words): &(Action, &str)| Some(format!("{} {words}", keymap.hint(*action)?));
    actions.iter().filter_map(hint).collect::<Vec<_>>().join("  ")
}

/// How far down the page is.
fn percent(view: &PageView) -> String {
    let last = view.page().lines().len().saturating_sub(view.height());
    let percent = (view.top() * 100).checked_div(last).unwrap_or(100);
    format!("{:>3}%", percent.min(100))
}

/// ` /ceasefire` with the column of the cursor. A line that is too long loses its beginning, as far as the cursor needs
/// it, then its end.
fn typed(prompt: &Prompt, room: usize) -> (String, u16) {
    let sign = prompt.purpose().sign();
    let before = prompt.before_cursor();
    let room = room.saturating_sub(1 + sign.width());
    let mut starts = before.char_indices().map(|(at, _)| at);
    let start = starts.find(|at| before.get(*at..).is_some_and(|rest| rest.width() < room));
    let start = start.unwrap_or(before.len());
    let column = 1 + sign.width() + before.get(start..).unwrap_or_default().width();
    let words = cut(prompt.words().get(start..).unwrap_or_default(), room);
    (format!(" {sign}{words}"), u16::try_from(column).unwrap_or(u16::MAX))
}

/// What a line being typed has led to so far.
fn answer(state: &State, prompt: &Prompt) -> String {
    if let Some(notice) = &state.status.notice {
        return notice.clone();
    }
    match prompt.purpose() {
        Purpose::Search if prompt.words().is_empty() => String::new(),
        Purpose::Search if state.search.hits().is_empty() => "no hits".to_owned(),
        Purpose::Search => number(&state.route),
        Purpose::Filter => count(state.list.rows().len(), "row", "rows"),
        Purpose::Command | Purpose::Export(_) | Purpose::Replace(_) => String::new(),
    }
}

/// `“ 4/19`, `Lavrov 4/16`, `NATO 1/2`, or `19 quotes` before the first of them.
fn trail(state: &State) -> String {
    let document = &state.known.document;
    let surname = |id| last_word(&document.speaker(id).name);
    let name = match state.route.trail() {
        Trail::Quotes if state.route.stops().is_empty() => return String::new(),
        Trail::Quotes if state.route.number().is_none() => return number(&state.route),
        Trail::Quotes => "“".to_owned(),
        Trail::Speaker(id) => surname(id),
        Trail::Direct(id) => format!("“ {}", surname(id)),
        Trail::Entity(id) => cut(&document.entity(id).name, LONGEST_NAME),
        Trail::Search => {
            format!("/{}", cut(state.search.query().unwrap_or_default(), LONGEST_NAME))
        }
        Trail::Unsure => "doubtful".to_owned(),
    };
    format!("{name} {}", number(&state.route))
}

fn last_word(name: &str) -> String {
    cut(name.split_whitespace().next_back().unwrap_or(name), LONGEST_NAME)
}

/// `4/19`, or `19 quotes` where the current stop is not on the trail.
fn number(route: &Route) -> String {
    let stops = route.stops().len();
    match (route.number(), route.trail()) {
        (Some(number), _) => format!("{}/{stops}", number + 1),
        (None, Trail::Entity(_)) => count(stops, "mention", "mentions"),
        (None, Trail::Search) => count(stops, "hit", "hits"),
        (None, Trail::Quotes | Trail::Speaker(_) | Trail::Direct(_) | Trail::Unsure) => {
            count(stops, "quote", "quotes")
        }
    }
}

/// What there is to say: help's rows, progress, a notice, a question, or what is at the current stop.
fn message(state: &State) -> String {
    if let Some(Overlay::Help(top)) = state.overlay {
        return rows_of_help(&state.keymap, top, state.page_view.height());
    }
    if let Some(percent) = state.status.progress {
        return format!("finding quotes… {percent}%");
    }
    if let Some(notice) = &state.status.notice {
        return notice.clone();
    }
    if let Some(Overlay::Letter(letter_use)) = state.overlay {
        return question(letter_use).to_owned();
    }
    let document = &state.known.document;
    match state.route.current.map(|stop| stop.target) {
        Some(Target::Quote(id)) => quote(document, document.quote(id)),
        Some(Target::Mention(id)) => document.entity(id).name.clone(),
        None if state.status.revision == 0 => "finding quotes…".to_owned(),
        None if state.route.stops().is_empty() => "no quotes found".to_owned(),
        Some(Target::Hit) | None => String::new(),
    }
}

/// What a letter is awaited for.
fn question(letter_use: LetterUse) -> &'static str {
    match letter_use {
        LetterUse::Mark => "mark this place with a letter, a to z",
        LetterUse::GoTo => "go to the mark with a letter, a to z, or ' for the last place",
    }
}

/// `rows 1–21 of 87 (G: signs and words)`, because what is below is out of sight.
fn rows_of_help(keymap: &Keymap, top: usize, height: usize) -> String {
    let (all, last_top) = (help::rows(keymap).len(), help::last_top(keymap, height));
    let top = top.min(last_top);
    let end = keymap.hint(Action::Move(Motion::End(Way::On))).filter(|_| top < last_top);
    let end = end.map_or_else(String::new, |key| format!(" ({key}: signs and words)"));
    format!("rows {}–{} of {all}{end}", top + 1, (top + height).min(all))
}

/// `Sergey Lavrov · said · “ direct · ¶2 · 97%`
fn quote(document: &Document, quote: &Quote) -> String {
    let speaker = quote.speaker.map_or(NOBODY, |id| document.speaker(id).name.as_str());
    let mut parts = vec![speaker.to_owned()];
    parts.extend((!quote.cue.is_empty()).then(|| document.words(&quote.cue)));
    parts.push(format!("{} {}", sign(quote.voice), voice_label(quote.voice)));
    parts.push(paragraph(document, quote));
    parts.push(format!("{}%", quote.confidence.percent()));
    parts.join(" · ")
}
