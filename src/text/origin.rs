//! The way back from a cleaned text to the raw one.
//!
//! Cleaning removes characters, replaces some, and joins lines. Between two such changes both texts advance in step, so
//! a list of the places where a new step begins is enough.

/// Maps each place of a cleaned text to its place in the raw text.
///
/// Invariant: the steps are in ascending order in both texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    steps: Vec<Shift>,
}

/// From `clean` to the next step, the place `p` of the clean text is `raw + (p - clean)` in the raw one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shift {
    clean: usize,
    raw: usize,
}

impl Origin {
    /// Notes that byte `clean` came from byte `raw`. The caller notes places in ascending order.
    pub fn note(&mut self, clean: usize, raw: usize) {
        if let Some(last) = self.steps.last_mut() {
            debug_assert!(last.clean <= clean && last.raw <= raw, "places ascend");
            if raw - last.raw == clean - last.clean {
                return;
            }
            if last.clean == clean {
                last.raw = raw;
                return;
            }
        }
        self.steps.push(Shift { clean, raw });
    }

    /// The byte of the raw text from which byte `place` of the clean text came.
    pub fn of(&self, place: usize) -> usize {
        let after = self.steps.partition_point(|step| step.clean <= place);
        place_at(&self.steps, after, place)
    }

    /// The same for many places in ascending order, in one pass.
    pub fn walk(&self) -> Walk<'_> {
        Walk { steps: &self.steps, after: 0 }
    }

    /// The first byte of the clean text that came from byte `raw` or a later one.
    pub fn clean(&self, raw: usize) -> usize {
        let after = self.steps.partition_point(|step| step.raw <= raw);
        let next = self.steps.get(after);
        match after.checked_sub(1).and_then(|at| self.steps.get(at)) {
            Some(step) => {
                let here = step.clean + (raw - step.raw);
                next.map_or(here, |next| here.min(next.clean))
            }
            None => next.map_or(raw, |next| next.clean),
        }
    }

    /// The way back over two cleanings, of which `later` worked on the result of `self`.
    #[must_use]
    pub fn then(&self, later: &Self) -> Self {
        let mut places: Vec<usize> = later.steps.iter().map(|step| step.clean).collect();
        places.extend(self.steps.iter().filter_map(|step| later.kept(step.clean)));
        places.sort_unstable();
        let mut both = Self::default();
        for place in places {
            both.note(place, self.of(later.of(place)));
        }
        both
    }

    /// The place of byte `raw` in the clean text, unless it was removed.
    fn kept(&self, raw: usize) -> Option<usize> {
        let after = self.steps.partition_point(|step| step.raw <= raw);
        let Some(step) = after.checked_sub(1).and_then(|at| self.steps.get(at)) else {
            return self.steps.is_empty().then_some(raw);
        };
        let clean = step.clean + (raw - step.raw);
        self.steps.get(after).is_none_or(|next| clean < next.clean).then_some(clean)
    }
}

/// A pass over places of the clean text in ascending order.
#[derive(Debug)]
pub struct Walk<'a> {
    steps: &'a [Shift],
    /// The first step after the last place.
    after: usize,
}

impl Walk<'_> {
    /// The byte of the raw text from which byte `place` came. The caller never goes back.
    pub fn of(&mut self, place: usize) -> usize {
        while self.steps.get(self.after).is_some_and(|step| step.clean <= place) {
            self.after += 1;
        }
        place_at(self.steps, self.after, place)
    }
}

/// The raw byte of a place, where `after` is the first step after it.
fn place_at(steps: &[Shift], after: usize, place: usize) -> usize {
    match after.checked_sub(1).and_then(|at| steps.get(at)) {
        Some(step) => {
            let here = step.raw + (place - step.clean);
            steps.get(after).map_or(here, |next| here.min(next.raw))
        }
        None => place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(steps: &[(usize, usize)], place: usize, raw: usize) {
        let origin = origin(steps);
        assert_eq!(origin.of(place), raw);
        assert_eq!(origin.walk().of(place), raw);
    }

    fn origin(steps: &[(usize, usize)]) -> Origin {
        let mut origin = Origin::default();
        for &(clean, raw) in steps {
            origin.note(clean, raw);
        }
        origin
    }

    #[test]
    fn without_a_step_nothing_moved() {
        check(&[], 7, 7);
    }

    #[test]
    fn places_after_a_removed_part_are_later() {
        check(&[(0, 0), (5, 8)], 4, 4);
        check(&[(0, 0), (5, 8)], 6, 9);
    }

    #[test]
    fn places_inside_a_replacement_do_not_run_ahead() {
        // one byte was replaced by three
        check(&[(0, 0), (8, 6)], 7, 6);
    }

    #[test]
    fn the_way_forward_skips_what_was_removed() {
        let early = origin(&[(0, 0), (5, 8)]);
        let forward = [0, 4, 5, 7, 8, 9].map(|raw| early.clean(raw));
        assert_eq!(forward, [0, 4, 5, 5, 5, 6]);
        let late = origin(&[(0, 3), (2, 9)]);
        assert_eq!([0, 3, 4, 8, 9].map(|raw| late.clean(raw)), [0, 0, 1, 2, 2]);
        assert_eq!(Origin::default().clean(7), 7);
    }

    #[test]
    fn steps_are_kept_only_where_the_texts_diverge() {
        assert_eq!(origin(&[(0, 0), (3, 3), (5, 8), (7, 10)]).steps.len(), 2);
        assert_eq!(origin(&[(0, 0), (5, 8), (5, 9)]).of(6), 10);
    }

    #[test]
    fn a_removed_byte_is_not_kept() {
        let origin = origin(&[(0, 2), (5, 10)]);
        assert_eq!(
            [1, 2, 6, 7, 9, 10].map(|raw| origin.kept(raw)),
            [None, Some(0), Some(4), None, None, Some(5)]
        );
        assert_eq!(Origin::default().kept(3), Some(3));
    }

    #[test]
    fn a_walk_follows_all_steps() {
        let origin = origin(&[(0, 0), (2, 4), (5, 9)]);
        let mut walk = origin.walk();
        for place in [0, 1, 2, 2, 4, 5, 8] {
            assert_eq!(walk.of(place), origin.of(place));
        }
    }

    #[test]
    fn two_cleanings_add_up() {
        let first = origin(&[(0, 0), (5, 8)]);
        let later = origin(&[(0, 2), (6, 10)]);
        let both = first.then(&later);
        for place in 0..12 {
            assert_eq!(both.of(place), first.of(later.of(place)), "at {place}");
        }
    }
}
