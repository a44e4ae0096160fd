//! The way back from a cleaned text to the raw one.
//!
//! Cleaning takes characters out, puts others in their place, and joins lines. Between two such changes the
//! texts run in step, so a list of the places where they fall in step again is all that is kept.

/// Where each place of a cleaned text was in the raw one.
///
/// Invariant: the steps rise in both texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    steps: Vec<Shift>,
}

/// From `clean` on, up to the next step, a place `p` of the clean text was at `raw + (p - clean)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shift {
    clean: usize,
    raw: usize,
}

impl Origin {
    /// Notes that byte `clean` of the clean text stood at byte `raw`; places are noted in rising order.
    pub fn note(&mut self, clean: usize, raw: usize) {
        if let Some(last) = self.steps.last_mut() {
            debug_assert!(last.clean <= clean && last.raw <= raw, "an origin rises");
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

    /// The byte of the raw text that byte `place` of the clean text came from.
    pub fn of(&self, place: usize) -> usize {
        let after = self.steps.partition_point(|step| step.clean <= place);
        place_at(&self.steps, after, place)
    }

    /// The same for many places in rising order, in one walk.
    pub fn walk(&self) -> Walk<'_> {
        Walk { steps: &self.steps, after: 0 }
    }

    /// The first byte of the clean text that came from byte `raw` or behind it.
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

    /// The way back over two cleanings: `self` came first, `later` worked on its result.
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

    /// Where byte `raw` of the raw text stands in the clean one, unless it was taken out.
    fn kept(&self, raw: usize) -> Option<usize> {
        let after = self.steps.partition_point(|step| step.raw <= raw);
        let Some(step) = after.checked_sub(1).and_then(|at| self.steps.get(at)) else {
            return self.steps.is_empty().then_some(raw);
        };
        let clean = step.clean + (raw - step.raw);
        self.steps.get(after).is_none_or(|next| clean < next.clean).then_some(clean)
    }
}

/// A walk from places of the clean text, in rising order, to those of the raw one.
#[derive(Debug)]
pub struct Walk<'a> {
    steps: &'a [Shift],
    /// The first step behind the last place.
    after: usize,
}

impl Walk<'_> {
    /// The byte of the raw text that byte `place` came from; it is no smaller than any place before.
    pub fn of(&mut self, place: usize) -> usize {
        while self.steps.get(self.after).is_some_and(|step| step.clean <= place) {
            self.after += 1;
        }
        place_at(self.steps, self.after, place)
    }
}

/// Where a place of the clean text came from, if `after` is the first step behind it.
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
        assert_eq!(origin(steps).of(place), raw);
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
    fn behind_what_was_taken_out_places_are_later() {
        check(&[(0, 0), (5, 8)], 4, 4);
        check(&[(0, 0), (5, 8)], 6, 9);
    }

    #[test]
    fn inside_what_was_put_in_the_place_does_not_run_ahead() {
        // one byte became three
        check(&[(0, 0), (8, 6)], 7, 6);
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
