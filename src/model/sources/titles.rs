//! Titles used like names: "the Secretary" in a court report, "Madam Speaker" in a speech.
//!
//! A title that was introduced with a name is a mention of that person; any other is a person known by title alone. The
//! network finds some, though it saw few in training (GUM has them); those after "the" and the like are found by form.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::lexicon::RoleKind;
use crate::model::names::cast::Cast;
use crate::model::network::tags::TaggedSpan;
use crate::model::sources::introductions::Introductions;

/// The least probability of a title that the network found.
const LEAST: f32 = 0.5;
/// Words before a title that is used like a name.
const BEFORE: &[&str] = &["the", "this", "our", "mr", "mr.", "mister", "madam", "madame"];

/// All entities of an article with their mentions by title, in order of first mention.
pub(crate) fn with_titles(
    cast: Cast<'_>,
    introductions: &Introductions<'_>,
    tags: &[TaggedSpan],
) -> Vec<Entity> {
    let mut titles = by_form(cast);
    titles.extend(tags.iter().filter(|tag| tag.share >= LEAST).map(|tag| tag.tokens.clone()));
    titles.sort_by_key(|title| (title.start, title.end));
    titles.dedup_by(|next, last| next.start < last.end);
    titles.retain(|title| !is_of_name(cast, title));
    let mut entities = cast.clusters.entities.clone();
    let mut people: HashMap<&str, usize> = HashMap::new();
    for (number, entity) in cast.clusters.entities.iter().enumerate() {
        if entity.kind == EntityKind::Person {
            people.entry(&entity.name).or_insert(number);
        }
    }
    for title in titles {
        let Some(span) = cast.reading.span(title.clone()) else { continue };
        let words = cast.reading.words(title.clone());
        let known = introductions.bearer(title).or_else(|| people.get(words).copied());
        if let Some(entity) = known.and_then(|number| entities.get_mut(number)) {
            entity.mentions.push(span);
        } else {
            people.insert(words, entities.len());
            let (name, mentions) = (words.to_owned(), vec![span]);
            entities.push(Entity { kind: EntityKind::Person, name, mentions });
        }
    }
    for entity in &mut entities {
        entity.mentions.sort_unstable();
    }
    entities.sort_by_key(|entity| entity.mentions.first().copied());
    entities
}

/// Capitalized titles after "the" and the like that no name follows.
fn by_form(cast: Cast<'_>) -> Vec<Range<usize>> {
    let reading = cast.reading;
    let is_title = |at: usize| {
        let listed = cast.lexicon.titles.contains_key(reading.word(at));
        reading.is_capitalized(at) && (listed || is_person(cast, at))
    };
    let begins = |at: &usize| is_title(*at) && BEFORE.contains(&reading.lower(at - 1));
    let starts = (1..reading.tokens.len()).filter(begins);
    let titles = starts.map(|start| {
        let end = (start + 1..reading.sentence(start).end).find(|&at| !is_title(at));
        start..end.unwrap_or(reading.sentence(start).end)
    });
    let alone = |title: &Range<usize>| {
        let next = title.end;
        let goes_on = reading.is_capitalized(next) && reading.same_sentence(title.start, next);
        is_person(cast, next - 1) && !goes_on && !matches!(reading.lower(next), "of" | "for")
    };
    titles.filter(alone).collect()
}

fn is_person(cast: Cast<'_>, at: usize) -> bool {
    let role = cast.lexicon.roles.get(cast.reading.lower(at));
    role.is_some_and(|role| role.kind == RoleKind::Person)
}

/// Whether a title is part of a name or right before one.
fn is_of_name(cast: Cast<'_>, title: &Range<usize>) -> bool {
    let next = cast.names.partition_point(|name| name.tokens.end <= title.start);
    let name = cast.names.get(next);
    name.is_some_and(|name| name.tokens.start.min(name.title.start) < title.end)
}
