//! Places in a session: a document that takes the place of another, and the ways back to where the reader was.

use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::{Letter, Way};
use crate::app::state::State;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::known::Known;
use crate::app::state::rows::Folds;
use crate::app::state::scene::Paragraphs;
use crate::app::state::trail::{Stop, Target, Trail, quote_stop};

impl State {
    /// Takes a document in the place of the one before; the reader stays where they are.
    pub fn open(&mut self, known: Known) {
        let trail = self.scene.trail;
        let name = match trail {
            Trail::Speaker(id) | Trail::Direct(id) => Some(self.document.speaker(id).name.clone()),
            Trail::Quotes | Trail::Entity(_) | Trail::Search | Trail::Unsure => None,
        };
        Known {
            document: self.document,
            billing: self.billing,
            overview: self.overview,
            marks: self.marks,
        } = known;
        self.scene.revision += 1;
        self.scene.folds = Folds::default();
        let mut speakers = self.document.speakers().iter();
        let same = name.and_then(|name| speakers.position(|other| other.name == name));
        self.scene.trail = match (trail, same.map(SpeakerId::at)) {
            (Trail::Search | Trail::Unsure, _) => trail,
            (Trail::Direct(_), Some(id)) => Trail::Direct(id),
            (_, Some(id)) => Trail::Speaker(id),
            (_, None) => Trail::Quotes,
        };
        self.left.1 = Trail::Quotes;
        self.scene.here = self.scene.here.and_then(|here| match here.target {
            Target::Hit => Some(here),
            Target::Quote(_) | Target::Mention(_) => self.quote_at(here.span.start()),
        });
        if self.scene.here.is_none() {
            self.scene.here = self.returning.and_then(|place| self.quote_at(place));
        }
        self.walk(self.scene.trail);
        self.fill_rows();
        if self.scene.paragraphs == Paragraphs::WithQuotes {
            self.reflow();
        }
        self.follow_list();
    }

    /// Where the reader is, to come back to.
    pub fn bookmark(&self) -> Bookmark {
        let quote = self.scene.here.map(|here| here.span.start());
        Bookmark { top: self.page.place_of(self.scene.top), quote: quote.or(self.returning) }
    }

    /// Notes where the reader is, before a jump.
    pub fn leave(&mut self) {
        let place = self.bookmark();
        self.jumps.leave(place);
    }

    /// Goes to a place where the reader has been.
    pub fn look(&mut self, place: Bookmark) {
        self.scroll(self.page.line_of(place.top));
        self.scene.here = place.quote.and_then(|quote| self.quote_at(quote));
        self.follow_list();
    }

    /// Goes to where a bookmark lies; its quote is gone to when it is found.
    pub fn return_to(&mut self, bookmark: Bookmark) {
        self.scroll(self.page.line_of(bookmark.top));
        self.returning = bookmark.quote;
        self.say("back where you left; g goes to the top");
    }

    /// The quote whose content begins at `place`.
    fn quote_at(&self, place: usize) -> Option<Stop> {
        let quotes = self.document.quotes();
        let at = quotes.partition_point(|quote| quote.start() < place);
        let same = quotes.get(at).is_some_and(|quote| quote.start() == place);
        same.then(|| quote_stop(&self.document, QuoteId::at(at)))
    }
}

/// Marks this place with a letter, or goes to the place that it marks.
pub fn take_letter(state: &mut State, letter: char) {
    let Some(use_of_letter) = state.scene.awaits.take() else { return };
    match (use_of_letter, letter) {
        (Letter::Mark, 'a'..='z') => {
            state.letters.insert(letter, state.bookmark());
            state.say(&format!("marked {letter}"));
        }
        (Letter::GoTo, '\'') => go_to_mark(state, state.jumps.last(), letter),
        (Letter::GoTo, 'a'..='z') => go_to_mark(state, state.letters.get(&letter).copied(), letter),
        (Letter::Mark | Letter::GoTo, _) => state.say("marks are letters from a to z"),
    }
}

fn go_to_mark(state: &mut State, place: Option<Bookmark>, letter: char) {
    match place {
        Some(place) => {
            state.leave();
            state.look(place);
        }
        None => state.say(&format!("nothing is marked {letter}")),
    }
}

/// Goes to the place before a jump, or on again.
pub fn jump(state: &mut State, way: Way) {
    let now = state.bookmark();
    let (place, end) = match way {
        Way::Back => (state.jumps.back(now), "this is the first place"),
        Way::On => (state.jumps.forward(now), "this is the last place"),
    };
    match place {
        Some(place) => state.look(place),
        None => state.say(end),
    }
}
