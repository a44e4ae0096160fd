//! The article with its marks: who speaks in the gutter, their words in their color, the quote that is looked at
//! reversed.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{self, Line};

use crate::annotation::marks::{Mark, MarkKind};
use crate::annotation::quote::{QuoteId, Voice};
use crate::app::keys::action::List;
use crate::app::state::State;
use crate::app::state::page::PageLine;
use crate::app::state::panes::GUTTER;
use crate::app::state::trail::Target;
use crate::text::article::BlockKind;
use crate::text::span::Span;
use crate::ui::theme::Theme;

/// What is marked in a line, and what a search has lit in it.
type Lit<'a> = (&'a [Mark], &'a [Span]);

/// Draws the visible lines; gives the place of what is looked at.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    let lines = state.page_view.page().lines().iter().skip(state.page_view.top());
    let mut cursor = None;
    for (row, line) in (area.y..area.bottom()).zip(lines) {
        let marks: Vec<Mark> = state.known.marks.within(line.span).collect();
        let hits = state.search.within(line.span);
        let gutter = Rect { y: row, height: 1, width: GUTTER, ..area };
        frame.render_widget(letter(state, theme, &marks), gutter);
        let text = Rect { x: area.x + GUTTER, width: area.width - GUTTER, ..gutter };
        frame.render_widget(
            if line.omitted > 0 {
                omitted(theme)
            } else {
                styled(state, theme, *line, (&marks, hits))
            },
            text,
        );
        cursor = cursor.or_else(|| position(state, *line, text));
    }
    cursor
}

/// The letters of those who speak in a line: two have room.
fn letter(state: &State, theme: &Theme, marks: &[Mark]) -> Line<'static> {
    let mut pieces: Vec<text::Span<'static>> = Vec::new();
    let mut last = None;
    for mark in marks {
        let MarkKind::Content(id) = mark.kind else { continue };
        let speaker = state.known.document.quote(id).speaker;
        if speaker == last || pieces.len() == usize::from(GUTTER - 1) {
            continue;
        }
        last = speaker;
        if let Some(speaker) = speaker {
            let style = theme.speaker(state.known.billing.place(speaker));
            pieces.push(text::Span::styled(state.known.billing.letter(speaker).to_string(), style));
        }
    }
    Line::from(pieces)
}

/// The words of a line, cut where a mark begins or ends.
fn styled<'a>(state: &'a State, theme: &Theme, line: PageLine, lit: Lit<'_>) -> Line<'a> {
    let (marks, hits) = lit;
    let mut cuts = vec![line.span.start(), line.span.end()];
    for span in marks.iter().map(|mark| mark.span).chain(hits.iter().copied()) {
        let ends = [span.start(), span.end()].into_iter();
        cuts.extend(ends.filter(|&at| line.span.contains(at)));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.windows(2).filter_map(|pair| match pair {
        [start, end] => {
            let span = Span::new(*start, *end);
            Some(text::Span::styled(
                span.of(state.known.document.text()),
                style(state, theme, line.kind, span, lit),
            ))
        }
        _ => None,
    });
    Line::from(pieces.collect::<Vec<_>>())
}

/// The mark for paragraphs that are left out.
fn omitted(theme: &Theme) -> Line<'static> {
    Line::styled("⋯", theme.quiet)
}

/// All that marks a piece of a line, one over the other.
fn style(state: &State, theme: &Theme, kind: BlockKind, piece: Span, lit: Lit<'_>) -> Style {
    let (marks, hits) = lit;
    let mut style = match kind {
        BlockKind::Headline => theme.headline,
        BlockKind::Byline => theme.quiet,
        BlockKind::Paragraph => Style::new(),
    };
    for mark in marks.iter().filter(|mark| mark.span.covers(piece)) {
        style = match mark.kind {
            MarkKind::Content(id) => style.patch(content(state, theme, id)),
            MarkKind::Cue(_) => style.patch(theme.cue),
            MarkKind::Source(_) => style.patch(theme.source),
            MarkKind::Name(_) if state.list.shown() == List::Entities => style.patch(theme.name),
            MarkKind::Name(_) => style,
        };
    }
    if hits.iter().any(|hit| hit.covers(piece)) {
        style = style.patch(theme.hit);
    }
    if is_here(state, piece, marks) { style.patch(theme.selected) } else { style }
}

fn content(state: &State, theme: &Theme, id: QuoteId) -> Style {
    let quote = state.known.document.quote(id);
    let style =
        quote.speaker.map_or_else(Style::new, |id| theme.speaker(state.known.billing.place(id)));
    match quote.voice {
        Voice::Direct => style,
        Voice::Mixed | Voice::Indirect => style.patch(theme.indirect),
    }
}

/// Whether a piece belongs to what is looked at.
fn is_here(state: &State, piece: Span, marks: &[Mark]) -> bool {
    let Some(here) = state.route.current else { return false };
    if here.target == Target::Hit {
        return here.span.covers(piece);
    }
    marks.iter().any(|mark| {
        mark.span.covers(piece)
            && match (here.target, mark.kind) {
                (Target::Quote(here), MarkKind::Content(id)) => here == id,
                (Target::Mention(_), MarkKind::Name(_)) => mark.span == here.span,
                (Target::Quote(_) | Target::Mention(_) | Target::Hit, _) => false,
            }
    })
}

/// Where on the screen what is looked at begins, if that is in this line.
fn position(state: &State, line: PageLine, area: Rect) -> Option<Position> {
    let here = state.route.current.filter(|here| line.span.contains(here.span.start()))?;
    let column = line.column_of(state.known.document.text(), here.span.start());
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    Some(Position::new(area.x.saturating_add(column).min(area.right().saturating_sub(1)), area.y))
}
