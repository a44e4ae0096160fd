//! Votes on what a name refers to: the same words name the same kind of entity throughout an article.
//!
//! Every occurrence votes with the network's probability for its kind, the full name of a person votes for its surname,
//! and the words of a name vote by lists and endings.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Lexicon, capitalize};
use crate::model::names::name::Name;
use crate::model::names::name_kinds::{by_word, is_acronym};
use crate::text::reading::Reading;

/// The vote of a person's full name for its last word.
const BY_FULL_NAME: f32 = 0.7;
/// The vote of a list that contains the name.
const BY_LIST: f32 = 0.5;
/// The vote of a name's last word: `… River`.
const BY_LAST_WORD: f32 = 0.5;
/// The vote for an organization when the name is an acronym.
const BY_CAPITALS: f32 = 0.5;

/// The kind that each name has in the article as a whole, by its words. `shares` are the probabilities of the names.
pub(super) fn kinds<'a>(
    reading: &'a Reading<'_>,
    lexicon: &Lexicon,
    names: &[Name],
    shares: &[f32],
) -> HashMap<&'a str, EntityKind> {
    let mut ballots: HashMap<&str, [f32; EntityKind::ALL.len()]> = HashMap::new();
    let mut vote = |words, kind: EntityKind, share| {
        if let Some(sum) = ballots.entry(words).or_default().get_mut(kind as usize) {
            *sum += share;
        }
    };
    for (name, share) in names.iter().zip(shares) {
        let words = reading.words(name.tokens.clone());
        vote(words, name.kind, *share);
        if name.kind == EntityKind::Person && name.tokens.len() > 1 {
            vote(reading.word(name.tokens.end - 1), name.kind, BY_FULL_NAME);
        }
        if let Some((kind, share)) = by_words(reading, lexicon, &name.tokens) {
            vote(words, kind, share);
        }
    }
    let winner = |ballot: [f32; EntityKind::ALL.len()]| {
        let votes = |kind: EntityKind| ballot[kind as usize];
        EntityKind::ALL.iter().copied().max_by(|a, b| votes(*a).total_cmp(&votes(*b)))
    };
    ballots.into_iter().filter_map(|(words, ballot)| Some((words, winner(ballot)?))).collect()
}

/// What the words of a name vote for.
fn by_words(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tokens: &Range<usize>,
) -> Option<(EntityKind, f32)> {
    let listed = lexicon.listed_name(reading, tokens.start, tokens.end);
    let listed = listed.filter(|(end, _)| *end == tokens.end).map(|(_, kind)| (kind, BY_LIST));
    let word = reading.word(tokens.start);
    let acronym = tokens.len() == 1 && is_acronym(word) && !is_shouted_name(lexicon, word);
    listed
        .or_else(|| by_word(reading, lexicon, tokens).map(|kind| (kind, BY_LAST_WORD)))
        .or(acronym.then_some((EntityKind::Organization, BY_CAPITALS)))
}

/// Whether a word in capitals is a person's name, as before a turn of a transcript.
fn is_shouted_name(lexicon: &Lexicon, word: &str) -> bool {
    let usual = capitalize(word);
    lexicon.surnames.contains(usual.as_str()) || lexicon.first_names.contains_key(usual.as_str())
}
