//! The source of a cue: the words that name who speaks.
//!
//! Without a parser a noun phrase is what lies between a cue and the next word that cannot be in one. Appositions
//! between name and cue ("Hugh Hill, a doctor, said") belong to it, and "who" is a source itself.

use std::ops::Range;

use crate::model::lexicon::Lexicon;
use crate::model::reading::{Reading, dateline};
use crate::model::small_words::{
    BOUNDARIES, CLOCK, DETERMINERS, HELPERS, OPENERS, PREPOSITIONS, PRONOUNS, WEEKDAYS,
};
use crate::text::token::TokenKind;

/// The longest phrase looked for, in tokens.
const LONGEST: usize = 30;

/// Finds sources in an article.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// The words.
    pub lexicon: &'a Lexicon,
}

impl Sources<'_> {
    /// The subject before the verb at `cue`, not reaching back before `floor`.
    pub fn before(&self, cue: usize, floor: usize) -> Option<Range<usize>> {
        let floor = floor.max(cue.saturating_sub(LONGEST));
        let end = self.skip_helpers(cue, floor);
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        match self.reading.lower(last) {
            "," | "—" | "–" | "--" | ")" => self.before_aside(last, floor),
            "and" | "then" => self.first_subject(floor, last),
            word if PRONOUNS.contains(&word) => Some(last..end),
            _ => self.phrase_ending(end, floor),
        }
    }

    /// All between a quote that ends before `start` and its verb at `cue`, if it begins as a phrase does and no other
    /// verb is in it: "Hugh Hill, a doctor from Ely, one of many, later said".
    pub fn whole(&self, start: usize, cue: usize) -> Option<Range<usize>> {
        let end = self.skip_helpers(cue, start);
        let end = (start..end)
            .rev()
            .find(|&at| self.reading.kind(at) != TokenKind::Mark || self.reading.word(at) == ")")?
            + 1;
        let clause = (start..end).find(|&at| self.is_said(at));
        (self.begins_phrase(start) && clause.is_none()).then_some(start..end)
    }

    fn is_said(&self, at: usize) -> bool {
        self.lexicon
            .cues
            .get(self.reading.lower(at))
            .is_some_and(|verb| verb.speech > 5 && verb.rate > 30)
    }

    /// The verb of `Ann Lee exclaimed`, `beamed Ann Lee` at `start`, behind a quote: whatever it is, it tells of
    /// speech.
    pub fn unlisted_verb(&self, start: usize, limit: usize) -> Option<usize> {
        let reading = self.reading;
        let verbal = |at: usize| {
            let word = reading.word(at);
            at < limit
                && word.starts_with(char::is_lowercase)
                && (word.ends_with("ed") || word.ends_with('s'))
        };
        if verbal(start)
            && (reading.is_capitalized(start + 1)
                || DETERMINERS.contains(&reading.lower(start + 1)))
        {
            return Some(start);
        }
        let pronoun = matches!(reading.lower(start), "he" | "she" | "they" | "i" | "we");
        let named = (start..limit).find(|&at| !reading.is_capitalized(at)).unwrap_or(limit);
        let subject = if pronoun { start + 1 } else { named };
        (subject > start && verbal(subject)).then_some(subject)
    }

    /// The subject behind the verb that ends at `cue`, not reaching to `limit`: "said Ann Lee".
    pub fn after(&self, cue: usize, limit: usize) -> Option<Range<usize>> {
        if PRONOUNS.contains(&self.reading.lower(cue)) {
            return Some(cue..cue + 1);
        }
        let end =
            (cue..limit.min(cue + LONGEST)).find(|&at| self.ends_phrase(at, cue)).unwrap_or(limit);
        let phrase = cue..end;
        (!phrase.is_empty() && self.begins_phrase(cue)).then(|| self.with_aside(phrase, limit))
    }

    /// The first subject of the clause in `floor..limit`: for verbs joined by "and", and for participles.
    pub fn first_subject(&self, floor: usize, limit: usize) -> Option<Range<usize>> {
        let start = self.skip_openers(self.main_clause(floor, limit), limit);
        let end = (start..limit).find(|&at| self.ends_subject(at)).unwrap_or(limit);
        if PRONOUNS.contains(&self.reading.lower(start)) {
            return Some(start..start + 1);
        }
        (start < end && self.begins_phrase(start)).then_some(start..end)
    }

    /// The start of the main clause: behind a dateline, and behind "In a speech on Monday," or "Speaking in Ely,".
    fn main_clause(&self, floor: usize, limit: usize) -> usize {
        let start = self.behind_dateline(floor, limit);
        let comma = (start..limit).find(|&at| self.reading.word(at) == ",");
        match comma {
            Some(comma) if self.sets_scene(start) => self.main_clause(comma + 1, limit),
            Some(_) | None => start,
        }
    }

    /// The start of a sentence behind `WASHINGTON, Feb. 8 (UPI) —`, if it has such.
    pub fn behind_dateline(&self, start: usize, limit: usize) -> usize {
        let end = dateline(self.reading, start..limit).map_or(start, |dateline| dateline.end);
        end.min(limit)
    }

    /// Whether a phrase that begins at `at` says when, where or how, not who: "In Ely", "Speaking on Monday".
    pub fn sets_scene(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        PREPOSITIONS.contains(&word) || word.ends_with("ing")
    }

    fn skip_helpers(&self, cue: usize, floor: usize) -> usize {
        let helps = |at: &usize| {
            let word = self.reading.lower(*at);
            HELPERS.contains(&word)
                || word.ends_with("ly")
                || word.ends_with("n't")
                || word.ends_with("n’t")
        };
        (floor..cue).rev().find(|at| !helps(at)).map_or(floor, |at| at + 1)
    }

    /// `Hugh Hill, a doctor,`: the phrase before the aside that ends at the mark `close`, and the aside with it.
    fn before_aside(&self, close: usize, floor: usize) -> Option<Range<usize>> {
        let open = (floor..close)
            .rev()
            .find(|&at| matches!(self.reading.word(at), "," | "—" | "–" | "--" | "("))?;
        let head = self.phrase_ending(open, floor)?;
        Some(head.start..close)
    }

    /// The noun phrase that ends before `end`.
    fn phrase_ending(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let start = (floor..end).rev().find(|&at| self.bounds(at)).map_or(floor, |at| at + 1);
        let start = self.skip_openers(start, end);
        let start = self.skip_setting(start, end);
        (start < end).then_some(start..end)
    }

    fn bounds(&self, at: usize) -> bool {
        let mark = self.reading.kind(at) == TokenKind::Mark
            && !matches!(self.reading.word(at), "&" | "." | "$" | "%" | "/" | "'" | "’");
        let word = self.reading.lower(at);
        let verb =
            self.lexicon.cues.get(word).is_some_and(|verb| verb.speech > 5 && verb.rate > 30);
        mark || verb || BOUNDARIES.contains(&word) || self.joins_clauses(at)
    }

    /// `and` joins clauses unless names or roles stand on both sides.
    fn joins_clauses(&self, at: usize) -> bool {
        let named = |at: usize| {
            self.reading.is_capitalized(at)
                || self.lexicon.roles.contains_key(self.reading.lower(at))
        };
        self.reading.lower(at) == "and" && !(at > 0 && named(at - 1) && named(at + 1))
    }

    fn skip_openers(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&at| {
                let word = self.reading.lower(at);
                !OPENERS.contains(&word) && word != "," && !word.ends_with("ly")
            })
            .unwrap_or(end)
    }

    /// `In an interview on Monday Ann Lee`: what a preposition leads is no part of the subject, if another phrase
    /// follows.
    fn skip_setting(&self, start: usize, end: usize) -> usize {
        if !PREPOSITIONS.contains(&self.reading.lower(start)) {
            return start;
        }
        let pronoun = end.saturating_sub(1);
        if PRONOUNS.contains(&self.reading.lower(pronoun)) {
            return pronoun;
        }
        let named = |at: &usize| self.reading.is_capitalized(*at);
        (start..end).rev().take_while(named).last().unwrap_or(end)
    }

    fn begins_phrase(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        self.reading.is_capitalized(at)
            || DETERMINERS.contains(&word)
            || PRONOUNS.contains(&word)
            || self.lexicon.roles.contains_key(word)
            || self.lexicon.roles.contains_key(self.reading.lower(at + 1))
    }

    fn ends_phrase(&self, at: usize, start: usize) -> bool {
        let word = self.reading.lower(at);
        let mark = self.reading.kind(at) == TokenKind::Mark && !matches!(word, "&" | "'" | "’");
        let setting = PREPOSITIONS.contains(&word) && !matches!(word, "for" | "from" | "with");
        mark || (at > start && setting)
            || BOUNDARIES.contains(&word)
            || self.joins_clauses(at)
            || CLOCK.contains(&word)
            || WEEKDAYS.contains(&word)
    }

    fn ends_subject(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        self.bounds(at)
            || word.ends_with("ed")
            || word.ends_with("ing") && !self.reading.is_capitalized(at)
    }

    /// Takes in an apposition: `said Ann Lee, a doctor from Ely`.
    fn with_aside(&self, phrase: Range<usize>, limit: usize) -> Range<usize> {
        let word = self.reading.lower(phrase.end + 1);
        let aside = self.reading.word(phrase.end) == ","
            && phrase.end + 1 < limit
            && (DETERMINERS.contains(&word)
                || word == "who"
                || self.lexicon.roles.contains_key(word));
        if !aside {
            return phrase;
        }
        let end = (phrase.end + 1..limit)
            .find(|&at| {
                self.reading.kind(at) == TokenKind::Mark
                    && !matches!(self.reading.word(at), "-" | "&")
            })
            .unwrap_or(limit);
        phrase.start..end
    }
}
