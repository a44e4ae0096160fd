//! The quotes by speaker, as Markdown to paste anywhere.
//!
//! Whoever says most comes first. Lines are not wrapped, and characters that Markdown would interpret are escaped.

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
    purpose: "the quotes by speaker, for pasting",
    text: TextPlace::Within,
    write: |exchange, _| write(&exchange.document, &exchange.name()),
    envelope: || Envelope::between("\n"),
};

/// Markup anywhere in a line (`CommonMark` 0.31, and the tables, strikethrough and formulas of GitHub).
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '&', '#', '|', '~', '$'];
/// Markup at the start of a line.
const BULLETS: &[char] = &['+', '-', '=', ':'];

/// The quotes of a document under its title, or under `name` if it has none.
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

/// A quote as a block quotation: `> “We are alone.”` and `> — Sergey Lavrov, *Lavrov admits isolation*`.
pub(crate) fn quotation(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let name = cited_name(document, quote);
    let reported = citation::reported(quote.voice);
    let title = document.article().title().map(|title| format!(", *{}*", escape(title)));
    let words = escape(&citation::words(document, id));
    format!("> {words}\n>\n> — {}{reported}{}\n", escape(name), title.unwrap_or_default())
}

/// Escapes words that may start a line.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    let behind_number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = behind_number.len() < words.len() && behind_number.starts_with(['.', ')']);
    let stop = words.len() - behind_number.len();
    for (place, character) in words.char_indices() {
        let is_bullet = place == 0 && BULLETS.contains(&character);
        let is_stop = is_numbered && place == stop;
        if MARKS.contains(&character) || is_bullet || is_stop {
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
    fn a_speaker_may_have_no_role_and_a_quote_no_speaker() {
        let text = "It rains, it pours, Ann Lee said.";
        let document = |by| sample::said(text, "It rains", Voice::Mixed, by);
        let expected = "# a\n\n## Ann Lee\n\n- It rains (mixed, paragraph 1)\n";
        assert_eq!(write(&document(Some("Ann Lee")), "a"), expected);
        let expected = "# a\n\n## Speaker unknown\n\n- It rains (mixed, paragraph 1)\n";
        assert_eq!(write(&document(None), "a"), expected);
    }

    #[test]
    fn a_quotation_names_speaker_and_title() {
        let id = QuoteId::at(0);
        let document =
            sample::quoted("Rain_in Ely\n\n“It *rains*,” Ann Lee said.", "“It *rains*,”");
        let expected = "> “It \\*rains\\*.”\n>\n> — Ann Lee, *Rain\\_in Ely*\n";
        assert_eq!(quotation(&document, id), expected);
        let document = sample::said("It rains, she said.", "It rains", Voice::Indirect, None);
        let expected = "> It rains\n>\n> — unknown speaker (in the reporter’s words)\n";
        assert_eq!(quotation(&document, id), expected);
    }

    #[test]
    fn marks_are_escaped() {
        check("a *b* _c_ [d](e) <f> `g` & #h", r"a \*b\* \_c\_ \[d\](e) \<f\> \`g\` \& \#h");
        check("we paid $5 | ~6~ \\", r"we paid \$5 \| \~6\~ \\");
    }

    #[test]
    fn words_do_not_start_a_list_or_another_line() {
        check("- no", r"\- no");
        check("+ no", r"\+ no");
        check("1984. A year", r"1984\. A year");
        check("1) one", r"1\) one");
        check("=", r"\=");
        check(": no", r"\: no");
        check(".5", ".5");
        check("5 and 6.", "5 and 6.");
        check("in 1984. A year - no", "in 1984. A year - no");
        check("a\nb", "a b");
    }
}
