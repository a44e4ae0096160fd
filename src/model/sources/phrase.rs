//! A source as a noun phrase: its head, the name in it, whose document it is.

use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{DETERMINERS, Role, RoleKind};
use crate::model::names::cast::Cast;
use crate::model::names::name::Name;
use crate::text::article::BlockKind;
use crate::text::token::TokenKind;

/// Words that end the head of a phrase: prepositions, relative pronouns, and adverbs that come between source and cue.
const AFTER_HEAD: &[&str] = &[
    "about",
    "after",
    "against",
    "also",
    "among",
    "and",
    "as",
    "at",
    "before",
    "behind",
    "but",
    "by",
    "earlier",
    "for",
    "from",
    "himself",
    "herself",
    "in",
    "itself",
    "last",
    "later",
    "near",
    "next",
    "of",
    "on",
    "or",
    "over",
    "recently",
    "that",
    "themselves",
    "then",
    "this",
    "to",
    "today",
    "tomorrow",
    "who",
    "whom",
    "whose",
    "which",
    "with",
    "yesterday",
];
/// Words that the network tags as the beginning of a source but that are not part of it.
const BEFORE: &[&str] = &["and", "but", "both", "even", "also", "as", "yet", "so", "then"];
/// The most tokens between a source and its cue that can be an apposition.
const LONGEST_APPOSITION: usize = 10;
/// How far back the beginning of a noun phrase can be, in tokens.
const LONGEST_NOUN: usize = 8;

/// A source as a noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase<'a> {
    cast: Cast<'a>,
    /// Its tokens, without an "and" or "but" before them.
    pub tokens: Range<usize>,
    /// Its tokens up to the first preposition, comma or relative pronoun.
    pub head: Range<usize>,
}

impl<'a> Phrase<'a> {
    /// The phrase of a source, and of the name right after it if the source breaks off.
    pub(crate) fn new(cast: Cast<'a>, source: Range<usize>) -> Self {
        let reading = cast.reading;
        let mut tokens = source;
        while tokens.len() > 1 && BEFORE.contains(&reading.lower(tokens.start)) {
            tokens.start += 1;
        }
        if DETERMINERS.contains(&reading.lower(tokens.end.saturating_sub(1))) {
            // the network sometimes stops before an unfamiliar name
            let next = cast.names.partition_point(|name| name.tokens.start < tokens.end);
            let name = cast.names.get(next).filter(|name| name.tokens.start == tokens.end);
            tokens.end = name.map_or(tokens.end, |name| name.tokens.end);
        }
        let mut phrase = Self { cast, head: tokens.clone(), tokens };
        phrase.head = phrase.find_head();
        phrase
    }

    /// The noun phrase right before a relative pronoun: `the officer` in "the officer who".
    pub(crate) fn before(cast: Cast<'a>, relative: usize) -> Option<Self> {
        let reading = cast.reading;
        let floor = reading.sentence(relative).start.max(relative.saturating_sub(LONGEST_NOUN));
        let comma = usize::from(
            relative.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "," | "—" | "–")),
        );
        let end = relative - comma;
        let determined = (floor..end).rev().find(|&at| DETERMINERS.contains(&reading.lower(at)));
        let named = cast.names_before(end).next_back().map(|(name, _)| name.title.start);
        let named = named.filter(|start| (floor..end).contains(start));
        let start = determined.or(named).or_else(|| end.checked_sub(1))?;
        (floor <= start && start < end).then(|| Self::new(cast, start..end))
    }

    /// Its word in lower case, if it has only one.
    pub(crate) fn only_word(&self) -> Option<&'a str> {
        (self.tokens.len() == 1).then(|| self.cast.reading.lower(self.tokens.start))
    }

    /// The last word of the head, in lower case.
    pub(crate) fn noun(&self) -> &'a str {
        self.cast.reading.lower(self.head.end.saturating_sub(1))
    }

    /// The role that the last word of the head names.
    pub(crate) fn role(&self) -> Option<Role> {
        self.cast.lexicon.roles.get(self.noun()).copied()
    }

    /// Whether it refers to somebody known: "the minister", "her husband".
    pub(crate) fn is_definite(&self) -> bool {
        let first = self.cast.reading.lower(self.tokens.start);
        matches!(first, "the" | "this" | "that" | "his" | "her" | "their" | "its")
    }

    /// Whether it lacks an article, as in headlines and captions: "Senator from Texas says".
    pub(crate) fn is_bare(&self) -> bool {
        let is_bare = !DETERMINERS.contains(&self.cast.reading.lower(self.tokens.start));
        let kind = self.role().map(|role| role.kind);
        let is_singular = matches!(kind, Some(RoleKind::Person | RoleKind::Organization));
        is_bare && (is_singular && !self.noun().ends_with('s') || self.in_headline())
    }

    /// Whether it is something written or said: "a study".
    pub(crate) fn is_document(&self) -> bool {
        self.role().is_some_and(|role| role.kind == RoleKind::Document)
    }

    /// Whether it is in a headline, where articles are left out and people are introduced later.
    pub(crate) fn in_headline(&self) -> bool {
        let reading = self.cast.reading;
        let paragraph = reading.paragraphs.get(reading.paragraph(self.tokens.start));
        paragraph.is_some_and(|paragraph| paragraph.kind == BlockKind::Headline)
    }

    /// The entity that it names, if its head ends in a name.
    pub(crate) fn named(&self) -> Option<usize> {
        let (last, entity) = self.names_in(&self.head).last()?;
        (last.tokens.end >= self.head.end).then_some(entity)
    }

    /// The person whose name follows the head in commas: `her lawyer, Ann Lee,`. If the source does not include the
    /// name, it is looked for up to the cue.
    pub(crate) fn apposed(&self, cue: Option<&Range<usize>>) -> Option<usize> {
        let reading = self.cast.reading;
        let before_cue = cue.map(|cue| cue.start).filter(|&start| {
            self.tokens.end < start && start - self.tokens.end <= LONGEST_APPOSITION
        });
        let end = before_cue.unwrap_or(self.tokens.end);
        let mut names = self.names_in(&(self.head.end..end));
        names.find_map(|(name, entity)| {
            let start = name.title.start.min(name.tokens.start);
            let set_off = start.checked_sub(1).is_some_and(|before| reading.word(before) == ",");
            let ends = name.tokens.end >= end || reading.word(name.tokens.end) == ",";
            (set_off && ends && name.kind == EntityKind::Person).then_some(entity)
        })
    }

    /// Whether its head says whose it is: "the Clinton campaign".
    pub(crate) fn is_of_somebody(&self) -> bool {
        self.names_in(&self.head).any(|(name, _)| name.kind != EntityKind::Place)
    }

    /// The entity whose document it is: `Lee's report`, `a Reuters survey`, `a study by Ann Lee`.
    pub(crate) fn owner(&self) -> Option<usize> {
        if !self.is_document() {
            return None;
        }
        let reading = self.cast.reading;
        let after = self.head.end..self.tokens.end;
        let by = after.into_iter().find(|&at| matches!(reading.lower(at), "by" | "from"));
        let author = || Self::new(self.cast, by? + 1..self.tokens.end).named();
        self.names_in(&self.head).last().map(|(_, entity)| entity).or_else(author)
    }

    /// Its words as the name of a speaker: without the article, up to a comma or relative clause.
    pub(crate) fn own_words(&self) -> String {
        let reading = self.cast.reading;
        let article = matches!(reading.lower(self.tokens.start), "the" | "a" | "an");
        let start = self.tokens.start + usize::from(article && self.tokens.len() > 1);
        let end = (start + 1..self.tokens.end).find(|&at| {
            matches!(reading.lower(at), "," | "who" | "which" | "whose" | "(" | "—" | "–")
        });
        let words = reading.words(start..end.unwrap_or(self.tokens.end));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The names that overlap some tokens, each with the number of its entity; events are left out.
    fn names_in<'b>(
        &'b self,
        tokens: &Range<usize>,
    ) -> impl Iterator<Item = (&'a Name, usize)> + 'b {
        let Cast { names, clusters, .. } = self.cast;
        let (start, end) = (tokens.start, tokens.end);
        let first = names.partition_point(move |name| name.tokens.end <= start);
        let all = names.iter().zip(clusters.entity_of.iter().copied()).skip(first);
        all.take_while(move |(name, _)| name.tokens.start < end)
            .filter(|(name, _)| name.kind != EntityKind::Event)
    }

    fn find_head(&self) -> Range<usize> {
        let reading = self.cast.reading;
        let ends = |at: usize| match reading.kind(at) {
            TokenKind::Mark => reading.word(at) != "&",
            TokenKind::Word => AFTER_HEAD.contains(&reading.lower(at)) && !self.joins_nouns(at),
            TokenKind::Number | TokenKind::Possessive => false,
        };
        let Range { start, end } = self.tokens.clone();
        let mut end = (start + 1..end).find(|&at| ends(at) && !self.inside_name(at)).unwrap_or(end);
        while end > start + 1 && reading.kind(end - 1) == TokenKind::Possessive {
            end -= 1;
        }
        start..end
    }

    /// Whether an "and" joins two descriptions of one person: "the former mayor and senator".
    fn joins_nouns(&self, at: usize) -> bool {
        let reading = self.cast.reading;
        let next = reading.lower(at + 1);
        let one = !DETERMINERS.contains(&next) && !reading.lower(at - 1).ends_with('s');
        let role = |at: usize| self.cast.lexicon.roles.contains_key(reading.lower(at));
        reading.lower(at) == "and"
            && one
            && (self.tokens.start..at).any(role)
            && (at + 1..self.tokens.end).take(3).any(role)
    }

    fn inside_name(&self, at: usize) -> bool {
        let before = self.cast.names.partition_point(|name| name.tokens.end <= at);
        let name = self.cast.names.get(before);
        name.is_some_and(|name| name.title.start.min(name.tokens.start) < at)
    }
}
