//! The details of a quote: under the list where there is room, or in place of the side pane.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::quote::QuoteId;
use crate::app::keys::action::{Action, Motion, Way};
use crate::app::keys::bound::Keymap;
use crate::app::state::State;
use crate::app::state::card::{Card, CardLine, LABELS, MARGIN};
use crate::app::state::known::Known;
use crate::app::state::panes::{HEAD, Side};
use crate::ui::theme::Theme;
use crate::ui::words::{opening, padded, paragraph, sign};

/// Columns of the number of a quote.
const NUMBER: usize = 4;
/// Columns of the narrowest card that names the key that closes it.
const WITH_KEY: u16 = 30;

/// A card as far as it is scrolled.
pub(super) struct VisibleCard<'a> {
    card: &'a Card,
    top: usize,
    known: &'a Known,
    keymap: &'a Keymap,
}

/// Draws a card.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, card: &VisibleCard<'_>, theme: &Theme) {
    let lines = match card.card.occasion.side {
        Side::List => area,
        Side::Card => {
            draw_head(frame, area, card, theme);
            let head = HEAD.min(area.height);
            Rect { y: area.y + head, height: area.height - head, ..area }
        }
    };
    let rows = card.rows(usize::from(lines.height), usize::from(lines.width), theme);
    for (y, row) in (lines.y..lines.bottom()).zip(rows) {
        frame.render_widget(row, Rect { y, height: 1, ..area });
    }
}

/// Draws the title, the way back, and below them whether there are lines above.
fn draw_head(frame: &mut Frame<'_>, area: Rect, card: &VisibleCard<'_>, theme: &Theme) {
    let title = Rect { height: 1.min(area.height), ..area };
    frame.render_widget(Line::styled(card.title(), theme.title), title);
    let close = card.keymap.hint(Action::ToggleCard).filter(|_| area.width >= WITH_KEY);
    let close = close.map_or_else(String::new, |key| format!("{key}: close "));
    frame.render_widget(Line::styled(close, theme.quiet).right_aligned(), title);
    if card.top > 0 {
        let above = Rect { y: area.y + 1, height: 1, ..area }.intersection(area);
        frame.render_widget(Line::styled("  …", theme.quiet), above);
    }
}

impl<'a> VisibleCard<'a> {
    /// The card of this state, if one is shown.
    pub(super) fn of(state: &'a State) -> Option<Self> {
        let card = state.card.card()?;
        Some(Self { card, top: state.card.top(), known: &state.known, keymap: &state.keymap })
    }

    /// `▌Quote 4 of 23`
    fn title(&self) -> String {
        let quotes = self.known.document.quotes().len();
        format!("▌Quote {} of {quotes}", self.card.occasion.quote.index() + 1)
    }

    /// As many lines as fit; if there are more, the last row says which key shows them. Under the list a card starts at
    /// its top and ends before the speaker's other quotes.
    fn rows(&self, height: usize, width: usize, theme: &Theme) -> Vec<Line<'a>> {
        let (top, last) = match self.card.occasion.side {
            Side::List => (0, self.card.own),
            Side::Card => (self.top, self.card.lines.len()),
        };
        let ends = last == self.card.lines.len() && last <= top + height;
        let room = if ends { height } else { height.saturating_sub(1) };
        let lines = self.card.lines.iter().take(last).skip(top).take(room);
        let mut rows: Vec<Line<'a>> = lines.map(|line| self.row(line, width, theme)).collect();
        rows.extend((!ends).then(|| Line::styled(self.more(), theme.quiet)));
        rows
    }

    /// `  … j: more`
    fn more(&self) -> String {
        let (action, words) = match self.card.occasion.side {
            Side::List => (Action::ToggleCard, "quote details"),
            Side::Card => (Action::Move(Motion::Line(Way::On)), "more"),
        };
        let key = self.keymap.hint(action);
        key.map_or_else(|| "  …".to_owned(), |key| format!("  … {key}: {words}"))
    }

    fn row(&self, line: &'a CardLine, width: usize, theme: &Theme) -> Line<'a> {
        let margin = Span::raw(" ".repeat(MARGIN));
        match line {
            CardLine::Blank => Line::default(),
            CardLine::Name(letter, words) => {
                let style = self.style(theme).patch(theme.title);
                let blank = || " ".repeat(MARGIN);
                let letter = letter.map_or_else(blank, |letter| format!("{letter} "));
                Line::from(vec![Span::styled(letter, style), Span::styled(words.as_str(), style)])
            }
            CardLine::Words(span) => {
                let words = span.of(self.known.document.text());
                Line::from(vec![margin, Span::styled(words, self.style(theme))])
            }
            CardLine::Between => Line::from(vec![margin, Span::raw("…")]),
            CardLine::Heading(words) => {
                Line::from(vec![margin, Span::styled(words.as_str(), theme.title)])
            }
            CardLine::Field(label, value) => {
                let label = Span::styled(format!("{label:<LABELS$}"), theme.quiet);
                Line::from(vec![margin, label, Span::raw(value.as_str())])
            }
            CardLine::Other(id) => Line::raw(self.other(*id, width)),
        }
    }

    /// The style of the quote's words.
    fn style(&self, theme: &Theme) -> Style {
        let quote = self.known.document.quote(self.card.occasion.quote);
        theme.speaker(quote.speaker, &self.known.billing)
    }

    /// `  3 “ “In World War I and World W…   ¶3`
    fn other(&self, id: QuoteId, width: usize) -> String {
        let document = &self.known.document;
        let quote = document.quote(id);
        let left = format!("{:>NUMBER$} {} ", id.index() + 1, sign(quote.voice));
        let place = paragraph(document, quote);
        let room = width.saturating_sub(left.width() + place.width() + 3);
        format!("{left}{}  {place}", padded(opening(document, quote), room))
    }
}
