//! Where the reader was before each jump: the way back, and forward again.

use crate::app::state::bookmark::Bookmark;

/// The most places kept in each direction.
const MOST: usize = 100;

/// Places before and after this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jumps {
    past: Vec<Bookmark>,
    future: Vec<Bookmark>,
}

impl Jumps {
    /// Keeps the place that a jump leaves; the way forward is forgotten.
    pub fn leave(&mut self, place: Bookmark) {
        self.future.clear();
        push(&mut self.past, place);
    }

    /// The place before this one.
    pub fn back(&mut self, now: Bookmark) -> Option<Bookmark> {
        exchange(&mut self.past, &mut self.future, now)
    }

    /// The place after this one.
    pub fn forward(&mut self, now: Bookmark) -> Option<Bookmark> {
        exchange(&mut self.future, &mut self.past, now)
    }

    /// The place that the last jump left.
    pub fn last(&self) -> Option<Bookmark> {
        self.past.last().copied()
    }
}

/// Takes the next place from one side and puts this one on the other; skips places that equal this one.
fn exchange(from: &mut Vec<Bookmark>, to: &mut Vec<Bookmark>, now: Bookmark) -> Option<Bookmark> {
    while let Some(place) = from.pop() {
        if place != now {
            push(to, now);
            return Some(place);
        }
    }
    None
}

fn push(places: &mut Vec<Bookmark>, place: Bookmark) {
    if places.last() != Some(&place) {
        if places.len() == MOST {
            places.remove(0);
        }
        places.push(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(top: usize) -> Bookmark {
        Bookmark { top, quote: None }
    }

    #[test]
    fn going_back_retraces_the_jumps() {
        let mut jumps = Jumps::default();
        jumps.leave(place(1));
        jumps.leave(place(1));
        jumps.leave(place(2));
        assert_eq!(jumps.back(place(3)), Some(place(2)));
        assert_eq!(jumps.back(place(2)), Some(place(1)));
        assert_eq!(jumps.back(place(1)), None);
        assert_eq!(jumps.forward(place(1)), Some(place(2)));
        assert_eq!(jumps.forward(place(2)), Some(place(3)));
        jumps.leave(place(3));
        assert_eq!(jumps.forward(place(4)), None);
    }

    #[test]
    fn places_that_equal_this_one_are_skipped() {
        let mut jumps = Jumps::default();
        jumps.leave(place(1));
        jumps.leave(place(2));
        assert_eq!(jumps.last(), Some(place(2)));
        assert_eq!(jumps.back(place(2)), Some(place(1)));
        assert_eq!(jumps.last(), None);
        assert_eq!(jumps.forward(place(1)), Some(place(2)));
    }

    #[test]
    fn a_hundred_places_are_kept() {
        let mut jumps = Jumps::default();
        (0..=100).for_each(|top| jumps.leave(place(top)));
        let mut places = Vec::new();
        while let Some(place) = jumps.back(place(1000 + places.len())) {
            places.push(place.top);
        }
        assert_eq!(places, (1..=100).rev().collect::<Vec<_>>());
    }
}
