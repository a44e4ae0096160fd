//! Where a reader has been: the way back after a jump, and forward again.

use crate::app::state::bookmark::Bookmark;

/// Places that are kept in one direction.
const MOST: usize = 100;

/// Places before and after this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jumps {
    past: Vec<Bookmark>,
    future: Vec<Bookmark>,
}

impl Jumps {
    /// Notes the place that a jump leaves; what was gone back from is no way forward any more.
    pub fn leave(&mut self, place: Bookmark) {
        self.future.clear();
        push(&mut self.past, place);
    }

    /// The place before this one.
    pub fn back(&mut self, now: Bookmark) -> Option<Bookmark> {
        exchange(&mut self.past, &mut self.future, now)
    }

    /// The place after it.
    pub fn forward(&mut self, now: Bookmark) -> Option<Bookmark> {
        exchange(&mut self.future, &mut self.past, now)
    }

    /// The place that the last jump left.
    pub fn last(&self) -> Option<Bookmark> {
        self.past.last().copied()
    }
}

/// Takes the next view of one side and leaves this one on the other; places that are the same are passed over.
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
    fn one_comes_back_the_way_one_went() {
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
}
