//! Cues: the words that tell that something was said.
//!
//! Verbs of saying come from a list learnt from annotated articles, each with how often it is a cue there; `according
//! to` and its like are phrases. Inside quotation marks nothing is a cue: those are the speaker's words.

use std::ops::Range;

use crate::model::lexicon::{Lexicon, Verb};
use crate::model::marks::Stretch;
use crate::model::reading::Reading;

/// Words after which a verb of saying is a noun: "the claims", "his answer".
const BEFORE_NOUN: &[&str] = &[
    "a", "an", "the", "this", "these", "those", "his", "her", "their", "its", "my", "our", "your",
    "no", "any", "some", "such", "of", "other", "’s", "'s", "many", "several", "new", "false",
    "his",
];

/// Words after which a participle is a passive or an adjective.
const BEFORE_PARTICIPLE: &[&str] = &[
    "was", "were", "been", "being", "is", "are", "be", "get", "got", "with", "in", "by", "for",
    "from", "to", "on",
];

/// Verbs that tell of speech with `on` alone.
const GOING: &[&str] = &["went", "goes", "go", "going", "gone"];
/// `he went on`: a cue beside quotation marks alone.
const WENT_ON: CueKind = CueKind::Verb(Verb { speech: 5, rate: 20 });

/// Phrases that stand before the source.
const PHRASES: &[&[&str]] = &[&["according", "to"], &["in", "the", "words", "of"]];

/// Words that tell of speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: CueKind,
}

/// What a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// A verb, with what is known of it.
    Verb(Verb),
    /// `according to`.
    Phrase,
}

impl Cue {
    /// Whether it reports speech by itself, without quotation marks near it.
    pub fn reports(&self) -> bool {
        match self.kind {
            CueKind::Verb(verb) => verb.speech >= 8 && verb.rate >= 40,
            CueKind::Phrase => true,
        }
    }
}

/// The cues outside of quotation marks, in order.
pub fn find(reading: &Reading<'_>, lexicon: &Lexicon, stretches: &[Stretch]) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut at = 0;
    let mut ahead = stretches.iter().peekable();
    while at < reading.tokens.len() {
        while let Some(stretch) = ahead.next_if(|stretch| stretch.tokens.start <= at) {
            at = at.max(stretch.tokens.end);
        }
        let cue = cue_at(reading, lexicon, at);
        at = cue.as_ref().map_or(at, |cue| cue.tokens.end.saturating_sub(1)) + 1;
        cues.extend(cue);
    }
    cues
}

fn cue_at(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    let phrase = PHRASES
        .iter()
        .find(|phrase| (at..).zip(phrase.iter()).all(|(at, word)| reading.lower(at) == *word));
    if let Some(phrase) = phrase {
        return Some(Cue { tokens: at..at + phrase.len(), kind: CueKind::Phrase });
    }
    let verb = *lexicon.cues.get(reading.lower(at))?;
    if GOING.contains(&reading.lower(at)) {
        return going_on(reading, lexicon, at);
    }
    let is_verb = at.checked_sub(1).is_none_or(|before| may_precede(reading, before, at));
    let capital = reading.is_capitalized(at) && at != reading.sentence(at).start;
    (is_verb && !capital).then_some(Cue { tokens: at..at + 1, kind: CueKind::Verb(verb) })
}

/// `went on to say`: the verb is the last.
fn going_on(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    if reading.lower(at + 1) != "on" || reading.lower(at + 2) != "to" {
        return (reading.lower(at + 1) == "on").then(|| Cue { tokens: at..at + 2, kind: WENT_ON });
    }
    let verb = *lexicon.cues.get(reading.lower(at + 3))?;
    Some(Cue { tokens: at..at + 4, kind: CueKind::Verb(verb) })
}

/// Whether the words before leave the form a verb with its source for a subject: no article, no passive ("was widely
/// reported"), and no preposition before a participle ("with continued strikes").
fn may_precede(reading: &Reading<'_>, before: usize, at: usize) -> bool {
    let word = reading.lower(before);
    let helper = if word.ends_with("ly") { reading.lower(before.saturating_sub(1)) } else { word };
    let form = reading.lower(at);
    let participle = form.ends_with("ed") || matches!(form, "told" | "said" | "quoted");
    let passive = BEFORE_PARTICIPLE.contains(&helper);
    !(BEFORE_NOUN.contains(&word) || passive && participle)
}
