//! How sure a quote is: the share of quotes as sure as this one that are right.
//!
//! The network's own shares, multiplied, put quotes in order but are no frequencies. A table that was counted on
//! articles that the network was not trained on (`training/calibrate.py`) turns them into some.

use crate::annotation::quote::Confidence;
use crate::model::network::weights::{Weights, WeightsError};
use crate::model::quotes::saying::Sureness;

/// The least confidence of a likely quote: of those below, on PolNeAR's dev part, about one in three is right, with
/// words and source.
const LEAST: f32 = 0.33;

/// From the product of shares to the share of right quotes.
#[derive(Debug)]
pub(crate) struct Calibration {
    /// The share of right quotes where the product is 0, …, 1, at even steps. Without it the product stands.
    steps: Vec<f32>,
}

impl Calibration {
    /// Takes the tensor `confidence`, if there is one.
    pub(crate) fn read(weights: &Weights<'_>) -> Result<Self, WeightsError> {
        let name = "confidence";
        Ok(Self { steps: if weights.has(name) { weights.floats(name)? } else { Vec::new() } })
    }

    /// Whether a quote whose parts are that sure is rather right than not; without a table nobody knows.
    pub(crate) fn is_likely(&self, sureness: Sureness) -> bool {
        self.steps.is_empty() || self.confidence(sureness).share() >= LEAST
    }

    /// The confidence of a quote whose parts are that sure.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the table")]
    pub(crate) fn confidence(&self, sureness: Sureness) -> Confidence {
        let product = (sureness.content * sureness.link * sureness.source).clamp(0.0, 1.0);
        let last = self.steps.len().saturating_sub(1);
        let place = product * last as f32;
        let step = place as usize;
        let share = match (self.steps.get(step), self.steps.get((step + 1).min(last))) {
            (Some(below), Some(above)) => below + (above - below) * (place - step as f32),
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
    fn between_two_steps_the_confidence_lies_between() {
        check(&[0.2, 0.4, 0.9], 1.0, 0.4);
        check(&[0.2, 0.4, 0.9], 0.5, 0.3);
    }

    #[test]
    fn without_steps_the_product_stands() {
        check(&[], 0.5, 0.25);
    }
}
