//! The quotes by speaker, as Markdown that can be pasted anywhere.
//!
//! Who speaks most comes first. No line is wrapped, and what Markdown would take for a mark is escaped.

use std::fmt::Write;

use crate::annotation::billing::Billing;
use crate::annotation::citation;
use crate::annotation::document::Document;
use crate::annotation::kinds::{UNKNOWN_SPEAKER_HEADING, cited_name, place_name, voice_name};
use crate::annotation::quote::{QuoteId, Voice};
use crate::annotation::speaker::Speaker;
use crate::formats::company::Envelope;
use crate::formats::entry::{Entry, TextPlace};

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "md",
    ending: "md",
    purpose: "the quotes by speaker, to be pasted",
    text: TextPlace::Within,
    write: |exchange, _| write(&exchange.document, &exchange.name()),
    envelope: || Envelope::between("\n"),
};

/// What is a mark anywhere in a line (`CommonMark` 0.31, and the tables, strikes and formulas of GitHub).
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '|', '~', '$'];
/// What is a mark at the beginning of a line.
const BULLETS: &[char] = &['+', '-', '=', ':'];

/// The quotes of a document; `name` stands for a title that is not there.
fn write(document: &Document, name: &str) -> String {
    let billing = Billing::of(document);
    let title = document.article().title().unwrap_or(name);
    let mut text = format!("# {}\n", escape(title));
    for billed in billing.order() {
        section(&mut text, &heading(document.speaker(billed.speaker)), &billed.quotes, document);
    }
    section(&mut text, UNKNOWN_SPEAKER_HEADING, billing.nobody(), document);
    text
}

fn heading(speaker: &Speaker) -> String {
    let role = speaker.role.as_ref().map(|role| format!(", {}", escape(role)));
    escape(&speaker.name) + &role.unwrap_or_default()
}

fn section(text: &mut String, heading: &str, quotes: &[QuoteId], document: &Document) {
    if quotes.is_empty() {
        return;
    }
    write!(text, "\n## {heading}\n\n").expect("a string takes any text");
    for &id in quotes {
        writeln!(text, "- {}", item(document, id)).expect("a string takes any text");
    }
}

/// `“We are alone.” (paragraph 2)`
fn item(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let place = place_name(document, quote);
    let voice = match quote.voice {
        Voice::Direct => String::new(),
        Voice::Mixed | Voice::Indirect => format!("{}, ", voice_name(quote.voice)),
    };
    format!("{} ({voice}{place})", escape(&citation::words(document, id)))
}

/// A quote as a quotation: `> “We are alone.”` and `> — Sergey Lavrov, *Lavrov admits isolation*`.
pub(crate) fn quotation(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let name = cited_name(document, quote);
    let reported = citation::reported(quote.voice);
    let title = document.article().title().map(|title| format!(", *{}*", escape(title)));
    let words = escape(&citation::words(document, id));
    format!("> {words}\n>\n> — {}{reported}{}\n", escape(name), title.unwrap_or_default())
}

/// Words that begin a line, or stand in one.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < words.len() && number.starts_with(['.', ')']);
    let stop = words.len() - number.len();
    for (place, character) in words.char_indices() {
        let bullet = place == 0 && BULLETS.contains(&character);
        if MARKS.contains(&character) || bullet || (numbered && place == stop) {
            escaped.push('\\');
        }
        escaped.push(if character == '\n' { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(escape(words), expected);
    }

    #[test]
    fn speakers_are_headings_and_quotes_are_items() {
        let document = sample::quoted("Rain in Ely\n\n“It rains,” Ann Lee said.", "“It rains,”");
        let expected = "# Rain in Ely\n\n## Ann Lee, Mayor\n\n- “It rains.” (paragraph 1)\n";
        assert_eq!(write(&document, "a"), expected);
    }

    #[test]
    fn marks_are_escaped() {
        check("a *b* _c_ [d](e) <f> `g` & #h", r"a \*b\* \_c\_ \[d\](e) \<f\> \`g\` \& \#h");
        check("we paid $5 | ~6~ \\", r"we paid \$5 \| \~6\~ \\");
    }

    #[test]
    fn words_do_not_begin_a_list() {
        check("- no", r"\- no");
        check("+ no", r"\+ no");
        check("1984. A year", r"1984\. A year");
        check("1) one", r"1\) one");
        check("in 1984. A year - no", "in 1984. A year - no");
    }
}
