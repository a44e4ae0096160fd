//! The first row: the program, the article, and what was found in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::state::State;
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut};

/// Draws the header.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let width = usize::from(area.width);
    let counts = counts(state, width);
    let room = width.saturating_sub(" whosaid  ".width() + counts.width() + 3);
    let left = Line::from(vec![
        Span::styled(" whosaid", theme.title),
        Span::raw("  "),
        Span::raw(cut(&state.name, room)),
    ]);
    frame.render_widget(left, area);
    frame.render_widget(Line::styled(counts, theme.quiet).right_aligned(), area);
}

/// `4 speakers · 19 quotes · 22 entities`, shorter where there is no room.
fn counts(state: &State, width: usize) -> String {
    if state.status.revision == 0 {
        return "reading… ".to_owned();
    }
    let speakers = count(state.known.billing.order().len(), "speaker", "speakers");
    let quotes = count(state.known.document.quotes().len(), "quote", "quotes");
    let entities = count(state.known.document.entities().len(), "entity", "entities");
    if width < 60 { format!("{quotes} ") } else { format!("{speakers} · {quotes} · {entities} ") }
}
