//! The objects of the exchange format, with their members in the order in which they are written.
//!
//! Serde checks names and types; the reading checks ranges and ids. Unknown members are collected and written again.

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::annotation::entity::EntityKind;
use crate::annotation::quote::Voice;
use crate::annotation::speaker::SpeakerKind;
use crate::formats::json::named;

/// `[start, end)` in code points of the text.
pub(super) type Bounds = (usize, usize);

/// The one member that all versions share.
#[derive(Deserialize)]
pub(super) struct VersionObject {
    pub(super) format: String,
}

/// An article.
#[derive(Deserialize)]
pub(super) struct ArticleObject {
    /// Checked before, and named here so that it does not count as unknown.
    #[serde(rename = "format")]
    _format: String,
    pub(super) id: String,
    pub(super) title: Option<String>,
    pub(super) text: String,
    #[serde(default)]
    pub(super) quotes: Vec<QuoteObject>,
    #[serde(default)]
    pub(super) speakers: Vec<SpeakerObject>,
    #[serde(default)]
    pub(super) entities: Vec<EntityObject>,
    #[serde(flatten)]
    pub(super) unknown: Map<String, Value>,
}

/// A quote.
#[derive(Deserialize, Serialize)]
pub(super) struct QuoteObject {
    pub(super) id: String,
    #[serde(with = "named")]
    pub(super) kind: Voice,
    pub(super) content: Vec<Bounds>,
    #[serde(default)]
    pub(super) cue: Vec<Bounds>,
    #[serde(default)]
    pub(super) source: Vec<Bounds>,
    /// The speaker's name, for people who read the file; the id counts.
    pub(super) speaker: Option<String>,
    pub(super) speaker_id: Option<String>,
    #[serde(deserialize_with = "share")]
    pub(super) confidence: f64,
    #[serde(flatten)]
    pub(super) unknown: Map<String, Value>,
}

/// A speaker.
#[derive(Deserialize, Serialize)]
pub(super) struct SpeakerObject {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(with = "named")]
    pub(super) kind: SpeakerKind,
    pub(super) role: Option<String>,
    #[serde(default)]
    pub(super) mentions: Vec<Bounds>,
    #[serde(flatten)]
    pub(super) unknown: Map<String, Value>,
}

/// An entity.
#[derive(Deserialize, Serialize)]
pub(super) struct EntityObject {
    pub(super) id: String,
    #[serde(with = "named")]
    pub(super) kind: EntityKind,
    pub(super) name: String,
    #[serde(default)]
    pub(super) mentions: Vec<Bounds>,
    #[serde(flatten)]
    pub(super) unknown: Map<String, Value>,
}

fn share<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    let share = f64::deserialize(from)?;
    if (0.0..=1.0).contains(&share) {
        return Ok(share);
    }
    Err(D::Error::invalid_value(Unexpected::Float(share), &"a number from 0 to 1"))
}
