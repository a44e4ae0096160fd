//! Groups names into entities.
//!
//! A surname or first name alone means the person it last meant, or else the last person whose full name contains it;
//! titles keep a Mr. and a Mrs. Lee apart. Other names mean the same entity if their words are the same, if they are
//! listed aliases, or if one is the acronym of the other.

use std::collections::HashMap;

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::lexicon::Gender;
use crate::model::names::name::Name;
use crate::text::reading::Reading;

/// Forms of one name that share no words; the first one stands for all.
const ALIASES: &[&[&str]] = &[
    &["united states", "us", "u.s.", "usa", "u.s.a.", "united states of america", "america"],
    &["united kingdom", "uk", "u.k.", "britain", "great britain"],
    &["european union", "eu", "e.u."],
    &["united nations", "un", "u.n."],
    &["soviet union", "ussr"],
    &["washington, d.c.", "washington d.c.", "d.c."],
];

/// The entities of an article, and which one each name belongs to.
#[derive(Debug, Default)]
pub(crate) struct Clusters {
    /// The entities, in order of first mention.
    pub entities: Vec<Entity>,
    /// The number of each name's entity.
    pub entity_of: Vec<usize>,
    /// The gender of each entity, as far as titles and first names show it.
    pub genders: Vec<Option<Gender>>,
}

/// Groups the names of an article.
pub(crate) fn cluster(reading: &Reading<'_>, names: &[Name]) -> Clusters {
    let mut clusters = Clusters::default();
    let mut index = NameIndex::new(reading, names);
    for name in names {
        let words = reading.words(name.tokens.clone());
        let found = index.find(name, words, &clusters);
        let entity = found.unwrap_or_else(|| clusters.add(name.kind, words));
        clusters.mention(entity, name, reading);
        index.add(name, words, entity);
    }
    clusters
}

impl Clusters {
    fn add(&mut self, kind: EntityKind, name: &str) -> usize {
        self.entities.push(Entity { kind, name: name.to_owned(), mentions: Vec::new() });
        self.genders.push(None);
        self.entities.len() - 1
    }

    fn mention(&mut self, entity: usize, name: &Name, reading: &Reading<'_>) {
        self.entity_of.push(entity);
        let words = reading.words(name.tokens.clone());
        if let Some(entity) = self.entities.get_mut(entity) {
            entity.mentions.extend(reading.span(name.tokens.clone()));
            if is_fuller(words, &entity.name) {
                words.clone_into(&mut entity.name);
            }
        }
        if let Some(gender) = self.genders.get_mut(entity) {
            *gender = gender.or(name.gender);
        }
    }
}

/// Whether a name has more words than another, or as many but is not all capitals.
fn is_fuller(words: &str, name: &str) -> bool {
    let count =
        |name: &str| (name.split(' ').count(), usize::from(name.len() > 5 && !is_shouted(name)));
    !words.contains('\n') && count(words) > count(name)
}

/// Whether a name is all capitals.
fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// The names so far, for looking up the entity of the next one.
struct NameIndex<'a> {
    reading: &'a Reading<'a>,
    /// The last entity with a key.
    by_key: HashMap<(EntityKind, String), usize>,
    /// The last person with a first name or surname.
    by_part: HashMap<String, usize>,
    /// The last person called by a single word.
    by_word: HashMap<String, usize>,
    /// The key of the first full name with a surname, wherever it is in the article.
    full_names: HashMap<String, String>,
    /// The key of the first name with an acronym, wherever it is in the article.
    acronyms: HashMap<String, String>,
}

impl<'a> NameIndex<'a> {
    fn new(reading: &'a Reading<'a>, names: &[Name]) -> Self {
        let mut index = Self {
            reading,
            by_key: HashMap::new(),
            by_part: HashMap::new(),
            by_word: HashMap::new(),
            full_names: HashMap::new(),
            acronyms: HashMap::new(),
        };
        for name in names.iter().filter(|name| name.tokens.len() > 1) {
            index.note_full_name(name);
        }
        index
    }

    /// Remembers a name of several words by its surname or its acronym.
    fn note_full_name(&mut self, name: &Name) {
        let words = self.reading.words(name.tokens.clone());
        if name.kind == EntityKind::Person {
            let surname = self.reading.lower(name.tokens.end - 1).to_owned();
            self.full_names.entry(surname).or_insert_with(|| key(words));
        } else {
            let initials: String = words
                .split(' ')
                .filter_map(|word| word.chars().next())
                .filter(|c| c.is_uppercase())
                .collect();
            if initials.len() > 2 {
                self.acronyms.entry(initials.to_lowercase()).or_insert_with(|| key(words));
            }
        }
    }

    /// The entity that a name means, if it is known.
    fn find(&self, name: &Name, words: &str, clusters: &Clusters) -> Option<usize> {
        let key = key(words);
        let same = self.by_key.get(&(name.kind, key.clone())).copied();
        if name.kind != EntityKind::Person {
            let long = self
                .acronyms
                .get(&key)
                .and_then(|long| self.by_key.get(&(name.kind, long.clone())));
            return same.or(long.copied());
        }
        let fits = |entity: &usize| {
            let gender = clusters.genders.get(*entity).copied().flatten();
            name.gender.is_none() || gender.is_none() || gender == name.gender
        };
        if name.tokens.len() == 1 {
            let mut tables = [&self.by_word, &self.by_part].into_iter();
            let known = tables.find_map(|by| by.get(&key).copied().filter(fits));
            return known.or(same.filter(fits)).or_else(|| self.announced(&key));
        }
        same.or_else(|| self.shorter(name).filter(fits))
    }

    /// For a full name: the same person without a middle name, or by the surname alone.
    fn shorter(&self, name: &Name) -> Option<usize> {
        let surname = self.reading.lower(name.tokens.end - 1).to_owned();
        let first = self.reading.lower(name.tokens.start);
        let entity = self.by_key.get(&(EntityKind::Person, surname.clone())).copied();
        let middle = self
            .by_part
            .get(&surname)
            .copied()
            .filter(|part| self.by_part.get(first) == Some(part));
        middle.or(entity)
    }

    /// For a single word: the entity of the full name that explains it.
    fn announced(&self, part: &str) -> Option<usize> {
        let full = self.full_names.get(part)?;
        self.by_key.get(&(EntityKind::Person, full.clone())).copied()
    }

    /// Adds a name for later lookups.
    fn add(&mut self, name: &Name, words: &str, entity: usize) {
        self.by_key.insert((name.kind, key(words)), entity);
        if name.kind == EntityKind::Person {
            for at in [name.tokens.start, name.tokens.end - 1] {
                self.by_part.insert(self.reading.lower(at).to_owned(), entity);
            }
            if name.tokens.len() == 1 {
                self.by_word.insert(key(words), entity);
            }
        }
    }
}

/// A name as it is compared: in lower case, without "the", aliases unified.
fn key(words: &str) -> String {
    let small = words.to_lowercase();
    let bare = small.strip_prefix("the ").unwrap_or(&small);
    let usual = ALIASES.iter().find(|forms| forms.contains(&bare)).and_then(|forms| forms.first());
    (*usual.unwrap_or(&bare)).to_owned()
}
