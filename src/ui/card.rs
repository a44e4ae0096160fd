//! The details of a quote: under the list where there is room, or in place of the side pane.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr;

use crate::annotation::kinds::short_place_name;
use crate::annotation::quote::QuoteId;
use crate::app::keys::action::{Action, Motion, Way};
use crate::app::keys::bound::Keymap;
use crate::app::state::State;
use crate::app::state::card::{Card, CardLine, LABELS, MARGIN};
use crate::app::state::known::Known;
use crate::app::state::panes::{HEAD, Side};
use crate::ui::theme::Theme;
use crate::ui::words::{opening, padded, sign};

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
    frame.render_widget(Text::from(rows), lines);
}

/// Draws the title, the way back, and below them whether there are lines above.
fn draw_head(frame: &mut Frame<'_>, area: Rect, card: &VisibleCard<'_>, theme: &Theme) {
    frame.render_widget(Line::styled(card.title(), theme.title), area);
    let close = card.keymap.hint(Action::ToggleCard).filter(|_| area.width >= WITH_KEY);
    let close = close.map_or_else(String::new, |key| format!("{key}: close "));
    frame.render_widget(Line::styled(close, theme.quiet).right_aligned(), area);
    if card.top > 0 {
        let above = Rect { y: area.y + 1, ..area }.intersection(area);
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
        let place = short_place_name(document, quote);
        let room = width.saturating_sub(left.width() + place.width() + 3);
        format!("{left}{}  {place}", padded(opening(document, quote), room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::bound::Change;
    use crate::ui::example::{after, drawn, reader, rows, theme, words};

    /// A reader at the quote of that number, from 1, with its details opened.
    fn opened(width: u16, height: u16, number: usize) -> State {
        let mut actions = vec![Action::Step(Way::On); number];
        actions.push(Action::ToggleCard);
        after(reader(width, height), &actions)
    }

    fn shown(state: &State, width: u16, height: u16) -> Vec<String> {
        let card = VisibleCard::of(state).unwrap();
        rows(&drawn(width, height, |frame| draw(frame, frame.area(), &card, &theme())))
    }

    #[test]
    fn an_open_card_has_a_title_with_the_way_back() {
        let state = opened(80, 24, 3);
        assert_eq!(shown(&state, 32, 3)[0], "▌Quote 3 of 7      Enter: close");
        assert_eq!(shown(&state, 30, 3)[0], "▌Quote 3 of 7    Enter: close");
        assert_eq!(shown(&state, 29, 3)[0], "▌Quote 3 of 7");
    }

    #[test]
    fn the_last_row_says_which_key_shows_more() {
        let state = opened(80, 24, 3);
        let lines = state.card.card().unwrap().lines.len();
        let all = u16::try_from(lines).unwrap() + HEAD;
        assert_eq!(shown(&state, 32, all - 1).last().unwrap(), "  … j: more");
        assert!(shown(&state, 32, all).iter().all(|row| !row.contains('…')));
        assert_eq!(shown(&state, 32, HEAD + 1).last().unwrap(), "  … j: more");
    }

    #[test]
    fn a_scrolled_card_has_a_mark_above_and_none_below_its_end() {
        let down = Action::Move(Motion::Line(Way::On));
        let state = after(opened(80, 12, 3), &[down; 2]);
        let height = state.page_view.panes().unwrap().card.unwrap().height;
        let rows = shown(&state, 32, height);
        assert_eq!((rows[1].as_str(), rows[2].as_str()), ("  …", "  it “may pour” soon in Ely"));
        let end = Action::Move(Motion::End(Way::On));
        let rows = shown(&after(state, &[end]), 32, height);
        assert_eq!(rows.last().unwrap(), "   6 ~ a storm               ¶2");
    }

    #[test]
    fn under_the_list_a_card_ends_before_other_quotes_and_says_so() {
        let state = after(reader(160, 50), &[Action::Step(Way::On); 2]);
        let rows = shown(&state, 40, 30);
        assert_eq!(rows[0], "A Ann Lee");
        assert!(rows.contains(&"  … Enter: quote details".to_owned()), "{rows:?}");
        assert!(!rows.iter().any(|row| row.contains("more quote")), "{rows:?}");
    }

    #[test]
    fn a_card_without_other_quotes_ends_without_a_hint() {
        let state = after(reader(160, 50), &[Action::Step(Way::On); 7]);
        let rows = shown(&state, 40, 30);
        assert!(rows[0].starts_with("C Poe") && !rows.iter().any(|row| row.contains('…')));
    }

    #[test]
    fn keys_that_a_reader_took_away_are_not_named() {
        let mut state = opened(80, 24, 3);
        let none = |name: &str| Change { name: name.to_owned(), keys: Vec::new() };
        state.keymap = Keymap::new(&[none("card"), none("line-down")]).unwrap();
        let rows = shown(&state, 32, 8);
        assert_eq!((rows[0].as_str(), rows[7].as_str()), ("▌Quote 3 of 7", "  …"));
    }

    #[test]
    fn each_line_has_its_margin() {
        let (state, theme) = (opened(80, 24, 3), theme());
        let card = VisibleCard::of(&state).unwrap();
        let row = |line: CardLine| words(&card.row(&line, 32, &theme));
        assert_eq!(row(CardLine::Blank), "");
        assert_eq!(row(CardLine::Name(Some('A'), "Ann".to_owned())), "A Ann");
        assert_eq!(row(CardLine::Name(None, "Lee".to_owned())), "  Lee");
        assert_eq!(row(CardLine::Between), "  …");
        assert_eq!(row(CardLine::Heading("Mentions".to_owned())), "  Mentions");
        assert_eq!(row(CardLine::Field("cue", "said".to_owned())), "  cue      said");
        assert_eq!(row(CardLine::Other(QuoteId::at(0))), "   1 ~ Floods feared   headline");
        assert_eq!(row(CardLine::Other(QuoteId::at(2))), "   3 ≈ it “may pour” soon …  ¶1");
    }

    #[test]
    fn the_words_have_the_color_of_the_speaker() {
        let (state, theme) = (opened(80, 24, 3), theme());
        let card = VisibleCard::of(&state).unwrap();
        let colored = |row: &Line<'_>| row.spans.iter().any(|piece| piece.style.fg.is_some());
        let rows = card.rows(20, 32, &theme);
        let colored: Vec<String> = rows.iter().filter(|row| colored(row)).map(words).collect();
        assert_eq!(colored, ["A Ann Lee", "  it “may pour” soon in Ely"]);
    }
}
