//! The card of a quote: all of it, who said it, and how sure that is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Wrap};

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::plain;
use crate::annotation::quote::QuoteId;
use crate::app::state::State;
use crate::app::trail::Target;
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut};

/// Characters of the longest quote on a card; the article has all of it.
const LONGEST: usize = 1500;

/// Draws the card of the quote that is looked at.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let Some(Target::Quote(id)) = state.scene.here.map(|here| here.target) else { return };
    let lines = lines(&state.document, &state.billing, id, theme);
    frame.render_widget(Paragraph::new(Text::from(lines)).wrap(Wrap { trim: true }), area);
}

fn lines(document: &Document, billing: &Billing, id: QuoteId, theme: &Theme) -> Vec<Line<'static>> {
    let quote = document.quote(id);
    let speaker = quote.speaker.map(|id| (id, document.speaker(id)));
    let name = speaker.map_or("speaker unknown", |(_, speaker)| speaker.name.as_str());
    let style = speaker.map(|(id, _)| theme.speaker(billing.place(id))).unwrap_or_default();
    let mut lines = vec![Line::styled(name.to_owned(), style.patch(theme.title))];
    lines.extend(speaker.and_then(|(_, speaker)| speaker.role.clone()).map(Line::raw));
    lines.push(Line::default());
    lines.push(Line::styled(cut(&document.words(&quote.content), LONGEST), style));
    lines.push(Line::default());
    let paragraph = document.article().paragraph_at(quote.start());
    let place =
        paragraph.map_or_else(|| "headline".to_owned(), |number| format!("paragraph {number}"));
    lines.push(Line::raw(format!(
        "{} · {place} · {} % sure",
        plain::name(quote.voice),
        quote.confidence.percent()
    )));
    if !quote.cue.is_empty() {
        let words = [&quote.source, &quote.cue].map(|spans| document.words(spans));
        lines.push(Line::raw(format!("by “{}”", words.join(" ").trim())));
    }
    let others = speaker.map_or(0, |(id, _)| document.quotes_of(id).count().saturating_sub(1));
    if others > 0 {
        lines.push(Line::raw(format!(
            "{} of theirs: J and K",
            count(others, "other quote", "other quotes")
        )));
    }
    lines
}
