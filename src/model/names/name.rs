//! Names: what the network found, made consistent over the article.
//!
//! The same words name the same sort of thing throughout, and a surname alone names the person whose full name stands
//! elsewhere; the network sees too little of the article at once to know that. Titles are told apart from names here.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Gender, Lexicon, capitalize};
use crate::model::names::long_names::{self, PARTICLES};
use crate::model::names::name_kinds::{by_word, is_acronym};
use crate::model::names::short_forms::explained;
use crate::model::network::tags::TaggedSpan;
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// Words of the longest name that is looked for.
const LONGEST: usize = 6;
/// What the full name of a person says for its last word alone, beside the network's own share for it.
const BY_FULL_NAME: f32 = 0.7;
/// What a list says for the kind of a name.
const BY_LIST: f32 = 0.5;
/// What the last word of a name says: `… River`.
const BY_LAST_WORD: f32 = 0.5;
/// What it says for an organization that a name is all in capitals.
const BY_CAPITALS: f32 = 0.5;

/// A name in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
    /// What title or first name tell.
    pub gender: Option<Gender>,
    /// Titles and adjectives right before it, by number: "Russian Foreign Minister".
    pub title: Range<usize>,
    /// The number of the tag that it was found with; nothing for a name that was found by its words.
    pub tag: Option<usize>,
}

/// The names of an article, in order. `labels` are people whom the form of the article names.
pub(crate) fn settle(
    reading: &Reading<'_>,
    lexicon: &Lexicon,
    tags: &[TaggedSpan],
    labels: Vec<Range<usize>>,
) -> Vec<Name> {
    let settler = Settler { reading, lexicon };
    let found = tags.iter().enumerate().filter_map(|(number, tag)| {
        let kind = tag.kind?;
        let mut tokens = settler.bare(tag.tokens.clone(), kind)?;
        if kind == EntityKind::Organization {
            tokens = long_names::whole(reading, lexicon, tokens);
        }
        Some((settler.name(tokens, kind, Some(number)), tag.share))
    });
    let (mut names, shares): (Vec<Name>, Vec<f32>) = settler.with_explained(found).unzip();
    let votes = settler.votes(&names, &shares);
    for name in &mut names {
        if let Some(kind) = votes.get(reading.words(name.tokens.clone())) {
            name.kind = *kind;
        }
    }
    let mut missed = settler.missed(&names, &votes);
    names.append(&mut missed);
    names.sort_by_key(|name| name.tokens.start);
    let free = |label: &Range<usize>| {
        let next = names.partition_point(|name| name.tokens.end <= label.start);
        names.get(next).is_none_or(|name| name.tokens.start >= label.end)
    };
    let labels = labels.into_iter().filter(free);
    let labels: Vec<Name> =
        labels.map(|label| settler.name(label, EntityKind::Person, None)).collect();
    names.extend(labels);
    names.sort_by_key(|name| name.tokens.start);
    names
}

struct Settler<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
}

impl Settler<'_> {
    fn name(&self, tokens: Range<usize>, kind: EntityKind, tag: Option<usize>) -> Name {
        let title = self.title_before(tokens.start);
        let gender = self.gender(&tokens, &title);
        Name { tokens, kind, gender, title, tag }
    }

    /// Names with their shares, those that explain a short form whole.
    fn with_explained(
        &self,
        found: impl Iterator<Item = (Name, f32)>,
    ) -> impl Iterator<Item = (Name, f32)> {
        let explained = explained(self.reading);
        let mut whole: Vec<(Name, f32)> = Vec::new();
        for (mut name, share) in found {
            let next = explained.partition_point(|long| long.end <= name.tokens.start);
            let long = explained.get(next).filter(|long| long.start < name.tokens.end);
            if let Some(long) = long {
                name.tokens = long.clone();
                if name.kind == EntityKind::Person {
                    name.kind = EntityKind::Organization;
                }
            }
            let inside = whole.last().is_some_and(|(last, _)| name.tokens.start < last.tokens.end);
            let one = |first: &Name| {
                [first.kind, name.kind] == [EntityKind::Person; 2]
                    && long_names::joins(self.reading, first.tokens.end..name.tokens.start)
            };
            if let Some((first, _)) = whole.last_mut().filter(|(first, _)| one(first)) {
                first.tokens.end = name.tokens.end;
            } else if !inside {
                whole.push((name, share));
            }
        }
        whole.into_iter()
    }

    /// A name without what cannot be part of one: words of every day at its edges, titles before a person, an opened
    /// bracket. Nothing if no name is left.
    fn bare(&self, tokens: Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
        let bracket = tokens.clone().find(|&at| self.reading.word(at) == "(");
        let mut bare = tokens.start..bracket.unwrap_or(tokens.end);
        if kind == EntityKind::Person {
            bare = self.bare_person(bare);
        }
        while bare.len() > 1 && !self.can_end(bare.end - 1) {
            bare.end -= 1;
        }
        while bare.len() > 1 && !self.can_begin(bare.start, kind) {
            bare.start += 1;
        }
        let word = self.reading.word(bare.start);
        let names = self.can_begin(bare.start, kind) && !self.lexicon.demonyms.contains(word);
        (bare.len() > 1 || names && !self.is_function_word(bare.start)).then_some(bare)
    }

    /// A person without what stands before the last title, and without where the person is from.
    fn bare_person(&self, tokens: Range<usize>) -> Range<usize> {
        let first_name = |at: &usize| {
            self.lexicon.first_names.contains_key(self.reading.word(*at)) && !self.is_title(*at)
        };
        let short = |at: usize| self.is_title(at) && self.reading.word(at).ends_with('.');
        let named = tokens.clone().find(first_name).unwrap_or(tokens.end);
        let told = |at: &usize| short(*at) || *at < named && self.is_title(*at);
        let titled = tokens.clone().rev().filter(|at| at + 1 < tokens.end).find(told);
        let start = titled.map_or(tokens.start, |at| at + 1);
        let from = (start + 2..tokens.end).find(|&at| self.reading.word(at) == "of");
        start..from.unwrap_or(tokens.end)
    }

    fn is_function_word(&self, at: usize) -> bool {
        matches!(
            self.reading.lower(at),
            "he" | "she"
                | "it"
                | "they"
                | "we"
                | "i"
                | "you"
                | "the"
                | "a"
                | "an"
                | "this"
                | "that"
        )
    }

    fn can_end(&self, at: usize) -> bool {
        match self.reading.kind(at) {
            TokenKind::Word => self.reading.word(at).chars().any(char::is_uppercase),
            TokenKind::Number => true,
            TokenKind::Possessive | TokenKind::Mark => false,
        }
    }

    fn can_begin(&self, at: usize, kind: EntityKind) -> bool {
        let particle = PARTICLES.contains(&self.reading.word(at));
        let title = kind == EntityKind::Person && self.is_title(at);
        !title && (particle || self.can_end(at))
    }

    fn is_title(&self, at: usize) -> bool {
        self.lexicon.titles.contains_key(self.reading.word(at))
    }

    /// The capitalized words right before a name, if one of them is a title: `Secretary of State`.
    fn title_before(&self, end: usize) -> Range<usize> {
        let sentence = self.reading.sentence(end).start;
        let belongs = |at: usize| {
            self.reading.is_capitalized(at)
                || self.reading.word(at) == "of"
                    && at.checked_sub(1).is_some_and(|before| self.is_title(before))
        };
        let start = (sentence..end).rev().take_while(|&at| belongs(at)).last().unwrap_or(end);
        let told = (start..end).find(|&at| self.is_title(at) || self.is_nation(at));
        if (start..end).any(|at| self.is_title(at)) { told.unwrap_or(end)..end } else { end..end }
    }

    fn is_nation(&self, at: usize) -> bool {
        let word = self.reading.word(at);
        self.lexicon.demonyms.contains(word) || self.lexicon.places.contains(word)
    }

    fn gender(&self, tokens: &Range<usize>, title: &Range<usize>) -> Option<Gender> {
        let told = |at: usize| self.lexicon.titles.get(self.reading.word(at)).copied().flatten();
        let by_title = title.clone().find_map(told);
        let first = self.lexicon.first_names.get(self.reading.word(tokens.start));
        by_title.or_else(|| first.copied().flatten().filter(|_| tokens.len() > 1))
    }

    /// The kind that the article as a whole gives to each name, by its words.
    fn votes(&self, names: &[Name], shares: &[f32]) -> HashMap<&str, EntityKind> {
        let mut ballots: HashMap<&str, [f32; EntityKind::ALL.len()]> = HashMap::new();
        let mut vote = |words, kind: EntityKind, share| {
            if let Some(sum) = ballots.entry(words).or_default().get_mut(kind as usize) {
                *sum += share;
            }
        };
        for (name, share) in names.iter().zip(shares) {
            vote(self.reading.words(name.tokens.clone()), name.kind, *share);
            if name.kind == EntityKind::Person && name.tokens.len() > 1 {
                vote(self.reading.word(name.tokens.end - 1), name.kind, BY_FULL_NAME);
            }
            for (kind, share) in self.told(name) {
                vote(self.reading.words(name.tokens.clone()), kind, share);
            }
        }
        let winner = |ballot: [f32; EntityKind::ALL.len()]| {
            let most = |a: &EntityKind, b: &EntityKind| {
                ballot[*a as usize].total_cmp(&ballot[*b as usize])
            };
            EntityKind::ALL.iter().copied().max_by(most)
        };
        ballots.into_iter().filter_map(|(words, ballot)| Some((words, winner(ballot)?))).collect()
    }

    /// What a name's own words tell of its kind.
    fn told(&self, name: &Name) -> impl Iterator<Item = (EntityKind, f32)> {
        let Range { start, end } = name.tokens.clone();
        let listed = self
            .lexicon
            .listed_name(self.reading, start, end)
            .filter(|(to, _)| *to == end)
            .map(|(_, kind)| kind);
        let word = self.reading.word(start);
        let short = end - start == 1 && is_acronym(word) && !self.is_surname(word);
        let acronym = short.then_some((EntityKind::Organization, BY_CAPITALS));
        let by_word =
            by_word(self.reading, self.lexicon, &name.tokens).map(|kind| (kind, BY_LAST_WORD));
        listed.map(|kind| (kind, BY_LIST)).or(by_word).or(acronym).into_iter()
    }

    /// Whether a word in capitals is a surname, as of a speaker in a transcript.
    fn is_surname(&self, word: &str) -> bool {
        let usual = capitalize(word);
        self.lexicon.surnames.contains(usual.as_str())
            || self.lexicon.first_names.contains_key(usual.as_str())
    }

    /// Known names where the network did not see them.
    fn missed(&self, names: &[Name], votes: &HashMap<&str, EntityKind>) -> Vec<Name> {
        let mut taken = vec![false; self.reading.tokens.len()];
        for name in names {
            taken.get_mut(name.tokens.clone()).unwrap_or_default().fill(true);
        }
        let mut missed = Vec::new();
        let mut at = 0;
        while at < taken.len() {
            let free = |at: usize| taken.get(at) == Some(&false);
            let limit = self.reading.sentence(at).end.min(at + LONGEST);
            let starts = free(at) && self.reading.is_capitalized(at);
            let mut ends = (at + 1..=limit).rev().filter(|_| starts);
            let found = ends.find_map(|end| {
                let kind = votes.get(self.reading.words(at..end))?;
                ((at..end).all(free) && self.is_plain(at, end)).then_some((end, *kind))
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

    /// Whether words are a name wherever they stand: more than one, or one that is no word of every day, and not part
    /// of a longer name.
    fn is_plain(&self, start: usize, end: usize) -> bool {
        let common = self.lexicon.lower_words.contains(self.reading.lower(start));
        let goes_on = self.reading.is_capitalized(end) && self.reading.same_sentence(start, end);
        end - start > 1 || !common && !goes_on
    }
}
