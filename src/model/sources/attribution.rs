//! Finds the speaker of each quote from the words of its source.
//!
//! A source is a name, a pronoun, or a description such as "the minister". A relative pronoun refers to the noun before
//! it. A description refers to the person last introduced with its noun. Where that decides nothing, the network's
//! likeliest name does. A description that fits nobody with a name becomes a speaker under its own words.

use std::collections::HashMap;

use crate::annotation::entity::EntityKind;
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::model::lexicon::{Gender, RoleKind};
use crate::model::names::cast::Cast;
use crate::model::quotes::saying::Saying;
use crate::model::sources::antecedent::{Antecedents, Constraint};
use crate::model::sources::introductions::Introductions;
use crate::model::sources::phrase::Phrase;
use crate::text::article::BlockKind;
use crate::text::quotation_marks::Stretch;
use crate::text::span::merge_overlapping;

/// How many quotes back a document can be that is quoted again.
const DOCUMENT_REACH: usize = 4;

/// The speakers of an article, and who speaks in which quote.
#[derive(Debug, Default)]
pub(crate) struct Attributed {
    /// The speakers, in order of their first quote.
    pub speakers: Vec<Speaker>,
    /// The speaker of each quote.
    pub speaker_of: Vec<Option<SpeakerId>>,
}

/// Who a source refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Referent {
    /// An entity, by its number.
    Entity(usize),
    /// Somebody without a name, in the words of the source.
    Words(String),
}

/// Finds the speaker of each quote.
pub(crate) fn attribute(
    cast: Cast<'_>,
    introductions: &Introductions<'_>,
    antecedents: &Antecedents<'_>,
    stretches: &[Stretch],
    sayings: &[Saying],
) -> Attributed {
    let mut attribution = Attributor {
        cast,
        antecedents,
        stretches,
        introductions,
        ids: HashMap::new(),
        attributed: Attributed::default(),
    };
    for (number, saying) in sayings.iter().enumerate() {
        attribution.assign(saying, sayings.get(..number).unwrap_or_default());
    }
    for speaker in &mut attribution.attributed.speakers {
        speaker.mentions = merge_overlapping(std::mem::take(&mut speaker.mentions));
    }
    attribution.attributed
}

struct Attributor<'a> {
    cast: Cast<'a>,
    antecedents: &'a Antecedents<'a>,
    stretches: &'a [Stretch],
    introductions: &'a Introductions<'a>,
    ids: HashMap<Referent, SpeakerId>,
    attributed: Attributed,
}

impl<'a> Attributor<'a> {
    /// Finds the speaker of a quote; `before` are the quotes before it.
    fn assign(&mut self, saying: &Saying, before: &[Saying]) {
        let source = saying.source.clone().map(|source| Phrase::new(self.cast, source));
        let referent = source.as_ref().and_then(|source| self.resolve(source, saying));
        let known = match &source {
            Some(source) => {
                self.outer(source, before).or_else(|| self.same_document(source, before))
            }
            None => self.carried_over(saying, before),
        };
        let made = || referent.map(|referent| self.speaker(referent, source.as_ref()));
        let speaker = known.or_else(made);
        let own = source.and_then(|source| self.cast.reading.span(source.tokens));
        if let (Some(id), Some(span)) = (speaker, own)
            && let Some(speaker) = self.attributed.speakers.get_mut(id.index())
        {
            speaker.mentions.push(span);
        }
        self.attributed.speaker_of.push(speaker);
    }

    /// The speaker of a document that was just quoted: "the study" after "a Reuters survey".
    fn same_document(&self, source: &Phrase<'a>, before: &[Saying]) -> Option<SpeakerId> {
        let again = source.is_document() && source.is_definite() && source.owner().is_none();
        let first = if again { before.len().saturating_sub(DOCUMENT_REACH) } else { before.len() };
        let owned = (first..before.len()).rev().find(|&number| {
            let other = before.get(number).and_then(|saying| saying.source.clone());
            let other = other.map(|tokens| Phrase::new(self.cast, tokens));
            other.is_some_and(|other| other.owner().is_some())
        });
        owned.and_then(|number| self.speaker_at(number))
    }

    /// The speaker of the quote that contains a source, if that is "I" or "we".
    fn outer(&self, source: &Phrase<'a>, before: &[Saying]) -> Option<SpeakerId> {
        source.only_word().filter(|word| matches!(*word, "i" | "me" | "my" | "we" | "our"))?;
        let outer = before.iter().rposition(|saying| saying.holds(&source.tokens))?;
        self.speaker_at(outer)
    }

    /// The speaker of the quote before, for words in marks that closely follow it without a source of their own.
    fn carried_over(&self, saying: &Saying, before: &[Saying]) -> Option<SpeakerId> {
        let reading = self.cast.reading;
        let last = before.last()?;
        let next = self.stretches.partition_point(|marked| marked.tokens.end <= saying.start());
        let in_marks =
            self.stretches.get(next).is_some_and(|marked| marked.tokens.contains(&saying.start()));
        let between = reading
            .paragraph(saying.start())
            .abs_diff(reading.paragraph(last.reach().saturating_sub(1)));
        (in_marks && between <= 1).then(|| self.speaker_at(before.len() - 1)).flatten()
    }

    fn speaker_at(&self, quote: usize) -> Option<SpeakerId> {
        self.attributed.speaker_of.get(quote).copied().flatten()
    }

    /// Who a source refers to.
    fn resolve(&self, source: &Phrase<'a>, saying: &Saying) -> Option<Referent> {
        if let Some(constraint) = source.only_word().and_then(pronoun) {
            let relative = constraint == Constraint::Relative;
            let noun = relative.then(|| Phrase::before(self.cast, source.tokens.start)).flatten();
            return match noun {
                Some(noun) => self.described(&noun, saying),
                None if matches!(source.only_word(), Some("i" | "me" | "my")) => self
                    .author()
                    .map(Referent::Entity)
                    .or_else(|| self.antecedent(saying, constraint)),
                None => self.antecedent(saying, constraint),
            };
        }
        self.described(source, saying)
    }

    /// The person named in the byline.
    fn author(&self) -> Option<usize> {
        let Cast { reading, names, clusters, .. } = self.cast;
        let byline = reading.paragraphs.iter().find(|block| block.kind == BlockKind::Byline)?;
        let first = names.partition_point(|name| name.tokens.start < byline.tokens.start);
        let name = names
            .get(first)
            .filter(|name| name.kind == EntityKind::Person && name.tokens.end <= byline.tokens.end);
        name.and_then(|_| clusters.entity_of.get(first).copied())
    }

    /// Who a name or description refers to.
    fn described(&self, source: &Phrase<'a>, saying: &Saying) -> Option<Referent> {
        let by_name = source
            .named()
            .or_else(|| source.apposed(saying.cue.as_ref()))
            .or_else(|| source.owner());
        let known = by_name.or_else(|| self.introductions.of(source)).map(Referent::Entity);
        let antecedent = || {
            Self::constraint_of(source).and_then(|constraint| self.antecedent(saying, constraint))
        };
        let words = || Some(source.own_words()).filter(|own| !own.is_empty()).map(Referent::Words);
        known.or_else(antecedent).or_else(words)
    }

    /// Who the network thinks a source refers to.
    fn antecedent(&self, saying: &Saying, constraint: Constraint) -> Option<Referent> {
        self.antecedents.of(saying.source_tag?, constraint).map(Referent::Entity)
    }

    /// What a description of somebody known can refer to: "the minister", "her husband".
    fn constraint_of(source: &Phrase<'a>) -> Option<Constraint> {
        let known = source.is_definite() || source.is_bare() && source.in_headline();
        let role = source.role().filter(|_| known && !source.is_of_somebody())?;
        match role.kind {
            RoleKind::Person => Some(Constraint::Person(role.gender)),
            RoleKind::Organization => Some(Constraint::Body),
            RoleKind::Document | RoleKind::Group => None,
        }
    }

    /// Looks up a speaker, or adds one.
    fn speaker(&mut self, referent: Referent, source: Option<&Phrase<'a>>) -> SpeakerId {
        if let Some(id) = self.ids.get(&referent) {
            return *id;
        }
        let speaker = match &referent {
            Referent::Entity(entity) => self.speaker_of_entity(*entity),
            Referent::Words(words) => Speaker {
                name: words.clone(),
                kind: Self::kind_of_words(source),
                role: None,
                mentions: Vec::new(),
            },
        };
        self.attributed.speakers.push(speaker);
        let id = SpeakerId::at(self.attributed.speakers.len() - 1);
        self.ids.insert(referent, id);
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
            role: self.introductions.roles.get(&number).cloned(),
            mentions: entity.map_or_else(Vec::new, |entity| entity.mentions.clone()),
        }
    }

    fn kind_of_words(source: Option<&Phrase<'a>>) -> SpeakerKind {
        let Some(source) = source else { return SpeakerKind::Anonymous };
        match source.role().map(|role| role.kind) {
            Some(RoleKind::Group) => SpeakerKind::Group,
            Some(RoleKind::Organization | RoleKind::Document) => SpeakerKind::Organization,
            None if source.noun().ends_with('s') => SpeakerKind::Group,
            Some(RoleKind::Person) | None => SpeakerKind::Anonymous,
        }
    }
}

/// What a pronoun can refer to; nothing for other words. Only pronouns that can be the source of a quote are listed.
fn pronoun(word: &str) -> Option<Constraint> {
    Some(match word {
        "he" | "him" | "his" => Constraint::Person(Some(Gender::Masculine)),
        "she" | "her" | "hers" => Constraint::Person(Some(Gender::Feminine)),
        "it" | "its" => Constraint::Body,
        "i" | "me" | "my" | "you" | "your" => Constraint::Person(None),
        "who" | "which" | "that" | "whom" | "whose" => Constraint::Relative,
        "they" | "them" | "their" => Constraint::Several,
        _ => return None,
    })
}
