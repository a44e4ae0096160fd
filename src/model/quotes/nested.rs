//! Quotes inside quotes: a speaker repeats what somebody said, in inner quotation marks.
//!
//! The network was trained on outermost quotes only. Inside them, only clear cases count: words in inner marks with a
//! verb of saying right before or after them.

use std::ops::Range;

use crate::model::lexicon::Lexicon;
use crate::model::quotes::saying::{Saying, Sureness};
use crate::text::quotation_marks::{StretchEnd, stretches_in};
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// The fewest words in inner marks that are a quote; fewer are a title or a name.
const FEWEST_WORDS: usize = 3;
/// How far before the marks the verb can be, in tokens: `told me, ‘…’`.
const FARTHEST: usize = 4;
/// The least percentage of a verb's uses that introduce quotes.
const LEAST_RATE: u32 = 30;
/// How sure an inner quote is, relative to the outer one.
const SHARE: f32 = 0.8;

/// All quotes together with those inside them, in text order, outer ones first.
pub(crate) fn with_inner(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    outer: Vec<Saying>,
) -> Vec<Saying> {
    let inside = Inside { reading, lexicon };
    let mut sayings = outer;
    let inner: Vec<Saying> = sayings.iter().flat_map(|saying| inside.of(saying)).collect();
    sayings.extend(inner);
    sayings.sort_by_key(|saying| (saying.start(), usize::MAX - saying.end()));
    sayings
}

struct Inside<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
}

impl Inside<'_> {
    fn of(&self, saying: &Saying) -> Vec<Saying> {
        let parts = saying.content.iter().flat_map(|part| self.marked(part));
        let inner = parts.filter_map(|(content, room)| {
            let (cue, source) =
                self.before(&content, &room).or_else(|| self.after(&content, &room))?;
            let sureness = Sureness { content: saying.sureness.content * SHARE, ..saying.sureness };
            let (cue, source) = (Some(cue..cue + 1), Some(source..source + 1));
            Some(Saying { content: vec![content], cue, source, source_tag: None, sureness })
        });
        inner.collect()
    }

    /// The contents in inner marks, each with the inside of the outer marks around it.
    fn marked(&self, part: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
        let outer = stretches_in(self.reading, part.clone());
        let rooms = outer.iter().map(|stretch| {
            let room = stretch.inner();
            room.start..room.end.min(part.end)
        });
        let inner = rooms.flat_map(|room| {
            let found = stretches_in(self.reading, room.clone());
            let said = found.into_iter().filter(|stretch| {
                stretch.ending == StretchEnd::Closed
                    && self.count_words(&stretch.inner()) >= FEWEST_WORDS
            });
            said.map(|stretch| (stretch.tokens, room.clone())).collect::<Vec<_>>()
        });
        inner.collect()
    }

    fn count_words(&self, tokens: &Range<usize>) -> usize {
        tokens.clone().filter(|&at| self.reading.kind(at) == TokenKind::Word).count()
    }

    /// Verb and subject before the content, with at most the addressee in between: `He told me, ‘…’`
    fn before(&self, content: &Range<usize>, room: &Range<usize>) -> Option<(usize, usize)> {
        let from = content.start.saturating_sub(FARTHEST).max(room.start + 1);
        let cue = (from..content.start).rev().find(|&at| self.is_cue(at))?;
        let addressed = |at: usize| {
            self.reading.kind(at) == TokenKind::Mark
                || self.reading.is_capitalized(at)
                || matches!(
                    self.reading.lower(at),
                    "me" | "us" | "him" | "her" | "them" | "to" | "you"
                )
        };
        let plain = (cue + 1..content.start).all(addressed) && self.is_subject(cue - 1);
        plain.then(|| (cue, cue - 1))
    }

    /// Verb and subject after the content: `‘…,’ she said`, `‘…,’ said Lee`
    fn after(&self, content: &Range<usize>, room: &Range<usize>) -> Option<(usize, usize)> {
        let (first, second) = (content.end, content.end + 1);
        let inside = second < room.end;
        if inside && self.is_subject(first) && self.is_cue(second) {
            Some((second, first))
        } else if inside && self.is_cue(first) && self.is_subject(second) {
            Some((first, second))
        } else {
            None
        }
    }

    fn is_cue(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        let verb = self.lexicon.cues.get(word).filter(|_| !word.ends_with("ing"));
        verb.is_some_and(|verb| verb.rate >= LEAST_RATE)
            || matches!(word, "say" | "tell" | "tells" | "ask")
    }

    fn is_subject(&self, at: usize) -> bool {
        matches!(self.reading.lower(at), "i" | "he" | "she" | "they" | "we")
            || self.reading.is_capitalized(at)
                && !self.lexicon.lower_words.contains(self.reading.lower(at))
    }
}
