//! Speech in the reporter's words, or partly in them: indirect and mixed quotes.
//!
//! A cue takes the clause behind it ("said that it rains"), or the one before it that ends in a comma ("It rains, she
//! said"). Without quotation marks only a verb that mostly reports speech will do.

use std::ops::Range;

use crate::model::cues::{Cue, CueKind};
use crate::model::marks::{self, Stretch};
use crate::model::reading::Reading;
use crate::model::saying::{Evidence, Saying};
use crate::model::small_words::WEEKDAYS;
use crate::model::source::Sources;
use crate::text::token::TokenKind;

/// Words of the shortest clause that counts as a quote without marks.
const SHORTEST: usize = 3;
/// Tokens between a cue and the `that` of its clause.
const FARTHEST_THAT: usize = 12;

/// Tokens between an inserted cue and its comma: "the rain, she said on Monday, will last".
const SHORT_TAIL: usize = 4;
/// Tokens between a cue behind its clause and the end of the sentence.
const LONG_TAIL: usize = 10;

/// Verbs whose object is a work or a hearer, unless `that` follows.
const NEEDS_THAT: &[&str] = &[
    "wrote",
    "writes",
    "writing",
    "told",
    "tells",
    "telling",
    "published",
    "asked",
    "asks",
    "asking",
];

/// Words that cannot begin a clause behind a cue without `that`.
const NO_CLAUSE: &[&str] = &[
    "in",
    "on",
    "at",
    "to",
    "of",
    "by",
    "for",
    "with",
    "from",
    "about",
    "during",
    "after",
    "before",
    "so",
    "and",
    "or",
    "but",
    "goodbye",
    "nothing",
    "again",
    "against",
    "as",
    "is",
    "was",
    "yesterday",
    "today",
    "last",
    "earlier",
    "later",
    "off",
    "out",
    "up",
    "down",
    "into",
    "over",
    "who",
    "which",
];

/// Finds mixed and indirect quotes.
#[derive(Clone, Copy, Debug)]
pub struct Clauses<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// What stands in quotation marks.
    pub stretches: &'a [Stretch],
    /// The cues outside of them.
    pub cues: &'a [Cue],
    /// Finds their sources.
    pub sources: Sources<'a>,
}

impl Clauses<'_> {
    /// The mixed and indirect quotes of a sentence, beside those that were `found` in it.
    pub fn of(&self, sentence: &Range<usize>, found: &[Saying]) -> Vec<Saying> {
        let start = self.cues.partition_point(|cue| cue.tokens.start < sentence.start);
        let cues = self.cues.get(start..).unwrap_or_default();
        let mut sayings: Vec<Saying> = Vec::new();
        for cue in cues.iter().take_while(|cue| cue.tokens.start < sentence.end) {
            let taken = found.iter().chain(&sayings).any(|saying| {
                saying.cue.as_ref() == Some(&cue.tokens) || saying.holds(&cue.tokens)
            });
            if taken {
                continue;
            }
            let saying = self.around(cue, sentence);
            sayings.extend(saying.filter(|new| {
                let apart = |old: &Saying| !new.content.iter().any(|part| old.holds(part));
                found.iter().chain(&sayings).all(apart)
            }));
        }
        sayings
    }

    fn around(&self, cue: &Cue, sentence: &Range<usize>) -> Option<Saying> {
        let saying = match cue.kind {
            CueKind::Phrase => self.by_phrase(cue, sentence),
            CueKind::Verb(_) => {
                self.before_verb(cue, sentence).or_else(|| self.behind_verb(cue, sentence))
            }
        }?;
        self.is_enough(cue, &saying).then_some(saying)
    }

    /// Without marks a quote needs a verb that reports, and a source.
    fn is_enough(&self, cue: &Cue, saying: &Saying) -> bool {
        let words = saying.content.iter().cloned().flatten();
        let words = words.filter(|&at| self.reading.kind(at) != TokenKind::Mark).count();
        if saying.evidence == Evidence::MixedClause {
            return words > 0 && saying.source.is_some();
        }
        words >= SHORTEST && cue.reports() && saying.source.is_some()
    }

    /// `It rains, she said.`; `The rain, she said, will last.`
    fn before_verb(&self, cue: &Cue, sentence: &Range<usize>) -> Option<Saying> {
        let word = |at: usize| self.reading.word(at);
        let comma = (sentence.start..cue.tokens.start).rev().find(|&at| word(at) == ",")?;
        let start = self.sources.behind_dateline(sentence.start, comma);
        let clause = self.trim(start..comma);
        let close = (cue.tokens.end..sentence.end)
            .find(|&at| matches!(word(at), "," | "." | ";" | "?"))
            .unwrap_or(sentence.end);
        let tail = close - cue.tokens.end;
        let inserted = word(close) == ",";
        let last = close + 2 >= sentence.end;
        if clause.len() < SHORTEST
            || self.sources.sets_scene(clause.start)
            || tail > if inserted { SHORT_TAIL } else { LONG_TAIL }
            || !(inserted || last)
            || self.ends_aside(sentence.start, comma, cue)
        {
            return None;
        }
        let between = comma + 1..cue.tokens.start;
        let source = if between.is_empty() {
            self.sources.after(cue.tokens.end, close)
        } else {
            let before = self.sources.before(cue.tokens.start, comma + 1);
            before.filter(|source| source.start == between.start)
        }?;
        let rest = self.trim((close + 1).min(sentence.end)..sentence.end);
        let mut content = vec![clause];
        content.extend(Some(rest).filter(|rest| inserted && rest.len() >= SHORTEST));
        Some(self.saying(content, cue.tokens.clone(), Some(source)))
    }

    /// Whether the comma before a cue ends an aside: `Ann Lee, who is up for election, called it “a gift”`.
    fn ends_aside(&self, floor: usize, comma: usize, cue: &Cue) -> bool {
        let open = (floor..comma).rev().find(|&at| self.reading.word(at) == ",");
        let first = open.map_or("", |open| self.reading.lower(open + 1));
        comma + 1 == cue.tokens.start
            && matches!(first, "who" | "whose" | "which" | "a" | "an" | "the" | "one")
    }

    /// `She said (that) it rains.`
    fn behind_verb(&self, cue: &Cue, sentence: &Range<usize>) -> Option<Saying> {
        let end = self.trim(cue.tokens.end..sentence.end).end;
        let start = self.clause_start(cue, end)?;
        let floor = self.floor(cue, sentence);
        let cue = cue.tokens.clone();
        let subject = || self.sources.first_subject(floor, cue.start);
        let before = || self.sources.before(cue.start, floor);
        let participle = self.reading.lower(cue.start).ends_with("ing");
        let source = if participle { subject().or_else(before) } else { before().or_else(subject) };
        let content = self.trim(start..end);
        (!content.is_empty()).then(|| self.saying(vec![content], cue, source))
    }

    /// The start of what a cue's source can stand in: its sentence, or what is left of it behind a quotation.
    fn floor(&self, cue: &Cue, sentence: &Range<usize>) -> usize {
        let before =
            self.stretches.partition_point(|stretch| stretch.tokens.end <= cue.tokens.start);
        let last = before.checked_sub(1).and_then(|last| self.stretches.get(last));
        last.filter(|last| self.reads_on(last))
            .map_or(sentence.start, |last| last.tokens.end.max(sentence.start))
    }

    /// Whether a stretch ends as speech does, not as a scare quote within the clause.
    fn reads_on(&self, stretch: &Stretch) -> bool {
        matches!(
            self.reading.word(stretch.inner().end.saturating_sub(1)),
            "," | "." | "?" | "!" | "—"
        )
    }

    fn clause_start(&self, cue: &Cue, end: usize) -> Option<usize> {
        let next = cue.tokens.end;
        let marks = self.stretches_in(next..end);
        let that =
            (next..end.min(next + FARTHEST_THAT)).find(|&at| self.reading.lower(at) == "that");
        let clean = |that: &usize| {
            let between = next..*that;
            let stops = between.clone().any(|at| matches!(self.reading.word(at), ";" | ":" | ","));
            let cue = self.cues.partition_point(|cue| cue.tokens.start < next);
            let another = self.cues.get(cue).is_some_and(|cue| between.contains(&cue.tokens.start));
            !stops && !another && !self.stretches_in(between)
        };
        if let Some(that) = that.filter(clean) {
            return Some(that);
        }
        let bare = !NEEDS_THAT.contains(&self.reading.lower(cue.tokens.start));
        (marks || bare && self.takes_clause(next, end)).then_some(next)
    }

    /// Whether a clause begins right behind a cue.
    fn takes_clause(&self, next: usize, end: usize) -> bool {
        next + SHORTEST <= end
            && self.reading.kind(next) != TokenKind::Mark
            && !NO_CLAUSE.contains(&self.reading.lower(next))
            && !WEEKDAYS.contains(&self.reading.lower(next))
            && !self.reading.lower(next).ends_with("ly")
    }

    /// `According to Ann Lee, it rains.`; `It rains, according to Ann Lee.`
    fn by_phrase(&self, cue: &Cue, sentence: &Range<usize>) -> Option<Saying> {
        let close = (cue.tokens.end..sentence.end)
            .find(|&at| matches!(self.reading.word(at), "," | "." | ";" | "—" | "--"))
            .unwrap_or(sentence.end);
        let source = cue.tokens.end..self.trim(cue.tokens.end..close).end;
        let head = self.trim(sentence.start..cue.tokens.start);
        let rest = self.trim(close..sentence.end);
        let content = if head.len() >= SHORTEST { vec![head] } else { vec![rest] };
        let content: Vec<Range<usize>> =
            content.into_iter().filter(|part| !part.is_empty()).collect();
        if content.is_empty() || source.is_empty() {
            return None;
        }
        let mut saying = self.saying(content, cue.tokens.clone(), Some(source));
        if saying.evidence == Evidence::Clause {
            saying.evidence = Evidence::Phrase;
        }
        Some(saying)
    }

    fn saying(
        &self,
        content: Vec<Range<usize>>,
        cue: Range<usize>,
        source: Option<Range<usize>>,
    ) -> Saying {
        let marks = content.iter().any(|part| self.stretches_in(part.clone()));
        let evidence = if marks { Evidence::MixedClause } else { Evidence::Clause };
        Saying { content, cue: Some(cue), source, evidence }
    }

    /// Whether somebody's words begin in `tokens`: a stretch that is no title of a work.
    fn stretches_in(&self, tokens: Range<usize>) -> bool {
        let at = self.stretches.partition_point(|stretch| stretch.tokens.start < tokens.start);
        let inside = self.stretches.get(at..).unwrap_or_default().iter();
        inside
            .take_while(|stretch| stretch.tokens.start < tokens.end)
            .any(|stretch| !marks::is_work(self.reading, stretch))
    }

    /// Takes commas and stops off both ends.
    fn trim(&self, tokens: Range<usize>) -> Range<usize> {
        let loose = |at: &usize| {
            matches!(self.reading.word(*at), "," | "." | ";" | ":" | "—" | "--" | "–" | "…" | "...")
        };
        let start = tokens.clone().find(|at| !loose(at)).unwrap_or(tokens.end);
        let end = (start..tokens.end).rev().find(|at| !loose(at)).map_or(start, |at| at + 1);
        start..end
    }
}
