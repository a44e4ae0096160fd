//! The card of a quote: all of its words, who said them, how sure that is and why, and what is around it.
//!
//! It is laid out to lines when it is shown or its width changes, so that scrolling and drawing take the same ones. The
//! words of the quote stay where they are in the text: a line of them is a place.

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::kinds::voice_label;
use crate::annotation::marks::{MarkKind, Marks};
use crate::annotation::quote::QuoteId;
use crate::annotation::reason::reasons;
use crate::annotation::shares::NOBODY;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::page;
use crate::app::state::panes::Side;
use crate::text::article::BlockKind;
use crate::text::span::Span;

/// Columns left of everything on a card.
pub const MARGIN: usize = 2;
/// Columns of the labels, with the blank behind them.
pub const LABELS: usize = 9;
/// Lines that the quote has at least where the card stands under the list: from one quote to the next, what is below it
/// then mostly stays where it is, which is calm to read and costs few bytes.
const STILL: usize = 4;
/// How many quotes of the speaker are shown before this one, and behind it.
const NEAREST: usize = 2;

/// A card, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it was laid out for.
    pub occasion: Occasion,
    /// Its lines.
    pub lines: Vec<CardLine>,
    /// How many of them are about the quote itself; those behind lead on to others, which the list does as well.
    pub own: usize,
}

/// What a card is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The quote.
    pub quote: QuoteId,
    /// The columns.
    pub width: usize,
    /// Whether it stands under the list or is opened in its place.
    pub side: Side,
    /// The document, by its number.
    pub revision: usize,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardLine {
    /// Nothing.
    Blank,
    /// The name of the speaker; the first line of it has the letter.
    Name(Option<char>, String),
    /// Words of the quote, by their place.
    Words(Span),
    /// Words of the article stand between two parts of the quote.
    Between,
    /// A title.
    Heading(String),
    /// A value with its label; further lines of a value have none.
    Field(&'static str, String),
    /// Another quote of the speaker.
    Other(QuoteId),
}

impl Card {
    /// Lays out the card of a quote.
    pub fn of(document: &Document, billing: &Billing, marks: &Marks, occasion: Occasion) -> Self {
        let id = occasion.quote;
        let mut writer = CardWriter { width: occasion.width, lines: Vec::new() };
        writer.speaker(document, billing, id);
        let least = match occasion.side {
            Side::List => STILL,
            Side::Card => 0,
        };
        writer.words(document, id, least);
        writer.fields(document, id);
        writer.named(document, marks, id);
        let own = writer.lines.len();
        if let Some(speaker) = document.quote(id).speaker {
            writer.others(billing, speaker, id);
        }
        Self { occasion, lines: writer.lines, own }
    }
}

/// Writes the lines of a card.
struct CardWriter {
    width: usize,
    lines: Vec<CardLine>,
}

impl CardWriter {
    /// Who speaks, with the letter that they have in the gutter, and how the article introduces them.
    fn speaker(&mut self, document: &Document, billing: &Billing, id: QuoteId) {
        let speaker = document.quote(id).speaker;
        let name = speaker.map_or(NOBODY, |id| document.speaker(id).name.as_str());
        let mut letter = Some(speaker.map_or('?', |id| billing.letter(id)));
        for line in wrapped(name, self.beside(MARGIN)) {
            self.lines.push(CardLine::Name(letter.take(), line));
        }
        self.lines.push(CardLine::Blank);
    }

    /// All words of the quote; between two parts stands a mark, or a blank where only a paragraph ends.
    fn words(&mut self, document: &Document, id: QuoteId, least: usize) {
        let text = document.text();
        let enough = self.lines.len() + least;
        let mut before: Option<Span> = None;
        for span in &document.quote(id).content {
            if let Some(before) = before {
                let between = Span::new(before.end(), span.start()).of(text);
                let gap =
                    if between.trim().is_empty() { CardLine::Blank } else { CardLine::Between };
                self.lines.push(gap);
            }
            let lines = page::wrap(text, *span, self.beside(MARGIN));
            self.lines.extend(lines.into_iter().map(CardLine::Words));
            before = Some(*span);
        }
        self.lines.resize(self.lines.len().max(enough), CardLine::Blank);
        self.lines.push(CardLine::Blank);
    }

    /// What is known about it, a label and a value each.
    fn fields(&mut self, document: &Document, id: QuoteId) {
        let quote = document.quote(id);
        let role = quote.speaker.and_then(|id| document.speaker(id).role.as_deref());
        self.field("role", role.unwrap_or_default());
        self.field("cue", &document.words(&quote.cue));
        self.field("kind", voice_label(quote.voice));
        self.field("place", &place(document, id));
        let check = if quote.confidence.is_unsure() { ": check it in the text" } else { "" };
        self.field("how sure", &format!("{}%{check}", quote.confidence.percent()));
        self.field("why", &reasons(document, id).join("; "));
    }

    /// A label and its value, over as many lines as that needs; nothing where there is no value.
    fn field(&mut self, label: &'static str, value: &str) {
        let mut label = label;
        for line in wrapped(value, self.beside(MARGIN + LABELS)) {
            self.lines.push(CardLine::Field(label, line));
            label = "";
        }
    }

    /// Whom and what the quote names, by kind.
    fn named(&mut self, document: &Document, marks: &Marks, id: QuoteId) {
        let mut entities: Vec<EntityId> = Vec::new();
        for span in &document.quote(id).content {
            for mark in marks.within(*span).filter(|mark| span.covers(mark.span)) {
                match mark.kind {
                    MarkKind::Name(entity) => entities.push(entity),
                    MarkKind::Content(_) | MarkKind::Cue(_) | MarkKind::Source(_) => {}
                }
            }
        }
        entities.sort_unstable();
        entities.dedup();
        if entities.is_empty() {
            return;
        }
        self.heading("Mentions");
        for kind in EntityKind::ALL {
            let same = entities.iter().map(|id| document.entity(*id));
            let names: Vec<&str> = same
                .filter(|entity| entity.kind == kind)
                .map(|entity| entity.name.as_str())
                .collect();
            self.field(label(kind), &names.join(", "));
        }
    }

    /// The nearest quotes of the same speaker.
    fn others(&mut self, billing: &Billing, speaker: SpeakerId, id: QuoteId) {
        let Some(billed) = billing.order().get(billing.place(speaker)) else { return };
        let others = billed.quotes.len().saturating_sub(1);
        if others == 0 {
            return;
        }
        let at = billed.quotes.partition_point(|other| *other < id);
        let from = at.saturating_sub(NEAREST);
        let nearest = billed.quotes.iter().skip(from).take(at - from + NEAREST + 1);
        let nearest: Vec<QuoteId> = nearest.copied().filter(|other| *other != id).collect();
        let heading = match (others, others > nearest.len()) {
            (1, _) => "1 more quote by this speaker".to_owned(),
            (others, false) => format!("{others} more quotes by this speaker"),
            (others, true) => format!("{others} more quotes by this speaker, the nearest:"),
        };
        self.heading(&heading);
        self.lines.extend(nearest.into_iter().map(CardLine::Other));
    }

    fn heading(&mut self, words: &str) {
        self.lines.push(CardLine::Blank);
        let lines = wrapped(words, self.beside(MARGIN));
        self.lines.extend(lines.into_iter().map(CardLine::Heading));
    }

    /// The columns beside so many others and a blank at the right.
    fn beside(&self, columns: usize) -> usize {
        self.width.saturating_sub(columns + 1).max(1)
    }
}

/// Words in lines of at most so many columns.
fn wrapped(words: &str, columns: usize) -> Vec<String> {
    let lines = page::wrap(words, Span::new(0, words.len()), columns);
    lines.into_iter().map(|span| span.of(words).to_owned()).collect()
}

/// `paragraph 2 of 14`
fn place(document: &Document, id: QuoteId) -> String {
    let article = document.article();
    let paragraphs =
        article.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph).count();
    let number = article.paragraph_at(document.quote(id).start());
    number.map_or_else(
        || "headline".to_owned(),
        |number| format!("paragraph {number} of {paragraphs}"),
    )
}

fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "people",
        EntityKind::Organization => "orgs",
        EntityKind::Place => "places",
        EntityKind::Event => "events",
    }
}
