//! Voices and kinds in JSON, by their names.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serializer};

use crate::annotation::entity::EntityKind;
use crate::annotation::kinds::{ENTITY_KINDS, SPEAKER_KINDS, VOICES, name_of, value_of};
use crate::annotation::quote::Voice;
use crate::annotation::speaker::SpeakerKind;

/// A type whose values have names.
pub(super) trait Named: Copy + PartialEq + 'static {
    const NAMES: &'static [(&'static str, Self)];
}

impl Named for Voice {
    const NAMES: &'static [(&'static str, Self)] = VOICES;
}

impl Named for SpeakerKind {
    const NAMES: &'static [(&'static str, Self)] = SPEAKER_KINDS;
}

impl Named for EntityKind {
    const NAMES: &'static [(&'static str, Self)] = ENTITY_KINDS;
}

/// Writes the name, for `#[serde(with = "named")]`.
pub(super) fn serialize<T: Named, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(name_of(T::NAMES, *value))
}

/// Reads a name, for `#[serde(with = "named")]`.
pub(super) fn deserialize<'de, T: Named, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let name = String::deserialize(from)?;
    value_of(T::NAMES, &name).ok_or_else(|| {
        let names: Vec<&str> = T::NAMES.iter().map(|(name, _)| *name).collect();
        let expected = format!("one of {}", names.join(", "));
        D::Error::invalid_value(Unexpected::Str(&name), &expected.as_str())
    })
}
