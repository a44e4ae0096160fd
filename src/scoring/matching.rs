//! Finds the best one-to-one matching between two lists.

use std::collections::BTreeMap;

/// Sums that differ by less than this are equal.
const SAME: f64 = 1e-12;

/// The matching with the most pairs, and among those the greatest weight, as ascending pairs of indexes. Two items can
/// be paired if their `weight` is above 0.
///
/// The algorithm is shortest augmenting paths with Bellman-Ford; the graphs here are tiny and sparse. The order of its
/// steps is that of the reference scorer, so that ties are broken in the same way.
pub(super) fn assign(
    left: usize,
    right: usize,
    weight: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let mut matching = Matching::default();
    for from in 0..left {
        let edges: Vec<(usize, f64)> = (0..right)
            .map(|to| (to, weight(from, to)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        if !edges.is_empty() {
            matching.edges.insert(from, edges);
        }
    }
    while let Some((paths, end)) = matching.shortest() {
        matching.flip(&paths, end);
    }
    matching.of_left.into_iter().collect()
}

#[derive(Default)]
struct Matching {
    edges: BTreeMap<usize, Vec<(usize, f64)>>,
    of_left: BTreeMap<usize, usize>,
    of_right: BTreeMap<usize, usize>,
}

/// The cost of freeing each item on the left, in the order in which they were reached, and the pair before it.
#[derive(Default)]
struct Paths {
    cost: Vec<(usize, f64)>,
    previous: BTreeMap<usize, (usize, usize)>,
}

impl Paths {
    fn cost(&self, item: usize) -> Option<f64> {
        self.cost.iter().find(|(other, _)| *other == item).map(|(_, cost)| *cost)
    }

    fn set(&mut self, item: usize, cost: f64) {
        match self.cost.iter_mut().find(|(other, _)| *other == item) {
            Some((_, old)) => *old = cost,
            None => self.cost.push((item, cost)),
        }
    }
}

impl Matching {
    /// The cheapest path to one more pair, and the pair at its end.
    fn shortest(&self) -> Option<(Paths, (usize, usize))> {
        let free = self.edges.keys().filter(|item| !self.of_left.contains_key(item));
        let mut paths = Paths { cost: free.map(|&item| (item, 0.0)).collect(), ..Paths::default() };
        for _ in 0..=self.edges.len() {
            if !self.relax(&mut paths) {
                break;
            }
        }
        let mut best: Option<(f64, (usize, usize))> = None;
        for &(from, cost) in &paths.cost {
            for &(to, weight) in self.edges_of(from) {
                let open = !self.of_right.contains_key(&to);
                if open && best.is_none_or(|(least, _)| cost - weight < least - SAME) {
                    best = Some((cost - weight, (from, to)));
                }
            }
        }
        best.map(|(_, end)| (paths, end))
    }

    fn edges_of(&self, from: usize) -> &[(usize, f64)] {
        self.edges.get(&from).map_or(&[], Vec::as_slice)
    }

    /// Extends all paths by one step; returns whether any became cheaper.
    fn relax(&self, paths: &mut Paths) -> bool {
        let mut changed = false;
        let reached: Vec<usize> = paths.cost.iter().map(|(item, _)| *item).collect();
        for from in reached {
            for &(to, weight) in self.edges_of(from) {
                let held = self.of_right.get(&to).filter(|_| self.of_left.get(&from) != Some(&to));
                let Some((&holder, cost)) = held.zip(paths.cost(from)) else { continue };
                let back = self.edges_of(holder).iter().find(|(other, _)| *other == to);
                let freed = cost - weight + back.map_or(0.0, |(_, weight)| *weight);
                if paths.cost(holder).is_none_or(|old| freed < old - SAME) {
                    paths.set(holder, freed);
                    paths.previous.insert(holder, (from, to));
                    changed = true;
                }
            }
        }
        changed
    }

    /// Pairs the items along a path anew.
    fn flip(&mut self, paths: &Paths, end: (usize, usize)) {
        let mut next = Some(end);
        while let Some((from, to)) = next {
            self.of_right.insert(to, from);
            self.of_left.insert(from, to);
            next = paths.previous.get(&from).copied();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weights of pairs; all others cannot be paired.
    type Weights<'a> = &'a [(usize, usize, f64)];

    fn weight_of(weights: Weights<'_>, pair: (usize, usize)) -> f64 {
        let weight = weights.iter().find(|(left, right, _)| (*left, *right) == pair);
        weight.map_or(0.0, |(_, _, weight)| *weight)
    }

    #[track_caller]
    fn check(weights: Weights<'_>, expected: &[(usize, usize)]) {
        assert_eq!(assign(3, 3, |left, right| weight_of(weights, (left, right))), expected);
    }

    #[test]
    fn most_pairs_come_first_then_weight() {
        check(&[(0, 0, 0.9), (0, 1, 0.8), (1, 0, 0.7)], &[(0, 1), (1, 0)]);
        check(&[(0, 0, 0.5), (0, 1, 0.6), (1, 0, 0.6), (1, 1, 0.5)], &[(0, 1), (1, 0)]);
        check(&[(0, 0, 0.6), (1, 0, 0.9), (1, 1, 0.6), (2, 1, 0.7)], &[(1, 0), (2, 1)]);
        check(&[], &[]);
    }

    #[test]
    fn ties_go_to_the_first_pair() {
        check(&[(0, 0, 0.5), (0, 1, 0.5)], &[(0, 0)]);
        check(&[(0, 0, 0.5), (1, 0, 0.5)], &[(0, 0)]);
        check(&[(0, 0, 0.5), (0, 1, 0.5), (1, 0, 0.5), (1, 1, 0.5)], &[(0, 0), (1, 1)]);
        check(&[(0, 1, 0.5), (1, 0, 0.5), (1, 1, 0.5), (2, 0, 0.5)], &[(0, 1), (1, 0)]);
    }

    #[test]
    fn sums_that_differ_by_rounding_are_ties() {
        check(&[(0, 0, 0.3), (0, 1, 0.1 + 0.2)], &[(0, 0)]);
    }

    #[test]
    fn a_path_frees_one_item_after_another() {
        let weights =
            [(0, 0, 0.5), (0, 1, 0.5), (0, 2, 0.5), (1, 0, 0.5), (1, 1, 0.5), (2, 0, 0.5)];
        check(&weights, &[(0, 2), (1, 1), (2, 0)]);
    }

    /// The most pairs, and of these the greatest weight, when the items on the left from `left` on are still free.
    fn best(weights: Weights<'_>, left: usize, taken: [bool; 3]) -> (usize, f64) {
        if left == 3 {
            return (0, 0.0);
        }
        let mut most = best(weights, left + 1, taken);
        for right in (0..3).filter(|&right| !taken[right]) {
            let weight = weight_of(weights, (left, right));
            if weight > 0.0 {
                let mut taken = taken;
                taken[right] = true;
                let (pairs, sum) = best(weights, left + 1, taken);
                let other = (pairs + 1, sum + weight);
                if (other.0, other.1 - SAME) > most {
                    most = other;
                }
            }
        }
        most
    }

    #[test]
    fn no_other_matching_has_more_pairs_or_weight() {
        for number in 0..4_usize.pow(9) {
            if number % 7 > 0 {
                continue;
            }
            let digit = |at: usize| number / 4_usize.pow(u32::try_from(at).unwrap()) % 4;
            let weights: Vec<(usize, usize, f64)> =
                (0..9).map(|at| (at / 3, at % 3, [0.0, 0.5, 0.6, 0.9][digit(at)])).collect();
            let pairs = assign(3, 3, |left, right| weight_of(&weights, (left, right)));
            let sum: f64 = pairs.iter().map(|pair| weight_of(&weights, *pair)).sum();
            let (most, greatest) = best(&weights, 0, [false; 3]);
            assert_eq!(pairs.len(), most, "{weights:?}");
            assert!((sum - greatest).abs() < SAME, "{weights:?}: {sum} instead of {greatest}");
        }
    }
}
