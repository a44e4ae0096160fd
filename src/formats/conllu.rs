//! Tokens and sentences with labels, in the columns of CoNLL-U (Universal Dependencies, format of version 2).
//!
//! What is not known of the grammar is left open. The last column says which name (`Entity`), content (`Quote`), cue
//! and source a token belongs to, `B-` at its beginning and `I-` behind that, and where it stands in code points
//! (`TokenRange`, as `UDPipe` writes it). A part of a quote begins with `B-` again.

use crate::annotation::document::Document;
use crate::annotation::kinds::{entity_kind_name, voice_name};
use crate::annotation::marks::{Mark, MarkKind, Marks};
use crate::annotation::quote::Quote;
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
    purpose: "tokens and sentences with labels, as CoNLL-U",
    text: TextPlace::Within,
    write: |exchange, _| write(&exchange.document, &exchange.name()),
    envelope: Envelope::default,
};

/// The names of the labels, in the order of the alphabet, as validators want them.
const LABELS: [Label; 4] = [Label::Cue, Label::Entity, Label::Quote, Label::Source];

/// What the last column tells of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Cue,
    Entity,
    Quote,
    Source,
}

/// The sentences of a document.
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

    /// What is told of a sentence, and of the quotes that begin in it.
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
        comments
            .extend(here.map(|(number, quote)| format!("quote = q{number} {}", self.told(quote))));
        comments
    }

    /// `direct 0.94 s2 Ann Lee`
    fn told(&self, quote: &Quote) -> String {
        let speaker = quote.speaker.map_or_else(
            || "_".to_owned(),
            |id| format!("s{} {}", id.index() + 1, self.document.speaker(id).name),
        );
        format!("{} {} {speaker}", voice_name(quote.voice), quote.confidence)
    }

    /// What stands between a token and the next.
    fn gap(&self, at: usize) -> &str {
        let (Some(here), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else {
            return "\n";
        };
        Span::new(here.span.end(), next.span.start()).of(self.document.text())
    }

    fn last_column(&self, token: Span, gap: &str, is_last: bool) -> String {
        let marks: Vec<Mark> = self.marks.within(token).collect();
        let mut parts: Vec<String> = LABELS
            .iter()
            .filter_map(|&label| {
                let values: Vec<String> =
                    marks.iter().filter_map(|mark| self.value(*mark, label, token)).collect();
                (!values.is_empty()).then(|| format!("{}={}", name(label), values.join(",")))
            })
            .collect();
        // at the end of a line there is no space, and it is not said
        if gap.is_empty() && !is_last {
            parts.push("SpaceAfter=No".to_owned());
        }
        let (start, end) = (token.start(), token.end());
        let range = (self.places.code_point(start), self.places.code_point(end));
        parts.push(format!("TokenRange={}:{}", range.0, range.1));
        parts.join("|")
    }

    /// `B-q1`, `I-person:e2`
    fn value(&self, mark: Mark, label: Label, token: Span) -> Option<String> {
        let (of, what) = match mark.kind {
            MarkKind::Content(id) => (Label::Quote, format!("q{}", id.index() + 1)),
            MarkKind::Cue(id) => (Label::Cue, format!("q{}", id.index() + 1)),
            MarkKind::Source(id) => (Label::Source, format!("q{}", id.index() + 1)),
            MarkKind::Name(id) => {
                let kind = entity_kind_name(self.document.entity(id).kind);
                (Label::Entity, format!("{kind}:e{}", id.index() + 1))
            }
        };
        let side = if token.start() <= mark.span.start() { "B" } else { "I" };
        (of == label).then(|| format!("{side}-{what}"))
    }
}

fn name(label: Label) -> &'static str {
    match label {
        Label::Cue => "Cue",
        Label::Entity => "Entity",
        Label::Quote => "Quote",
        Label::Source => "Source",
    }
}

/// A sentence with single spaces, as the columns give it back.
fn words(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

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
