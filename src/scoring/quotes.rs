//! Compares quotes: their words, sources, kinds and speakers.

use std::collections::BTreeSet;

use crate::scoring::judged::{Judged, JudgedQuote};
use crate::scoring::matching::assign;
use crate::scoring::tally::{Rate, Tally};
use crate::scoring::words::{WordSet, Words};

/// The kinds of quotes.
pub const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];
/// The least overlap of two quotes that are paired: shared words divided by the words of both.
pub const LEAST_OVERLAP: f64 = 0.5;
/// Words after a surname that are not part of it.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// Figures of all quotes together, then of each of [`KINDS`].
pub type ByKind<T> = [T; 4];

/// The figures of quotes.
#[derive(Clone, Debug, Default)]
pub struct QuoteScore {
    /// How many articles were compared.
    pub articles: usize,
    /// Words of contents, cues and sources.
    pub words: [Tally; 3],
    /// Quotes with the same words.
    pub exact: ByKind<Tally>,
    /// Quotes with enough words in common.
    pub overlap: ByKind<Tally>,
    /// Of these, quotes whose source is right too.
    pub attributed: ByKind<Tally>,
    /// Pairs with the right source.
    pub source: ByKind<Rate>,
    /// Pairs with the right kind.
    pub kind: ByKind<Rate>,
    /// Pairs with the speaker's right name, of those with a speaker in gold.
    pub same_name: Rate,
    /// Pairs with the right surname, of the same ones.
    pub same_surname: Rate,
    /// Gold quotes with a speaker that were found with the right surname.
    pub end_to_end: Rate,
}

/// A mistake, with the numbers of the quotes in gold and among the predictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A gold quote that was not found.
    Missed(usize),
    /// A prediction that is not in gold.
    Spurious(usize),
    /// A gold quote and a prediction with the wrong source.
    WrongSource(usize, usize),
    /// A gold quote and a prediction with the wrong speaker.
    WrongSpeaker(usize, usize),
}

/// A quote as sets of words.
struct Compared<'a> {
    /// Its number among all quotes of the article.
    number: usize,
    /// Its row in [`ByKind`].
    kind: usize,
    content: WordSet,
    cue: WordSet,
    source: WordSet,
    speaker: &'a str,
}

impl QuoteScore {
    /// Compares an article with its gold and returns the mistakes.
    pub fn add(&mut self, gold: &Judged, found: &Judged) -> Vec<Difference> {
        let words = Words::of(&gold.text);
        let (theirs, ours) = (quotes(gold), quotes(found));
        let annotated: WordSet = theirs
            .iter()
            .flat_map(|quote| [&quote.content, &quote.cue, &quote.source])
            .flat_map(|spans| words.within(spans))
            .collect();
        // text that the annotators excluded (bylines, advertisements) counts for neither side
        let skip: WordSet = words.within(&gold.discard).difference(&annotated).copied().collect();
        let theirs = compared(theirs, &words, &skip);
        let ours = compared(ours, &words, &skip);
        self.articles += 1;
        self.count_words(&ours, &theirs);
        let exact = assign(ours.len(), theirs.len(), |a, b| {
            let same = pair(&ours, &theirs, (a, b)).is_some_and(|(a, b)| a.content == b.content);
            f64::from(u8::from(same))
        });
        let overlap = assign(ours.len(), theirs.len(), |a, b| {
            let overlap = pair(&ours, &theirs, (a, b)).map_or(0.0, |(a, b)| share(a, b));
            if overlap >= LEAST_OVERLAP { overlap } else { 0.0 }
        });
        let sourced = |&(a, b): &(usize, usize)| {
            pair(&ours, &theirs, (a, b)).is_some_and(|(a, b)| same_source(a, b))
        };
        let attributed: Vec<(usize, usize)> = overlap.iter().copied().filter(sourced).collect();
        count(&mut self.exact, &ours, &theirs, &exact);
        count(&mut self.overlap, &ours, &theirs, &overlap);
        count(&mut self.attributed, &ours, &theirs, &attributed);
        self.count_pairs(&ours, &theirs, &overlap);
        mistakes(&ours, &theirs, &overlap)
    }

    fn count_words(&mut self, ours: &[Compared<'_>], theirs: &[Compared<'_>]) {
        let parts: [fn(&Compared<'_>) -> WordSet; 3] =
            [|q| q.content.clone(), |q| q.cue.clone(), |q| q.source.clone()];
        for (tally, part) in self.words.iter_mut().zip(parts) {
            let ours: WordSet = ours.iter().flat_map(part).collect();
            let theirs: WordSet = theirs.iter().flat_map(part).collect();
            tally.add(ours.intersection(&theirs).count(), ours.len(), theirs.len());
        }
    }

    fn count_pairs(
        &mut self,
        ours: &[Compared<'_>],
        theirs: &[Compared<'_>],
        pairs: &[(usize, usize)],
    ) {
        for &numbers in pairs {
            let Some((a, b)) = pair(ours, theirs, numbers) else { continue };
            for kind in [0, b.kind] {
                if let Some(rate) = self.source.get_mut(kind) {
                    rate.count(same_source(a, b));
                }
                if let Some(rate) = self.kind.get_mut(kind) {
                    rate.count(a.kind == b.kind);
                }
            }
            if !b.speaker.is_empty() {
                self.same_name.count(same_name(a, b));
                self.same_surname.count(same_surname(a, b));
                self.end_to_end.right += usize::from(same_surname(a, b));
            }
        }
        self.end_to_end.of += theirs.iter().filter(|quote| !quote.speaker.is_empty()).count();
    }
}

fn quotes(article: &Judged) -> &[JudgedQuote] {
    article.quotes.as_deref().unwrap_or_default()
}

fn compared<'a>(quotes: &'a [JudgedQuote], words: &Words, skip: &WordSet) -> Vec<Compared<'a>> {
    let left = |spans: &[[usize; 2]]| -> WordSet {
        words.within(spans).difference(skip).copied().collect()
    };
    let all = quotes.iter().enumerate().map(|(number, quote)| Compared {
        number,
        kind: KINDS.iter().position(|kind| quote.kind.as_deref() == Some(kind)).unwrap_or(2) + 1,
        content: left(&quote.content),
        cue: left(&quote.cue),
        source: left(&quote.source),
        speaker: quote.speaker.as_deref().unwrap_or_default(),
    });
    all.filter(|quote| !quote.content.is_empty()).collect()
}

fn pair<'a, 'b>(
    ours: &'a [Compared<'b>],
    theirs: &'a [Compared<'b>],
    (a, b): (usize, usize),
) -> Option<(&'a Compared<'b>, &'a Compared<'b>)> {
    Some((ours.get(a)?, theirs.get(b)?))
}

/// The overlap of two quotes: shared words divided by the words of both.
fn share(a: &Compared<'_>, b: &Compared<'_>) -> f64 {
    let shared = a.content.intersection(&b.content).count();
    shared as f64 / a.content.union(&b.content).count() as f64
}

fn same_source(a: &Compared<'_>, b: &Compared<'_>) -> bool {
    !a.source.is_disjoint(&b.source) || a.source.is_empty() && b.source.is_empty()
}

fn same_name(a: &Compared<'_>, b: &Compared<'_>) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    words(a.speaker) == words(b.speaker)
}

fn same_surname(a: &Compared<'_>, b: &Compared<'_>) -> bool {
    let surname = surname(a.speaker);
    !surname.is_empty() && surname == self::surname(b.speaker)
}

fn surname(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let full = words.iter().skip(1).rev().find(|word| !SUFFIXES.contains(word));
    (*full.or(words.first()).unwrap_or(&"")).to_owned()
}

/// Counts pairs: those of a kind for precision by the predicted kind, for recall by the gold kind.
fn count(
    tallies: &mut ByKind<Tally>,
    ours: &[Compared<'_>],
    theirs: &[Compared<'_>],
    pairs: &[(usize, usize)],
) {
    let [all, kinds @ ..] = tallies;
    all.add(pairs.len(), ours.len(), theirs.len());
    for (kind, tally) in (1..).zip(kinds) {
        let of_kind = |quotes: &[Compared<'_>]| quotes.iter().filter(|q| q.kind == kind).count();
        let found = |number: usize, quotes: &[Compared<'_>]| {
            quotes.get(number).is_some_and(|quote| quote.kind == kind)
        };
        tally.predicted += of_kind(ours);
        tally.gold += of_kind(theirs);
        tally.right += pairs.iter().filter(|(a, _)| found(*a, ours)).count();
        tally.found += pairs.iter().filter(|(_, b)| found(*b, theirs)).count();
    }
}

fn mistakes(
    ours: &[Compared<'_>],
    theirs: &[Compared<'_>],
    pairs: &[(usize, usize)],
) -> Vec<Difference> {
    let found: BTreeSet<usize> = pairs.iter().map(|(a, _)| *a).collect();
    let known: BTreeSet<usize> = pairs.iter().map(|(_, b)| *b).collect();
    let missed = theirs.iter().enumerate().filter(|(number, _)| !known.contains(number));
    let spurious = ours.iter().enumerate().filter(|(number, _)| !found.contains(number));
    let wrong = pairs.iter().filter_map(|numbers| {
        let (a, b) = pair(ours, theirs, *numbers)?;
        if !same_source(a, b) {
            Some(Difference::WrongSource(b.number, a.number))
        } else if !b.speaker.is_empty() && !same_surname(a, b) {
            Some(Difference::WrongSpeaker(b.number, a.number))
        } else {
            None
        }
    });
    let missed = missed.map(|(_, quote)| Difference::Missed(quote.number));
    let spurious = spurious.map(|(_, quote)| Difference::Spurious(quote.number));
    missed.chain(spurious).chain(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Ann Lee said it rains a lot in Ely. Bob Day denied that. Advertisement here.";

    /// A quote by its words in the text: kind, content, cue, source, speaker.
    type Row<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

    const ANN: Row<'_> = ("indirect", "it rains a lot", "said", "Ann Lee", "Ann Lee");

    fn article(rows: &[Row<'_>]) -> Judged {
        let spans = |words: &str| match TEXT.find(words) {
            Some(start) if !words.is_empty() => vec![[start, start + words.len()]],
            _ => Vec::new(),
        };
        let quote = |&(kind, content, cue, source, speaker): &Row<'_>| JudgedQuote {
            kind: Some(kind.to_owned()),
            content: spans(content),
            cue: spans(cue),
            source: spans(source),
            speaker: Some(speaker.to_owned()),
        };
        Judged {
            id: "1".to_owned(),
            text: TEXT.to_owned(),
            quotes: Some(rows.iter().map(quote).collect()),
            entities: None,
            discard: spans("Advertisement here"),
        }
    }

    fn score(gold: &[Row<'_>], found: &[Row<'_>]) -> (QuoteScore, Vec<Difference>) {
        let mut score = QuoteScore::default();
        let mistakes = score.add(&article(gold), &article(found));
        (score, mistakes)
    }

    /// Compares, for one gold quote and its prediction, the numbers of exact, overlapping and attributed quotes, and
    /// the mistakes.
    #[track_caller]
    fn check(gold: Row<'_>, found: Row<'_>, expected: [usize; 3], mistakes: &[Difference]) {
        let (score, differences) = score(&[gold], &[found]);
        let right = [score.exact, score.overlap, score.attributed].map(|tallies| tallies[0].right);
        assert_eq!((right, differences.as_slice()), (expected, mistakes));
    }

    #[test]
    fn the_same_words_are_exact() {
        check(ANN, ANN, [1, 1, 1], &[]);
        check(ANN, ("indirect", "it rains a lot in Ely.", "", "Lee", "Lee"), [0, 1, 1], &[]);
    }

    #[test]
    fn half_of_the_words_must_be_shared() {
        let missed = [Difference::Missed(0), Difference::Spurious(0)];
        check(ANN, ("indirect", "it rains", "", "Ann Lee", "Ann Lee"), [0, 1, 1], &[]);
        check(ANN, ("indirect", "it", "", "Ann Lee", "Ann Lee"), [0, 0, 0], &missed);
    }

    #[test]
    fn sources_must_share_a_word_or_both_be_absent() {
        let wrong = [Difference::WrongSource(0, 0)];
        let with_source = |source| (ANN.0, ANN.1, ANN.2, source, ANN.4);
        check(ANN, with_source("Bob Day"), [1, 1, 0], &wrong);
        check(ANN, with_source(""), [1, 1, 0], &wrong);
        check(with_source(""), with_source(""), [1, 1, 1], &[]);
    }

    #[test]
    fn a_wrong_speaker_is_a_mistake_unless_gold_has_none() {
        let wrong = [Difference::WrongSpeaker(0, 0)];
        let with_speaker = |speaker| (ANN.0, ANN.1, ANN.2, ANN.3, speaker);
        check(ANN, with_speaker("Bob Day"), [1, 1, 1], &wrong);
        check(ANN, with_speaker(""), [1, 1, 1], &wrong);
        check(with_speaker(""), with_speaker("Bob Day"), [1, 1, 1], &[]);
    }

    #[test]
    fn excluded_text_counts_for_neither_side_unless_it_is_annotated() {
        let advertisement = ("direct", "Advertisement", "here", "", "");
        assert_eq!(score(&[ANN], &[ANN, advertisement]).1, []);
        assert_eq!(score(&[advertisement], &[]).1, [Difference::Missed(0)]);
        let (score, _) = score(&[ANN], &[("indirect", "it rains a lot", "here", "Ann", "")]);
        assert_eq!(score.words.map(|tally| tally.predicted), [4, 0, 1]);
    }

    #[test]
    fn numbers_of_mistakes_count_all_quotes_of_an_article() {
        let bob = ("direct", "that", "denied", "Bob Day", "");
        let advertisement = ("direct", "Advertisement here", "", "", "");
        assert_eq!(score(&[ANN], &[advertisement, ANN, bob]).1, [Difference::Spurious(2)]);
        assert_eq!(score(&[ANN, bob], &[advertisement, ANN]).1, [Difference::Missed(1)]);
    }

    #[test]
    fn words_are_counted_by_part() {
        let (score, _) = score(&[ANN], &[("indirect", "it rains", "said it", "Lee", "")]);
        let counts = score.words.map(|tally| [tally.right, tally.predicted, tally.gold]);
        assert_eq!(counts, [[2, 2, 4], [1, 2, 1], [1, 1, 2]]);
        assert_eq!(score.articles, 1);
    }

    #[test]
    fn precision_goes_by_the_predicted_kind_and_recall_by_the_gold_kind() {
        let (score, _) = score(&[ANN], &[("direct", ANN.1, ANN.2, ANN.3, ANN.4)]);
        let [all, direct, mixed, indirect] = score.overlap;
        assert_eq!(all, Tally { right: 1, predicted: 1, found: 1, gold: 1 });
        assert_eq!(direct, Tally { right: 1, predicted: 1, found: 0, gold: 0 });
        assert_eq!(mixed, Tally::default());
        assert_eq!(indirect, Tally { right: 0, predicted: 0, found: 1, gold: 1 });
        assert_eq!(score.kind.map(|rate| (rate.right, rate.of)), [(0, 1), (0, 0), (0, 0), (0, 1)]);
        assert_eq!(score.source.map(|rate| rate.right), [1, 0, 0, 1]);
    }

    #[test]
    fn a_quote_of_an_unknown_kind_is_indirect() {
        let (score, _) = score(&[ANN], &[("verbatim", ANN.1, ANN.2, ANN.3, ANN.4)]);
        assert_eq!(score.kind[3].right, 1);
    }

    /// Compares the counts of right names and right surnames, and all right surnames against all gold speakers.
    #[track_caller]
    fn check_names(gold: &str, found: &str, expected: [(usize, usize); 3]) {
        let with_speaker = |speaker| (ANN.0, ANN.1, ANN.2, ANN.3, speaker);
        let bob = ("direct", "that", "denied", "Bob Day", "Bob Day");
        let (score, _) = score(&[with_speaker(gold), bob], &[with_speaker(found)]);
        let rates = [score.same_name, score.same_surname, score.end_to_end];
        assert_eq!(rates.map(|rate| (rate.right, rate.of)), expected);
    }

    #[test]
    fn names_are_compared_whole_and_by_surname() {
        check_names("Ann Lee", "ann  lee", [(1, 1), (1, 1), (1, 2)]);
        check_names("Ann Lee", "Mary Lee", [(0, 1), (1, 1), (1, 2)]);
        check_names("Ann Lee", "Ann Day", [(0, 1), (0, 1), (0, 2)]);
        check_names("", "Ann Lee", [(0, 0), (0, 0), (0, 1)]);
        check_names("—", "—", [(1, 1), (0, 1), (0, 2)]);
    }

    #[test]
    fn a_suffix_is_no_surname() {
        let names = ["Ann Lee Jr.", "Hal Day III", "Lee Jr", "Jr.", "Ann O’Dea", "Cher", "a_b", ""];
        let surnames = ["lee", "day", "lee", "jr", "dea", "cher", "a_b", ""];
        assert_eq!(names.map(surname), surnames.map(str::to_owned));
    }
}
