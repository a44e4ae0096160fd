//! Who said it: from the words of a source to a speaker.
//!
//! A source names somebody, or is a pronoun, or describes somebody: "the minister". Pronouns go to the last person
//! who spoke or was the subject, if title and first name allow; descriptions to the last person introduced with that
//! word. What is left is a speaker under its own words.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::model::cast::{Cast, Who, Wording};
use crate::model::lexicon::{Gender, RoleKind};
use crate::model::pronouns::Pronouns;
use crate::model::roles;
use crate::model::saying::Saying;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// Names back in which a description looks for whom it describes: some five pages.
const MEMORY: usize = 300;

/// The speakers of an article, and which one each quote has.
#[derive(Debug, Default)]
pub struct Attributed {
    /// The speakers, in the order of their first quote.
    pub speakers: Vec<Speaker>,
    /// For each quote, its speaker, and how the source tells.
    pub speaker_of: Vec<(Option<SpeakerId>, Wording)>,
}

/// Finds the speaker of each quote.
pub fn attribute(cast: Cast<'_>, sayings: &[Saying]) -> Attributed {
    let mut casting = Casting {
        cast,
        sayings,
        roles: roles::of_entities(&cast),
        keys: HashMap::new(),
        who: Vec::new(),
        attributed: Attributed::default(),
    };
    for number in 0..sayings.len() {
        casting.assign(number);
    }
    for speaker in &mut casting.attributed.speakers {
        join_touching(&mut speaker.mentions);
    }
    casting.attributed
}

struct Casting<'a> {
    cast: Cast<'a>,
    sayings: &'a [Saying],
    roles: HashMap<usize, String>,
    keys: HashMap<Who, SpeakerId>,
    /// Who each quote so far belongs to.
    who: Vec<Option<Who>>,
    attributed: Attributed,
}

impl Casting<'_> {
    fn assign(&mut self, number: usize) {
        let source = self.sayings.get(number).and_then(|saying| saying.source.clone());
        let (who, wording) = match &source {
            Some(source) => self.resolve(source, number),
            None => (None, Wording::Missing),
        };
        let speaker = who.as_ref().map(|who| self.speaker(who, source.as_ref()));
        if let (Some(id), Some(span)) = (speaker, source.and_then(|s| self.cast.reading.span(s)))
            && let Some(speaker) = self.attributed.speakers.get_mut(id.index())
        {
            speaker.mentions.push(span);
        }
        self.who.push(who);
        self.attributed.speaker_of.push((speaker, wording));
    }

    fn resolve(&self, source: &Range<usize>, number: usize) -> (Option<Who>, Wording) {
        let reading = self.cast.reading;
        let pronouns = Pronouns { cast: self.cast, sayings: self.sayings, who: &self.who };
        let pronoun = source.len() == 1;
        match reading.lower(source.start) {
            "he" | "him" if pronoun => {
                (pronouns.person(source.start, number, Some(Gender::Masculine)), Wording::Pronoun)
            }
            "she" | "her" if pronoun => {
                (pronouns.person(source.start, number, Some(Gender::Feminine)), Wording::Pronoun)
            }
            "who" if pronoun => (pronouns.antecedent(source.start), Wording::Pronoun),
            "they" | "we" | "it" | "which" | "i" | "you" if pronoun => {
                (pronouns.same_source(source.start, number), Wording::Pronoun)
            }
            _ => self.described(source),
        }
    }

    /// A name where the head of the phrase is one; else somebody known by that description, or the words themselves.
    fn described(&self, source: &Range<usize>) -> (Option<Who>, Wording) {
        let head = self.head(source);
        if let Some(entity) = self.named_head(&head) {
            return (Some(Who::Entity(entity)), Wording::Named);
        }
        let noun = self.cast.reading.lower(head.end.saturating_sub(1));
        let definite = matches!(self.cast.reading.lower(source.start), "the" | "this" | "that");
        let known = definite.then(|| self.known_as(noun, source.start)).flatten();
        let words = || {
            let own = self.own_words(source);
            (!own.is_empty()).then_some(Who::Words(own))
        };
        (known.map(Who::Entity).or_else(words), Wording::Nominal)
    }

    /// The phrase up to its first preposition, comma or relative pronoun.
    fn head(&self, source: &Range<usize>) -> Range<usize> {
        let reading = self.cast.reading;
        let end = source.clone().skip(1).find(|&at| {
            reading.kind(at) == TokenKind::Mark && reading.word(at) != "&"
                || matches!(
                    reading.lower(at),
                    "of" | "for"
                        | "from"
                        | "in"
                        | "at"
                        | "with"
                        | "who"
                        | "on"
                        | "to"
                        | "and"
                        | "whose"
                        | "that"
                        | "by"
                ) && !self.inside_name(at)
        });
        source.start..end.unwrap_or(source.end)
    }

    fn inside_name(&self, at: usize) -> bool {
        let before = self.cast.names.partition_point(|name| name.tokens.end <= at);
        self.cast.names.get(before).is_some_and(|name| name.title.start.min(name.tokens.start) < at)
    }

    /// The entity of the name that ends a phrase.
    fn named_head(&self, head: &Range<usize>) -> Option<usize> {
        let start = self.cast.names.partition_point(|name| name.tokens.end <= head.start);
        let inside = self.cast.names.iter().enumerate().skip(start);
        let (number, name) = inside.take_while(|(_, name)| name.tokens.start < head.end).last()?;
        let speaks = name.kind != EntityKind::Event;
        (name.tokens.end >= head.end && speaks)
            .then(|| self.cast.clusters.entity_of.get(number).copied())
            .flatten()
    }

    /// The last person before `at` whom the article introduced with `noun`.
    fn known_as(&self, noun: &str, at: usize) -> Option<usize> {
        let mut before = self.cast.names_before(at).rev().take(MEMORY).map(|(_, entity)| entity);
        before.find(|entity| {
            self.roles
                .get(entity)
                .is_some_and(|role| role.to_lowercase().split_whitespace().any(|word| word == noun))
        })
    }

    /// A description as a speaker's name: without its article, up to a comma or relative clause.
    fn own_words(&self, source: &Range<usize>) -> String {
        let reading = self.cast.reading;
        let article = matches!(reading.lower(source.start), "the" | "a" | "an");
        let start = source.start + usize::from(article);
        let end = (start + 1..source.end).find(|&at| {
            matches!(reading.lower(at), "," | "who" | "which" | "whose" | "(" | "—" | "–")
        });
        let words = reading.words(start..end.unwrap_or(source.end));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The number of a speaker, who is made at the first call.
    fn speaker(&mut self, who: &Who, source: Option<&Range<usize>>) -> SpeakerId {
        if let Some(id) = self.keys.get(who) {
            return *id;
        }
        let speaker = match who {
            Who::Entity(entity) => self.speaker_of_entity(*entity),
            Who::Words(words) => Speaker {
                name: words.clone(),
                kind: self.kind_of_words(source),
                role: None,
                mentions: Vec::new(),
            },
        };
        self.attributed.speakers.push(speaker);
        let id = SpeakerId::at(self.attributed.speakers.len() - 1);
        self.keys.insert(who.clone(), id);
        id
    }

    fn speaker_of_entity(&self, number: usize) -> Speaker {
        let entity = self.cast.entity(number);
        Speaker {
            name: entity.map_or_else(String::new, |entity| entity.name.clone()),
            kind: match entity.map(|entity| entity.kind) {
                Some(EntityKind::Person) => SpeakerKind::Person,
                Some(EntityKind::Organization | EntityKind::Place | EntityKind::Event) | None => {
                    SpeakerKind::Organization
                }
            },
            role: self.roles.get(&number).cloned(),
            mentions: entity.map_or_else(Vec::new, |entity| entity.mentions.clone()),
        }
    }

    fn kind_of_words(&self, source: Option<&Range<usize>>) -> SpeakerKind {
        let Some(source) = source else { return SpeakerKind::Anonymous };
        let head = self.head(source);
        let noun = self.cast.reading.lower(head.end.saturating_sub(1));
        match self.cast.lexicon.roles.get(noun).map(|role| role.kind) {
            Some(RoleKind::Group) => SpeakerKind::Group,
            Some(RoleKind::Organization | RoleKind::Document) => SpeakerKind::Organization,
            None if noun.ends_with('s') => SpeakerKind::Group,
            Some(RoleKind::Person) | None => SpeakerKind::Anonymous,
        }
    }
}

/// Sorts spans and joins those that overlap.
fn join_touching(spans: &mut Vec<Span>) {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.drain(..) {
        match joined.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            _ => joined.push(span),
        }
    }
    *spans = joined;
}
