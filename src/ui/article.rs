//! The article with its marks: in the gutter who speaks, in the text their words in their color and the current stop in
//! reverse.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{self, Line};

use crate::annotation::marks::{Mark, MarkKind};
use crate::annotation::quote::{QuoteId, Voice};
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::List;
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::app::state::page::PageLine;
use crate::app::state::panes::GUTTER;
use crate::app::state::trail::{Stop, Target};
use crate::text::article::BlockKind;
use crate::text::span::Span;
use crate::ui::theme::Theme;

/// Draws the visible lines; gives the place of the current stop. It takes the whole state because the article shows most
/// of it: the page, what is known, the search, the current stop, and the names while their list is shown.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    state: &State,
    theme: &Theme,
) -> Option<Position> {
    let lines = state.page_view.page().lines().iter().skip(state.page_view.top());
    let mut cursor = None;
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        let line = MarkedLine::of(*line, state);
        let gutter = Rect { y, height: 1, width: GUTTER, ..area };
        let text = Rect { x: area.x + GUTTER, width: area.width - GUTTER, ..gutter };
        frame.render_widget(line.letters(theme), gutter);
        frame.render_widget(line.words(theme), text);
        cursor = cursor.or_else(|| line.cursor(text));
    }
    cursor
}

/// A line of the page with everything that is marked in it.
struct MarkedLine<'a> {
    line: PageLine,
    known: &'a Known,
    marks: Vec<Mark>,
    hits: &'a [Span],
    current: Option<Stop>,
    shown: List,
}

impl<'a> MarkedLine<'a> {
    fn of(line: PageLine, state: &'a State) -> Self {
        Self {
            line,
            known: &state.known,
            marks: state.known.marks.within(line.span).collect(),
            hits: state.search.within(line.span),
            current: state.route.current,
            shown: state.list.shown(),
        }
    }

    /// The letters of those who speak in the line, as many as the gutter holds.
    fn letters(&self, theme: &Theme) -> Line<'static> {
        let quotes = self.marks.iter().filter_map(|mark| match mark.kind {
            MarkKind::Content(id) => Some(self.known.document.quote(id)),
            MarkKind::Cue(_) | MarkKind::Source(_) | MarkKind::Name(_) => None,
        });
        let mut speakers: Vec<SpeakerId> = quotes.filter_map(|quote| quote.speaker).collect();
        speakers.dedup();
        let billing = &self.known.billing;
        let letters = speakers.into_iter().take(usize::from(GUTTER - 1)).map(|id| {
            let style = theme.speaker(Some(id), billing);
            text::Span::styled(billing.letter(id).to_string(), style)
        });
        letters.collect()
    }

    /// The words, cut where a mark begins or ends, or the sign for paragraphs that are left out.
    fn words(&self, theme: &Theme) -> Line<'a> {
        if self.line.omitted > 0 {
            return Line::styled("⋯", theme.quiet);
        }
        let text = self.known.document.text();
        let pieces = self.pieces().into_iter();
        pieces.map(|piece| text::Span::styled(piece.of(text), self.style(piece, theme))).collect()
    }

    /// The parts of the line that are marked alike.
    fn pieces(&self) -> Vec<Span> {
        let line = self.line.span;
        let mut cuts = vec![line.start(), line.end()];
        for span in self.marks.iter().map(|mark| mark.span).chain(self.hits.iter().copied()) {
            cuts.extend([span.start(), span.end()].into_iter().filter(|at| line.contains(*at)));
        }
        cuts.sort_unstable();
        cuts.dedup();
        let ends = cuts.iter().skip(1);
        cuts.iter().zip(ends).map(|(start, end)| Span::new(*start, *end)).collect()
    }

    /// The styles of everything that marks a piece, one over the other.
    fn style(&self, piece: Span, theme: &Theme) -> Style {
        let mut style = match self.line.kind {
            BlockKind::Headline => theme.headline,
            BlockKind::Byline => theme.quiet,
            BlockKind::Paragraph => Style::new(),
        };
        for mark in self.marks.iter().filter(|mark| mark.span.covers(piece)) {
            style = match mark.kind {
                MarkKind::Content(id) => style.patch(self.content(id, theme)),
                MarkKind::Cue(_) => style.patch(theme.cue),
                MarkKind::Source(_) => style.patch(theme.source),
                MarkKind::Name(_) if self.shown == List::Entities => style.patch(theme.name),
                MarkKind::Name(_) => style,
            };
        }
        if self.hits.iter().any(|hit| hit.covers(piece)) {
            style = style.patch(theme.hit);
        }
        if self.is_current(piece) { style.patch(theme.selected) } else { style }
    }

    /// The style of a quote's words.
    fn content(&self, id: QuoteId, theme: &Theme) -> Style {
        let quote = self.known.document.quote(id);
        let style = theme.speaker(quote.speaker, &self.known.billing);
        match quote.voice {
            Voice::Direct => style,
            Voice::Mixed | Voice::Indirect => style.patch(theme.indirect),
        }
    }

    /// Whether a piece belongs to the current stop.
    fn is_current(&self, piece: Span) -> bool {
        let Some(stop) = self.current else { return false };
        match stop.target {
            Target::Hit | Target::Mention(_) => stop.span.covers(piece),
            Target::Quote(id) => {
                let mut marks = self.marks.iter();
                marks.any(|mark| mark.kind == MarkKind::Content(id) && mark.span.covers(piece))
            }
        }
    }

    /// Where the current stop begins on the screen, if it begins in this line.
    fn cursor(&self, area: Rect) -> Option<Position> {
        let start = self.current?.span.start();
        if !self.line.span.contains(start) {
            return None;
        }
        let column = self.line.column_of(self.known.document.text(), start);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let last = area.right().saturating_sub(1);
        Some(Position::new(area.x.saturating_add(column).min(last), area.y))
    }
}
