//! The names of kinds and voices in the formats, and what they name.

use crate::annotation::entity::EntityKind;
use crate::annotation::quote::Voice;
use crate::annotation::speaker::SpeakerKind;

/// The names of voices.
pub const VOICES: &[(&str, Voice)] =
    &[("direct", Voice::Direct), ("mixed", Voice::Mixed), ("indirect", Voice::Indirect)];

/// The names of the kinds of speakers.
pub const SPEAKER_KINDS: &[(&str, SpeakerKind)] = &[
    ("person", SpeakerKind::Person),
    ("organization", SpeakerKind::Organization),
    ("group", SpeakerKind::Group),
    ("anonymous", SpeakerKind::Anonymous),
];

/// The names of the kinds of entities.
pub const ENTITY_KINDS: &[(&str, EntityKind)] = &[
    ("person", EntityKind::Person),
    ("organization", EntityKind::Organization),
    ("place", EntityKind::Place),
    ("event", EntityKind::Event),
];

/// The first name of a value.
pub fn name_of<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> &'static str {
    let found = names.iter().find(|(_, other)| *other == value);
    found.map(|(name, _)| *name).expect("every variant has a name")
}

/// The value of a name.
pub fn value_of<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
}

/// The name of a voice on the screen.
pub fn voice_label(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct => "direct",
        Voice::Mixed => "partly quoted",
        Voice::Indirect => "paraphrase",
    }
}
