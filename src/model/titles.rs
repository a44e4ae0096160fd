//! Titles that stand for a person: "the Secretary" of a court report, "the President" of a speech.
//!
//! The network tells them apart from names. One that was introduced belongs to whoever bears it; the others are people
//! under their title alone.

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::cast::Cast;
use crate::model::introductions::Introductions;
use crate::model::network::Tag;
use crate::text::span::Span;

/// How likely a title must be.
const LEAST: f32 = 0.5;

/// All entities of an article, in the order of their first mention, with the titles that stand for them.
pub fn with_titles(
    cast: Cast<'_>,
    introductions: &Introductions<'_>,
    titles: &[Tag],
) -> Vec<Entity> {
    let reading = cast.reading;
    let mut entities = cast.clusters.entities.clone();
    for tag in titles.iter().filter(|tag| tag.share >= LEAST) {
        let Some(span) = reading.span(tag.tokens.clone()) else { continue };
        let named = cast.names.partition_point(|name| name.tokens.end <= tag.tokens.start);
        let inside = cast
            .names
            .get(named)
            .is_some_and(|name| name.tokens.start.min(name.title.start) < tag.tokens.end);
        if inside {
            continue;
        }
        let bearer = introductions.bearer(tag.tokens.clone());
        let words = reading.words(tag.tokens.clone());
        let alone = || {
            entities
                .iter()
                .position(|entity| entity.kind == EntityKind::Person && entity.name == words)
        };
        match bearer.or_else(alone).and_then(|number| entities.get_mut(number)) {
            Some(entity) => insert(&mut entity.mentions, span),
            None => entities.push(Entity {
                kind: EntityKind::Person,
                name: words.to_owned(),
                mentions: vec![span],
            }),
        }
    }
    entities.sort_by_key(|entity| entity.mentions.first().copied());
    entities
}

/// Puts a mention where it belongs in the order of the text.
fn insert(mentions: &mut Vec<Span>, span: Span) {
    let at = mentions.partition_point(|mention| *mention < span);
    mentions.insert(at, span);
}
