//! The first row: the program, the article, and how much was found in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::state::known::Known;
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut};

/// The program's name, behind the margin.
const PROGRAM: &str = " whosaid";
/// What is between the program's name and the article's.
const BLANK: &str = "  ";
/// Columns between the article's name and the counts.
const GAP: usize = 3;
/// Columns of the narrowest header that counts more than the quotes.
const ALL_COUNTS: usize = 60;

/// Draws the header; nothing is known until the first annotation arrives.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    name: &str,
    known: Option<&Known>,
    theme: &Theme,
) {
    let width = usize::from(area.width);
    let counts = known.map_or_else(|| "reading… ".to_owned(), |known| counts(known, width));
    let room = width.saturating_sub(PROGRAM.width() + BLANK.width() + counts.width() + GAP);
    let left = Line::from(vec![
        Span::styled(PROGRAM, theme.title),
        Span::raw(BLANK),
        Span::raw(cut(name, room)),
    ]);
    frame.render_widget(left, area);
    frame.render_widget(Line::styled(counts, theme.quiet).right_aligned(), area);
}

/// `4 speakers · 19 quotes · 22 entities`, or only the quotes where the header is narrow.
fn counts(known: &Known, width: usize) -> String {
    let speakers = count(known.billing.order().len(), "speaker", "speakers");
    let quotes = count(known.document.quotes().len(), "quote", "quotes");
    let entities = count(known.document.entities().len(), "entity", "entities");
    if width < ALL_COUNTS {
        format!("{quotes} ")
    } else {
        format!("{speakers} · {quotes} · {entities} ")
    }
}
