//! The article as a page for a browser: its text with all marks, beside a list of who says what.
//!
//! The page loads nothing, and its content security policy allows only its own style and script, by their hashes. The
//! template is `assets/page.html`.

mod list;

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::kinds::{entity_kind_name, voice_name};
use crate::annotation::marks::{MarkKind, Marks};
use crate::annotation::quote::QuoteId;
use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;
use crate::formats::html::list::{color, quote_name};
use crate::formats::markup::escape;
use crate::formats::weave::{self, Tag};
use crate::text::article::{Block, BlockKind};

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "html",
    ending: "html",
    purpose: "a page for a browser that loads nothing else",
    text: TextPlace::Within,
    write,
    envelope,
};

/// The page around the articles.
const TEMPLATE: &str = include_str!("../../assets/page.html");
/// The SHA-256 of the template's style and script in base 64, for the policy; a test computes them.
const STYLE: &str = "K1U3n0UhQ8DkjitY9EQesqjoXNigFkOpiVEDwTbtc4s=";
const SCRIPT: &str = "J8FMO/W80TpGL5YLRF3oYooNzfYCtf7UmBM370KPheU=";

fn write(exchange: &Exchange, company: Company) -> String {
    let (document, name) = (&exchange.document, exchange.name());
    let section = section(document, &name, company);
    match company {
        Company::Alone => {
            opening(document.article().title().unwrap_or(&name)) + &section + closing()
        }
        Company::Among(_) => section,
    }
}

fn envelope() -> Envelope {
    Envelope { opening: opening("Who said what"), between: "", closing: closing() }
}

/// The page up to the first article.
fn opening(title: &str) -> String {
    let (before, _) = halves();
    let title = escape(title);
    before.replace("{style}", STYLE).replace("{script}", SCRIPT).replace("{title}", &title)
}

/// The page after the last article.
fn closing() -> &'static str {
    halves().1
}

fn halves() -> (&'static str, &'static str) {
    TEMPLATE.split_once("{articles}").expect("the template has a place for articles")
}

/// One article with its list.
fn section(document: &Document, name: &str, company: Company) -> String {
    let prefix = company.prefix();
    let billing = Billing::of(document);
    let mut writer = HtmlWriter {
        document,
        billing: &billing,
        prefix: &prefix,
        begun: vec![false; document.quotes().len()],
    };
    let story = writer.story(name);
    let list = list::write(document, &billing, &prefix);
    format!(
        "<section class=\"article\" aria-labelledby=\"{prefix}title\">\n<article class=\"story\">\n{story}</article>\n{list}</section>\n"
    )
}

/// Writes the text of one article.
struct HtmlWriter<'a> {
    document: &'a Document,
    billing: &'a Billing,
    prefix: &'a str,
    /// For each quote, whether its first part is written.
    begun: Vec<bool>,
}

impl HtmlWriter<'_> {
    fn story(&mut self, name: &str) -> String {
        let article = self.document.article();
        let marks = Marks::of(self.document);
        let mut story = String::new();
        if article.title().is_none() {
            story = format!("<h1 id=\"{}title\">{}</h1>\n", self.prefix, escape(name));
        }
        for block in article.blocks() {
            let tags = weave::weave(block.span, marks.within(block.span));
            story.push_str(&self.block(*block, &tags));
        }
        story
    }

    fn block(&mut self, block: Block, tags: &[Tag]) -> String {
        let (element, attributes) = match block.kind {
            BlockKind::Headline => ("h1", format!(" id=\"{}title\"", self.prefix)),
            BlockKind::Byline => ("p", " class=\"byline\"".to_owned()),
            BlockKind::Paragraph => ("p", String::new()),
        };
        let mut words = String::new();
        for tag in tags {
            match *tag {
                Tag::Opens(kind) => words.push_str(&self.mark(kind)),
                Tag::Words(span) => words.push_str(&escape(span.of(self.document.text()))),
                Tag::Closes(_) => words.push_str("</span>"),
            }
        }
        format!("<{element}{attributes}>{words}</{element}>\n")
    }

    fn mark(&mut self, kind: MarkKind) -> String {
        match kind {
            MarkKind::Content(id) => self.content(id),
            MarkKind::Cue(_) => "<span class=\"cue\">".to_owned(),
            MarkKind::Source(_) => "<span class=\"source\">".to_owned(),
            MarkKind::Name(id) => {
                let entity = self.document.entity(id);
                let kind = entity_kind_name(entity.kind);
                format!("<span class=\"name\" title=\"{}, {kind}\">", escape(&entity.name))
            }
        }
    }

    /// The first part of a quote is the target of links, and shows the speaker's letter.
    fn content(&mut self, id: QuoteId) -> String {
        let quote = self.document.quote(id);
        let name = quote_name(self.prefix, id);
        let voice = voice_name(quote.voice);
        let color = quote.speaker.map(|speaker| color(self.billing, speaker)).unwrap_or_default();
        let letter = quote.speaker.map_or('?', |speaker| self.billing.letter(speaker));
        let is_first =
            self.begun.get_mut(id.index()).is_some_and(|begun| !std::mem::replace(begun, true));
        let first = if is_first {
            format!(" id=\"{name}\" data-letter=\"{letter}\" tabindex=\"-1\"")
        } else {
            String::new()
        };
        format!("<span class=\"quote {voice}{color}\" data-quote=\"{name}\"{first}>")
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::annotation::quote::Voice;
    use crate::annotation::sample;

    /// The template's text between two tags.
    fn inside(element: &str) -> &'static str {
        let (_, behind) = TEMPLATE.split_once(&format!("<{element}>")).unwrap();
        behind.split_once(&format!("</{element}>")).unwrap().0
    }

    #[test]
    fn the_policy_knows_the_page_s_own_style_and_script() {
        for (element, hash) in [("style", STYLE), ("script", SCRIPT)] {
            let digest = Sha256::digest(inside(element).as_bytes());
            assert_eq!(BASE64_STANDARD.encode(digest), hash, "of {element}");
        }
    }

    #[test]
    fn nothing_comes_from_elsewhere() {
        for word in ["http:", "https:", "src=", "@import", "url(", "<link", "<iframe"] {
            assert!(!TEMPLATE.contains(word), "{word}");
        }
    }

    #[test]
    fn marks_become_spans() {
        let document = sample::quoted("“It <rains>,” Ann Lee said.", "“It <rains>,”");
        let written = section(&document, "a", Company::Among(2));
        let expected = "<p><span class=\"quote direct c0\" data-quote=\"a2-q1\" id=\"a2-q1\" data-letter=\"A\" tabindex=\"-1\">\
            “It &lt;rains&gt;,”</span> <span class=\"source\"><span class=\"name\" title=\"Ann Lee, person\">\
            Ann Lee</span></span> <span class=\"cue\">said</span>.</p>";
        assert!(written.contains(expected), "{written}");
        assert!(written.contains("<h1 id=\"a2-title\">a</h1>"), "{written}");
    }

    #[test]
    fn only_the_first_part_of_a_quote_is_a_target() {
        let text = "“It rains,” Ann Lee said. “It pours.”";
        let document = sample::quoted(text, "“It rains,”…“It pours.”");
        let written = section(&document, "a", Company::Alone);
        assert_eq!(written.matches(" data-quote=\"q1\"").count(), 2, "{written}");
        assert!(written.contains(" data-quote=\"q1\">“It pours.”"), "{written}");
        assert!(written.contains(" tabindex=\"-1\">“It rains,”"), "{written}");
    }

    #[test]
    fn a_quote_of_nobody_has_a_question_mark_and_no_color() {
        let document = sample::said("It rains, she said.", "It rains", Voice::Indirect, None);
        let written = section(&document, "a", Company::Alone);
        let quote = "<span class=\"quote indirect\" data-quote=\"q1\" id=\"q1\" data-letter=\"?\"";
        assert!(written.contains(quote), "{written}");
        assert!(written.contains("<h2>? speaker unknown <small>1</small></h2>"), "{written}");
    }

    #[test]
    fn every_kind_of_block_has_an_element_of_its_own() {
        let text = "Rain\n\nBy Tom Hill\n\n“It rains,” Ann Lee said.";
        let written = section(&sample::quoted(text, "“It rains,”"), "a", Company::Alone);
        let expected = "<h1 id=\"title\">Rain</h1>\n<p class=\"byline\">By Tom Hill</p>\n<p><span";
        assert!(written.contains(expected), "{written}");
        assert_eq!(written.matches("<h1").count(), 1);
    }

    #[test]
    fn the_policy_is_filled_in() {
        let page = opening("a");
        for hash in [STYLE, SCRIPT] {
            assert!(page.contains(&format!("-src 'sha256-{hash}'")), "{page}");
        }
        assert!(page.contains("default-src 'none'"), "{page}");
        assert!(closing().ends_with("</html>\n"));
    }

    #[test]
    fn a_title_is_text() {
        let document = sample::quoted("“It rains,” Ann Lee said.", "“It rains,”");
        let id = "</title><script>alert(1)</script>{articles}".to_owned();
        let written = write(&Exchange::of_file(id, document), Company::Alone);
        assert_eq!(written.matches("<script>").count(), 1);
        assert!(written.contains("<title>&lt;/title&gt;&lt;script&gt;"));
    }
}
