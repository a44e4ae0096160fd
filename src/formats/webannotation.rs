//! The quotes in the Web Annotation Data Model of the W3C (2017), as JSON-LD.
//!
//! The article has no address, so its id becomes a URN. Ranges are code points of the cleaned text, and each comes with
//! its words and those around it, so that it can be found in other copies of the article.

use serde_json::{Value, json};

use crate::annotation::document::Document;
use crate::annotation::kinds::voice_name;
use crate::annotation::quote::Quote;
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;
use crate::formats::json::escape::to_line;
use crate::text::code_points::CodePoints;
use crate::text::span::Span;

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "webannotation",
    ending: "jsonld",
    purpose: "W3C Web Annotation, as JSON-LD",
    text: TextPlace::Within,
    write,
    envelope: Envelope::array,
};

/// How many code points of context help to find a range.
const AROUND: usize = 32;

fn write(exchange: &Exchange, company: Company) -> String {
    let object = object(&exchange.document, &exchange.name());
    match company {
        Company::Alone => object + "\n",
        Company::Among(_) => object,
    }
}

/// An annotation for each quote, in a collection of one page.
fn object(document: &Document, name: &str) -> String {
    let writer =
        WebAnnotationWriter { document, urn: urn(name), places: CodePoints::new(document.text()) };
    to_line(&writer.collection(name))
}

/// `urn:whosaid:article:a%20b`
fn urn(name: &str) -> String {
    // RFC 3986, 2.3, unreserved
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    let encoded: String = name.bytes().map(encode).collect();
    format!("urn:whosaid:article:{encoded}")
}

struct WebAnnotationWriter<'a> {
    document: &'a Document,
    urn: String,
    places: CodePoints<'a>,
}

impl WebAnnotationWriter<'_> {
    fn collection(&self, name: &str) -> Value {
        let items: Vec<Value> = (1..)
            .zip(self.document.quotes())
            .map(|(number, quote)| self.annotation(number, quote))
            .collect();
        json!({
            "@context": ["http://www.w3.org/ns/anno.jsonld", {"whosaid": "urn:whosaid:"}],
            "id": format!("{}#quotes", self.urn),
            "type": "AnnotationCollection",
            "label": format!("Who said what in {}", self.document.article().title().unwrap_or(name)),
            "total": items.len(),
            "first": {
                "id": format!("{}#page1", self.urn),
                "type": "AnnotationPage",
                "partOf": format!("{}#quotes", self.urn),
                "startIndex": 0,
                "items": items,
            },
        })
    }

    fn annotation(&self, number: usize, quote: &Quote) -> Value {
        let mut bodies: Vec<Value> = quote.speaker.map(|id| self.speaker(id)).into_iter().collect();
        bodies.push(note("classifying", voice_name(quote.voice)));
        bodies.push(note("assessing", &quote.confidence.to_string()));
        let parts = [("whosaid:cue", &quote.cue), ("whosaid:source", &quote.source)];
        for (purpose, spans) in parts {
            bodies.extend(spans.iter().map(|&span| {
                let mut body = self.part(span);
                body["purpose"] = json!(purpose);
                body
            }));
        }
        let targets: Vec<Value> = quote.content.iter().map(|&span| self.part(span)).collect();
        json!({
            "id": format!("{}#q{number}", self.urn),
            "type": "Annotation",
            "motivation": "identifying",
            "body": bodies,
            "target": targets,
        })
    }

    /// A named speaker becomes a resource, one without a name a tag.
    fn speaker(&self, id: SpeakerId) -> Value {
        let Speaker { name, kind, role, .. } = self.document.speaker(id);
        let class = match kind {
            SpeakerKind::Person => "Person",
            SpeakerKind::Organization => "Organization",
            SpeakerKind::Group | SpeakerKind::Anonymous => return note("tagging", name),
        };
        let mut somebody = json!({
            "id": format!("{}#s{}", self.urn, id.index() + 1),
            "type": class,
            "name": name,
        });
        if let Some(role) = role {
            somebody["whosaid:role"] = json!(role);
        }
        json!({"type": "SpecificResource", "purpose": "identifying", "source": somebody})
    }

    /// A part of the article, selected by its range and by its words.
    fn part(&self, span: Span) -> Value {
        let (start, end) =
            (self.places.code_point(span.start()), self.places.code_point(span.end()));
        let before = self.places.byte(start.saturating_sub(AROUND));
        let behind = self.places.byte(end + AROUND);
        let text = self.document.text();
        json!({
            "type": "SpecificResource",
            "source": self.urn,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.of(text),
                    "prefix": Span::new(before, span.start()).of(text),
                    "suffix": Span::new(span.end(), behind).of(text),
                },
            ],
        })
    }
}

fn note(purpose: &str, words: &str) -> Value {
    json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::quote::Voice;
    use crate::annotation::sample;

    /// A member of the first annotation, by its path.
    #[track_caller]
    fn check(path: &str, expected: &Value) {
        let text = "Zoë: “It rains,” Ann Lee said. “It pours.”";
        check_in(&sample::quoted(text, "“It rains,”…“It pours.”"), path, Some(expected));
    }

    #[track_caller]
    fn check_in(document: &Document, path: &str, expected: Option<&Value>) {
        let written: Value = serde_json::from_str(&object(document, "a b/ë")).unwrap();
        let annotation = written.pointer("/first/items/0").unwrap();
        assert_eq!(annotation.pointer(path), expected);
    }

    #[test]
    fn a_part_is_code_points_and_words() {
        check("/target/0/selector/0/start", &json!(5));
        check("/target/0/selector/0/end", &json!(16));
        check("/target/0/selector/1/exact", &json!("“It rains,”"));
        check("/target/0/selector/1/prefix", &json!("Zoë: "));
        check("/target/0/selector/1/suffix", &json!(" Ann Lee said. “It pours.”"));
        check("/target/1/selector/1/suffix", &json!(""));
    }

    #[test]
    fn the_article_is_a_urn() {
        check("/id", &json!("urn:whosaid:article:a%20b%2F%C3%AB#q1"));
        check("/target/0/source", &json!("urn:whosaid:article:a%20b%2F%C3%AB"));
    }

    #[test]
    fn the_speaker_is_a_body() {
        check("/body/0/source/name", &json!("Ann Lee"));
        check("/body/0/source/type", &json!("Person"));
        check("/body/1/value", &json!("direct"));
        check("/body/2/value", &json!("0.90"));
        check("/body/0/source/whosaid:role", &json!("Mayor"));
        check("/body/0/source/id", &json!("urn:whosaid:article:a%20b%2F%C3%AB#s1"));
        check("/body/3/purpose", &json!("whosaid:cue"));
        check("/body/4/purpose", &json!("whosaid:source"));
    }

    #[test]
    fn context_is_thirty_two_code_points() {
        let (before, behind) = ("é".repeat(33), "ü".repeat(33));
        let text = format!("{before}“No,” Ann Lee said. “It rains”{behind}");
        let document = sample::quoted(&text, "“No,”…“It rains”");
        let prefix = json!("é".repeat(32));
        check_in(&document, "/target/0/selector/1/prefix", Some(&prefix));
        let suffix = json!("ü".repeat(32));
        check_in(&document, "/target/1/selector/1/suffix", Some(&suffix));
    }

    #[test]
    fn somebody_without_a_name_is_a_tag() {
        let named = sample::quoted("“No,” Ann Lee said.", "“No,”");
        let with = |kind| {
            let mut speaker = named.speakers()[0].clone();
            speaker.kind = kind;
            let findings = Findings {
                quotes: named.quotes().to_vec(),
                speakers: vec![speaker],
                entities: Vec::new(),
            };
            Document::new(named.article().clone(), findings)
        };
        for kind in [SpeakerKind::Group, SpeakerKind::Anonymous] {
            check_in(&with(kind), "/body/0/purpose", Some(&json!("tagging")));
            check_in(&with(kind), "/body/0/value", Some(&json!("Ann Lee")));
        }
        let body = with(SpeakerKind::Organization);
        check_in(&body, "/body/0/source/type", Some(&json!("Organization")));
        let nobody = sample::said("No, she said.", "No", Voice::Direct, None);
        check_in(&nobody, "/body/0/purpose", Some(&json!("classifying")));
    }

    #[test]
    fn the_collection_counts_its_annotations() {
        let document = sample::quoted("Rain\n\n“No,” Ann Lee said.", "“No,”");
        let written: Value = serde_json::from_str(&object(&document, "a")).unwrap();
        assert_eq!(
            (&written["total"], &written["label"]),
            (&json!(1), &json!("Who said what in Rain"))
        );
        assert_eq!(urn("a-Z0.9_~%"), "urn:whosaid:article:a-Z0.9_~%25");
    }
}
