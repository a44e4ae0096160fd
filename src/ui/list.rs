//! The side pane: the titles of its lists, and the rows of the one that is shown.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};
use unicode_width::UnicodeWidthStr;

use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::action::{Focus, List};
use crate::app::panes::HEAD;
use crate::app::preferences::Detail;
use crate::app::rows::{Fold, Row};
use crate::app::state::State;
use crate::ui::theme::Theme;
use crate::ui::words::{cut, sign};

/// Columns of the longest bar.
const BAR: usize = 8;
/// Bars by eighths of a column.
const EIGHTHS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
/// Bytes of context before and behind a mention.
const CONTEXT: usize = 60;

/// Draws the list; gives the place of its cursor.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    frame.render_widget(titles(state, theme, usize::from(area.width)), Rect { height: 1, ..area });
    if let Some(filter) = &state.scene.filter {
        let line = Line::styled(cut(&format!(" &{filter}"), usize::from(area.width)), theme.title);
        frame.render_widget(line, Rect { y: area.y + 1, height: 1, ..area }.intersection(area));
    }
    if state.rows.is_empty() && state.scene.revision > 0 {
        let words = Line::styled("  nothing found", theme.quiet);
        frame.render_widget(words, Rect { y: area.y + 2, height: 1, ..area }.intersection(area));
    }
    let rows = state.rows.iter().enumerate().skip(state.scene.list_top);
    let mut cursor = None;
    for (y, (number, row)) in (area.y.saturating_add(HEAD)..area.bottom()).zip(rows) {
        let place = Rect { y, height: 1, ..area };
        let mut line = shown(state, theme, *row, usize::from(area.width));
        if number == state.scene.cursor && has_cursor(state) {
            line = selected(&line, theme, usize::from(area.width));
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
    state.scene.arrangement.focus == Focus::List || state.scene.here.is_some()
}

/// `▌Speakers 4   Quotes 19   Entities 22`, without the numbers where there is no room for them.
fn titles(state: &State, theme: &Theme, width: usize) -> Line<'static> {
    let numbered = List::ALL.map(|list| format!("{} {}", name(list), number(state, list)));
    let needed: usize = numbered.iter().map(|title| title.width() + 3).sum();
    let titles =
        if needed <= width { numbered } else { List::ALL.map(|list| name(list).to_owned()) };
    let mut pieces = Vec::new();
    for (list, title) in List::ALL.into_iter().zip(titles) {
        let here = state.scene.list == list;
        let mark = match (here, state.scene.arrangement.focus) {
            (true, Focus::List) => "▌",
            (true, Focus::Article) => "│",
            (false, _) => " ",
        };
        let style = if here { theme.title } else { theme.other_title };
        pieces.push(Piece::styled(format!("{mark}{title}"), style));
        pieces.push(Piece::raw("  "));
    }
    Line::from(pieces)
}

fn name(list: List) -> &'static str {
    match list {
        List::Speakers => "Speakers",
        List::Quotes => "Quotes",
        List::Entities => "Entities",
    }
}

fn number(state: &State, list: List) -> usize {
    match list {
        List::Speakers => state.billing.order().len(),
        List::Quotes => state.document.quotes().len(),
        List::Entities => state.document.entities().len(),
    }
}

fn shown(state: &State, theme: &Theme, row: Row, width: usize) -> Line<'static> {
    match row {
        Row::Speaker(id, fold) => speaker(state, theme, id, fold, width),
        Row::Nobody(fold) => {
            let count = state.billing.nobody().len();
            let room = width.saturating_sub(8);
            let name = cut("speaker unknown", room);
            let blank = " ".repeat(room.saturating_sub(name.width()));
            Line::raw(format!(" {} {name}{blank}{count:>4}", arrow(fold)))
        }
        Row::Role(id) => {
            let role = state.document.speaker(id).role.clone().unwrap_or_default();
            Line::styled(format!("     {}", cut(&role, width.saturating_sub(5))), theme.quiet)
        }
        Row::Quote(id) => quote(state, theme, id, width),
        Row::Kind(kind) => Line::styled(format!(" {}", heading(kind)), theme.title),
        Row::Entity(id, fold) => entity(state, id, fold, width),
        Row::Mention(id, number) => mention(state, id, number, width),
    }
}

/// `▾ A Sergey Lavrov      16 ▉▉▉▉▉▊`
fn speaker(state: &State, theme: &Theme, id: SpeakerId, fold: Fold, width: usize) -> Line<'static> {
    let place = state.billing.place(id);
    let most = state.billing.order().iter().map(|billed| billed.words).max().unwrap_or(1);
    let Some(billed) = state.billing.order().get(place) else { return Line::default() };
    let style = theme.speaker(place);
    let bar = match state.scene.detail {
        Detail::Full => bar(billed.words, most),
        Detail::Lean => String::new(),
    };
    let room = width.saturating_sub(5 + 4 + 1 + BAR);
    let name = cut(&state.document.speaker(id).name, room);
    let blank = " ".repeat(room.saturating_sub(name.width()));
    Line::from(vec![
        Piece::raw(format!(" {} ", arrow(fold))),
        Piece::styled(format!("{} ", state.billing.letter(id)), style.patch(theme.title)),
        Piece::raw(format!("{name}{blank}{:>4} ", billed.quotes.len())),
        Piece::styled(bar, style),
    ])
}

fn arrow(fold: Fold) -> char {
    match fold {
        Fold::Open => '▾',
        Fold::Closed => '▸',
    }
}

/// A bar of up to [`BAR`] columns, in eighths; nobody who speaks has none.
fn bar(words: usize, most: usize) -> String {
    let eighths = (words * BAR * 8).div_ceil(most.max(1)).max(1);
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).and_then(|part| EIGHTHS.get(part)));
    bar
}

/// `▶ “ “Russia is fighting alone…`, in the list of quotes with the speaker's letter. The words have no color: the article
/// has it, and each row would cost it again.
fn quote(state: &State, theme: &Theme, id: QuoteId, width: usize) -> Line<'static> {
    let quote = state.document.quote(id);
    let here = state.rows.get(state.scene.cursor) == Some(&Row::Quote(id)) && has_cursor(state);
    let style = quote.speaker.map(|id| theme.speaker(state.billing.place(id))).unwrap_or_default();
    let letter = quote.speaker.map_or('?', |id| state.billing.letter(id));
    let indent = match state.scene.list {
        List::Quotes => Piece::styled(format!("{letter} "), style.patch(theme.title)),
        List::Speakers | List::Entities => Piece::raw(""),
    };
    let indent_width = indent.width();
    let doubt = if quote.confidence.is_unsure() { "?" } else { " " };
    let words = quote.content.first().map_or("", |span| span.of(state.document.text()));
    Line::from(vec![
        Piece::raw(if here { " ▶ " } else { "   " }),
        indent,
        Piece::raw(format!("{}{doubt}", sign(quote.voice))),
        Piece::raw(cut(words, width.saturating_sub(5 + indent_width))),
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
    let entity = state.document.entity(id);
    let room = width.saturating_sub(8);
    let name = cut(&entity.name, room);
    let blank = " ".repeat(room.saturating_sub(name.width()));
    Line::raw(format!(" {} {name}{blank}{:>4}", arrow(fold), entity.mentions.len()))
}

/// A mention with the words around it.
fn mention(state: &State, id: EntityId, number: usize, width: usize) -> Line<'static> {
    let text = state.document.text();
    let Some(span) = state.document.entity(id).mentions.get(number) else { return Line::default() };
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
