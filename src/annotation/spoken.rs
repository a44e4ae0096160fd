//! Which words of a quote are the speaker's own: those in quotation marks.
//!
//! All words of a direct quote are, and none of an indirect one. Only a mixed quote has to be searched for marks.

use crate::annotation::quote::{Quote, Voice};
use crate::text::quotation_marks::in_marks;
use crate::text::span::Span;

/// Whether a word is in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In quotation marks.
    Inside,
    /// Outside them: the reporter's word.
    Outside,
}

/// Calls `found` with the place and the standing of each word of a quote.
pub fn each_word(text: &str, quote: &Quote, mut found: impl FnMut(usize, Standing)) {
    for span in &quote.content {
        match quote.voice {
            Voice::Direct => each(text, *span, |place, _| found(place, Standing::Inside)),
            Voice::Indirect => each(text, *span, |place, _| found(place, Standing::Outside)),
            Voice::Mixed => each_by_marks(text, *span, &mut found),
        }
    }
}

/// The voice of some content, judged by the quotation marks in it.
pub fn voice(text: &str, content: &[Span]) -> Voice {
    let (mut inside, mut outside) = (0, 0);
    for span in content {
        each_by_marks(text, *span, |_, standing| match standing {
            Standing::Inside => inside += 1,
            Standing::Outside => outside += 1,
        });
    }
    match (inside, outside) {
        (0, _) => Voice::Indirect,
        (_, 0) => Voice::Direct,
        _ => Voice::Mixed,
    }
}

/// The words of a span with their places.
fn each<'a>(text: &'a str, span: Span, mut found: impl FnMut(usize, &'a str)) {
    let mut place = span.start();
    for word in span.of(text).split_inclusive(char::is_whitespace) {
        if !word.trim().is_empty() {
            found(place, word.trim());
        }
        place += word.len();
    }
}

/// The words of a span, each judged by the marks around its first letter.
fn each_by_marks(text: &str, span: Span, mut found: impl FnMut(usize, Standing)) {
    let marked = in_marks(span.of(text));
    each(text, span, |place, word| {
        let letter = place + word.find(char::is_alphanumeric).unwrap_or_default() - span.start();
        let inside = marked.iter().any(|marked| marked.contains(letter));
        found(place, if inside { Standing::Inside } else { Standing::Outside });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::quote::Confidence;

    /// The words inside of marks in brackets.
    #[track_caller]
    fn check(words: &str, voice: Voice, expected: &str) {
        let quote = Quote {
            voice,
            content: vec![Span::new(0, words.len())],
            cue: Vec::new(),
            source: Vec::new(),
            speaker: None,
            confidence: Confidence::new(0.9),
        };
        let mut shown = Vec::new();
        each_word(words, &quote, |place, standing| {
            let word = words.get(place..).unwrap().split_whitespace().next().unwrap();
            shown.push(match standing {
                Standing::Inside => format!("[{word}]"),
                Standing::Outside => word.to_owned(),
            });
        });
        assert_eq!(shown.join(" "), expected);
    }

    #[track_caller]
    fn check_voice(parts: &[&str], expected: Voice) {
        let text = parts.concat();
        let mut start = 0;
        let spans = parts.iter().map(|part| {
            start += part.len();
            Span::new(start - part.len(), start)
        });
        assert_eq!(voice(&text, &spans.collect::<Vec<_>>()), expected);
    }

    #[test]
    fn marks_around_all_words_make_a_direct_quote() {
        check_voice(&["“It rains,”", "“and pours.”"], Voice::Direct);
        check_voice(&["“It rains,”", "and pours."], Voice::Mixed);
        check_voice(&["that it “rains”"], Voice::Mixed);
        check_voice(&["that it doesn’t rain"], Voice::Indirect);
    }

    #[test]
    fn only_a_mixed_quote_is_searched_for_marks() {
        check("It  rains", Voice::Direct, "[It] [rains]");
        check("that it “rains”", Voice::Indirect, "that it “rains”");
    }

    #[test]
    fn a_word_is_inside_if_its_first_letter_is() {
        check("the plan “a gift to them.”", Voice::Mixed, "the plan [“a] [gift] [to] [them.”]");
        check("was “one”, then \"two\" more", Voice::Mixed, "was [“one”,] then [\"two\"] more");
        check("Moscow—“lost respect”—and so", Voice::Mixed, "Moscow—“lost [respect”—and] so");
    }

    #[test]
    fn apostrophes_are_no_single_marks() {
        check("the boys’ ‘no choice’ it’s", Voice::Mixed, "the boys’ [‘no] [choice’] it’s");
        check("the boys' 'don't go' it's", Voice::Mixed, "the boys' ['don't] [go'] it's");
    }

    #[test]
    fn what_was_opened_before_the_quote_is_closed_in_it() {
        check("gift to them” he has", Voice::Mixed, "[gift] [to] [them”] he has");
    }

    #[test]
    fn what_is_never_closed_runs_to_the_end() {
        check("he had “no choice", Voice::Mixed, "he had [“no] [choice]");
    }
}
