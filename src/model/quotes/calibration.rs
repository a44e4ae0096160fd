//! The confidence of a quote: the share of equally sure quotes that are right.
//!
//! The product of the network's own probabilities ranks quotes well but is not such a share. A table turns one into the
//! other; `training/calibrate.py` counts it on articles that the network was not trained on.

use crate::annotation::quote::Confidence;
use crate::model::network::weights::{Weights, WeightsError};
use crate::model::quotes::saying::Sureness;

/// The least confidence of a plausible quote: of the less confident ones in PolNeAR dev, about one in three has the
/// right words and source.
const LEAST: f32 = 0.33;

/// The table from the product of probabilities to the share of right quotes.
#[derive(Debug)]
pub(crate) struct Calibration {
    /// The share of right quotes at evenly spaced products from 0 to 1. If empty, the product itself is the confidence.
    steps: Vec<f32>,
}

impl Calibration {
    /// Takes the tensor `confidence`, if the file has one.
    pub(crate) fn read(weights: &Weights<'_>) -> Result<Self, WeightsError> {
        let name = "confidence";
        Ok(Self { steps: if weights.has(name) { weights.floats(name)? } else { Vec::new() } })
    }

    /// Whether a quote is sure enough to be shown; without a table every quote is.
    pub(crate) fn is_plausible(&self, sureness: Sureness) -> bool {
        self.steps.is_empty() || self.confidence(sureness).share() >= LEAST
    }

    /// The confidence of a quote, interpolated between two steps of the table.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the table")]
    pub(crate) fn confidence(&self, sureness: Sureness) -> Confidence {
        let product = (sureness.content * sureness.link * sureness.source).clamp(0.0, 1.0);
        let last = self.steps.len().saturating_sub(1);
        let position = product * last as f32;
        let step = position as usize;
        let share = match (self.steps.get(step), self.steps.get((step + 1).min(last))) {
            (Some(below), Some(above)) => below + (above - below) * (position - step as f32),
            _ => product,
        };
        Confidence::new(share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(steps: &[f32], source: f32, expected: f32) {
        let sureness = Sureness { content: 1.0, link: 0.5, source };
        let found = Calibration { steps: steps.to_vec() }.confidence(sureness);
        assert_eq!(found, Confidence::new(expected));
    }

    #[test]
    fn the_confidence_is_interpolated_between_two_steps() {
        check(&[0.2, 0.4, 0.9], 1.0, 0.4);
        check(&[0.2, 0.4, 0.9], 0.5, 0.3);
    }

    #[test]
    fn without_a_table_the_product_is_the_confidence() {
        check(&[], 0.5, 0.25);
    }
}
