//! The article as TEI P5, the XML of the Text Encoding Initiative (Guidelines 4.x).
//!
//! Quotes are `said`, cues and sources are `seg`, and names are `persName`, `orgName`, `placeName` or `name`; `standOff`
//! lists the speakers and entities. A mark that crosses another, or that has several spans, is written in parts, which
//! `next` and `prev` connect.

mod lists;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::annotation::document::Document;
use crate::annotation::entity::EntityKind;
use crate::annotation::kinds::voice_name;
use crate::annotation::marks::{MarkKind, Marks};
use crate::annotation::quote::{QuoteId, Voice};
use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;
use crate::formats::markup::escape;
use crate::formats::weave::{self, Tag};
use crate::text::article::BlockKind;

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "tei",
    ending: "xml",
    purpose: "TEI P5, or a corpus of several articles",
    text: TextPlace::Within,
    write,
    envelope,
};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = " xmlns=\"http://www.tei-c.org/ns/1.0\"";

fn write(exchange: &Exchange, company: Company) -> String {
    let writer = TeiWriter::new(&exchange.document, company);
    match company {
        Company::Alone => format!("{DECLARATION}{}", writer.element(&exchange.name(), NAMESPACE)),
        Company::Among(_) => writer.element(&exchange.name(), ""),
    }
}

/// The corpus around several articles.
fn envelope() -> Envelope {
    let header = lists::header("Who said what", None, "Several articles", "");
    Envelope {
        opening: format!("{DECLARATION}<teiCorpus{NAMESPACE}>\n{header}"),
        between: "",
        closing: "</teiCorpus>\n",
    }
}

/// Writes one article.
struct TeiWriter<'a> {
    document: &'a Document,
    /// What the ids of this article begin with.
    prefix: String,
    blocks: Vec<(BlockKind, Vec<Tag>)>,
    /// For each mark, the number of its parts and how many of them are written.
    parts: BTreeMap<MarkKind, (usize, usize)>,
}

impl<'a> TeiWriter<'a> {
    fn new(document: &'a Document, company: Company) -> Self {
        let marks = Marks::of(document);
        let blocks = document.article().blocks().iter();
        let blocks: Vec<(BlockKind, Vec<Tag>)> = blocks
            .map(|block| (block.kind, weave::weave(block.span, marks.within(block.span))))
            .collect();
        let mut parts: BTreeMap<MarkKind, (usize, usize)> = BTreeMap::new();
        for (_, tags) in &blocks {
            for tag in tags {
                if let Tag::Opens(kind) = tag {
                    parts.entry(*kind).or_default().0 += 1;
                }
            }
        }
        Self { document, prefix: company.prefix(), blocks, parts }
    }

    fn element(mut self, name: &str, namespace: &str) -> String {
        let article = self.document.article();
        let title = article.title().unwrap_or(name);
        let byline = article.blocks().iter().find(|block| block.kind == BlockKind::Byline);
        let author = byline.map(|block| block.span.of(article.text()));
        let header = lists::header(title, author, name, &self.prefix);
        let lists = lists::stand_off(self.document, &self.prefix);
        let mut text = format!("<TEI{namespace}>\n{header}{lists}<text>\n<body>\n<div>\n");
        for (kind, tags) in std::mem::take(&mut self.blocks) {
            let element = block_element(kind);
            writeln!(text, "<{element}>{}</{element}>", self.words(&tags))
                .expect("a string takes any text");
        }
        text.push_str("</div>\n</body>\n</text>\n</TEI>\n");
        text
    }

    fn words(&mut self, tags: &[Tag]) -> String {
        let mut words = String::new();
        for tag in tags {
            match *tag {
                Tag::Opens(kind) => words.push_str(&self.opening(kind)),
                Tag::Words(span) => words.push_str(&escape(span.of(self.document.text()))),
                Tag::Closes(kind) => {
                    words.extend(["</", self.mark_element(kind), ">"]);
                }
            }
        }
        words
    }

    /// `<said who="#s1" direct="true" …>`
    fn opening(&mut self, kind: MarkKind) -> String {
        let joints = self.joints(kind);
        let prefix = &self.prefix;
        let attributes = match kind {
            MarkKind::Content(id) => self.said(id),
            MarkKind::Cue(id) => format!(" type=\"cue\" corresp=\"#{prefix}q{}\"", id.index() + 1),
            MarkKind::Source(id) => {
                let speaker = self.document.quote(id).speaker;
                let speaker = speaker.map(|id| format!(" ana=\"#{prefix}s{}\"", id.index() + 1));
                let quote = id.index() + 1;
                let speaker = speaker.unwrap_or_default();
                format!(" type=\"source\" corresp=\"#{prefix}q{quote}\"{speaker}")
            }
            MarkKind::Name(id) => {
                let event = match self.document.entity(id).kind {
                    EntityKind::Event => " type=\"event\"",
                    EntityKind::Person | EntityKind::Organization | EntityKind::Place => "",
                };
                format!("{event} ref=\"#{prefix}e{}\"", id.index() + 1)
            }
        };
        format!("<{}{attributes}{joints}>", self.mark_element(kind))
    }

    fn said(&self, id: QuoteId) -> String {
        let quote = self.document.quote(id);
        let prefix = &self.prefix;
        let direct = match quote.voice {
            Voice::Direct => "true",
            Voice::Mixed | Voice::Indirect => "false",
        };
        let who = quote.speaker.map(|id| format!(" who=\"#{prefix}s{}\"", id.index() + 1));
        format!(
            "{} direct=\"{direct}\" aloud=\"unknown\" ana=\"#{prefix}{}\" cert=\"{}\"",
            who.unwrap_or_default(),
            voice_name(quote.voice),
            quote.confidence
        )
    }

    /// The id of a part, and links to the parts before and after it. Names have no ids: each mention is whole.
    fn joints(&mut self, kind: MarkKind) -> String {
        let id = mark_id(&self.prefix, kind);
        let (Some(id), Some((count, written))) = (id, self.parts.get_mut(&kind)) else {
            return String::new();
        };
        *written += 1;
        let (count, number) = (*count, *written);
        let part = |number: usize| match number {
            1 => id.clone(),
            _ => format!("{id}.{number}"),
        };
        let mut joints = format!(" xml:id=\"{}\"", part(number));
        if number > 1 {
            joints.extend([" prev=\"#", &part(number - 1), "\""]);
        }
        if number < count {
            joints.extend([" next=\"#", &part(number + 1), "\""]);
        }
        joints
    }

    fn mark_element(&self, kind: MarkKind) -> &'static str {
        match kind {
            MarkKind::Content(_) => "said",
            MarkKind::Cue(_) | MarkKind::Source(_) => "seg",
            MarkKind::Name(id) => match self.document.entity(id).kind {
                EntityKind::Person => "persName",
                EntityKind::Organization => "orgName",
                EntityKind::Place => "placeName",
                EntityKind::Event => "name",
            },
        }
    }
}

fn mark_id(prefix: &str, kind: MarkKind) -> Option<String> {
    match kind {
        MarkKind::Content(id) => Some(format!("{prefix}q{}", id.index() + 1)),
        MarkKind::Cue(id) => Some(format!("{prefix}q{}.cue", id.index() + 1)),
        MarkKind::Source(id) => Some(format!("{prefix}q{}.source", id.index() + 1)),
        MarkKind::Name(_) => None,
    }
}

fn block_element(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "head",
        BlockKind::Byline => "byline",
        BlockKind::Paragraph => "p",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::sample;
    use crate::text::article::Article;

    fn written(text: &str, content: &str, company: Company) -> String {
        write(&Exchange::of_file("a".to_owned(), sample::quoted(text, content)), company)
    }

    /// The paragraphs of an article with that content.
    #[track_caller]
    fn check(text: &str, content: &str, expected: &str) {
        let written = written(text, content, Company::Alone);
        let (_, body) = written.split_once("<div>\n").unwrap();
        let (body, _) = body.split_once("\n</div>").unwrap();
        assert_eq!(body, expected);
    }

    #[test]
    fn what_is_said_has_a_speaker() {
        check(
            "“It <rains>,” Ann Lee said.",
            "“It <rains>,”",
            "<p><said who=\"#s1\" direct=\"true\" aloud=\"unknown\" ana=\"#direct\" cert=\"0.90\" xml:id=\"q1\">\
             “It &lt;rains&gt;,”</said> <seg type=\"source\" corresp=\"#q1\" ana=\"#s1\" xml:id=\"q1.source\">\
             <persName ref=\"#e1\">Ann Lee</persName></seg> <seg type=\"cue\" corresp=\"#q1\" xml:id=\"q1.cue\">said</seg>.</p>",
        );
    }

    /// The article as TEI holds those words.
    #[track_caller]
    fn check_holds(text: &str, content: &str, expected: &str) {
        let written = written(text, content, Company::Alone);
        assert!(written.contains(expected), "{written}");
    }

    #[test]
    fn parts_are_connected() {
        let text = "“It rains,” Ann Lee said. “It pours. It stops.”";
        let content = "“It rains,”…“It pours.…It stops.”";
        check_holds(text, content, "xml:id=\"q1\" next=\"#q1.2\">“It rains,”</said>");
        check_holds(text, content, "xml:id=\"q1.2\" prev=\"#q1\" next=\"#q1.3\">“It pours.</said>");
        check_holds(text, content, "xml:id=\"q1.3\" prev=\"#q1.2\">It stops.”</said>");
    }

    #[test]
    fn headline_and_byline_are_in_the_text_and_in_the_header() {
        let text = "Rain & wind\n\nBy Tom Hill\n\n“It rains,” Ann Lee said.";
        check_holds(
            text,
            "“It rains,”",
            "<head>Rain &amp; wind</head>\n<byline>By Tom Hill</byline>",
        );
        let statement = "<title>Rain &amp; wind</title><author>By Tom Hill</author></titleStmt>";
        check_holds(text, "“It rains,”", statement);
        check_holds("“It rains,” Ann Lee said.", "“It rains,”", "<title>a</title></titleStmt>");
    }

    #[test]
    fn a_quote_of_nobody_is_not_linked_to_a_speaker() {
        let document = sample::said("It rains, she said.", "It rains", Voice::Mixed, None);
        let written = write(&Exchange::of_file("a".to_owned(), document), Company::Alone);
        let said = "<said direct=\"false\" aloud=\"unknown\" ana=\"#mixed\" cert=\"0.20\"";
        assert!(written.contains(said), "{written}");
        assert!(!written.contains("standOff"), "{written}");
    }

    #[test]
    fn an_event_is_a_name_of_a_type() {
        let text = "“It rains,” Ann Lee said of the Flood.";
        let mut entity = sample::quoted(text, "“It rains,”").entities()[0].clone();
        entity.kind = EntityKind::Event;
        entity.mentions = vec![sample::place(text, "Flood")];
        let article = Article::parse(text).unwrap();
        let findings = Findings { entities: vec![entity], ..Findings::default() };
        let exchange = Exchange::of_file("a".to_owned(), Document::new(article, findings));
        let written = write(&exchange, Company::Alone);
        assert!(written.contains("<name type=\"event\" ref=\"#e1\">Flood</name>"), "{written}");
    }

    #[test]
    fn several_articles_make_a_corpus() {
        let Envelope { opening, between, closing } = envelope();
        assert!(opening.starts_with(DECLARATION) && opening.contains("<teiCorpus xmlns="));
        assert_eq!((between, closing), ("", "</teiCorpus>\n"));
    }

    #[test]
    fn an_article_of_a_corpus_has_ids_of_its_own() {
        let written = written("“It rains,” Ann Lee said.", "“It rains,”", Company::Among(3));
        assert!(written.starts_with("<TEI>\n"), "{written}");
        assert!(written.contains("<said who=\"#a3-s1\""), "{written}");
        assert!(written.contains("<person xml:id=\"a3-s1\">"), "{written}");
    }
}
