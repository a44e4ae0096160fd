//! Names: people, organizations, places and events, by shape, context and lists.
//!
//! A run of capitalized words is cut into titles, adjectives of nation, and names; then a name that stands alone
//! takes its kind from the full name elsewhere in the article.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Gender, Lexicon};
use crate::model::marks::Stretch;
use crate::model::name_kinds::{LONGEST_LISTED, NameKinds, capitalize, is_acronym};
use crate::model::reading::{Reading, dateline};
use crate::model::runs;

/// Words of the longest person's name that is told by its shape alone.
const LONGEST_SHAPE: usize = 3;

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
    /// What title or first name tell.
    pub gender: Option<Gender>,
    /// Titles and adjectives right before it, by number: "Russian Foreign Minister".
    pub title: Range<usize>,
}

/// The names of an article, in order.
pub fn find(reading: &Reading<'_>, lexicon: &Lexicon, stretches: &[Stretch]) -> Vec<Name> {
    let kinds = NameKinds { reading, lexicon };
    let mut finder = Finder { reading, lexicon, kinds, names: Vec::new(), alone: Vec::new() };
    for run in runs::capitalized(reading, lexicon) {
        finder.cut(run);
    }
    finder.name_events(stretches);
    finder.settle_alone();
    finder.search_headlines();
    finder.names.sort_by_key(|name| name.tokens.start);
    let mut end = 0;
    finder.names.retain(|name| {
        let apart = name.tokens.start >= end;
        end = end.max(name.tokens.end);
        apart
    });
    finder.names
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
    kinds: NameKinds<'a>,
    names: Vec<Name>,
    /// Single words whose kind only the rest of the article can tell.
    alone: Vec<Name>,
}

impl Finder<'_> {
    /// Cuts a run into names.
    fn cut(&mut self, run: Range<usize>) {
        let mut title = self.title_before(&run);
        let mut at = title.end;
        while at < run.end {
            let end = self.cut_one(at, &run, &title);
            let named = [self.names.last(), self.alone.last()]
                .into_iter()
                .flatten()
                .any(|name| name.tokens.end == end);
            title = match (named, title.end == at) {
                (true, _) => end..end,
                (false, true) => title.start..end,
                (false, false) => at..end,
            };
            at = end;
        }
    }

    /// `Secretary of` before `State Marco Rubio`: the title reaches into the run.
    fn title_before(&self, run: &Range<usize>) -> Range<usize> {
        let of = run.start.checked_sub(1).filter(|&before| self.reading.word(before) == "of");
        let office =
            of.and_then(|of| of.checked_sub(1)).filter(|&at| self.kinds.begins_with_title(at));
        let end = self.kinds.listed(run.start, run.end).map_or(run.start + 1, |(end, _)| end);
        match office {
            Some(office) if end < run.end => office..end,
            Some(_) | None => run.start..run.start,
        }
    }

    /// Takes the title or name that begins at `at`; gives its end.
    fn cut_one(&mut self, at: usize, run: &Range<usize>, title: &Range<usize>) -> usize {
        let reading = self.reading;
        let whole = self.kinds.with_complement(at, run.end);
        if let Some(kind) = self.kinds.by_word(at..run.end)
            && !self.kinds.begins_with_title(at)
        {
            self.push(at..whole, kind, title);
            return whole;
        }
        if self.kinds.begins_with_title(at) {
            return at + 1;
        }
        let is_person = title.end == at
            && title.start < at
            && (title.clone()).any(|word| self.lexicon.titles.contains_key(reading.word(word)));
        let is_person = is_person && self.may_be_titled(at, run.end, title);
        let first_name =
            at + 1 < run.end && self.lexicon.first_names.contains_key(reading.word(at));
        if !is_person
            && !first_name
            && let Some((end, kind)) = self.kinds.listed(at, run.end)
        {
            self.push(at..end, kind, title);
            return end;
        }
        if self.lexicon.demonyms.contains(reading.word(at)) {
            return at + 1;
        }
        let end = self.end_of_name(at, run.end);
        if is_person {
            self.push(at..end, EntityKind::Person, title);
        } else {
            self.classify(at..end, title);
        }
        end
    }

    /// Whether the word behind a title can be a name: one of every day needs `Mr.` or its like before it.
    fn may_be_titled(&self, at: usize, end: usize, title: &Range<usize>) -> bool {
        at + 1 < end
            || !self.lexicon.lower_words.contains(self.reading.lower(at))
            || title.clone().any(|word| self.reading.word(word).ends_with('.'))
    }

    fn push(&mut self, tokens: Range<usize>, kind: EntityKind, title: &Range<usize>) {
        let title =
            if title.end == tokens.start { title.clone() } else { tokens.start..tokens.start };
        let tokens =
            if kind == EntityKind::Organization { self.with_article(tokens) } else { tokens };
        let gender = self.gender(&tokens, &title);
        self.names.push(Name { tokens, kind, gender, title });
    }

    /// `The` with a capital within a sentence belongs to the name of a newspaper.
    fn with_article(&self, tokens: Range<usize>) -> Range<usize> {
        let the = tokens.start.checked_sub(1).filter(|&before| {
            self.reading.word(before) == "The" && self.reading.sentence(before).start != before
        });
        the.unwrap_or(tokens.start)..tokens.end
    }

    fn gender(&self, tokens: &Range<usize>, title: &Range<usize>) -> Option<Gender> {
        let told = |at: usize| self.lexicon.titles.get(self.reading.word(at)).copied().flatten();
        let by_title = title.clone().find_map(told);
        let first = self.lexicon.first_names.get(self.reading.word(tokens.start));
        by_title.or_else(|| first.copied().flatten().filter(|_| tokens.len() > 1))
    }

    /// A name ends before a title or an adjective of nation.
    fn end_of_name(&self, at: usize, limit: usize) -> usize {
        let words = |at: usize| self.reading.word(at);
        (at + 1..limit)
            .find(|&end| {
                self.kinds.begins_with_title(end) && !matches!(words(end), "Jr." | "Sr.")
                    || self.lexicon.demonyms.contains(words(end))
            })
            .unwrap_or(limit)
    }

    /// Finds the kind of a name that no title and no list tells.
    fn classify(&mut self, tokens: Range<usize>, title: &Range<usize>) {
        let word = |at: usize| self.reading.word(at);
        if let Some(kind) = self.kinds.by_word(tokens.clone()) {
            return self.push(tokens, kind, title);
        }
        if tokens.len() == 1 {
            return self.classify_alone(tokens, title);
        }
        let first = self.lexicon.first_names.contains_key(word(tokens.start));
        let last = self.lexicon.surnames.contains(word(tokens.end - 1));
        let common =
            tokens.clone().any(|at| self.lexicon.lower_words.contains(self.reading.lower(at)));
        let initial = word(tokens.start + 1).ends_with('.');
        let shape = tokens.len() <= LONGEST_SHAPE
            && !common
            && tokens.clone().all(|at| !is_acronym(word(at)));
        let plausible = !common || last;
        if first && plausible || initial || last && !common || shape {
            self.push(tokens, EntityKind::Person, title);
        }
    }

    fn classify_alone(&mut self, tokens: Range<usize>, title: &Range<usize>) {
        let kind = EntityKind::Person;
        self.alone.push(Name { tokens, kind, gender: None, title: title.clone() });
    }

    /// `the “Territory of Meaning” forum`: words in marks before a common noun for an event.
    fn name_events(&mut self, stretches: &[Stretch]) {
        let events: Vec<Range<usize>> =
            stretches.iter().filter(|stretch| self.is_event(stretch)).map(Stretch::inner).collect();
        self.names.retain(|name| {
            let next = events.partition_point(|event| event.end <= name.tokens.start);
            events.get(next).is_none_or(|event| name.tokens.end <= event.start)
        });
        for event in events {
            let start = event.start;
            self.push(event, EntityKind::Event, &(start..start));
        }
    }

    fn is_event(&self, stretch: &Stretch) -> bool {
        let noun = stretch.tokens.end;
        let inner = stretch.inner();
        !inner.is_empty()
            && self.reading.is_capitalized(inner.start)
            && !self.reading.is_capitalized(noun)
            && self.lexicon.event_words.contains(capitalize(self.reading.lower(noun)).as_str())
    }

    /// Gives single words the kind of the full name that they are part of, or that their context tells.
    fn settle_alone(&mut self) {
        let mut known: HashMap<String, EntityKind> = HashMap::new();
        for name in &self.names {
            let words = name.tokens.clone().map(|at| self.reading.lower(at).to_owned());
            if name.kind == EntityKind::Person {
                known.extend(words.map(|word| (word, EntityKind::Person)));
            }
        }
        for name in std::mem::take(&mut self.alone) {
            let at = name.tokens.start;
            let listed = || is_acronym(self.reading.word(at)).then_some(EntityKind::Organization);
            let paragraph = self.reading.paragraphs.get(self.reading.paragraph(at));
            let opens = paragraph.is_some_and(|paragraph| {
                paragraph.tokens.start == at
                    && dateline(self.reading, paragraph.tokens.clone()).is_some()
            });
            if opens {
                self.push(name.tokens, EntityKind::Place, &name.title);
                continue;
            }
            let person = known.get(self.reading.lower(at)).copied();
            if let Some(kind) = person.or_else(listed).or_else(|| self.kinds.by_context(at)) {
                self.push(name.tokens, kind, &name.title);
            }
        }
    }

    /// Looks for names known from the story where capitals tell nothing.
    fn search_headlines(&mut self) {
        let known: HashMap<String, Name> = self
            .names
            .iter()
            .flat_map(|name| {
                let surname = name.tokens.end.saturating_sub(1)..name.tokens.end;
                let whole = (self.reading.words(name.tokens.clone()).to_owned(), name.clone());
                let last = (self.reading.words(surname).to_owned(), name.clone());
                let person = name.kind == EntityKind::Person;
                std::iter::once(whole).chain(person.then_some(last))
            })
            .collect();
        for paragraph in &self.reading.paragraphs {
            if !runs::capitals_tell(self.reading, paragraph) {
                self.search(paragraph.tokens.clone(), &known);
            }
        }
    }

    fn search(&mut self, tokens: Range<usize>, known: &HashMap<String, Name>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let longest = tokens.end.min(at + LONGEST_LISTED);
            let found = (at + 1..=longest).rev().find_map(|end| {
                let name = known.get(self.reading.words(at..end))?;
                Some((end, name.kind, name.gender))
            });
            let listed = || self.kinds.listed(at, tokens.end).map(|(end, kind)| (end, kind, None));
            match found.or_else(listed) {
                Some((end, kind, gender)) if self.reading.is_capitalized(at) => {
                    self.names.push(Name { tokens: at..end, kind, gender, title: at..at });
                    at = end;
                }
                Some(_) | None => at += 1,
            }
        }
    }
}
