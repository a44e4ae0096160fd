//! Finds the best sequence of labels.

use crate::model::network::labels;

/// The labels of some tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labeling {
    /// The label of each token.
    pub labels: Vec<usize>,
    /// The probability of each label by itself.
    pub shares: Vec<f32>,
}

/// The likeliest sequence among those that [`labels::may_follow`] allows, by Viterbi's algorithm. Each token has
/// `count` scores.
pub(super) fn best(scores: &[f32], count: usize) -> Labeling {
    let logs: Vec<f32> = scores.chunks_exact(count).flat_map(log_shares).collect();
    let mut labels = Vec::with_capacity(logs.len() / count);
    let mut from: Vec<usize> = Vec::with_capacity(logs.len());
    let mut sums = vec![0.0_f32; count];
    for (at, row) in logs.chunks_exact(count).enumerate() {
        let mut next = Vec::with_capacity(count);
        for (label, score) in row.iter().enumerate() {
            let before = (0..count).filter(|&before| at > 0 && labels::may_follow(before, label));
            let reached = before
                .filter_map(|before| Some((before, *sums.get(before)?)))
                .max_by(|a, b| a.1.total_cmp(&b.1));
            let (before, sum) = match reached {
                Some(reached) => reached,
                None if labels::may_follow(0, label) => (0, 0.0),
                None => (0, f32::NEG_INFINITY),
            };
            from.push(before);
            next.push(sum + score);
        }
        sums = next;
    }
    let last = (0..count).max_by(|&a, &b| {
        sums.get(a).partial_cmp(&sums.get(b)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut label = last.unwrap_or(0);
    for row in from.chunks_exact(count).rev() {
        labels.push(label);
        label = row.get(label).copied().unwrap_or(0);
    }
    labels.reverse();
    let shares = labels.iter().zip(logs.chunks_exact(count));
    let shares = shares.map(|(&label, row)| row.get(label).copied().unwrap_or(0.0).exp()).collect();
    Labeling { labels, shares }
}

/// The logarithm of each score's probability.
fn log_shares(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    scores.iter().map(|score| score - most - sum.ln()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_keeps_to_what_may_follow() {
        // for the second token, label 2 is likeliest by itself, but there is nothing that it could continue
        let labeling = best(&[5.0, 0.0, 0.0, 0.0, 1.0, 5.0, 0.0, 0.0, 3.0], 3);
        assert_eq!(labeling.labels, [0, 1, 2]);
        assert!(labeling.shares[0] > 0.9);
    }

    #[test]
    fn nothing_has_no_labels() {
        assert!(best(&[], 3).labels.is_empty());
    }
}
