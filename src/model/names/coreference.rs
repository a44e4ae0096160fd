//! Mentions into entities: which names name the same.
//!
//! A bare surname or first name belongs to whom it was used for before, or to the full name last used with it; titles keep a Mr. and a Mrs. of
//! one name apart. Other names are the same where their words are, with a short list of usual forms, and acronyms of
//! names in the article.

use std::collections::HashMap;

use crate::annotation::entity::{Entity, EntityKind};
use crate::model::lexicon::Gender;
use crate::model::names::name::Name;
use crate::text::reading::Reading;

/// Forms of one name that share no word, the usual one first.
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
    /// The entities, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// For each name, the number of its entity.
    pub entity_of: Vec<usize>,
    /// For each entity, the gender that titles and first names tell.
    pub genders: Vec<Option<Gender>>,
}

/// Joins names into entities.
pub(crate) fn cluster(reading: &Reading<'_>, names: &[Name]) -> Clusters {
    let mut clusters = Clusters::default();
    let mut known = NameIndex::new(reading, names);
    for name in names {
        let words = reading.words(name.tokens.clone());
        let found = known.find(name, words, &clusters);
        let entity = found.unwrap_or_else(|| clusters.add(name.kind, words));
        clusters.mention(entity, name, reading);
        known.learn(name, words, entity);
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

/// More words; of two with as many, the one that is not in capitals throughout.
fn is_fuller(words: &str, name: &str) -> bool {
    let count =
        |name: &str| (name.split(' ').count(), usize::from(name.len() > 5 && !is_shouted(name)));
    !words.contains('\n') && count(words) > count(name)
}

fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// What is known of names so far.
struct NameIndex<'a> {
    reading: &'a Reading<'a>,
    /// Entities by their key.
    by_key: HashMap<(EntityKind, String), usize>,
    /// People by each word of a full name, the one last used.
    by_part: HashMap<String, usize>,
    /// People by the one word that they were last named by.
    by_word: HashMap<String, usize>,
    /// The first full name that holds a word, by number, for words that come before it.
    full: HashMap<String, String>,
    acronyms: HashMap<String, String>,
}

impl<'a> NameIndex<'a> {
    fn new(reading: &'a Reading<'a>, names: &[Name]) -> Self {
        let mut known = Self {
            reading,
            by_key: HashMap::new(),
            by_part: HashMap::new(),
            by_word: HashMap::new(),
            full: HashMap::new(),
            acronyms: HashMap::new(),
        };
        for name in names.iter().filter(|name| name.tokens.len() > 1) {
            known.note_full(name);
        }
        known
    }

    fn note_full(&mut self, name: &Name) {
        let words = self.reading.words(name.tokens.clone());
        if name.kind == EntityKind::Person {
            let part = self.reading.lower(name.tokens.end - 1).to_owned();
            self.full.entry(part).or_insert_with(|| key(words));
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
            let mut usual = [&self.by_word, &self.by_part].into_iter();
            let known = usual.find_map(|by| by.get(&key).copied().filter(fits));
            return known.or(same.filter(fits)).or_else(|| self.announced(&key));
        }
        same.or_else(|| self.shorter(name).filter(fits))
    }

    /// A surname that stood alone before, for the full name that comes now.
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

    /// The entity of the full name that comes later, if it is there already under another form.
    fn announced(&self, part: &str) -> Option<usize> {
        let full = self.full.get(part)?;
        self.by_key.get(&(EntityKind::Person, full.clone())).copied()
    }

    fn learn(&mut self, name: &Name, words: &str, entity: usize) {
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

/// A name as it is compared: small letters, without article, the usual form of an alias.
fn key(words: &str) -> String {
    let small = words.to_lowercase();
    let bare = small.strip_prefix("the ").unwrap_or(&small);
    let usual = ALIASES.iter().find(|forms| forms.contains(&bare)).and_then(|forms| forms.first());
    (*usual.unwrap_or(&bare)).to_owned()
}
