//! What the encoder sees of a token besides its pieces: its shape, the quotation marks around it, its place in the
//! sentence, the word lists that contain it.
//!
//! Each trait is a row of one table of vectors, and the vectors of a token's traits are added up. The weights depend on
//! the order of the rows.

use std::collections::HashSet;
use std::ops::Range;

use crate::annotation::entity::EntityKind;
use crate::model::lexicon::{Lexicon, RoleKind};
use crate::text::article::BlockKind;
use crate::text::quotation_marks::{StretchEnd, stretches, stretches_in};
use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// Rows for the shape of a token.
const SHAPES: u8 = 0;
/// Rows for the position relative to quotation marks.
const QUOTES: u8 = 8;
/// Rows for the number of words in the same marks.
const LENGTHS: u8 = 16;
/// Rows for how often a verb form is a cue.
const CUES: u8 = 21;
/// Rows for the place in the sentence and the paragraph.
const PLACES: u8 = 26;
/// Rows for the kind of paragraph.
const BLOCKS: u8 = 32;
/// Rows for the word lists, one each.
const LISTS: u8 = 35;
/// The number of rows.
pub(super) const ROWS: usize = 51;

/// The traits of every token, in ascending order.
pub(super) fn of(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = vec![Vec::with_capacity(8); reading.tokens.len()];
    let marks = MarkTraits::of(reading);
    let lists = Lists::of(reading, lexicon);
    for paragraph in &reading.paragraphs {
        for at in paragraph.tokens.clone() {
            let Some(traits) = all.get_mut(at) else { continue };
            traits.push(SHAPES + shape(reading, at));
            traits.push(QUOTES + marks.state.get(at).copied().unwrap_or(0));
            traits.push(LENGTHS + marks.length.get(at).copied().unwrap_or(0));
            traits.push(CUES + cue(reading, lexicon, at));
            traits.push(PLACES + place(reading, &paragraph.tokens, at));
            traits.push(BLOCKS + block(paragraph.kind));
            lists.push(at, traits);
        }
    }
    all
}

/// 0 lower case, 1 capitalized, 2 all capitals, 3 mixed, 4 a single capital, 5 number, 6 possessive, 7 mark.
fn shape(reading: &Reading<'_>, at: usize) -> u8 {
    match reading.kind(at) {
        TokenKind::Number => return 5,
        TokenKind::Possessive => return 6,
        TokenKind::Mark => return 7,
        TokenKind::Word => {}
    }
    let word = reading.word(at);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    match (word.starts_with(char::is_uppercase), capitals) {
        (_, 0) => 0,
        (true, 1) if letters == 1 => 4,
        (true, 1) => 1,
        (true, capitals) if capitals == letters => 2,
        _ => 3,
    }
}

/// The traits of each token that come from quotation marks.
struct MarkTraits {
    /// 0 outside, 1 inside, 2 opening mark, 3 closing mark, 4 inside marks that never close; 5 to 7 are 1 to 3 for
    /// nested marks.
    state: Vec<u8>,
    /// 0 outside; otherwise by the number of words inside: 1 up to two, 2 up to five, 3 up to ten, 4 more.
    length: Vec<u8>,
}

impl MarkTraits {
    fn of(reading: &Reading<'_>) -> Self {
        let count = reading.tokens.len();
        let mut marks = Self { state: vec![0; count], length: vec![0; count] };
        for stretch in stretches(reading) {
            let inner = stretch.inner();
            let words = inner.clone().filter(|&at| reading.kind(at) != TokenKind::Mark).count();
            let length = match words {
                0..=2 => 1,
                3..=5 => 2,
                6..=10 => 3,
                _ => 4,
            };
            marks.length.get_mut(stretch.tokens.clone()).unwrap_or_default().fill(length);
            let inside = if stretch.ending == StretchEnd::Open { 4 } else { 1 };
            marks.set(&stretch.tokens, &inner, [inside, 2, 3]);
            for nested in stretches_in(reading, inner) {
                if nested.ending == StretchEnd::Closed {
                    marks.set(&nested.tokens, &nested.inner(), [5, 6, 7]);
                }
            }
        }
        marks
    }

    fn set(
        &mut self,
        outer: &Range<usize>,
        inner: &Range<usize>,
        [inside, opens, closes]: [u8; 3],
    ) {
        let parts = [
            (outer.start..inner.start, opens),
            (inner.clone(), inside),
            (inner.end..outer.end, closes),
        ];
        for (part, state) in parts {
            self.state.get_mut(part).unwrap_or_default().fill(state);
        }
    }
}

/// 0 not a listed verb; otherwise how often it is a cue, and 4 only for common verbs of speech.
fn cue(reading: &Reading<'_>, lexicon: &Lexicon, at: usize) -> u8 {
    match lexicon.cues.get(reading.lower(at)) {
        None => 0,
        Some(verb) if verb.rate < 20 => 1,
        Some(verb) if verb.rate < 50 => 2,
        Some(verb) if verb.speech < 8 => 3,
        Some(_) => 4,
    }
}

/// 0 first of its paragraph, 1 first of its sentence, 2 last of its sentence, 3 last of its paragraph, 4 near the
/// beginning of its sentence, 5 elsewhere.
fn place(reading: &Reading<'_>, paragraph: &Range<usize>, at: usize) -> u8 {
    let sentence = reading.sentence(at);
    if at == paragraph.start {
        0
    } else if at + 1 == paragraph.end {
        3
    } else if at == sentence.start {
        1
    } else if at + 1 == sentence.end {
        2
    } else if at < sentence.start + 4 {
        4
    } else {
        5
    }
}

fn block(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Headline => 0,
        BlockKind::Byline => 1,
        BlockKind::Paragraph => 2,
    }
}

/// The word lists, matched against an article.
struct Lists<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
    /// Words that the article also writes in lower case.
    lower: HashSet<&'a str>,
    /// Tokens of listed names of places.
    places: HashSet<usize>,
    /// Tokens of listed names of organizations.
    organizations: HashSet<usize>,
}

impl<'a> Lists<'a> {
    fn of(reading: &'a Reading<'a>, lexicon: &'a Lexicon) -> Self {
        let lower = (0..reading.tokens.len())
            .filter(|&at| reading.kind(at) == TokenKind::Word && !reading.is_capitalized(at));
        let mut lists = Self {
            reading,
            lexicon,
            lower: lower.map(|at| reading.word(at)).collect(),
            places: HashSet::new(),
            organizations: HashSet::new(),
        };
        lists.find_listed();
        lists
    }

    fn find_listed(&mut self) {
        let mut at = 0;
        while at < self.reading.tokens.len() {
            let limit = self.reading.sentence(at).end;
            let listed = self
                .reading
                .is_capitalized(at)
                .then(|| self.lexicon.listed_name(self.reading, at, limit))
                .flatten();
            at = match listed {
                Some((end, EntityKind::Organization)) => {
                    self.organizations.extend(at..end);
                    end
                }
                Some((end, _)) => {
                    self.places.extend(at..end);
                    end
                }
                None => at + 1,
            };
        }
    }

    /// Adds a row for each list that contains a token.
    fn push(&self, at: usize, traits: &mut Vec<u8>) {
        let (word, lower) = (self.reading.word(at), self.reading.lower(at));
        let role = self.lexicon.roles.get(lower).map(|role| role.kind);
        let capital = self.reading.is_capitalized(at);
        let listed = [
            capital && self.lexicon.first_names.contains_key(word),
            capital && self.lexicon.surnames.contains(word),
            self.places.contains(&at),
            capital && self.lexicon.demonyms.contains(word),
            self.organizations.contains(&at),
            capital && self.lexicon.organization_words.contains(word),
            capital && self.lexicon.place_words.contains(word),
            capital && self.lexicon.event_words.contains(word),
            capital && self.lexicon.titles.contains_key(word),
            role == Some(RoleKind::Person),
            role == Some(RoleKind::Group),
            role == Some(RoleKind::Organization),
            role == Some(RoleKind::Document),
            capital && self.lexicon.lower_words.contains(lower),
            capital && self.lower.contains(lower),
        ];
        traits.extend((LISTS..).zip(listed).filter(|(_, listed)| *listed).map(|(row, _)| row));
    }
}
