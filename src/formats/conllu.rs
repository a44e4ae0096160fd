//! Tokens and sentences with labels, in the columns of CoNLL-U (Universal Dependencies, format of version 2).
//!
//! The columns for grammar stay empty. The last column says which entity, quote, cue and source a token is part of, with
//! `B-` on the first token and `I-` on the others, and gives its code points (`TokenRange`, as in `UDPipe`). Each part of
//! a quote starts with `B-` again.

use std::collections::BTreeMap;

use crate::annotation::document::Document;
use crate::annotation::kinds::{entity_kind_name, voice_name};
use crate::annotation::marks::{MarkKind, Marks};
use crate::annotation::quote::{Quote, QuoteId};
use crate::formats::company::Envelope;
use crate::formats::entry::{Entry, TextPlace};
use crate::text::code_points::CodePoints;
use crate::text::sentence::{Sentence, split_sentences};
use crate::text::span::Span;
use crate::text::token::{Token, tokenize};

/// The entry in the menu.
pub(super) const ENTRY: Entry = Entry {
    name: "conllu",
    ending: "conllu",
    purpose: "CoNLL-U, with labels on tokens and sentences",
    text: TextPlace::Within,
    write: |exchange, _| write(&exchange.document, &exchange.name()),
    envelope: Envelope::default,
};

/// The sentences of a document, under its id.
fn write(document: &Document, name: &str) -> String {
    let tokens = tokenize(document.text());
    let writer = ConlluWriter {
        document,
        name: name.split_whitespace().collect::<Vec<_>>().join("_"),
        marks: Marks::of(document),
        places: CodePoints::new(document.text()),
        tokens: &tokens,
    };
    let mut text = format!("# newdoc id = {}\n", writer.name);
    for (number, sentence) in (1..).zip(split_sentences(document.text(), &tokens)) {
        writer.sentence(&mut text, number, &sentence);
    }
    text
}

struct ConlluWriter<'a> {
    document: &'a Document,
    name: String,
    marks: Marks,
    places: CodePoints<'a>,
    tokens: &'a [Token],
}

impl ConlluWriter<'_> {
    fn sentence(&self, text: &mut String, number: usize, sentence: &Sentence) {
        for comment in self.comments(number, sentence.span(self.tokens)) {
            text.extend(["# ", &comment, "\n"]);
        }
        for (number, at) in (1..).zip(sentence.tokens.clone()) {
            let Some(token) = self.tokens.get(at) else { break };
            let form = token.span.of(self.document.text());
            let is_last = at + 1 == sentence.tokens.end;
            let last = self.last_column(token.span, self.gap(at), is_last);
            let line = format!("{number}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{last}\n");
            text.push_str(&line);
        }
        text.push('\n');
    }

    /// The comments on a sentence and on the quotes that start in it.
    fn comments(&self, number: usize, span: Span) -> Vec<String> {
        let blocks = self.document.article().blocks();
        let begins = blocks.binary_search_by_key(&span.start(), |block| block.span.start());
        let mut comments: Vec<String> = begins.map(|_| "newpar".to_owned()).into_iter().collect();
        comments.push(format!("sent_id = {}-{number}", self.name));
        comments.push(format!("text = {}", words(span.of(self.document.text()))));
        let quotes = self.document.quotes();
        let first = quotes.partition_point(|quote| quote.start() < span.start());
        let here = (first + 1..).zip(quotes.iter().skip(first));
        let here = here.take_while(|(_, quote)| quote.start() < span.end());
        comments.extend(
            here.map(|(number, quote)| format!("quote = q{number} {}", self.summary(quote))),
        );
        comments
    }

    /// `direct 0.94 s2 Ann Lee`
    fn summary(&self, quote: &Quote) -> String {
        let speaker = quote.speaker.map_or_else(
            || "_".to_owned(),
            |id| format!("s{} {}", id.index() + 1, self.document.speaker(id).name),
        );
        format!("{} {} {speaker}", voice_name(quote.voice), quote.confidence)
    }

    /// The text between a token and the next.
    fn gap(&self, at: usize) -> &str {
        let (Some(here), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else {
            return "\n";
        };
        Span::new(here.span.end(), next.span.start()).of(self.document.text())
    }

    /// `Entity=B-person:e1|Source=I-q1|TokenRange=12:15`, in alphabetical order, as validators require.
    fn last_column(&self, token: Span, gap: &str, is_last: bool) -> String {
        let mut features: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for mark in self.marks.within(token) {
            let (name, value) = self.feature(mark.kind);
            let side = if token.start() <= mark.span.start() { "B" } else { "I" };
            features.entry(name).or_default().push(format!("{side}-{value}"));
        }
        // a sentence has a line to itself, so nothing is said about what follows it
        if gap.is_empty() && !is_last {
            features.insert("SpaceAfter", vec!["No".to_owned()]);
        }
        let (start, end) = (token.start(), token.end());
        let range = format!("{}:{}", self.places.code_point(start), self.places.code_point(end));
        features.insert("TokenRange", vec![range]);
        let features: Vec<String> =
            features.iter().map(|(name, values)| format!("{name}={}", values.join(","))).collect();
        features.join("|")
    }

    /// The feature that a mark becomes: `Quote` and `q1`, or `Entity` and `person:e2`.
    fn feature(&self, mark: MarkKind) -> (&'static str, String) {
        let quote = |id: QuoteId| format!("q{}", id.index() + 1);
        match mark {
            MarkKind::Content(id) => ("Quote", quote(id)),
            MarkKind::Cue(id) => ("Cue", quote(id)),
            MarkKind::Source(id) => ("Source", quote(id)),
            MarkKind::Name(id) => {
                let kind = entity_kind_name(self.document.entity(id).kind);
                ("Entity", format!("{kind}:e{}", id.index() + 1))
            }
        }
    }
}

/// A sentence with single spaces, as tools rebuild it from the columns.
fn words(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::quote::Voice;
    use crate::annotation::sample;

    #[track_caller]
    fn check(text: &str, content: &str, line: &str) {
        let written = write(&sample::quoted(text, content), "a");
        assert!(written.lines().any(|other| other == line), "{written}");
    }

    #[test]
    fn each_part_of_a_quote_starts_anew() {
        let text = "“It rains,” Ann Lee said. “It pours.”";
        let rest = "\t_\t_\t_\t_\t_\t_\t_\t";
        check(text, "“It rains,”…“It pours.”", &format!("2\tIt{rest}Quote=I-q1|TokenRange=1:3"));
        let mark = format!("1\t“{rest}Quote=B-q1|SpaceAfter=No|TokenRange=26:27");
        check(text, "“It rains,”…“It pours.”", &mark);
        check(text, "“It rains,”…“It pours.”", "# sent_id = a-2");
    }

    #[test]
    fn a_token_of_several_marks_has_all_of_them() {
        let rest = "\t_\t_\t_\t_\t_\t_\t_\t";
        check(
            "“It rains,” Ann Lee said.",
            "Ann Lee said",
            &format!("7\tLee{rest}Entity=I-person:e1|Quote=I-q1|Source=I-q1|TokenRange=16:19"),
        );
    }

    #[test]
    fn a_comment_is_on_the_sentence_in_which_a_quote_starts() {
        let text = "It pours.\n\nIt stops. It rains every day, Ann Lee said.";
        let document = sample::said(text, "It rains every day", Voice::Indirect, None);
        let written = write(&document, "a");
        let sentences: Vec<&str> = written.split("\n\n").collect();
        let heads: Vec<Vec<&str>> = sentences
            .iter()
            .map(|lines| lines.lines().filter(|line| line.starts_with('#')).collect())
            .filter(|lines: &Vec<&str>| !lines.is_empty())
            .collect();
        assert_eq!(
            heads,
            [
                vec!["# newdoc id = a", "# newpar", "# sent_id = a-1", "# text = It pours."],
                vec!["# newpar", "# sent_id = a-2", "# text = It stops."],
                vec![
                    "# sent_id = a-3",
                    "# text = It rains every day, Ann Lee said.",
                    "# quote = q1 indirect 0.20 _",
                ],
            ]
        );
    }

    #[test]
    fn tokens_have_their_labels() {
        let document = sample::quoted("“It rains,” Ann Lee said.", "“It rains,”");
        let expected = "\
# newdoc id = a_b
# newpar
# sent_id = a_b-1
# text = “It rains,” Ann Lee said.
# quote = q1 direct 0.90 s1 Ann Lee
1\t“\t_\t_\t_\t_\t_\t_\t_\tQuote=B-q1|SpaceAfter=No|TokenRange=0:1
2\tIt\t_\t_\t_\t_\t_\t_\t_\tQuote=I-q1|TokenRange=1:3
3\trains\t_\t_\t_\t_\t_\t_\t_\tQuote=I-q1|SpaceAfter=No|TokenRange=4:9
4\t,\t_\t_\t_\t_\t_\t_\t_\tQuote=I-q1|SpaceAfter=No|TokenRange=9:10
5\t”\t_\t_\t_\t_\t_\t_\t_\tQuote=I-q1|TokenRange=10:11
6\tAnn\t_\t_\t_\t_\t_\t_\t_\tEntity=B-person:e1|Source=B-q1|TokenRange=12:15
7\tLee\t_\t_\t_\t_\t_\t_\t_\tEntity=I-person:e1|Source=I-q1|TokenRange=16:19
8\tsaid\t_\t_\t_\t_\t_\t_\t_\tCue=B-q1|SpaceAfter=No|TokenRange=20:24
9\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=24:25

";
        assert_eq!(write(&document, "a b"), expected);
    }
}
