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
        let gutter = Rect { y, ..area };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::entity::EntityId;
    use crate::app::keys::action::{Action, Purpose, Way};
    use crate::app::state::panes::Measure;
    use crate::app::state::preferences::Preferences;
    use crate::app::state::trail::quote_stop;
    use crate::ui::example::{after, drawn, pieces, reader, reader_with, rows, theme, words};

    /// A reader with a line for each paragraph.
    fn wide() -> State {
        reader_with(180, 24, Preferences { measure: Measure::Full, ..Preferences::default() })
    }

    /// The line of a wide page that begins with these words.
    fn line<'a>(state: &'a State, start: &str) -> MarkedLine<'a> {
        let text = state.known.document.text();
        let mut lines = state.page_view.page().lines().iter();
        let line = lines.find(|line| line.span.of(text).starts_with(start)).unwrap();
        MarkedLine::of(*line, state)
    }

    /// The style of the first piece with these words.
    #[track_caller]
    fn style_of(state: &State, start: &str, piece: &str) -> Style {
        let pieces = pieces(&line(state, start).words(&theme()));
        let found = pieces.iter().find(|(words, _)| words.trim() == piece);
        found.unwrap_or_else(|| panic!("no {piece} in {pieces:?}")).1
    }

    #[track_caller]
    fn check(state: &State, start: &str, piece: &str, expected: Style) {
        assert_eq!(style_of(state, start, piece), expected, "{piece}");
    }

    fn color(place: usize) -> Style {
        let known = crate::ui::example::known();
        theme().speaker(Some(known.billing.order()[place].speaker), &known.billing)
    }

    #[test]
    fn the_gutter_has_the_letters_of_two_speakers_at_most() {
        let state = wide();
        let letters = |start: &str| words(&line(&state, start).letters(&theme()));
        assert_eq!(letters("Floods"), "B");
        assert_eq!(letters("By Nora"), "");
        assert_eq!(letters("“It rains"), "A", "once for two quotes");
        assert_eq!(letters("“Stay home"), "BA", "none for the unknown, none for the third");
    }

    #[test]
    fn a_letter_has_the_color_of_its_speaker() {
        let state = wide();
        let letters = pieces(&line(&state, "“Stay home").letters(&theme()));
        let expected = [("B".to_owned(), color(1)), ("A".to_owned(), color(0))];
        assert_eq!(letters, expected);
    }

    #[test]
    fn each_kind_of_words_has_its_style() {
        let (state, theme) = (wide(), theme());
        check(&state, "Floods", "in", Style::new().patch(theme.headline));
        check(&state, "By Nora", "Nora Field", theme.quiet);
        check(&state, "“It rains", "“It rains,”", color(0));
        check(&state, "“It rains", "Ann Lee", theme.source);
        check(&state, "“It rains", "said", theme.cue);
        check(&state, "“It rains", "it “may pour” soon in", color(0).patch(theme.indirect));
        check(&state, "“Stay home", "the worst", color(1).patch(theme.indirect));
        check(&state, "“Stay home", "“Stay home,”", Style::new());
    }

    #[test]
    fn a_quote_in_the_headline_keeps_its_weight() {
        let (state, theme) = (wide(), theme());
        let expected = theme.headline.patch(color(1)).patch(theme.indirect);
        check(&state, "Floods", "Floods feared", expected);
    }

    #[test]
    fn names_are_marked_while_their_list_is_shown() {
        let (state, theme) = (wide(), theme());
        check(&state, "“It rains", "Ann Lee", theme.source);
        let state = after(state, &[Action::Show(List::Entities)]);
        check(&state, "“It rains", "Ann Lee", theme.source.patch(theme.name));
        let name = color(0).patch(theme.indirect).patch(theme.name);
        check(&state, "“It rains", "Ely", name);
    }

    #[test]
    fn a_hit_is_over_the_color_of_its_quote() {
        let mut state = after(wide(), &[Action::Open(Purpose::Search)]);
        state.search.find(state.known.document.text().to_owned().as_str(), "pour");
        let style = style_of(&state, "“It rains", "pour");
        assert_eq!((style.fg, style.bg), (theme().hit.fg, theme().hit.bg));
    }

    #[test]
    fn the_current_quote_is_reversed_and_no_other() {
        let next = Action::Step(Way::On);
        let (state, theme) = (after(wide(), &[next, next]), theme());
        check(&state, "“It rains", "“It rains,”", color(0).patch(theme.selected));
        check(&state, "“It rains", "said", theme.cue);
        check(&state, "“It rains", "it “may pour” soon in", color(0).patch(theme.indirect));
    }

    #[test]
    fn the_current_mention_and_the_current_hit_are_reversed() {
        let mut state = after(wide(), &[Action::Show(List::Entities)]);
        let span = state.known.document.entity(EntityId::at(1)).mentions[0];
        state.route.current = Some(Stop { target: Target::Mention(EntityId::at(1)), span });
        let expected = theme().headline.patch(theme().name).patch(theme().selected);
        check(&state, "Floods", "Ely", expected);
        state.search.find(state.known.document.text().to_owned().as_str(), "Nora");
        let span = state.search.hits()[0];
        state.route.current = Some(Stop { target: Target::Hit, span });
        check(
            &state,
            "By Nora",
            "Nora",
            theme().quiet.patch(theme().name).patch(theme().hit).patch(theme().selected),
        );
        check(&state, "By Nora", "By", theme().quiet);
    }

    #[test]
    fn a_quote_over_two_lines_has_its_cursor_in_the_first() {
        let mut state = reader(72, 24);
        let document = &state.known.document;
        state.route.current = Some(quote_stop(document, QuoteId::at(2)));
        let (mut cursor, theme) = (None, theme());
        let area = state.page_view.panes().unwrap().article.unwrap();
        let screen = drawn(72, 24, |frame| cursor = draw(frame, area, &state, &theme));
        let cursor = cursor.unwrap();
        let row = &rows(&screen)[usize::from(cursor.y)];
        let words: String = row.chars().skip(cursor.x.into()).collect();
        assert!(words.starts_with("it “may"), "{row}");
    }

    #[test]
    fn paragraphs_left_out_are_a_sign() {
        let mut state = wide();
        let line = PageLine { omitted: 2, ..state.page_view.page().lines()[1] };
        state.route.current = None;
        assert_eq!(words(&MarkedLine::of(line, &state).words(&theme())), "⋯");
    }
}
