//! Labels of tokens into spans, and the names of the labels.
//!
//! For each kind of span there are two labels, one for its first token and one for the others; label 0 is outside of
//! all. The order of the kinds is part of the weights.

use std::ops::Range;

use crate::annotation::entity::EntityKind;

/// What a span is in a quote, in the order of the labels.
pub const PARTS: &[Part] = &[Part::Content, Part::Cue, Part::Source];
/// What a span names, in the order of the labels. The list on the screen may have another order.
pub const KINDS: &[EntityKind] =
    &[EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Event];
/// Kinds of names: those of entities, and behind them that of titles.
pub const NAMES: usize = KINDS.len() + 1;

/// What a span is in a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was said.
    Content,
    /// The words that tell that it was said.
    Cue,
    /// The words that tell who said it.
    Source,
}

/// How many labels there are for so many kinds.
pub const fn count(kinds: usize) -> usize {
    1 + 2 * kinds
}

/// Whether `label` may stand behind `before`: a later token of a span only inside of one of its kind.
pub fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The spans of a row of labels, by token from 0, each with the number of its kind.
pub fn spans(labels: &[usize]) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(kind) = label.checked_sub(1).map(|label| label / 2) else { continue };
        match found.last_mut() {
            Some((last, tokens)) if label % 2 == 0 && *last == kind && tokens.end == at => {
                tokens.end = at + 1;
            }
            _ => found.push((kind, at..at + 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_fix_the_order_of_the_labels() {
        // training/corpus.py numbers the labels in this order
        assert_eq!(
            format!("{KINDS:?} {PARTS:?}"),
            "[Person, Organization, Place, Event] [Content, Cue, Source]"
        );
        assert_eq!(KINDS.len(), EntityKind::ALL.len());
    }

    #[test]
    fn a_first_label_begins_a_span() {
        assert_eq!(spans(&[0, 1, 2, 1, 3, 0, 4]), [(0, 1..3), (0, 3..4), (1, 4..5), (1, 6..7)]);
    }

    #[test]
    fn a_span_goes_on_only_with_its_own_kind() {
        assert!(may_follow(1, 2) && may_follow(2, 2) && may_follow(2, 3) && may_follow(4, 0));
        assert!(!may_follow(0, 2) && !may_follow(3, 2) && !may_follow(1, 4));
    }
}
