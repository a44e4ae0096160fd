//! The plain list of quotes: a numbered line for each, without escape sequences.
//!
//! Pipes get it and screen readers read it aloud, so it says everything in words.

use std::fmt::Write;

use crate::annotation::document::Document;
use crate::annotation::kinds::{place_name, speaker_name, voice_name};
use crate::annotation::quote::Quote;
use crate::formats::company::{Company, Envelope};
use crate::formats::entry::{Entry, TextPlace};
use crate::formats::exchange::Exchange;

/// The entry in the menu. Files do not end in `.txt`, as articles do.
pub(super) const ENTRY: Entry = Entry {
    name: "text",
    ending: "quotes.txt",
    purpose: "a numbered list of the quotes",
    text: TextPlace::Within,
    write,
    envelope: || Envelope::between("\n"),
};

fn write(exchange: &Exchange, company: Company) -> String {
    let list = list(&exchange.document);
    match company {
        Company::Alone => list,
        Company::Among(_) => format!("{}\n{list}", exchange.name()),
    }
}

/// The quotes of a document, a line for each.
///
/// ```
/// use whosaid::annotation::document::Document;
/// use whosaid::formats::plain;
/// use whosaid::text::article::Article;
///
/// let document = Document::unread(Article::parse("It rains.")?);
/// assert_eq!(plain::list(&document), "no quotes found\n");
/// # Ok::<(), whosaid::text::article::ArticleError>(())
/// ```
pub fn list(document: &Document) -> String {
    let mut lines = String::new();
    for (number, quote) in (1..).zip(document.quotes()) {
        writeln!(lines, "{number}. {}", line(document, quote)).expect("a string takes any text");
    }
    if lines.is_empty() { "no quotes found\n".to_owned() } else { lines }
}

/// `Sergey Lavrov, direct, paragraph 2: “…”`
fn line(document: &Document, quote: &Quote) -> String {
    let speaker = speaker_name(document, quote);
    let unsure = if quote.confidence.is_unsure() { " (unsure)" } else { "" };
    let place = place_name(document, quote);
    let words = document.words(&quote.content);
    format!("{speaker}{unsure}, {}, {place}: {words}", voice_name(quote.voice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::quote::Voice;
    use crate::annotation::sample;

    #[track_caller]
    fn check(speaker: Option<&str>, expected: &str) {
        let text = "“It rains,” Ann Lee said.";
        let document = sample::said(text, "“It rains,”", Voice::Direct, speaker);
        assert_eq!(list(&document), expected);
        let among = format!("a\n{expected}");
        let exchange = Exchange::of_file("a".to_owned(), document);
        assert_eq!(write(&exchange, Company::Alone), expected);
        assert_eq!(write(&exchange, Company::Among(1)), among);
    }

    #[test]
    fn a_quote_is_a_line() {
        check(Some("Ann Lee"), "1. Ann Lee, direct, paragraph 1: “It rains,”\n");
    }

    #[test]
    fn doubt_is_put_into_words() {
        check(None, "1. speaker unknown (unsure), direct, paragraph 1: “It rains,”\n");
    }
}
