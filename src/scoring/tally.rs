//! Counts right answers, and computes precision, recall and accuracy.

/// Right answers among predictions and among gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right predictions.
    pub right: usize,
    /// All predictions.
    pub predicted: usize,
    /// Gold answers that were predicted.
    pub found: usize,
    /// All gold answers.
    pub gold: usize,
}

/// Right answers among some answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Right answers.
    pub right: usize,
    /// All answers.
    pub of: usize,
}

impl Tally {
    /// Adds answers, with the same number of right ones on both sides.
    pub fn add(&mut self, right: usize, predicted: usize, gold: usize) {
        self.right += right;
        self.found += right;
        self.predicted += predicted;
        self.gold += gold;
    }

    /// The share of predictions that are right, 0 to 1.
    pub fn precision(&self) -> f64 {
        share(self.right, self.predicted)
    }

    /// The share of gold answers that were predicted, 0 to 1.
    pub fn recall(&self) -> f64 {
        share(self.found, self.gold)
    }

    /// The harmonic mean of precision and recall, 0 to 1.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        let total = precision + recall;
        if total > 0.0 { 2.0 * precision * recall / total } else { 0.0 }
    }
}

impl Rate {
    /// Counts one answer.
    pub fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// The share of right answers, 0 to 1.
    pub fn share(&self) -> f64 {
        share(self.right, self.of)
    }
}

fn share(right: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { right as f64 / of as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tally: Tally, expected: &str) {
        let [precision, recall, f1] = [tally.precision(), tally.recall(), tally.f1()];
        assert_eq!(format!("{precision:.4} {recall:.4} {f1:.4}"), expected);
    }

    #[test]
    fn precision_is_of_predictions_and_recall_of_gold() {
        let mut tally = Tally::default();
        tally.add(1, 2, 4);
        tally.add(1, 2, 1);
        assert_eq!(tally, Tally { right: 2, predicted: 4, found: 2, gold: 5 });
        check(tally, "0.5000 0.4000 0.4444");
    }

    #[test]
    fn without_answers_every_figure_is_zero() {
        check(Tally::default(), "0.0000 0.0000 0.0000");
        check(Tally { predicted: 3, gold: 2, ..Tally::default() }, "0.0000 0.0000 0.0000");
    }

    #[test]
    fn a_rate_counts_wrong_answers_too() {
        let mut rate = Rate::default();
        assert!(rate.share().abs() < f64::EPSILON);
        rate.count(true);
        rate.count(false);
        assert_eq!((rate.right, rate.of), (1, 2));
        assert!((rate.share() - 0.5).abs() < f64::EPSILON);
    }
}
