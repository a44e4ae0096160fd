//! The side pane: the rows of the list that is shown, below the titles of all.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::{Focus, List};
use crate::app::state::State;
use crate::app::state::panes::HEAD;
use crate::app::state::preferences::Detail;
use crate::app::state::rows::{Fold, Row};
use crate::ui::bar;
use crate::ui::overview;
use crate::ui::theme::Theme;
use crate::ui::titles::{self, Titles};
use crate::ui::words::{cut, sign};

/// Columns of the longest bar.
const BAR: usize = 8;
/// Bytes of context before and behind a mention.
const CONTEXT: usize = 60;

/// Draws the list; gives the place of its cursor.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    titles::draw(frame, Rect { height: 1, ..area }, &Titles::of(state), theme);
    if let Some(filter) = &state.list.filter() {
        let line = Line::styled(cut(&format!(" &{filter}"), usize::from(area.width)), theme.title);
        frame.render_widget(line, Rect { y: area.y + 1, height: 1, ..area }.intersection(area));
    }
    if state.list.rows().is_empty() && state.status.revision > 0 {
        let words = Line::styled("  nothing found", theme.quiet);
        frame.render_widget(words, Rect { y: area.y + 2, height: 1, ..area }.intersection(area));
    }
    let rows = state.list.rows().iter().enumerate().skip(state.list.top());
    let mut cursor = None;
    let head = Rect { height: HEAD.min(area.height), ..area };
    let below = Rect { y: head.bottom(), height: area.height - head.height, ..area };
    let below = match state.list.shown() {
        List::Overview => overview::draw_around(frame, below, state, theme),
        List::Speakers | List::Quotes | List::Entities => below,
    };
    for (y, (number, row)) in (below.y..below.bottom()).zip(rows) {
        let place = Rect { y, height: 1, ..area };
        let mut line = shown(state, theme, *row, usize::from(area.width));
        if number == state.list.cursor() && has_cursor(state) {
            line = if state.list.shown() == List::Overview {
                overview::selected(line, theme)
            } else {
                selected(&line, theme, usize::from(area.width))
            };
            cursor = Some(Position::new(area.x, y));
        }
        frame.render_widget(line, place);
    }
    cursor
}

/// A row in one style, from edge to edge.
fn selected(line: &Line<'_>, theme: &Theme, width: usize) -> Line<'static> {
    let words: String = line.spans.iter().map(|piece| piece.content.as_ref()).collect();
    let blank = " ".repeat(width.saturating_sub(words.width()));
    Line::styled(words + &blank, theme.selected)
}

/// The cursor shows while the list has the focus, and where it stands for what is looked at.
fn has_cursor(state: &State) -> bool {
    state.page_view.focus() == Focus::List || state.route.current.is_some()
}

fn is_cursor(state: &State, row: Row) -> bool {
    state.list.rows().get(state.list.cursor()) == Some(&row) && has_cursor(state)
}

fn shown(state: &State, theme: &Theme, row: Row, width: usize) -> Line<'static> {
    match row {
        Row::Speaker(id, fold) => speaker(state, theme, id, fold, width),
        Row::Nobody(fold) => {
            let count = state.known.billing.nobody().len();
            let room = width.saturating_sub(8);
            let name = cut("speaker unknown", room);
            let blank = " ".repeat(room.saturating_sub(name.width()));
            Line::raw(format!(" {} {name}{blank}{count:>4}", arrow(fold)))
        }
        Row::Role(id) => {
            let role = state.known.document.speaker(id).role.clone().unwrap_or_default();
            Line::styled(format!("     {}", cut(&role, width.saturating_sub(5))), theme.quiet)
        }
        Row::Quote(id) => quote(state, theme, id, width),
        Row::Kind(kind) => Line::styled(format!(" {}", heading(kind)), theme.title),
        Row::Entity(id, fold) => entity(state, id, fold, width),
        Row::Mention(id, number) => mention(state, id, number, width),
        Row::Share(speaker) => {
            let cursor = if is_cursor(state, row) { "▶" } else { " " };
            overview::share(state, theme, speaker, cursor)
        }
        Row::Strip(speaker) => overview::strip(state, theme, speaker),
    }
}

/// `▾ A Sergey Lavrov      16 ▉▉▉▉▉▊`
fn speaker(state: &State, theme: &Theme, id: SpeakerId, fold: Fold, width: usize) -> Line<'static> {
    let place = state.known.billing.place(id);
    let most = state.known.billing.order().iter().map(|billed| billed.words).max().unwrap_or(1);
    let Some(billed) = state.known.billing.order().get(place) else { return Line::default() };
    let style = theme.speaker(place);
    let bar = match state.page_view.detail() {
        Detail::Full => bar::solid(billed.words, most, BAR),
        Detail::Lean => String::new(),
    };
    let room = width.saturating_sub(5 + 4 + 1 + BAR);
    let name = cut(&state.known.document.speaker(id).name, room);
    let blank = " ".repeat(room.saturating_sub(name.width()));
    Line::from(vec![
        Span::raw(format!(" {} ", arrow(fold))),
        Span::styled(format!("{} ", state.known.billing.letter(id)), style.patch(theme.title)),
        Span::raw(format!("{name}{blank}{:>4} ", billed.quotes.len())),
        Span::styled(bar, style),
    ])
}

fn arrow(fold: Fold) -> char {
    match fold {
        Fold::Open => '▾',
        Fold::Closed => '▸',
    }
}

/// `▶ “ “Russia is fighting alone…`, in the list of quotes with the speaker's letter. The words have no color: the article
/// has it, and each row would cost it again.
fn quote(state: &State, theme: &Theme, id: QuoteId, width: usize) -> Line<'static> {
    let here = is_cursor(state, Row::Quote(id));
    let quote = state.known.document.quote(id);
    let style =
        quote.speaker.map(|id| theme.speaker(state.known.billing.place(id))).unwrap_or_default();
    let letter = quote.speaker.map_or('?', |id| state.known.billing.letter(id));
    let indent = match state.list.shown() {
        List::Quotes => Span::styled(format!("{letter} "), style.patch(theme.title)),
        List::Speakers | List::Entities | List::Overview => Span::raw(""),
    };
    let indent_width = indent.width();
    let doubt = if quote.confidence.is_unsure() { "?" } else { " " };
    let words = quote.content.first().map_or("", |span| span.of(state.known.document.text()));
    Line::from(vec![
        Span::raw(if here { " ▶ " } else { "   " }),
        indent,
        Span::raw(format!("{}{doubt}", sign(quote.voice))),
        Span::raw(cut(words, width.saturating_sub(5 + indent_width))),
    ])
}

fn heading(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organizations",
        EntityKind::Place => "Places",
        EntityKind::Event => "Events",
    }
}

fn entity(state: &State, id: EntityId, fold: Fold, width: usize) -> Line<'static> {
    let entity = state.known.document.entity(id);
    let room = width.saturating_sub(8);
    let name = cut(&entity.name, room);
    let blank = " ".repeat(room.saturating_sub(name.width()));
    Line::raw(format!(" {} {name}{blank}{:>4}", arrow(fold), entity.mentions.len()))
}

/// A mention with the words around it.
fn mention(state: &State, id: EntityId, number: usize, width: usize) -> Line<'static> {
    let text = state.known.document.text();
    let Some(span) = state.known.document.entity(id).mentions.get(number) else {
        return Line::default();
    };
    let line =
        text.get(..span.start()).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let from = (line.max(span.start().saturating_sub(CONTEXT / 4))..=span.start())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(span.start());
    let rest = text.get(from..).unwrap_or_default();
    let words = rest.lines().next().unwrap_or_default();
    let dots = if from > line { "…" } else { "" };
    Line::raw(format!("     {}", cut(&format!("{dots}{words}"), width.saturating_sub(5))))
}
