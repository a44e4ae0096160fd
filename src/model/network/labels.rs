//! The labels of tokens, and how they make up spans.
//!
//! Each kind of span has two labels, one for its first token and one for the others; label 0 is outside of all spans.
//! The weights depend on the order of the kinds.

use std::ops::Range;

use crate::annotation::entity::EntityKind;

/// The parts of quotes, in the order of their labels.
pub(super) const PARTS: &[Part] = &[Part::Content, Part::Cue, Part::Source];
/// The kinds of names, in the order of their labels.
pub(super) const KINDS: &[EntityKind] =
    &[EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Event];
/// How many kinds of names there are: those of entities, then titles.
pub(super) const NAMES: usize = KINDS.len() + 1;

/// A part of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What was said.
    Content,
    /// The words that introduce it.
    Cue,
    /// The words that name who said it.
    Source,
}

/// The number of labels for a number of kinds.
pub(super) const fn count(kinds: usize) -> usize {
    1 + 2 * kinds
}

/// Whether `label` may come after `before`: the label of a later token only after a label of the same kind.
pub(super) fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The spans in a sequence of labels, each with the number of its kind.
pub(super) fn spans(labels: &[usize]) -> Vec<(usize, Range<usize>)> {
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
