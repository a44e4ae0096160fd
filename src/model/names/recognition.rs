//! Recognizes names: takes what the network tagged and makes it consistent over the article.
//!
//! The same words name the same kind of entity throughout, and a name that was tagged once is one wherever it appears;
//! the network sees too little of the article at a time to know that. A title before a name is kept apart from it.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Gender, Lexicon};
use crate::model::names::name::Name;
use crate::model::names::short_forms::explained;
use crate::model::names::trimming::trimmed;
use crate::model::names::{long_names, votes};
use crate::model::network::tags::TaggedSpan;
use crate::text::reading::Reading;

/// The longest name that is looked for, in words.
const LONGEST: usize = 6;

/// The names of an article, in text order. `labels` are people named before the turns of a transcript.
pub(crate) fn recognize(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tags: &[TaggedSpan],
    labels: Vec<Range<usize>>,
) -> Vec<Name> {
    let recognizer = Recognizer { reading, lexicon };
    let tagged = tags.iter().enumerate().filter_map(|(number, tag)| {
        let kind = tag.kind?;
        let mut tokens = trimmed(reading, lexicon, tag.tokens.clone(), kind)?;
        if kind == EntityKind::Organization {
            tokens = long_names::whole(reading, lexicon, tokens);
        }
        Some((recognizer.name(tokens, kind, Some(number)), tag.share))
    });
    let (mut names, shares): (Vec<Name>, Vec<f32>) = recognizer.merged(tagged).into_iter().unzip();
    let kinds = votes::kinds(reading, lexicon, &names, &shares);
    for name in &mut names {
        if let Some(kind) = kinds.get(reading.words(name.tokens.clone())) {
            name.kind = *kind;
        }
    }
    names.extend(recognizer.missed(&names, &kinds));
    names.sort_by_key(|name| name.tokens.start);
    let is_free = |label: &Range<usize>| {
        let next = names.partition_point(|name| name.tokens.end <= label.start);
        names.get(next).is_none_or(|name| name.tokens.start >= label.end)
    };
    let labels = labels.into_iter().filter(is_free);
    let labels: Vec<Name> =
        labels.map(|label| recognizer.name(label, EntityKind::Person, None)).collect();
    names.extend(labels);
    names.sort_by_key(|name| name.tokens.start);
    names
}

struct Recognizer<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
}

impl Recognizer<'_> {
    fn name(&self, tokens: Range<usize>, kind: EntityKind, tag: Option<usize>) -> Name {
        let title = self.title_before(tokens.start);
        let gender = self.gender(&tokens, &title);
        Name { tokens, kind, gender, title, tag }
    }

    /// The capitalized words right before a name, from the first title or nationality on, if any is a title: `Secretary
    /// of State`.
    fn title_before(&self, end: usize) -> Range<usize> {
        let sentence = self.reading.sentence(end).start;
        let belongs = |at: usize| {
            self.reading.is_capitalized(at)
                || self.reading.word(at) == "of"
                    && at.checked_sub(1).is_some_and(|before| self.is_title(before))
        };
        let start = (sentence..end).rev().take_while(|&at| belongs(at)).last().unwrap_or(end);
        if !(start..end).any(|at| self.is_title(at)) {
            return end..end;
        }
        let first = (start..end).find(|&at| self.is_title(at) || self.is_nation(at));
        first.unwrap_or(end)..end
    }

    fn is_title(&self, at: usize) -> bool {
        self.lexicon.titles.contains_key(self.reading.word(at))
    }

    fn is_nation(&self, at: usize) -> bool {
        let word = self.reading.word(at);
        self.lexicon.demonyms.contains(word) || self.lexicon.places.contains(word)
    }

    /// The gender that a title shows, or else the first of several words.
    fn gender(&self, tokens: &Range<usize>, title: &Range<usize>) -> Option<Gender> {
        let of_title =
            |at: usize| self.lexicon.titles.get(self.reading.word(at)).copied().flatten();
        let first_name = self.lexicon.first_names.get(self.reading.word(tokens.start));
        let by_first_name = first_name.copied().flatten().filter(|_| tokens.len() > 1);
        title.clone().find_map(of_title).or(by_first_name)
    }

    /// Names with their shares, where overlapping ones are merged: a name that explains a short form takes in its long
    /// form, and particles join two people's names to one.
    fn merged(&self, tagged: impl Iterator<Item = (Name, f32)>) -> Vec<(Name, f32)> {
        let long_forms = explained(self.reading);
        let mut merged: Vec<(Name, f32)> = Vec::new();
        for (mut name, share) in tagged {
            let next = long_forms.partition_point(|long| long.end <= name.tokens.start);
            let long = long_forms.get(next).filter(|long| long.start < name.tokens.end);
            if let Some(long) = long {
                name.tokens = long.clone();
                if name.kind == EntityKind::Person {
                    name.kind = EntityKind::Organization;
                }
            }
            let overlaps =
                merged.last().is_some_and(|(last, _)| name.tokens.start < last.tokens.end);
            let is_one_person = |last: &Name| {
                [last.kind, name.kind] == [EntityKind::Person; 2]
                    && long_names::joins(self.reading, last.tokens.end..name.tokens.start)
            };
            if let Some((last, _)) = merged.last_mut().filter(|(last, _)| is_one_person(last)) {
                last.tokens.end = name.tokens.end;
            } else if !overlaps {
                merged.push((name, share));
            }
        }
        merged
    }

    /// Known names where the network did not tag them.
    fn missed(&self, names: &[Name], kinds: &HashMap<&str, EntityKind>) -> Vec<Name> {
        let mut free = vec![true; self.reading.tokens.len()];
        for name in names {
            free.get_mut(name.tokens.clone()).unwrap_or_default().fill(false);
        }
        let is_free = |at: usize| free.get(at) == Some(&true);
        let mut missed = Vec::new();
        let mut at = 0;
        while at < free.len() {
            let limit = self.reading.sentence(at).end.min(at + LONGEST);
            let can_begin = is_free(at) && self.reading.is_capitalized(at);
            let mut ends = (at + 1..=limit).rev().filter(|_| can_begin);
            let found = ends.find_map(|end| {
                let kind = kinds.get(self.reading.words(at..end))?;
                ((at..end).all(is_free) && self.is_unmistakable(at, end)).then_some((end, *kind))
            });
            at = match found {
                Some((end, kind)) => {
                    missed.push(self.name(at..end, kind, None));
                    end
                }
                None => at + 1,
            };
        }
        missed
    }

    /// Whether words are a name wherever they appear: several words, or one that is neither an everyday word nor the
    /// beginning of a longer name.
    fn is_unmistakable(&self, start: usize, end: usize) -> bool {
        let is_common = self.lexicon.lower_words.contains(self.reading.lower(start));
        let goes_on = self.reading.is_capitalized(end) && self.reading.same_sentence(start, end);
        end - start > 1 || !is_common && !goes_on
    }
}
