//! Quotes from their parts: each content with its cue, each cue with its source.
//!
//! Contents that choose the same cue are one quote: what stands before and behind "she said", or the paragraphs of a
//! long speech.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::network::linker::{Choice, Linker, Linkers, SpanPosition};
use crate::model::network::tags::{TaggedSpan, Tags};
use crate::model::quotes::saying::{Saying, Sureness};
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// How likely a content must be for a cue that nothing else belongs to, to be taken from a cue that has several.
const LEAST_FOR_IDLE: f32 = 0.03;

/// Tokens of a content that is too short to break off.
const SHORT: usize = 3;
/// Words that begin a content and are none alone.
const BEGINNINGS: &[&str] =
    &["a", "an", "and", "as", "at", "for", "in", "of", "on", "that", "the", "to", "which", "with"];

/// Nouns for what has a title: “…” behind one of them names it.
const WORKS: &[&str] = &[
    "album",
    "anthem",
    "ballad",
    "book",
    "bestseller",
    "comedy",
    "documentary",
    "drama",
    "essay",
    "exhibition",
    "film",
    "hit",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "painting",
    "play",
    "podcast",
    "poem",
    "program",
    "series",
    "show",
    "single",
    "sitcom",
    "song",
    "track",
    "trilogy",
    "video",
];

/// Tokens of a content before the title of a work: `her first song`.
const LONGEST_BEFORE_TITLE: usize = 4;

/// All quotes of an article, in order. What its form tells stands before what the network found in the same words.
pub(crate) fn assemble(
    linkers: &Linkers,
    reading: &Reading<'_>,
    tags: &Tags,
    by_form: Vec<Saying>,
) -> Vec<Saying> {
    let sources = Answers::of(&tags.sources);
    let formed = |content: &TaggedSpan| {
        let next = by_form.partition_point(|saying| saying.end() <= content.tokens.start);
        by_form.get(next).is_some_and(|saying| saying.holds(&content.tokens))
    };
    let said = |content: &&TaggedSpan| {
        !formed(content)
            && says_something(reading, &content.tokens)
            && !is_title(reading, &content.tokens)
    };
    let contents: Vec<&TaggedSpan> = tags.contents.iter().filter(said).collect();
    let mut by_cue: BTreeMap<usize, Saying> = BTreeMap::new();
    let mut sayings = Vec::new();
    for (content, choice) in
        contents.iter().zip(choose_cues(linkers, reading, &contents, &tags.cues))
    {
        let cue = choice.answer.and_then(|number| Some((number, tags.cues.get(number)?)));
        let Some((number, cue)) = cue else {
            if reading.kind(content.tokens.start) == TokenKind::Mark {
                sayings.push(alone(reading, content));
            }
            continue;
        };
        let saying = by_cue.entry(number).or_insert_with(|| {
            let source = sources.choices(&linkers.source_of, cue).into_iter().next();
            begun(cue, source.unwrap_or(NONE), tags)
        });
        saying.content.push(without_comma(reading, content.tokens.clone()));
        saying.sureness.content = saying.sureness.content.min(content.share);
        saying.sureness.link = saying.sureness.link.min(choice.share);
    }
    sayings.extend(by_cue.into_values());
    for saying in &mut sayings {
        saying.content.sort_by_key(|part| part.start);
    }
    sayings.extend(by_form);
    sayings.sort_by_key(Saying::start);
    sayings
}

/// Whether a content is more than a piece of a clause: "that", "speaking at".
fn says_something(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let is_word = |at: &usize| matches!(reading.kind(*at), TokenKind::Word | TokenKind::Number);
    let small = |at: usize| BEGINNINGS.contains(&reading.lower(at));
    let words = tokens.clone().filter(is_word);
    let breaks_off = tokens.len() <= SHORT && words.clone().next_back().is_some_and(small);
    words.clone().any(|at| !small(at)) && !breaks_off
}

/// Whether words are the title of a work: “Rain on the Roof” behind “the song”, which may be among them.
fn is_title(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let near = tokens.start..tokens.end.min(tokens.start + LONGEST_BEFORE_TITLE);
    let opening = near.into_iter().find(|&at| reading.kind(at) == TokenKind::Mark);
    let Some(opening) = opening else { return false };
    let named = opening.checked_sub(1).is_some_and(|at| WORKS.contains(&reading.lower(at)));
    let mut words = (opening..tokens.end).filter(|&at| reading.kind(at) == TokenKind::Word);
    let capital = |at: usize| reading.is_capitalized(at) || BEGINNINGS.contains(&reading.lower(at));
    named && words.all(capital)
}

/// A content without the comma before its cue. One inside of a closing mark belongs to it.
fn without_comma(reading: &Reading<'_>, tokens: Range<usize>) -> Range<usize> {
    let comma = tokens.len() > 1 && reading.word(tokens.end - 1) == ",";
    tokens.start..tokens.end - usize::from(comma)
}

/// The cue of each content: the likeliest one, except that a cue is not left idle while another has several contents.
fn choose_cues(
    linkers: &Linkers,
    reading: &Reading<'_>,
    contents: &[&TaggedSpan],
    cues: &[TaggedSpan],
) -> Vec<Choice> {
    let answers = Answers::of(cues);
    let can = |content: &TaggedSpan, cue: Option<usize>| {
        let cue = cue.and_then(|number| cues.get(number));
        cue.is_some_and(|cue| {
            !leads_in(reading, &cue.tokens) || cue.tokens.end <= content.tokens.start
        })
    };
    let offers: Vec<Vec<Choice>> = contents
        .iter()
        .map(|content| {
            let mut offers = answers.choices(&linkers.cue_of, content);
            offers.retain(|choice| can(content, choice.answer));
            offers
        })
        .collect();
    let mut chosen: Vec<Choice> =
        offers.iter().map(|offers| offers.first().copied().unwrap_or(NONE)).collect();
    let mut counts = vec![0_usize; cues.len()];
    for cue in chosen.iter().filter_map(|choice| choice.answer) {
        if let Some(count) = counts.get_mut(cue) {
            *count += 1;
        }
    }
    let idle: Vec<usize> = (0..cues.len()).filter(|&cue| counts.get(cue) == Some(&0)).collect();
    let to_idle = |choice: &&Choice| {
        choice.share >= LEAST_FOR_IDLE
            && choice.answer.is_some_and(|cue| idle.binary_search(&cue).is_ok())
    };
    let mut moves: Vec<(usize, Choice)> = offers
        .iter()
        .enumerate()
        .flat_map(|(content, offers)| {
            offers.iter().filter(to_idle).map(move |choice| (content, *choice))
        })
        .collect();
    moves.sort_by(|a, b| b.1.share.total_cmp(&a.1.share));
    for (content, choice) in moves {
        let Some(now) = chosen.get_mut(content) else { continue };
        let count = |cue: Option<usize>| cue.and_then(|cue| counts.get(cue).copied()).unwrap_or(0);
        if count(now.answer) > 1 && count(choice.answer) == 0 {
            for (cue, change) in [(now.answer, -1), (choice.answer, 1)] {
                if let Some(count) = cue.and_then(|cue| counts.get_mut(cue)) {
                    *count = count.saturating_add_signed(change);
                }
            }
            *now = choice;
        }
    }
    chosen
}

/// Whether a cue tells of what comes behind it alone: "According to" where a sentence begins.
fn leads_in(reading: &Reading<'_>, cue: &Range<usize>) -> bool {
    reading.lower(cue.start) == "according" && reading.sentence(cue.start).start == cue.start
}

/// That nothing can be chosen.
const NONE: Choice = Choice { answer: None, share: 0.0 };

/// Spans that can be chosen.
struct Answers<'a>(Vec<(&'a SpanPosition, &'a [f32])>);

impl<'a> Answers<'a> {
    fn of(tags: &'a [TaggedSpan]) -> Self {
        Self(tags.iter().map(|tag| (&tag.position, tag.answer.as_slice())).collect())
    }

    /// What a span can choose, the likeliest first.
    fn choices(&self, linker: &Linker, asking: &TaggedSpan) -> Vec<Choice> {
        linker.choices((&asking.position, &asking.ask), &self.0)
    }
}

/// A quote without a cue; only words in marks are one without.
fn alone(reading: &Reading<'_>, content: &TaggedSpan) -> Saying {
    Saying {
        content: vec![without_comma(reading, content.tokens.clone())],
        cue: None,
        source: None,
        source_tag: None,
        sureness: Sureness { content: content.share, link: 0.0, source: 0.0 },
    }
}

/// A quote that has no content yet.
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
