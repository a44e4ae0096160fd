//! The last row: where the reader is on the trail, what is there, and the most useful keys.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::document::Document;
use crate::annotation::kinds::{short_place_name, speaker_name, voice_label};
use crate::annotation::quote::Quote;
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
use crate::ui::words::{count, cut, sign};

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
    let speaker = speaker_name(document, quote);
    let mut parts = vec![speaker.to_owned()];
    parts.extend((!quote.cue.is_empty()).then(|| document.words(&quote.cue)));
    parts.push(format!("{} {}", sign(quote.voice), voice_label(quote.voice)));
    parts.push(short_place_name(document, quote));
    parts.push(format!("{}%", quote.confidence.percent()));
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::action::{Focus, List, Voices};
    use crate::app::keys::bound::Change;
    use crate::app::state::preferences::Preferences;
    use crate::ui::example::{after, drawn, reader, rows, theme, waiting};

    const NEXT: Action = Action::Step(Way::On);

    /// The footer of a reader in so many columns, and the column of its cursor.
    fn shown(state: &State, width: u16) -> (String, Option<u16>) {
        let (mut cursor, theme) = (None, theme());
        let row = drawn(width, 1, |frame| cursor = draw(frame, frame.area(), state, &theme));
        (rows(&row).remove(0), cursor.map(|place| place.x))
    }

    #[track_caller]
    fn check(state: &State, expected: &str) {
        let (footer, cursor) = shown(state, 100);
        let (left, right) = footer.trim().split_once("   ").unwrap_or((footer.trim(), ""));
        assert_eq!(left, expected, "before {right}");
        assert_eq!(cursor, None);
    }

    #[track_caller]
    fn check_after(actions: &[Action], expected: &str) {
        check(&after(reader(100, 24), actions), expected);
    }

    #[test]
    fn before_the_first_quote_the_quotes_are_counted() {
        check_after(&[], "7 quotes");
    }

    #[test]
    fn a_quote_has_speaker_cue_voice_place_and_confidence() {
        check_after(&[NEXT], "“ 1/7  Residents · ~ paraphrase · headline · 40%");
        check_after(&[NEXT; 2], "“ 2/7  Ann Lee · said · “ direct · ¶1 · 90%");
        check_after(&[NEXT; 4], "“ 4/7  speaker unknown · “ direct · ¶2 · 90%");
    }

    #[test]
    fn what_is_too_long_is_cut_one_blank_before_the_keys() {
        let mut state = reader(100, 24);
        state.say("abcdefghijklmnopqrstuvwxyz");
        let (footer, _) = shown(&state, 60);
        assert_eq!(footer, " 7 quotes  abcdefghijklmnopqrstuvwxyz  n next  ? help  100%");
        state.say("abcdefghijklmnopqrstuvwxyz, and so on");
        let (footer, _) = shown(&state, 60);
        assert_eq!(footer, " 7 quotes  abcdefghijklmnopqrstuvwxyz… n next  ? help  100%");
    }

    #[test]
    fn every_trail_has_its_name() {
        let lee = [NEXT, NEXT];
        let follow = |voices| [lee.as_slice(), &[Action::Follow(voices)]].concat();
        let quote = "Ann Lee · said · “ direct · ¶1 · 90%";
        check_after(&follow(Voices::All), &format!("Lee 1/3  {quote}"));
        check_after(&follow(Voices::Direct), &format!("“ Lee 1/1  {quote}"));
        let doubtful = "doubtful 1/1  Residents · ~ paraphrase · headline · 40%";
        check_after(&[Action::FollowUnsure], doubtful);
        let names = [Action::Show(List::Entities), Action::Focus(Focus::List), Action::Choose];
        check_after(&names, "Ann Lee 1/1  Ann Lee");
    }

    #[test]
    fn a_search_is_a_trail_with_its_words() {
        let typed = "it".chars().map(|letter| Action::Edit(Edit::Insert(letter)));
        let mut actions = vec![Action::Open(Purpose::Search)];
        actions.extend(typed);
        actions.push(Action::Edit(Edit::Accept));
        check_after(&actions, "/it 1/3");
    }

    #[test]
    fn a_stop_off_the_trail_leaves_its_count() {
        let mut state = after(reader(100, 24), &[NEXT; 4]);
        let first = |trail| {
            let mut route = Route::default();
            route.set_trail(trail, &state.known.document, state.search.hits());
            number(&route)
        };
        let speaker = state.known.billing.order()[0].speaker;
        assert_eq!(first(Trail::Quotes), "7 quotes");
        assert_eq!(first(Trail::Speaker(speaker)), "3 quotes");
        assert_eq!(first(Trail::Unsure), "1 quote");
        let ely = crate::annotation::entity::EntityId::at(1);
        assert_eq!(first(Trail::Entity(ely)), "2 mentions");
        assert_eq!(first(Trail::Search), "0 hits");
        state.set_trail(Trail::Speaker(speaker));
        check(&state, "Lee 3 quotes  speaker unknown · “ direct · ¶2 · 90%");
    }

    #[test]
    fn progress_comes_before_a_notice_and_a_notice_before_the_quote() {
        let mut state = after(reader(100, 24), &[NEXT; 2]);
        state.say("copied");
        check(&state, "“ 2/7  copied");
        state.status.progress = Some(40);
        check(&state, "“ 2/7  finding quotes… 40%");
    }

    #[test]
    fn an_article_without_quotes_says_so_once_it_is_read() {
        let mut state = waiting(100, 24, Preferences::default());
        check(&state, "finding quotes…");
        state.status.revision = 1;
        check(&state, "no quotes found");
    }

    #[test]
    fn a_letter_is_asked_for() {
        let mark = [Action::Await(LetterUse::Mark)];
        check_after(&mark, "7 quotes  mark this place with a letter, a to z");
        let go = [Action::Await(LetterUse::GoTo)];
        let expected = "7 quotes  go to the mark with a letter, a to z, or ' for the last place";
        check_after(&go, expected);
    }

    #[test]
    fn help_counts_its_rows_and_names_the_key_to_its_end() {
        let state = after(reader(100, 24), &[Action::ToggleHelp]);
        let all = help::rows(&state.keymap).len();
        check(&state, &format!("7 quotes  rows 1–21 of {all} (G: signs and words)"));
        let state = after(state, &[Action::Move(Motion::End(Way::On))]);
        check(&state, &format!("7 quotes  rows {}–{all} of {all}", all - 20));
        let state = after(state, &[Action::Move(Motion::Line(Way::Back))]);
        let expected = format!("rows {}–{} of {all} (G: signs and words)", all - 21, all - 1);
        check(&state, &format!("7 quotes  {expected}"));
    }

    #[track_caller]
    fn check_keys(state: &State, width: u16, expected: &str) {
        let (footer, _) = shown(state, width);
        assert!(footer.ends_with(expected), "{footer}");
    }

    #[test]
    fn the_keys_that_matter_are_at_the_right() {
        let state = reader(100, 24);
        check_keys(&state, 60, " 7 quotes                              n next  ? help  100%");
        check_keys(&state, 59, " 7 quotes                                             100%");
        check_keys(&after(state.clone(), &[Action::ToggleHelp]), 60, "  Esc close");
        for open in
            [Action::OpenExport, Action::Open(Purpose::Filter), Action::Await(LetterUse::GoTo)]
        {
            check_keys(&after(state.clone(), &[open]), 60, " Esc cancel");
        }
    }

    #[test]
    fn an_action_without_a_key_is_not_hinted_at() {
        let none = Change { name: "next".to_owned(), keys: Vec::new() };
        let keymap = Keymap::new(&[none]).unwrap();
        assert_eq!(hints(&keymap, FIRST_KEYS), "? help");
        assert_eq!(hints(&Keymap::default(), FIRST_KEYS), "n next  ? help");
    }

    #[test]
    fn the_percentage_is_of_the_lines_that_can_be_scrolled() {
        let percent_of = |top| {
            let mut state = reader(30, 6);
            state.page_view.scroll_to(top);
            let lines = state.page_view.page().lines().len() - state.page_view.height();
            (lines, percent(&state.page_view))
        };
        let (lines, start) = percent_of(0);
        assert_eq!(start, "  0%");
        assert_eq!(percent_of(1).1, format!("{:>3}%", 100 / lines));
        assert_eq!(percent_of(lines).1, "100%");
        assert_eq!(percent(&reader(100, 24).page_view), "100%");
    }

    #[track_caller]
    fn check_typed(words: &str, left: usize, room: usize, expected: (&str, u16)) {
        let mut prompt = Prompt::new(Purpose::Search);
        prompt.replace(words);
        for _ in 0..left {
            prompt.step(crate::app::keys::action::Step::Left);
        }
        let (typed, column) = typed(&prompt, room);
        assert_eq!((typed.as_str(), column), expected);
    }

    #[test]
    fn a_typed_line_keeps_its_cursor_in_sight() {
        check_typed("rain", 0, 8, (" /rain", 6));
        check_typed("rain", 4, 8, (" /rain", 2));
        check_typed("it rains", 0, 8, (" /rains", 7));
        check_typed("it rains", 8, 8, (" /it ra…", 2));
        check_typed("日本語", 0, 8, (" /本語", 6));
    }

    #[test]
    fn a_typed_line_has_its_answer_and_the_cursor() {
        let typed = |purpose, words: &str| {
            let letters = words.chars().map(|letter| Action::Edit(Edit::Insert(letter)));
            let mut actions = vec![Action::Open(purpose)];
            actions.extend(letters);
            let (footer, cursor) = shown(&after(reader(100, 24), &actions), 100);
            (footer.trim_end_matches("Esc cancel").trim().to_owned(), cursor)
        };
        assert_eq!(typed(Purpose::Search, ""), ("/".to_owned(), Some(2)));
        assert_eq!(typed(Purpose::Search, "it"), ("/it  1/3".to_owned(), Some(4)));
        assert_eq!(typed(Purpose::Search, "zebra"), ("/zebra  no hits".to_owned(), Some(7)));
        assert_eq!(typed(Purpose::Filter, "poe"), ("&poe  1 row".to_owned(), Some(5)));
        assert_eq!(typed(Purpose::Command, "7"), (":7".to_owned(), Some(3)));
        let mut state = after(reader(100, 24), &[Action::Open(Purpose::Search)]);
        state.say("no such mark");
        assert!(shown(&state, 100).0.starts_with(" /  no such mark"));
    }
}
