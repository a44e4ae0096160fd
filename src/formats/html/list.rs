//! The list beside the article: each speaker with links to their quotes.

use std::fmt::Write;

use crate::annotation::billing::Billing;
use crate::annotation::citation;
use crate::annotation::document::Document;
use crate::annotation::kinds::{UNKNOWN_SPEAKER, place_name, voice_name};
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::formats::markup::escape;

/// How many speakers have a color.
const COLORS: usize = 4;

/// The list of a document.
pub(super) fn write(document: &Document, billing: &Billing, prefix: &str) -> String {
    let mut list = "<nav aria-label=\"Speakers and their quotes\">\n".to_owned();
    for billed in billing.order() {
        let heading = heading(document, billing, billed.speaker);
        speaker(&mut list, document, prefix, (&heading, &billed.quotes));
    }
    if !billing.nobody().is_empty() {
        let heading = format!("? {UNKNOWN_SPEAKER}");
        speaker(&mut list, document, prefix, (&heading, billing.nobody()));
    }
    list.push_str("</nav>\n");
    list
}

fn heading(document: &Document, billing: &Billing, id: SpeakerId) -> String {
    let speaker = document.speaker(id);
    let role = speaker.role.as_ref().map(|role| format!(" <small>{}</small>", escape(role)));
    let (letter, name) = (billing.letter(id), escape(&speaker.name));
    format!(
        "<span class=\"letter{}\">{letter}</span> {name}{}",
        color(billing, id),
        role.unwrap_or_default()
    )
}

fn speaker(list: &mut String, document: &Document, prefix: &str, of: (&str, &[QuoteId])) {
    let (heading, quotes) = of;
    let count = quotes.len();
    let mut write = |line: String| list.write_str(&line).expect("a string takes any text");
    write(format!("<h2>{heading} <small>{count}</small></h2>\n<ol>\n"));
    for &id in quotes {
        let quote = document.quote(id);
        let voice = voice_name(quote.voice);
        let place = place_name(document, quote);
        write(format!(
            "<li><a href=\"#{}\" data-number=\"{}\">{} <small>{voice}, {place}</small></a></li>\n",
            quote_name(prefix, id),
            id.index() + 1,
            escape(&citation::words(document, id)),
        ));
    }
    write("</ol>\n".to_owned());
}

/// The id of a quote in its page.
pub(super) fn quote_name(prefix: &str, id: QuoteId) -> String {
    format!("{prefix}q{}", id.index() + 1)
}

/// The class that colors a speaker; those after the first few have none.
pub(super) fn color(billing: &Billing, speaker: SpeakerId) -> String {
    let place = billing.place(speaker);
    if place < COLORS { format!(" c{place}") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::quote::{Quote, Voice};
    use crate::annotation::sample;
    use crate::annotation::speaker::{Speaker, SpeakerKind};
    use crate::text::article::Article;

    #[track_caller]
    fn check(document: &Document, expected: &str) {
        let list = write(document, &Billing::of(document), "a1-");
        assert!(list.contains(expected), "{list}");
    }

    #[test]
    fn a_speaker_has_a_letter_a_role_and_links_to_quotes() {
        let document = sample::quoted("“It <rains>,” Ann Lee said.", "“It <rains>,”");
        check(
            &document,
            "<h2><span class=\"letter c0\">A</span> Ann Lee <small>Mayor</small> <small>1</small></h2>\n<ol>\n\
             <li><a href=\"#a1-q1\" data-number=\"1\">“It &lt;rains&gt;.” <small>direct, paragraph 1</small></a></li>\n</ol>\n",
        );
        let list = write(&document, &Billing::of(&document), "");
        assert!(!list.contains("unknown"), "{list}");
    }

    #[test]
    fn four_speakers_have_colors() {
        let article = Article::parse("It rains.").unwrap();
        let quote =
            sample::said("It rains.", "It rains", Voice::Indirect, None).quotes()[0].clone();
        let speaker = |number| Speaker {
            name: format!("Lee {number}"),
            kind: SpeakerKind::Person,
            role: None,
            mentions: Vec::new(),
        };
        let by = |number| Quote { speaker: Some(SpeakerId::at(number)), ..quote.clone() };
        let document = Document::new(
            article,
            Findings {
                quotes: (0..5).map(by).collect(),
                speakers: (0..5).map(speaker).collect(),
                entities: Vec::new(),
            },
        );
        check(&document, "<span class=\"letter c3\">D</span>");
        check(&document, "<span class=\"letter\">E</span>");
    }
}
