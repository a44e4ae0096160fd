//! Finished quotes: sayings that are plausible, with spans of the text in place of tokens.

use crate::annotation::quote::{Quote, Voice};
use crate::annotation::speaker::SpeakerId;
use crate::model::quotes::calibration::Calibration;
use crate::model::quotes::saying::Saying;
use crate::text::quotation_marks::Stretch;
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// The sayings worth showing: all with words in quotation marks, and the others if they are plausible.
pub(crate) fn plausible(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    calibration: &Calibration,
    mut sayings: Vec<Saying>,
) -> Vec<Saying> {
    sayings.retain(|saying| {
        calibration.is_plausible(saying.sureness)
            || voice(reading, stretches, saying) != Voice::Indirect
    });
    sayings
}

/// Turns sayings into quotes; `speaker_of` has the speaker of each.
pub(crate) fn quotes(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    calibration: &Calibration,
    sayings: &[Saying],
    speaker_of: &[Option<SpeakerId>],
) -> Vec<Quote> {
    let quotes = sayings.iter().zip(speaker_of).map(|(saying, &speaker)| Quote {
        voice: voice(reading, stretches, saying),
        content: saying.content.iter().filter_map(|part| reading.span(part.clone())).collect(),
        cue: saying.cue.clone().and_then(|cue| reading.span(cue)).into_iter().collect(),
        source: saying.source.clone().and_then(|source| reading.span(source)).into_iter().collect(),
        speaker,
        confidence: calibration.confidence(saying.sureness),
    });
    quotes.filter(|quote| !quote.content.is_empty()).collect()
}

/// The voice of a saying, by how many of its words are in quotation marks.
fn voice(reading: &Reading<'_>, stretches: &[Stretch], saying: &Saying) -> Voice {
    let is_marked = |at: &usize| {
        let next = stretches.partition_point(|stretch| stretch.tokens.end <= *at);
        stretches.get(next).is_some_and(|stretch| stretch.tokens.contains(at))
    };
    let tokens = saying.content.iter().cloned().flatten();
    let words = tokens.filter(|&at| reading.kind(at) != TokenKind::Mark);
    let (inside, outside): (Vec<usize>, Vec<usize>) = words.partition(is_marked);
    match (inside.len(), outside.len()) {
        (0, _) => Voice::Indirect,
        (_, 0) => Voice::Direct,
        _ => Voice::Mixed,
    }
}
