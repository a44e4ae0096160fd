//! Puts quotes together: each content with its cue, each cue with its source.
//!
//! Contents that choose the same cue are one quote: the words before and after "she said", or the paragraphs of a long
//! speech.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::network::linker::{Choice, Linkers};
use crate::model::network::tags::{TaggedSpan, Tags};
use crate::model::quotes::choice::{Answers, choose_cues};
use crate::model::quotes::content::{is_title, says_something, without_comma};
use crate::model::quotes::saying::{Saying, Sureness};
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// All quotes of an article, in text order. Where a quote by form covers a content of the network, the form wins.
pub(crate) fn assemble(
    linkers: &Linkers,
    reading: &Reading<'_>,
    tags: &Tags,
    by_form: Vec<Saying>,
) -> Vec<Saying> {
    let is_formed = |content: &TaggedSpan| {
        let next = by_form.partition_point(|saying| saying.end() <= content.tokens.start);
        by_form.get(next).is_some_and(|saying| saying.holds(&content.tokens))
    };
    let is_quote = |content: &&TaggedSpan| {
        !is_formed(content)
            && says_something(reading, &content.tokens)
            && !is_title(reading, &content.tokens)
    };
    let contents: Vec<&TaggedSpan> = tags.contents.iter().filter(is_quote).collect();
    let mut sayings = by_cue(linkers, reading, tags, &contents);
    sayings.extend(by_form);
    sayings.sort_by_key(Saying::start);
    sayings
}

/// One saying for each cue with its contents, and one for each content in marks without a cue.
fn by_cue(
    linkers: &Linkers,
    reading: &Reading<'_>,
    tags: &Tags,
    contents: &[&TaggedSpan],
) -> Vec<Saying> {
    let sources = Answers::of(&tags.sources);
    let mut of_cue: BTreeMap<usize, Saying> = BTreeMap::new();
    let mut sayings = Vec::new();
    let choices = choose_cues(&linkers.cues, reading, contents, &tags.cues);
    for (content, choice) in contents.iter().zip(choices) {
        let cue = choice.answer.and_then(|number| Some((number, tags.cues.get(number)?)));
        let Some((number, cue)) = cue else {
            if reading.kind(content.tokens.start) == TokenKind::Mark {
                sayings.push(alone(reading, content));
            }
            continue;
        };
        let saying = of_cue
            .entry(number)
            .or_insert_with(|| begun(cue, sources.best(&linkers.sources, cue), tags));
        saying.content.push(without_comma(reading, content.tokens.clone()));
        saying.sureness.content = saying.sureness.content.min(content.share);
        saying.sureness.link = saying.sureness.link.min(choice.share);
    }
    sayings.extend(of_cue.into_values());
    for saying in &mut sayings {
        saying.content.sort_by_key(|part| part.start);
    }
    sayings
}

/// A saying without a cue.
fn alone(reading: &Reading<'_>, content: &TaggedSpan) -> Saying {
    Saying {
        content: vec![without_comma(reading, content.tokens.clone())],
        cue: None,
        source: None,
        source_tag: None,
        sureness: Sureness { content: content.share, link: 0.0, source: 0.0 },
    }
}

/// A saying with cue and source, but no content yet.
fn begun(cue: &TaggedSpan, source: Choice, tags: &Tags) -> Saying {
    let tokens =
        |number: usize| -> Option<Range<usize>> { Some(tags.sources.get(number)?.tokens.clone()) };
    Saying {
        content: Vec::new(),
        cue: Some(cue.tokens.clone()),
        source: source.answer.and_then(tokens),
        source_tag: source.answer,
        sureness: Sureness { content: 1.0, link: 1.0, source: source.share },
    }
}
