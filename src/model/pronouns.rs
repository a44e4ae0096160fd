//! Whom a pronoun stands for.
//!
//! "He" and "she" go to the last person who spoke or was the subject of a sentence, if title and first name allow;
//! "who" to the name before it; "they", "we" and "it" to a group or body that spoke just before.

use crate::model::cast::{Cast, Who};
use crate::model::lexicon::Gender;
use crate::model::names::Name;
use crate::model::saying::Saying;

/// Paragraphs back in which a pronoun looks for its person.
const FARTHEST_BACK: usize = 4;

/// Finds whom the source of a quote stands for.
#[derive(Clone, Copy, Debug)]
pub struct Pronouns<'a> {
    /// The article's people.
    pub cast: Cast<'a>,
    /// Its quotes.
    pub sayings: &'a [Saying],
    /// Whom the quotes so far belong to.
    pub who: &'a [Option<Who>],
}

impl Pronouns<'_> {
    /// The person whom "he" or "she" at `at` stands for.
    pub fn person(&self, at: usize, number: usize, gender: Option<Gender>) -> Option<Who> {
        let here = self.cast.reading.paragraph(at);
        let spoke =
            self.last_speaker(number, here).filter(|&entity| self.cast.may_be(entity, gender));
        let mut best: Option<(usize, usize)> = None;
        let mut sentence = usize::MAX;
        for (name, entity) in self.cast.names_before(at).rev() {
            if here - self.cast.reading.paragraph(name.tokens.start) > FARTHEST_BACK {
                break;
            }
            let start = self.cast.reading.sentence(name.tokens.start).start;
            if best.is_some() && start != sentence {
                break;
            }
            if self.cast.may_be(entity, gender) && !self.is_quoted(name) {
                sentence = start;
                best = Some((name.tokens.start, entity));
            }
        }
        let last_said = number.checked_sub(1).and_then(|last| self.sayings.get(last));
        let since = last_said.map_or(0, Saying::reach);
        let entity = match (best, spoke) {
            (Some((place, entity)), Some(spoke)) => {
                if place >= since {
                    entity
                } else {
                    spoke
                }
            }
            (Some((_, entity)), None) => entity,
            (None, spoke) => spoke?,
        };
        Some(Who::Entity(entity))
    }

    /// Who spoke last, if that was in this paragraph or the one before.
    fn last_speaker(&self, number: usize, here: usize) -> Option<usize> {
        let last = number.checked_sub(1)?;
        let saying = self.sayings.get(last)?;
        let near = here - self.cast.reading.paragraph(saying.end().saturating_sub(1)) <= 1;
        match self.who.get(last)?.as_ref()? {
            Who::Entity(entity) if near => Some(*entity),
            Who::Entity(_) | Who::Words(_) => None,
        }
    }

    /// Whether a name stands in words that somebody said: the speaker is not in their own words.
    fn is_quoted(&self, name: &Name) -> bool {
        let after = self.sayings.partition_point(|saying| saying.start() <= name.tokens.start);
        let near = self.sayings.iter().take(after).rev().take(2);
        near.into_iter().any(|saying| saying.holds(&name.tokens))
    }

    /// The name before "who".
    pub fn antecedent(&self, at: usize) -> Option<Who> {
        let (name, entity) = self.cast.names_before(at).next_back()?;
        (at - name.tokens.end <= 2).then_some(Who::Entity(entity))
    }

    /// A pronoun for a group or a thing: whoever spoke last in these words' paragraph.
    pub fn same_source(&self, at: usize, number: usize) -> Option<Who> {
        let last = number.checked_sub(1)?;
        let here = self.cast.reading.paragraph(at);
        let near = self.cast.reading.paragraph(self.sayings.get(last)?.start()) + 1 >= here;
        let who = self.who.get(last)?.clone()?;
        let person = match &who {
            Who::Entity(entity) => self.cast.may_be(*entity, None),
            Who::Words(_) => false,
        };
        (near && !person).then_some(who)
    }
}
