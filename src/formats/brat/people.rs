//! The speakers and entities that the lines refer to.
//!
//! Files of other programs have no references. There the speaker is the person or organization named in the source, or
//! else the words of the source.

use std::collections::BTreeMap;

use crate::annotation::entity::{Entity, EntityKind};
use crate::annotation::kinds::{SPEAKER_KINDS, value_of};
use crate::annotation::speaker::{Speaker, SpeakerId, SpeakerKind};
use crate::formats::brat::fault::StandoffError;
use crate::formats::brat::ground::Ground;
use crate::formats::brat::lines::{
    AnnLines, ENTITY, KIND, MENTION, NAMES, REFERENCE, ROLE, Remark, SPEAKER,
};
use crate::text::span::{Span, merge_overlapping};

/// The speakers and entities of an `.ann`.
#[derive(Default)]
pub(super) struct People {
    speakers: Vec<Speaker>,
    entities: Vec<Entity>,
    /// The speakers by their references.
    names: BTreeMap<String, SpeakerId>,
    /// The references of events and texts.
    of: BTreeMap<String, String>,
}

/// What references are sorted by: the number first, so that `s2` comes before `s10`.
fn rank(reference: &str) -> (usize, &str) {
    let digits = reference.trim_start_matches(|c: char| !c.is_ascii_digit());
    (digits.parse().unwrap_or(usize::MAX), reference)
}

impl People {
    /// Reads everything that the lines refer to.
    pub(super) fn read(lines: &AnnLines<'_>, ground: &Ground<'_>) -> Result<Self, StandoffError> {
        let mut people = Self::default();
        people.read_entities(lines, ground)?;
        people.read_speakers(lines, ground)?;
        Ok(people)
    }

    /// The speakers and the entities, with mentions in the order of the text.
    pub(super) fn into_lists(mut self) -> (Vec<Speaker>, Vec<Entity>) {
        for speaker in &mut self.speakers {
            speaker.mentions = merge_overlapping(std::mem::take(&mut speaker.mentions));
        }
        (self.speakers, self.entities)
    }

    /// The speaker to whom an event refers.
    pub(super) fn speaker_of(&self, event: &str) -> Option<SpeakerId> {
        self.names.get(self.of.get(event)?).copied()
    }

    /// The speaker named in a source; one who is not listed yet is added.
    pub(super) fn speaker_in(&mut self, source: &[Span], ground: &Ground<'_>) -> Option<SpeakerId> {
        let whole = source.first()?;
        let named = self.entities.iter().find(|entity| {
            let speaks = matches!(entity.kind, EntityKind::Person | EntityKind::Organization);
            speaks && entity.mentions.iter().any(|mention| whole.covers(*mention))
        });
        let (name, kind) = match named {
            Some(Entity { name, kind: EntityKind::Person, .. }) => {
                (name.clone(), SpeakerKind::Person)
            }
            Some(entity) => (entity.name.clone(), SpeakerKind::Organization),
            None => (ground.words(source), SpeakerKind::Anonymous),
        };
        let next = SpeakerId::at(self.speakers.len());
        let id = *self.names.entry(name.clone()).or_insert(next);
        if id == next {
            self.speakers.push(Speaker { name, kind, role: None, mentions: Vec::new() });
        }
        if let Some(speaker) = self.speakers.get_mut(id.index()) {
            speaker.mentions.extend(source);
        }
        Some(id)
    }

    fn read_entities(
        &mut self,
        lines: &AnnLines<'_>,
        ground: &Ground<'_>,
    ) -> Result<(), StandoffError> {
        let referred = references(lines, ENTITY);
        let mut found: BTreeMap<(usize, String), Entity> = BTreeMap::new();
        for (id, text) in lines.order.iter().filter_map(|id| Some((*id, lines.texts.get(id)?))) {
            let Some(kind) = value_of(NAMES, text.label) else { continue };
            let mentions = ground.spans(text)?;
            let words = ground.words(&mentions);
            let (key, name) = match referred.get(id) {
                Some(remark) => (rank(remark.value), remark.words.to_owned()),
                None => ((usize::MAX, words.as_str()), words.clone()),
            };
            let entity = found
                .entry((key.0, format!("{} {}", text.label, key.1)))
                .or_insert_with(|| Entity { kind, name, mentions: Vec::new() });
            entity.mentions.extend(mentions);
        }
        self.entities = found.into_values().filter(|entity| !entity.mentions.is_empty()).collect();
        for entity in &mut self.entities {
            entity.mentions = merge_overlapping(std::mem::take(&mut entity.mentions));
        }
        Ok(())
    }

    fn read_speakers(
        &mut self,
        lines: &AnnLines<'_>,
        ground: &Ground<'_>,
    ) -> Result<(), StandoffError> {
        let mut found: BTreeMap<(usize, &str), Speaker> = BTreeMap::new();
        for remark in lines.remarks.iter().filter(|remark| refers(remark, SPEAKER)) {
            let speaker = found.entry(rank(remark.value)).or_insert_with(|| Speaker {
                name: remark.words.to_owned(),
                kind: SpeakerKind::Anonymous,
                role: None,
                mentions: Vec::new(),
            });
            let text = lines.texts.get(remark.of).filter(|text| text.label == MENTION);
            speaker
                .mentions
                .extend(text.map(|text| ground.spans(text)).transpose()?.unwrap_or_default());
            self.of.insert(remark.of.to_owned(), remark.value.to_owned());
        }
        describe(&mut found, lines)?;
        for (at, ((_, reference), speaker)) in found.into_iter().enumerate() {
            self.names.insert(reference.to_owned(), SpeakerId::at(at));
            self.speakers.push(speaker);
        }
        Ok(())
    }
}

/// Adds the kinds and roles of the speakers.
fn describe<'a>(
    speakers: &mut BTreeMap<(usize, &'a str), Speaker>,
    lines: &AnnLines<'a>,
) -> Result<(), StandoffError> {
    let referred = references(lines, SPEAKER);
    for remark in &lines.remarks {
        let Some(of) = referred.get(remark.of) else { continue };
        let Some(speaker) = speakers.get_mut(&rank(of.value)) else { continue };
        match remark.name {
            KIND => speaker.kind = remark.value_in(SPEAKER_KINDS)?,
            ROLE => speaker.role = Some(remark.words.to_owned()),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a remark is `Reference T1 speaker:s2`.
fn refers(remark: &Remark<'_>, resource: &str) -> bool {
    let reference = remark.value.split_once(':');
    remark.name == REFERENCE && reference.is_some_and(|(name, _)| name == resource)
}

/// The references to a resource, by the ids of the lines that refer to it.
fn references<'a, 'b>(
    lines: &'b AnnLines<'a>,
    resource: &str,
) -> BTreeMap<&'a str, &'b Remark<'a>> {
    let remarks = lines.remarks.iter().filter(|remark| refers(remark, resource));
    remarks.map(|remark| (remark.of, remark)).collect()
}
