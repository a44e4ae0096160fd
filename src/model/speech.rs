//! Speech in quotation marks that stands by itself: direct quotes.
//!
//! Words in marks are speech when they begin and end as a sentence does or stand beside a cue; titles of works and
//! scare quotes do not. Stretches of one paragraph with one cue are one quote.

use std::ops::Range;

use crate::model::cues::Cue;
use crate::model::marks::{Ending, Stretch, is_title_case};
use crate::model::reading::{Paragraph, Reading};
use crate::model::saying::{Evidence, Saying};
use crate::model::source::Sources;
use crate::text::token::TokenKind;

/// Tokens between a stretch and its cue, at the most.
const FARTHEST_CUE: usize = 28;
/// Commas between a stretch and its cue, at the most: a name with appositions.
const MOST_COMMAS: usize = 4;
/// Words from which on a stretch that begins as a sentence is speech even without a mark at its end.
const LONG: usize = 5;

/// Finds direct quotes.
#[derive(Clone, Copy, Debug)]
pub struct Speech<'a> {
    /// The article.
    pub reading: &'a Reading<'a>,
    /// What stands in quotation marks.
    pub stretches: &'a [Stretch],
    /// The cues outside of them.
    pub cues: &'a [Cue],
    /// Finds their sources.
    pub sources: Sources<'a>,
}

impl Speech<'_> {
    /// The direct quotes of a paragraph; one without a cue is [`Evidence::Alone`].
    pub fn of(&self, paragraph: &Paragraph) -> Vec<Saying> {
        let stretches = self.stretches_in(&paragraph.tokens);
        let mut sayings: Vec<Saying> = Vec::new();
        let mut before: Option<&Stretch> = None;
        for (number, stretch) in stretches.iter().enumerate() {
            let limit = stretches.get(number + 1).map_or(paragraph.tokens.end, |s| s.tokens.start);
            let floor = before.map_or(paragraph.tokens.start, |s| s.tokens.end);
            before = Some(stretch);
            let cue = self.cue_of(stretch, floor, limit).map(|cue| cue.tokens.clone());
            let cue = cue.or_else(|| self.unlisted_cue(stretch, limit));
            let goes_on = sayings.last().is_some_and(|last| self.goes_on(last, stretch));
            if !self.is_speech(stretch, cue.as_ref()) && !goes_on {
                continue;
            }
            match sayings.last_mut() {
                Some(last) if goes_on || cue.is_none() || last.cue == cue => {
                    last.content.push(stretch.tokens.clone());
                }
                Some(last) if last.evidence == Evidence::Alone => {
                    let content = std::mem::take(&mut last.content);
                    *last = self.saying(stretch, cue, floor..limit);
                    last.content.splice(0..0, content);
                }
                _ => sayings.push(self.saying(stretch, cue, floor..limit)),
            }
        }
        sayings
    }

    fn stretches_in(&self, tokens: &Range<usize>) -> &[Stretch] {
        let start = self.stretches.partition_point(|s| s.tokens.start < tokens.start);
        let end = self.stretches.partition_point(|s| s.tokens.start < tokens.end);
        self.stretches.get(start..end).unwrap_or_default()
    }

    fn saying(&self, stretch: &Stretch, cue: Option<Range<usize>>, around: Range<usize>) -> Saying {
        let content = vec![stretch.tokens.clone()];
        let Some(cue) = cue else {
            let source = self.announcer(stretch, around.start);
            let evidence = if source.is_some() { Evidence::LeadIn } else { Evidence::Alone };
            return Saying { content, cue: None, source, evidence };
        };
        let source = if cue.start >= stretch.tokens.end {
            self.source_behind(stretch, &cue, around.end)
        } else {
            self.source_before(&cue, around.start, stretch.tokens.start)
        };
        Saying { content, cue: Some(cue), source, evidence: Evidence::Cue }
    }

    /// `Ann Lee has a new message: “…”`
    fn announcer(&self, stretch: &Stretch, floor: usize) -> Option<Range<usize>> {
        let colon = stretch.tokens.start.checked_sub(1)?;
        let sentence = self.reading.sentence(colon).start.max(floor);
        let leads = self.reading.word(colon) == ":"
            && self.reading.same_sentence(colon, stretch.tokens.start);
        if leads { self.sources.first_subject(sentence, colon) } else { None }
    }

    /// `“…,” Ann Lee said`, `“…,” said Ann Lee`.
    fn source_behind(
        &self,
        stretch: &Stretch,
        cue: &Range<usize>,
        limit: usize,
    ) -> Option<Range<usize>> {
        let start = (stretch.tokens.end..cue.start)
            .find(|&at| self.reading.kind(at) != TokenKind::Mark)
            .unwrap_or(cue.start);
        let behind = || self.sources.after(cue.end, limit);
        if start == cue.start {
            return behind();
        }
        let whole = || self.sources.whole(start, cue.start);
        whole().or_else(|| self.sources.before(cue.start, start)).or_else(behind)
    }

    /// `Ann Lee said: “…”`; `“…,” she said, adding: “…”`.
    fn source_before(
        &self,
        cue: &Range<usize>,
        floor: usize,
        limit: usize,
    ) -> Option<Range<usize>> {
        let sentence = self.reading.sentence(cue.start).start;
        let floor = floor.max(sentence);
        let participle = self.reading.lower(cue.start).ends_with("ing");
        let subject = || self.sources.first_subject(floor, cue.start);
        let before = || self.sources.before(cue.start, floor);
        let found = if participle { subject().or_else(before) } else { before().or_else(subject) };
        found.or_else(|| self.sources.after(cue.end, limit))
    }

    /// The cue beside a stretch, between `floor` and `limit`.
    fn cue_of(&self, stretch: &Stretch, floor: usize, limit: usize) -> Option<&Cue> {
        let last = self.last_word(stretch);
        let before = self.cue_before(stretch, floor);
        let after = self.cue_after(stretch, limit);
        let led_in = self.led_in(stretch);
        let run_on = matches!(last, "," | "?" | "!" | "—" | "--" | "–")
            || self.reading.word(stretch.tokens.end) == ",";
        if run_on && !led_in { after.or(before) } else { before.or(after) }
    }

    /// A verb that is in no list, behind words in marks that end in a comma or a question: `“…!” beamed Ann Lee`.
    fn unlisted_cue(&self, stretch: &Stretch, limit: usize) -> Option<Range<usize>> {
        let runs_on = matches!(self.last_word(stretch), "," | "?" | "!" | "—" | "--" | "–");
        let start = stretch.tokens.end + usize::from(self.reading.word(stretch.tokens.end) == ",");
        let verb = self.sources.unlisted_verb(start, limit).filter(|_| runs_on)?;
        Some(verb..verb + 1)
    }

    /// Whether a comma, a colon or a cue stands right before a stretch.
    fn led_in(&self, stretch: &Stretch) -> bool {
        let before = stretch.tokens.start.checked_sub(1);
        before.is_some_and(|before| {
            self.reading.same_sentence(before, stretch.tokens.start)
                && (matches!(self.reading.word(before), "," | ":")
                    || self.cues_in(before..before + 1).next().is_some())
        })
    }

    fn cue_before(&self, stretch: &Stretch, floor: usize) -> Option<&Cue> {
        let start = stretch.tokens.start;
        let sentence = self.reading.sentence(start).start;
        let from = floor.max(sentence).max(start.saturating_sub(FARTHEST_CUE));
        self.cues_in(from..start).last()
    }

    fn cue_after(&self, stretch: &Stretch, limit: usize) -> Option<&Cue> {
        let end = stretch.tokens.end;
        let asks = matches!(self.last_word(stretch), "?" | "!" | "…" | "...");
        let sentence = self.reading.sentence(if asks { end } else { end.saturating_sub(1) }).end;
        let to = limit.min(sentence).min(end + FARTHEST_CUE);
        let cue = self.cues_in(end..to.max(end)).next()?;
        let clause_between =
            (end..cue.tokens.start).skip(1).filter(|&at| self.reading.word(at) == ",").count();
        let far = asks && cue.tokens.start > end + 8;
        (clause_between <= MOST_COMMAS && !far).then_some(cue)
    }

    fn cues_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Cue> {
        let start = self.cues.partition_point(|cue| cue.tokens.start < tokens.start);
        let rest = self.cues.get(start..).unwrap_or_default();
        rest.iter().take_while(move |cue| cue.tokens.end <= tokens.end)
    }

    /// Whether words in marks are speech by themselves.
    fn is_speech(&self, stretch: &Stretch, cue: Option<&Range<usize>>) -> bool {
        let inner = stretch.inner();
        let words = inner.clone().filter(|&at| self.reading.kind(at) != TokenKind::Mark).count();
        let sentence = self.begins_sentence(&inner);
        let ends = stretch.ending == Ending::Open
            || matches!(
                self.last_word(stretch),
                "," | "." | "!" | "?" | "…" | "..." | "—" | "--" | "–"
            )
            || matches!(self.reading.word(stretch.tokens.end), "," | ".");
        let comma_cue = self.last_word(stretch) == ","
            && cue.is_some_and(|cue| cue.start >= stretch.tokens.end);
        if words == 0 || (is_title_case(self.reading, &inner) && !ends) {
            return false;
        }
        if self.stands_free(stretch) {
            return sentence && (ends || words >= LONG) || comma_cue;
        }
        false
    }

    /// `“I think,” he said, “that it rains.”`: the second stretch goes on with the first.
    fn goes_on(&self, last: &Saying, stretch: &Stretch) -> bool {
        let Some(cue) = &last.cue else { return false };
        let end = last.end();
        let comma = stretch
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(self.reading.word(at), "," | "—" | "–" | "--"));
        cue.start >= end && comma && self.reading.same_sentence(cue.start, stretch.tokens.start)
    }

    /// Whether a stretch stands where a sentence can: at the start of one, behind a comma, colon, dash or cue.
    fn stands_free(&self, stretch: &Stretch) -> bool {
        let start = stretch.tokens.start;
        let Some(before) = start.checked_sub(1) else { return true };
        !self.reading.same_sentence(before, start)
            || matches!(self.reading.word(before), "," | ":" | "—" | "–" | "--" | "." | "...")
            || self.cues_in(before..start).next().is_some()
            || self.stretches.binary_search_by_key(&start, |other| other.tokens.end).is_ok()
            || (self.reading.lower(before) == "that" && self.begins_sentence(&stretch.inner()))
    }

    fn begins_sentence(&self, inner: &Range<usize>) -> bool {
        let first = inner.clone().find(|&at| self.reading.kind(at) != TokenKind::Mark);
        let dots = matches!(self.reading.word(inner.start), "…" | "...");
        dots || first.is_some_and(|at| !self.reading.word(at).starts_with(char::is_lowercase))
    }

    fn last_word(&self, stretch: &Stretch) -> &str {
        self.reading.word(stretch.inner().end.saturating_sub(1))
    }
}
