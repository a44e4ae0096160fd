//! The card of a quote: all of its words, who said them, how sure that is and why, and the speaker's other quotes.
//!
//! It is laid out in lines when it is shown or its width changes, so that scrolling and drawing use the same ones. A line
//! of the quote's words is a span of the text.

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::entity::{EntityId, EntityKind};
use crate::annotation::kinds::{speaker_name, voice_label};
use crate::annotation::marks::{MarkKind, Marks};
use crate::annotation::quote::QuoteId;
use crate::annotation::reason::reasons;
use crate::annotation::speaker::SpeakerId;
use crate::app::state::page;
use crate::app::state::panes::Side;
use crate::text::article::BlockKind;
use crate::text::span::Span;

/// Columns left of everything on a card.
pub const MARGIN: usize = 2;
/// Columns of the labels, with the blank after them.
pub const LABELS: usize = 9;
/// Lines that the quote takes at least in a card below the list: what follows it then mostly stays in place from one
/// quote to the next, which is calm to read and costs few bytes.
const STILL: usize = 4;
/// How many quotes by the speaker are shown before this one, and after it.
const NEAREST: usize = 2;

/// A card, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it was laid out for.
    pub occasion: Occasion,
    /// Its lines.
    pub lines: Vec<CardLine>,
    /// How many of them are about the quote itself; the others name more quotes, which the list does too.
    pub own: usize,
}

/// What a card is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The quote.
    pub quote: QuoteId,
    /// The columns.
    pub width: usize,
    /// Whether it is below the list or open in its place.
    pub side: Side,
    /// The number of the document.
    pub revision: usize,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardLine {
    /// An empty line.
    Blank,
    /// The name of the speaker; its first line has the letter.
    Name(Option<char>, String),
    /// Words of the quote, by their span.
    Words(Span),
    /// A gap between two parts of the quote, where the article has other words.
    Between,
    /// A title.
    Heading(String),
    /// A value with its label, which only its first line has.
    Field(&'static str, String),
    /// Another quote by the speaker.
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
    /// The speaker's name, with the letter from the gutter.
    fn speaker(&mut self, document: &Document, billing: &Billing, id: QuoteId) {
        let speaker = document.quote(id).speaker;
        let name = speaker_name(document, document.quote(id));
        let mut letter = Some(speaker.map_or('?', |id| billing.letter(id)));
        for line in wrapped(name, self.beside(MARGIN)) {
            self.lines.push(CardLine::Name(letter.take(), line));
        }
        self.lines.push(CardLine::Blank);
    }

    /// All words of the quote; between two parts comes a mark, or an empty line where only a paragraph ends.
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

    /// What is known about the quote, each value with its label.
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

    /// A label and its value, wrapped; nothing for an empty value.
    fn field(&mut self, label: &'static str, value: &str) {
        let mut label = label;
        for line in wrapped(value, self.beside(MARGIN + LABELS)) {
            self.lines.push(CardLine::Field(label, line));
            label = "";
        }
    }

    /// The entities that the quote names, by kind.
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

    /// The nearest quotes by the same speaker.
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

    /// The columns that remain beside so many others and a blank at the right.
    fn beside(&self, columns: usize) -> usize {
        self.width.saturating_sub(columns + 1).max(1)
    }
}

/// Wraps words to lines of at most so many columns.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::annotated;

    const ARTICLE: &str = "The bridge\n\n\
        {1 “One,”} [1 Ann Lee] said. {1 “Two.”} {1 “Three.”}\n\n\
        {1 “Four is for [2 Hugh Hill] of [3 Ely],”} she said, {+ “and [2 Hugh] only.”}\n\n\
        {1 “Five.}\n\n{+ Six.”} {1 “Seven.”}\n\n\
        {? So they say} of [3 Ely].";

    /// The lines of the card of a quote, from one that begins with some words on.
    #[track_caller]
    fn check(quote: usize, side: Side, from: &str, expected: &[&str]) {
        let (document, card) = card(ARTICLE, quote, side);
        let lines: Vec<String> = card.lines.iter().map(|line| shown(line, &document)).collect();
        let first = lines.iter().position(|line| line.starts_with(from)).unwrap();
        let found: Vec<&str> = lines[first..].iter().map(String::as_str).collect();
        assert_eq!(&found[..expected.len().min(found.len())], expected);
    }

    fn card(marked: &str, quote: usize, side: Side) -> (Document, Card) {
        let document = annotated(marked);
        let (billing, marks) = (Billing::of(&document), Marks::of(&document));
        let occasion = Occasion { quote: QuoteId::at(quote), width: 40, side, revision: 1 };
        let card = Card::of(&document, &billing, &marks, occasion);
        (document, card)
    }

    fn shown(line: &CardLine, document: &Document) -> String {
        match line {
            CardLine::Blank => String::new(),
            CardLine::Name(letter, name) => format!("{} {name}", letter.unwrap_or(' ')),
            CardLine::Words(span) => span.of(document.text()).to_owned(),
            CardLine::Between => "[…]".to_owned(),
            CardLine::Heading(title) => format!("# {title}"),
            CardLine::Field(label, value) => format!("{label}: {value}"),
            CardLine::Other(id) => format!("> {}", id.index() + 1),
        }
    }

    #[test]
    fn a_card_begins_with_the_speaker_and_the_words() {
        check(0, Side::Card, "A", &["A Ann Lee", "", "“One,”", "", "role: mayor"]);
        check(6, Side::Card, "?", &["? speaker unknown", "", "So they say", ""]);
    }

    #[test]
    fn below_the_list_the_words_take_four_lines() {
        check(0, Side::List, "A", &["A Ann Lee", "", "“One,”", "", "", "", "", "role: mayor"]);
    }

    #[test]
    fn a_long_name_has_its_letter_once() {
        let (document, card) =
            card("{1 “Yes,”} said [1 The Society for the Care of Bridges in Ely].", 0, Side::Card);
        let shown: Vec<String> = card.lines.iter().map(|line| shown(line, &document)).collect();
        assert_eq!(shown[..2], ["A The Society for the Care of Bridges", "  in Ely"]);
    }

    #[test]
    fn a_mark_shows_where_the_article_has_other_words() {
        let words = ["“Four is for Hugh Hill of Ely,”", "[…]", "“and Hugh only.”", ""];
        check(3, Side::Card, "“Four", &words);
        check(4, Side::Card, "“Five", &["“Five.", "", "Six.”", ""]);
    }

    #[test]
    fn the_place_is_counted_in_paragraphs() {
        check(0, Side::Card, "place", &["place: paragraph 1 of 5"]);
        check(6, Side::Card, "place", &["place: paragraph 5 of 5"]);
        let (document, card) = card("{? “Yes”}: a headline\n\nIt rains.", 0, Side::Card);
        assert!(card.lines.iter().any(|line| shown(line, &document) == "place: headline"));
    }

    #[test]
    fn an_unsure_quote_asks_to_be_checked() {
        check(0, Side::Card, "how sure", &["how sure: 90%"]);
        check(6, Side::Card, "how sure", &["how sure: 20%: check it in the text"]);
    }

    #[test]
    fn the_entities_in_the_words_are_listed_once_by_kind() {
        check(3, Side::Card, "# M", &["# Mentions", "people: Hugh Hill", "places: Ely", ""]);
        let (document, card) = card(ARTICLE, 6, Side::Card);
        let mentions = |line| shown(line, &document).starts_with("# Mentions");
        assert!(!card.lines.iter().any(mentions), "the name is outside the words");
    }

    #[test]
    fn the_nearest_other_quotes_are_two_before_and_two_after() {
        let title = "# 5 more quotes by this speaker, the";
        check(0, Side::Card, "# 5", &[title, "# nearest:", "> 2", "> 3"]);
        check(2, Side::Card, "# 5", &[title, "# nearest:", "> 1", "> 2", "> 4", "> 5"]);
        check(5, Side::Card, "# 5", &[title, "# nearest:", "> 4", "> 5"]);
    }

    #[test]
    fn few_other_quotes_are_all_shown() {
        let titles = |marked: &str| {
            let (document, card) = card(marked, 0, Side::Card);
            let lines = card.lines.iter().skip(card.own).map(|line| shown(line, &document));
            lines.collect::<Vec<_>>().join("|")
        };
        assert_eq!(titles("{1 “One,”} said [1 Ann Lee]."), "");
        let two = "{1 “One,”} said [1 Ann Lee]. {1 “Two.”}";
        assert_eq!(titles(two), "|# 1 more quote by this speaker|> 2");
        let three = "|# 2 more quotes by this speaker|> 2|> 3";
        assert_eq!(titles(&format!("{two} {{1 “Three.”}}")), three);
        assert_eq!(titles("{? “One.”} {? “Two.”}"), "", "nobody known has none");
    }

    #[test]
    fn all_lines_but_the_other_quotes_are_about_the_quote() {
        let (document, card) = card(ARTICLE, 3, Side::Card);
        assert_eq!(shown(&card.lines[card.own - 1], &document), "places: Ely");
    }
}
