//! Quote detection: direct quotes first, then clauses beside what cues are left, then what carries over from one
//! paragraph to the next.

use std::collections::HashSet;
use std::ops::Range;

use crate::model::clauses::Clauses;
use crate::model::cues::Cue;
use crate::model::marks::{Ending, Stretch};
use crate::model::reading::{Paragraph, Reading};
use crate::model::saying::{Evidence, Saying};
use crate::model::source::Sources;
use crate::model::speech::Speech;
use crate::text::token::TokenKind;

/// Turns from which on a text counts as a transcript.
const FEWEST_TURNS: usize = 3;
/// Tokens of the longest name before the colon of a turn, or behind the dash of a signature.
const LONGEST_LABEL: usize = 7;

/// All quotes of an article, in order.
pub fn detect(
    reading: &Reading<'_>,
    stretches: &[Stretch],
    cues: &[Cue],
    sources: Sources<'_>,
) -> Vec<Saying> {
    let detector = Detector {
        reading,
        stretches,
        speech: Speech { reading, stretches, cues, sources },
        clauses: Clauses { reading, stretches, cues, sources },
        is_transcript: is_transcript(reading),
    };
    let mut sayings: Vec<Saying> = Vec::new();
    let mut before: Option<&Paragraph> = None;
    for paragraph in &reading.paragraphs {
        let mut found = detector.in_paragraph(paragraph);
        if let Some(before) = before {
            detector.carry_over(before, paragraph, &mut sayings, &mut found);
        }
        lend_sources(reading, sayings.last(), &mut found);
        sayings.append(&mut found);
        before = Some(paragraph);
    }
    sayings
}

struct Detector<'a> {
    reading: &'a Reading<'a>,
    stretches: &'a [Stretch],
    speech: Speech<'a>,
    clauses: Clauses<'a>,
    is_transcript: bool,
}

impl Detector<'_> {
    fn in_paragraph(&self, paragraph: &Paragraph) -> Vec<Saying> {
        if let Some(turn) = self.turn(paragraph) {
            return vec![turn];
        }
        let mut found = self.speech.of(paragraph);
        for saying in &mut found {
            self.sign(saying, paragraph);
        }
        let mut clauses = Vec::new();
        let mut start = paragraph.tokens.start;
        while start < paragraph.tokens.end {
            let sentence = self.reading.sentence(start);
            let first = found.partition_point(|saying| saying.reach() <= sentence.start);
            let last = found.partition_point(|saying| saying.start() < sentence.end);
            clauses.extend(self.clauses.of(&sentence, found.get(first..last).unwrap_or_default()));
            start = sentence.end.max(start + 1);
        }
        found.append(&mut clauses);
        found.sort_by_key(Saying::start);
        found
    }

    /// A turn of a transcript: `LEE: It rains.`
    fn turn(&self, paragraph: &Paragraph) -> Option<Saying> {
        let label = label(self.reading, paragraph).filter(|_| self.is_transcript)?;
        let content = label.end + 1..paragraph.tokens.end;
        (!content.is_empty()).then(|| Saying {
            content: vec![content],
            cue: Some(label.end..label.end + 1),
            source: Some(label),
            evidence: Evidence::Turn,
        })
    }

    /// `“It rains.” — Ann Lee`
    fn sign(&self, saying: &mut Saying, paragraph: &Paragraph) {
        let dash = saying.end();
        let name = dash + 1..paragraph.tokens.end;
        let signed = saying.evidence == Evidence::Alone
            && is_dash(self.reading.word(dash))
            && (1..=LONGEST_LABEL).contains(&name.len())
            && self.reading.is_capitalized(name.start);
        if signed {
            saying.source = Some(name);
            saying.evidence = Evidence::Signed;
        }
    }

    /// Gives a quote without a cue what the paragraph before tells of it.
    fn carry_over(
        &self,
        before: &Paragraph,
        paragraph: &Paragraph,
        sayings: &mut [Saying],
        found: &mut Vec<Saying>,
    ) {
        let Some(first) = found.first_mut().filter(|saying| saying.evidence == Evidence::Alone)
        else {
            return;
        };
        let last = sayings
            .last_mut()
            .filter(|last| last.start() >= before.tokens.start || last.end() > before.tokens.start);
        if first.start() > paragraph.tokens.start + 1 {
            return;
        }
        if let Some((cue, source)) = self.lead_in(before) {
            first.cue = Some(cue);
            first.source = source;
            first.evidence = Evidence::LeadIn;
        } else if let Some(last) = last.filter(|last| self.may_go_on(last, before)) {
            let open = self.ends_open(before);
            last.content.append(&mut first.content);
            if !open && last.evidence == Evidence::Cue {
                last.evidence = Evidence::Continued;
            }
            found.remove(0);
        }
    }

    /// Whether the last quote of a paragraph is its last word.
    fn may_go_on(&self, last: &Saying, before: &Paragraph) -> bool {
        let marked = last.content.iter().any(|part| self.marked(part.start));
        marked && (last.end() + 1 >= before.tokens.end || is_tail(last, before))
    }

    fn marked(&self, at: usize) -> bool {
        self.stretches.binary_search_by_key(&at, |stretch| stretch.tokens.start).is_ok()
    }

    fn ends_open(&self, paragraph: &Paragraph) -> bool {
        let at = self.stretches.partition_point(|s| s.tokens.end < paragraph.tokens.end);
        self.stretches.get(at).is_some_and(|stretch| {
            stretch.tokens.end == paragraph.tokens.end && stretch.ending == Ending::Open
        })
    }

    /// `Ann Lee went on:` at the end of a paragraph.
    fn lead_in(&self, paragraph: &Paragraph) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let last = paragraph.tokens.end.checked_sub(1)?;
        if self.reading.word(last) != ":" {
            return None;
        }
        let sentence = self.reading.sentence(last);
        let start = self.speech.cues.partition_point(|cue| cue.tokens.start < sentence.start);
        let cues = self.speech.cues.get(start..)?.iter();
        let cue = cues.take_while(|cue| cue.tokens.end <= last).last();
        let sources = self.speech.sources;
        let subject = || sources.first_subject(sentence.start, last);
        Some(match cue {
            Some(cue) => {
                let source = sources.before(cue.tokens.start, sentence.start).or_else(subject);
                (cue.tokens.clone(), source)
            }
            None => (last..last + 1, subject()),
        })
    }
}

/// Gives quotes without a cue the source of the quote before them, in this paragraph or at the end of the one before.
fn lend_sources(reading: &Reading<'_>, before: Option<&Saying>, found: &mut [Saying]) {
    let mut last = before.cloned();
    for saying in found {
        let near = last.as_ref().is_some_and(|last| {
            reading.paragraph(last.end().saturating_sub(1)) + 1 >= reading.paragraph(saying.start())
        });
        if saying.evidence == Evidence::Alone && near {
            saying.source = last.as_ref().and_then(|last| last.source.clone());
            saying.evidence = Evidence::CarriedOver;
        }
        last = Some(saying.clone());
    }
}

/// Whether nothing but cue and source stand behind a quote in its paragraph.
fn is_tail(last: &Saying, before: &Paragraph) -> bool {
    let cue = last.cue.as_ref().map_or(0, |cue| cue.end);
    let source = last.source.as_ref().map_or(0, |source| source.end);
    last.end().max(cue).max(source) + 2 >= before.tokens.end
}

/// The name before a colon that a paragraph begins with: `LEE:`, `“Ann Lee:`
fn label(reading: &Reading<'_>, paragraph: &Paragraph) -> Option<Range<usize>> {
    let tokens = paragraph.tokens.clone();
    let start = tokens.start + usize::from(reading.kind(tokens.start) == TokenKind::Mark);
    let colon = tokens.clone().take(LONGEST_LABEL).find(|&at| reading.word(at) == ":")?;
    let mut words = (start..colon).filter(|&at| reading.kind(at) == TokenKind::Word);
    let named = colon > start && words.all(|at| reading.is_capitalized(at));
    (named && reading.is_capitalized(start)).then_some(start..colon)
}

/// Whether the article is a transcript: some speaker has two turns, and turns make up a good part of it. Headings such
/// as `Christie: A closing surge` come once each.
fn is_transcript(reading: &Reading<'_>) -> bool {
    let labels: Vec<&str> = reading
        .paragraphs
        .iter()
        .filter_map(|paragraph| Some(reading.words(label(reading, paragraph)?)))
        .collect();
    let again = labels.iter().collect::<HashSet<_>>().len() < labels.len();
    again && labels.len() >= FEWEST_TURNS && labels.len() * 5 >= reading.paragraphs.len()
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-" | "--")
}
