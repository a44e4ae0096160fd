//! How much each speaker says, and where in the article: the numbers of the overview.
//!
//! One pass over the words of the quotes counts them in many small grains of the text. A chart of any width adds up the
//! grains in each of its parts.

use unicode_width::UnicodeWidthStr;

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::kinds::UNKNOWN_SPEAKER;
use crate::annotation::quote::QuoteId;
use crate::annotation::speaker::SpeakerId;
use crate::annotation::spoken::{Standing, each_word};

/// Grains of the text. Each of [`PARTS`] divides this number, so that the parts of a chart are equal.
const GRAINS: usize = 240;
/// The numbers of parts in which a chart can show the article.
pub const PARTS: [usize; 13] = [5, 6, 8, 10, 12, 15, 16, 20, 24, 30, 40, 48, 60];

/// The shares of all speakers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    shares: Vec<Share>,
    peaks: [usize; PARTS.len()],
}

/// The share of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The speaker, or none for the quotes without one.
    pub speaker: Option<SpeakerId>,
    /// The number of quotes.
    pub quotes: usize,
    /// The number of words in quotation marks.
    pub direct: usize,
    /// The number of other words, which are the reporter's.
    pub indirect: usize,
    /// Words by grain, in ascending order, without empty grains.
    grains: Vec<(usize, usize)>,
}

impl Overview {
    /// Counts the shares in the order of the speakers. The quotes without a speaker come last.
    pub fn of(document: &Document, billing: &Billing) -> Self {
        let named = billing.order().iter();
        let mut shares: Vec<Share> =
            named.map(|billed| Share::of(document, Some(billed.speaker), &billed.quotes)).collect();
        let nobody = billing.nobody();
        shares.extend((!nobody.is_empty()).then(|| Share::of(document, None, nobody)));
        let peaks = PARTS.map(|parts| {
            shares.iter().flat_map(|share| share.strip(parts)).max().unwrap_or_default()
        });
        Self { shares, peaks }
    }

    /// The share of a speaker, or of the quotes without one.
    pub fn share(&self, speaker: Option<SpeakerId>, billing: &Billing) -> Option<&Share> {
        match speaker {
            Some(speaker) => self.shares.get(billing.place(speaker)),
            None => self.shares.last().filter(|share| share.speaker.is_none()),
        }
    }

    /// The number of words in the largest share.
    pub fn most(&self) -> usize {
        self.shares.iter().map(Share::words).max().unwrap_or_default()
    }

    /// The number of words in all shares.
    pub fn words(&self) -> usize {
        self.shares.iter().map(Share::words).sum()
    }

    /// The highest number of words in one part of one share, where the text is divided into `parts`.
    pub fn peak(&self, parts: usize) -> usize {
        let at = PARTS.iter().position(|other| *other == parts);
        at.and_then(|at| self.peaks.get(at)).copied().unwrap_or_default()
    }

    /// The columns of the longest name.
    pub fn longest_name(&self, document: &Document) -> usize {
        self.shares.iter().map(|share| share.name(document).width()).max().unwrap_or_default()
    }
}

impl Share {
    fn of(document: &Document, speaker: Option<SpeakerId>, quotes: &[QuoteId]) -> Self {
        let mut share =
            Self { speaker, quotes: quotes.len(), direct: 0, indirect: 0, grains: Vec::new() };
        let length = document.text().len();
        for quote in quotes {
            each_word(document.text(), document.quote(*quote), |place, standing| {
                share.count(part_of(place, GRAINS, length), standing);
            });
        }
        // a quote inside a quote returns to earlier grains
        share.grains.sort_unstable();
        share.grains.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        share
    }

    fn count(&mut self, grain: usize, standing: Standing) {
        match standing {
            Standing::Inside => self.direct += 1,
            Standing::Outside => self.indirect += 1,
        }
        match self.grains.last_mut() {
            Some((last, words)) if *last == grain => *words += 1,
            Some(_) | None => self.grains.push((grain, 1)),
        }
    }

    /// The number of words.
    pub fn words(&self) -> usize {
        self.direct + self.indirect
    }

    /// The name of the speaker.
    pub fn name<'a>(&self, document: &'a Document) -> &'a str {
        self.speaker.map_or(UNKNOWN_SPEAKER, |id| document.speaker(id).name.as_str())
    }

    /// The number of words in each of the equal parts of the article.
    pub fn strip(&self, parts: usize) -> Vec<usize> {
        let mut strip = vec![0; parts];
        for (grain, words) in &self.grains {
            if let Some(part) = strip.get_mut(part_of(*grain, parts, GRAINS)) {
                *part += words;
            }
        }
        strip
    }
}

/// The part, among `parts` equal ones of a length, that contains a place.
pub fn part_of(place: usize, parts: usize, length: usize) -> usize {
    (place * parts / length.max(1)).min(parts.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::quote::{Confidence, Quote, Voice};
    use crate::annotation::sample;
    use crate::annotation::speaker::{Speaker, SpeakerKind};
    use crate::text::article::Article;
    use crate::text::span::Span;

    fn quote(text: &str, words: &str, voice: Voice, speaker: Option<usize>) -> Quote {
        let start = text.find(words).unwrap();
        Quote {
            voice,
            content: vec![Span::new(start, start + words.len())],
            cue: Vec::new(),
            source: Vec::new(),
            speaker: speaker.map(SpeakerId::at),
            confidence: Confidence::new(0.9),
        }
    }

    /// Compares the shares, as `quotes direct+indirect parts`. Every word of the article has nine letters.
    #[track_caller]
    fn check(quotes: &[(&str, Voice, Option<usize>)], expected: &[&str]) {
        let text = "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee";
        let article = Article::parse(text).unwrap();
        let speaker = |name: &str| Speaker {
            name: name.to_owned(),
            kind: SpeakerKind::Person,
            role: None,
            mentions: Vec::new(),
        };
        let quotes = quotes.iter().map(|(words, voice, who)| quote(text, words, *voice, *who));
        let speakers = vec![speaker("Ann Lee"), speaker("Hugh Hill")];
        let findings = Findings { quotes: quotes.collect(), speakers, entities: Vec::new() };
        let document = Document::new(article, findings);
        let overview = Overview::of(&document, &Billing::of(&document));
        let shown = overview.shares.iter().map(|share| {
            let Share { quotes, direct, indirect, .. } = share;
            format!("{}: {quotes} {direct}+{indirect} {:?}", share.name(&document), share.strip(5))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
        let peak = overview.shares.iter().flat_map(|share| share.strip(5)).max();
        assert_eq!(overview.peak(5), peak.unwrap_or_default());
    }

    #[test]
    fn nobody_says_nothing() {
        check(&[], &[]);
    }

    #[test]
    fn words_count_by_voice_and_place() {
        check(
            &[
                ("aaaaaaaaa", Voice::Direct, Some(0)),
                ("ddddddddd eeeeeeeee", Voice::Indirect, Some(0)),
            ],
            &["Ann Lee: 2 1+2 [1, 0, 0, 1, 1]"],
        );
    }

    #[test]
    fn quotes_without_a_speaker_come_last() {
        check(
            &[("aaaaaaaaa", Voice::Indirect, None), ("bbbbbbbbb", Voice::Indirect, Some(1))],
            &["Hugh Hill: 1 0+1 [0, 1, 0, 0, 0]", "speaker unknown: 1 0+1 [1, 0, 0, 0, 0]"],
        );
    }

    #[test]
    fn a_quote_inside_a_quote_counts_too() {
        check(
            &[
                ("aaaaaaaaa bbbbbbbbb ccccccccc", Voice::Indirect, Some(0)),
                ("bbbbbbbbb", Voice::Direct, Some(0)),
            ],
            &["Ann Lee: 2 1+3 [1, 2, 1, 0, 0]"],
        );
    }

    #[test]
    fn an_overview_knows_its_largest_share() {
        let text = "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee";
        let document = sample::said(text, "bbbbbbbbb ccccccccc", Voice::Direct, Some("Ann Lee"));
        let billing = Billing::of(&document);
        let overview = Overview::of(&document, &billing);
        assert_eq!(
            (overview.most(), overview.words(), overview.longest_name(&document)),
            (2, 2, 7)
        );
        let share = overview.share(Some(SpeakerId::at(0)), &billing).unwrap();
        assert_eq!((share.words(), share.direct), (2, 2));
        assert_eq!(overview.share(None, &billing), None);
        assert_eq!((overview.peak(5), overview.peak(7)), (1, 0));
    }

    #[test]
    fn grains_make_equal_parts() {
        assert!(PARTS.iter().all(|parts| GRAINS.is_multiple_of(*parts)));
        assert_eq!((part_of(0, 10, 100), part_of(99, 10, 100), part_of(100, 10, 100)), (0, 9, 9));
        assert_eq!((part_of(0, 10, 0), part_of(5, 0, 10)), (0, 0));
    }
}
