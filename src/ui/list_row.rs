//! The rows of the lists in the side pane.

use ratatui::text::{Line, Span};

use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::kinds::UNKNOWN_SPEAKER;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::List;
use crate::app::state::chart::Chart;
use crate::app::state::known::Known;
use crate::app::state::preferences::Detail;
use crate::app::state::rows::{Fold, Row};
use crate::text::span::boundary;
use crate::ui::bar;
use crate::ui::overview;
use crate::ui::theme::Theme;
use crate::ui::words::{cut, opening, padded, sign};

/// Columns of the longest bar.
const BAR: usize = 8;
/// Columns of a name's indent.
const INDENT: usize = 5;
/// Columns of a number with the blank before it.
const NUMBER: usize = 4;
/// Bytes of context before a mention, at most.
const CONTEXT: usize = 15;

/// Draws rows of one list.
pub(super) struct RowPainter<'a> {
    /// What is known about the article.
    pub(super) known: &'a Known,
    /// The list that the rows belong to.
    pub(super) shown: List,
    /// The columns of the overview.
    pub(super) chart: &'a Chart,
    /// Whether speakers have bars.
    pub(super) detail: Detail,
    /// The columns of a row.
    pub(super) width: usize,
    /// The styles.
    pub(super) theme: &'a Theme,
}

impl RowPainter<'_> {
    /// A row; quotes and shares show the pointer, a blank or the sign of the cursor.
    pub(super) fn line(&self, row: Row, pointer: char) -> Line<'static> {
        match row {
            Row::Speaker(id, fold) => self.speaker(id, fold),
            Row::Nobody(fold) => {
                let quotes = self.known.billing.nobody().len();
                self.counted(fold, UNKNOWN_SPEAKER, quotes)
            }
            Row::Role(id) => {
                let role = self.known.document.speaker(id).role.as_deref().unwrap_or_default();
                Line::styled(self.indented(role), self.theme.quiet)
            }
            Row::Quote(id) => self.quote(id, pointer),
            Row::Kind(kind) => Line::styled(format!(" {}", heading(kind)), self.theme.title),
            Row::Entity(id, fold) => {
                let entity = self.known.document.entity(id);
                self.counted(fold, &entity.name, entity.mentions.len())
            }
            Row::Mention(id, number) => Line::raw(self.indented(&self.mention(id, number))),
            Row::Share(speaker) => {
                overview::share(self.known, self.chart, speaker, pointer, self.theme)
            }
            Row::Strip(speaker) => overview::strip(self.known, self.chart, speaker, self.theme),
        }
    }

    /// `▾ A Sergey Lavrov      16 ▉▉▉▉▉▊`
    fn speaker(&self, id: SpeakerId, fold: Fold) -> Line<'static> {
        let Known { document, billing, .. } = self.known;
        let Some(billed) = billing.order().get(billing.place(id)) else { return Line::default() };
        let style = self.theme.speaker(Some(id), billing);
        let name = self.width.saturating_sub(INDENT + NUMBER + 1 + BAR);
        let name = padded(&document.speaker(id).name, name);
        Line::from(vec![
            Span::raw(format!(" {} ", arrow(fold))),
            Span::styled(format!("{} ", billing.letter(id)), style.patch(self.theme.title)),
            Span::raw(format!("{name}{:>NUMBER$} ", billed.quotes.len())),
            Span::styled(self.bar(billed.words), style),
        ])
    }

    /// The bar of a speaker with that many words; over a slow line there is none.
    fn bar(&self, words: usize) -> String {
        let all = self.known.billing.order().iter().map(|billed| billed.words);
        match self.detail {
            Detail::Full => bar::solid(words, all.max().unwrap_or_default(), BAR),
            Detail::Lean => String::new(),
        }
    }

    /// `▸ Fenland Works           2`
    fn counted(&self, fold: Fold, name: &str, number: usize) -> Line<'static> {
        let name = padded(name, self.width.saturating_sub(NUMBER + NUMBER));
        Line::raw(format!(" {} {name}{number:>NUMBER$}", arrow(fold)))
    }

    /// `▶ “ “Russia is fighting alone…`, in the list of quotes with the speaker's letter. The words have no color: it would
    /// cost bytes in every row, and the article shows it already.
    fn quote(&self, id: QuoteId, pointer: char) -> Line<'static> {
        let Known { document, billing, .. } = self.known;
        let quote = document.quote(id);
        let style = self.theme.speaker(quote.speaker, billing).patch(self.theme.title);
        let letter = quote.speaker.map_or('?', |id| billing.letter(id));
        let letter = match self.shown {
            List::Quotes => Span::styled(format!("{letter} "), style),
            List::Speakers | List::Entities | List::Overview => Span::raw(""),
        };
        let doubt = if quote.confidence.is_unsure() { '?' } else { ' ' };
        let room = self.width.saturating_sub(INDENT + letter.width());
        Line::from(vec![
            Span::raw(format!(" {pointer} ")),
            letter,
            Span::raw(format!("{}{doubt}", sign(quote.voice))),
            Span::raw(cut(opening(document, quote), room)),
        ])
    }

    /// A mention with some words of its paragraph before it, and all behind it.
    fn mention(&self, id: EntityId, number: usize) -> String {
        let text = self.known.document.text();
        let Some(span) = self.known.document.entity(id).mentions.get(number) else {
            return String::new();
        };
        let before = text.get(..span.start()).unwrap_or_default();
        let paragraph = before.rfind('\n').map_or(0, |at| at + 1);
        let from = boundary(text, paragraph.max(span.start().saturating_sub(CONTEXT)));
        let words = text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let ellipsis = if from > paragraph { "…" } else { "" };
        format!("{ellipsis}{words}")
    }

    /// Words under a name.
    fn indented(&self, words: &str) -> String {
        " ".repeat(INDENT) + &cut(words, self.width.saturating_sub(INDENT))
    }
}

fn arrow(fold: Fold) -> char {
    match fold {
        Fold::Open => '▾',
        Fold::Closed => '▸',
    }
}

fn heading(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organizations",
        EntityKind::Place => "Places",
        EntityKind::Event => "Events",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::example;

    /// A row of the list of speakers, quotes or entities in 28 columns.
    #[track_caller]
    fn check(shown: List, row: Row, expected: &str) {
        check_in(28, shown, row, expected);
    }

    #[track_caller]
    fn check_in(width: usize, shown: List, row: Row, expected: &str) {
        let line = painted(width, shown, Detail::Full, row, ' ');
        assert_eq!(example::words(&line).trim_end(), expected);
        assert!(line.width() <= width, "{}", line.width());
    }

    fn painted(
        width: usize,
        shown: List,
        detail: Detail,
        row: Row,
        pointer: char,
    ) -> Line<'static> {
        let (known, theme, chart) = (example::known(), example::theme(), Chart::default());
        let (known, chart, theme) = (&known, &chart, &theme);
        RowPainter { known, shown, chart, detail, width, theme }.line(row, pointer)
    }

    #[test]
    fn a_speaker_has_letter_number_and_bar() {
        let (lee, poe) = (SpeakerId::at(0), SpeakerId::at(2));
        check(List::Speakers, Row::Speaker(lee, Fold::Open), " ▾ A Ann Lee      3 ████████");
        check(List::Speakers, Row::Speaker(poe, Fold::Closed), " ▸ C Poe          1 █▋");
        let row = Row::Speaker(lee, Fold::Closed);
        check_in(24, List::Speakers, row, " ▸ A Ann L…   3 ████████");
    }

    #[test]
    fn over_a_slow_line_a_speaker_has_no_bar() {
        let row = Row::Speaker(SpeakerId::at(0), Fold::Closed);
        let line = painted(28, List::Speakers, Detail::Lean, row, ' ');
        assert_eq!(example::words(&line), " ▸ A Ann Lee      3 ");
    }

    #[test]
    fn an_unknown_speaker_has_the_number_of_quotes() {
        let row = Row::Nobody(Fold::Closed);
        check(List::Speakers, row, " ▸ speaker unknown        1");
        check_in(20, List::Speakers, row, " ▸ speaker unk…   1");
    }

    #[test]
    fn a_role_is_under_the_name() {
        check(List::Speakers, Row::Role(SpeakerId::at(0)), "     Mayor");
        check_in(9, List::Speakers, Row::Role(SpeakerId::at(0)), "     May…");
    }

    #[test]
    fn a_quote_has_its_voice_and_in_the_list_of_quotes_its_speaker() {
        let quote = |number| Row::Quote(QuoteId::at(number));
        check(List::Speakers, quote(1), "   “ “It rains,”");
        check(List::Speakers, quote(2), "   ≈ it “may pour” soon in …");
        check(List::Quotes, quote(2), "   A ≈ it “may pour” soon i…");
        check(List::Quotes, quote(3), "   ? “ “Stay home,”");
    }

    #[test]
    fn a_doubtful_quote_has_a_question_mark() {
        check(List::Speakers, Row::Quote(QuoteId::at(0)), "   ~?Floods feared");
    }

    #[test]
    fn the_pointer_is_before_a_quote() {
        let row = Row::Quote(QuoteId::at(1));
        let line = painted(28, List::Speakers, Detail::Full, row, '▶');
        assert_eq!(example::words(&line), " ▶ “ “It rains,”");
    }

    #[test]
    fn the_words_of_a_quote_have_no_color_and_its_letter_has() {
        let line = painted(28, List::Quotes, Detail::Full, Row::Quote(QuoteId::at(1)), ' ');
        let colored = line.spans.iter().filter(|piece| piece.style.fg.is_some());
        assert_eq!(colored.map(|piece| piece.content.as_ref()).collect::<Vec<_>>(), ["A "]);
    }

    #[test]
    fn entities_are_counted_under_their_kind() {
        let ely = EntityId::at(1);
        check(List::Entities, Row::Kind(EntityKind::Place), " Places");
        check(List::Entities, Row::Entity(ely, Fold::Closed), " ▸ Ely                    2");
    }

    #[test]
    fn a_mention_has_the_words_around_it_in_its_paragraph() {
        let (lee, ely) = (EntityId::at(0), EntityId::at(1));
        check_in(60, List::Entities, Row::Mention(ely, 0), "     …oods feared in Ely");
        check_in(60, List::Entities, Row::Mention(ely, 1), "     …our” soon in Ely.");
        let expected = "     …ains,” Mayor Ann Lee said. She warned that it “may pour” soon …";
        check_in(69, List::Entities, Row::Mention(lee, 0), expected);
        let nora = EntityId::at(2);
        check(List::Entities, Row::Mention(nora, 0), "     By Nora Field");
        check(List::Entities, Row::Mention(nora, 1), "");
    }
}
