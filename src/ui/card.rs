//! The card of a quote: under the list where there is room, or opened in the place of the side pane.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::quote::QuoteId;
use crate::app::keys::action::{Action, Motion, Way};
use crate::app::state::State;
use crate::app::state::card::{Card, CardLine, LABELS, MARGIN};
use crate::app::state::panes::{HEAD, Side};
use crate::ui::theme::Theme;
use crate::ui::words::{cut, sign};

/// Columns of the number of a quote.
const NUMBER: usize = 4;

/// Draws the card of the quote that is looked at.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let Some(card) = state.card.card() else { return };
    match state.page_view.side() {
        Side::List => draw_lines(frame, area, card, state, theme),
        Side::Card => {
            let title = Rect { height: 1.min(area.height), ..area };
            frame.render_widget(head(state, theme, card), title);
            frame.render_widget(
                Line::styled(way_back(state, area), theme.quiet).right_aligned(),
                title,
            );
            if state.card.top() > 0 {
                let above = Rect { y: area.y + 1, height: 1, ..area }.intersection(area);
                frame.render_widget(Line::styled("  …", theme.quiet), above);
            }
            let head = HEAD.min(area.height);
            let below = Rect { y: area.y + head, height: area.height - head, ..area };
            draw_lines(frame, below, card, state, theme);
        }
    }
}

/// `▌Quote 4 of 23`
fn head(state: &State, theme: &Theme, card: &Card) -> Line<'static> {
    let (number, all) = (card.occasion.quote.index() + 1, state.known.document.quotes().len());
    Line::styled(format!("▌Quote {number} of {all}"), theme.title)
}

fn way_back(state: &State, area: Rect) -> String {
    let key = state.keymap.hint(Action::ToggleCard).filter(|_| area.width >= 30);
    key.map_or_else(String::new, |key| format!("{key}: close "))
}

/// Draws the lines that are in sight; the last one tells if there are more. Under the list stands only what is about the
/// quote itself.
fn draw_lines(frame: &mut Frame<'_>, area: Rect, card: &Card, state: &State, theme: &Theme) {
    let (top, last, hint) = match state.page_view.side() {
        Side::List => (0, card.own, ": full details"),
        Side::Card => (state.card.top(), card.lines.len(), ": more"),
    };
    let action = match state.page_view.side() {
        Side::List => Action::ToggleCard,
        Side::Card => Action::Move(Motion::Line(Way::On)),
    };
    let height = usize::from(area.height);
    let ends = last == card.lines.len() && last <= top + height;
    let room = if ends { height } else { height.saturating_sub(1) };
    let lines = card.lines.iter().take(last).skip(top).take(room);
    let mut rows: Vec<Line<'_>> =
        lines.map(|line| row(state, theme, card, line, usize::from(area.width))).collect();
    if !ends {
        let hint =
            state.keymap.hint(action).map_or_else(String::new, |key| format!(" {key}{hint}"));
        rows.push(Line::styled(format!("  …{hint}"), theme.quiet));
    }
    for (y, row) in (area.y..area.bottom()).zip(rows) {
        frame.render_widget(row, Rect { y, height: 1, ..area });
    }
}

fn row<'a>(
    state: &'a State,
    theme: &Theme,
    card: &Card,
    line: &'a CardLine,
    width: usize,
) -> Line<'a> {
    let margin = Span::raw(" ".repeat(MARGIN));
    match line {
        CardLine::Blank => Line::default(),
        CardLine::Name(letter, words) => {
            let style = style(state, theme, card).patch(theme.title);
            let letter = letter.map_or_else(|| " ".repeat(MARGIN), |letter| format!("{letter} "));
            Line::from(vec![Span::styled(letter, style), Span::styled(words.as_str(), style)])
        }
        CardLine::Words(span) => {
            let words = span.of(state.known.document.text());
            Line::from(vec![margin, Span::styled(words, style(state, theme, card))])
        }
        CardLine::Between => Line::from(vec![margin, Span::raw("…")]),
        CardLine::Heading(words) => {
            Line::from(vec![margin, Span::styled(words.as_str(), theme.title)])
        }
        CardLine::Field(label, value) => {
            let label = Span::styled(format!("{label:<LABELS$}"), theme.quiet);
            Line::from(vec![margin, label, Span::raw(value.as_str())])
        }
        CardLine::Other(id) => other(state, *id, width),
    }
}

fn style(state: &State, theme: &Theme, card: &Card) -> Style {
    let speaker = state.known.document.quote(card.occasion.quote).speaker;
    speaker.map(|id| theme.speaker(state.known.billing.place(id))).unwrap_or_default()
}

/// `  3 “ “In World War I and World W…   ¶3`
fn other(state: &State, id: QuoteId, width: usize) -> Line<'static> {
    let document = &state.known.document;
    let quote = document.quote(id);
    let paragraph = document.article().paragraph_at(quote.start());
    let place = paragraph.map_or_else(|| "headline".to_owned(), |number| format!("¶{number}"));
    let left = format!("{:>NUMBER$} {} ", id.index() + 1, sign(quote.voice));
    let room = width.saturating_sub(left.width() + place.width() + 3);
    let words = cut(quote.content.first().map_or("", |span| span.of(document.text())), room);
    let blank = " ".repeat(room.saturating_sub(words.width()));
    Line::raw(format!("{left}{words}{blank}  {place}"))
}
