//! Compares entities: the names of people, organizations and places, by span and kind.

use std::collections::BTreeSet;

use crate::scoring::judged::{Judged, JudgedEntity, JudgedName};
use crate::scoring::matching::assign;
use crate::scoring::tally::Tally;

/// The kinds that are scored, each with the names that corpora use for it.
const KINDS: [(&str, &[&str]); 3] = [
    (
        "person",
        &["person", "per", "politician", "writer", "researcher", "scientist", "musicalartist"],
    ),
    (
        "organization",
        &[
            "organization",
            "organisation",
            "org",
            "corporation",
            "group",
            "company",
            "politicalparty",
            "university",
            "band",
        ],
    ),
    (
        "place",
        &["place", "location", "loc", "gpe", "country", "facility", "fac", "geo-loc", "city"],
    ),
];
/// The rows of a table: all kinds together, then each kind.
pub const ROWS: [&str; 4] = ["all", KINDS[0].0, KINDS[1].0, KINDS[2].0];
/// Mentions that are not names. The reference scorer has the same list; it decides what counts, so it is kept apart
/// from what the model takes for a pronoun.
const PRONOUNS: &[&str] = &[
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "us",
    "our",
    "ours",
    "ourselves",
    "you",
    "your",
    "yours",
    "yourself",
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "this",
    "these",
    "those",
];

/// The figures of entities, in the order of [`ROWS`].
#[derive(Clone, Debug, Default)]
pub struct EntityScore {
    /// How many texts were compared.
    pub articles: usize,
    /// Mentions with the same span and kind.
    pub exact: [Tally; 4],
    /// Mentions that overlap a mention of the same kind.
    pub overlap: [Tally; 4],
    /// Mentions with the same span and any kind.
    pub untyped: Tally,
}

/// Start and end in code points, and the number of the kind.
type Mention = (usize, usize, usize);

impl EntityScore {
    /// Compares an article with its gold.
    pub fn add(&mut self, gold: &Judged, found: &Judged) {
        let text: Vec<char> = gold.text.chars().collect();
        let (theirs, ours) = (mentions(gold, &text), mentions(found, &text));
        self.articles += 1;
        for kind in 0..KINDS.len() {
            let of_kind = |all: &BTreeSet<Mention>| -> Vec<Mention> {
                all.iter().filter(|mention| mention.2 == kind).copied().collect()
            };
            let (ours, theirs) = (of_kind(&ours), of_kind(&theirs));
            let same = ours.iter().filter(|mention| theirs.contains(mention)).count();
            let shared = |a: usize, b: usize| {
                ours.get(a).zip(theirs.get(b)).map_or(0.0, |(a, b)| shared(*a, *b))
            };
            let overlapping = assign(ours.len(), theirs.len(), shared).len();
            for row in [0, kind + 1] {
                let tallies = (self.exact.get_mut(row), self.overlap.get_mut(row));
                let (Some(exact), Some(overlap)) = tallies else { continue };
                exact.add(same, ours.len(), theirs.len());
                overlap.add(overlapping, ours.len(), theirs.len());
            }
        }
        let untyped = |all: &BTreeSet<Mention>| -> BTreeSet<(usize, usize)> {
            all.iter().map(|(start, end, _)| (*start, *end)).collect()
        };
        let (ours, theirs) = (untyped(&ours), untyped(&theirs));
        self.untyped.add(ours.intersection(&theirs).count(), ours.len(), theirs.len());
    }
}

/// The names among an article's mentions, of the kinds that are scored.
fn mentions(article: &Judged, text: &[char]) -> BTreeSet<Mention> {
    let entities = article.entities.as_deref().unwrap_or_default().iter();
    let scored = entities.filter(|entity| entity.named != Some(false));
    let spans = scored.filter_map(|entity| Some((kind(entity.kind.as_deref()?)?, spans(entity))));
    let trimmed = spans.flat_map(|(kind, spans)| {
        spans.into_iter().filter_map(move |[start, end]| {
            let (start, end) = trim(start, end, text)?;
            Some((start, end, kind))
        })
    });
    let words = |&(start, end, _): &Mention| -> String {
        text.get(start..end).unwrap_or_default().iter().collect()
    };
    trimmed.filter(|mention| !is_pronoun(&words(mention))).collect()
}

fn spans(entity: &JudgedEntity) -> Vec<[usize; 2]> {
    match (&entity.mentions, &entity.name) {
        (Some(mentions), _) => mentions.clone(),
        (None, Some(JudgedName::Place(name))) => vec![*name],
        (None, Some(JudgedName::Words(_)) | None) => entity.span.into_iter().collect(),
    }
}

fn kind(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    KINDS.iter().position(|(_, names)| names.contains(&name.as_str()))
}

/// A span without white space at its edges; nothing if it is all white space.
fn trim(start: usize, end: usize, text: &[char]) -> Option<(usize, usize)> {
    let is_visible = |at: &usize| text.get(*at).is_some_and(|c| !c.is_whitespace());
    let mut visible = (start..end.min(text.len())).filter(is_visible);
    let first = visible.next()?;
    Some((first, visible.next_back().unwrap_or(first) + 1))
}

/// Whether a mention is a pronoun: "us" and "who" are, "US" and "WHO" are names.
fn is_pronoun(words: &str) -> bool {
    let upper = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
    words == "I" || !upper && PRONOUNS.contains(&words.to_lowercase().as_str())
}

/// How many code points two mentions share.
fn shared(a: Mention, b: Mention) -> f64 {
    a.1.min(b.1).saturating_sub(a.0.max(b.0)) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::judged;

    const TEXT: &str = "Ann Lee of Ely met US Steel and us, she said. ";

    /// An article whose entities are given as JSON.
    fn article(entities: &str) -> Judged {
        judged::read(&format!(r#"{{"id": "1", "text": "{TEXT}", "entities": [{entities}]}}"#))
            .unwrap()
    }

    /// Compares `right / predicted / gold` of exact and of overlapping mentions and of spans alone.
    #[track_caller]
    fn check(gold: &str, found: &str, expected: &str) {
        let mut score = EntityScore::default();
        score.add(&article(gold), &article(found));
        let row = |tally: Tally| format!("{}/{}/{}", tally.right, tally.predicted, tally.gold);
        let parts = [score.exact[0], score.overlap[0], score.untyped].map(row);
        assert_eq!(parts.join(" "), expected);
    }

    const ANN: &str = r#"{"kind": "person", "mentions": [[0, 7]]}"#;

    #[test]
    fn the_same_span_and_kind_is_exact() {
        check(ANN, r#"{"type": "PER", "span": [0, 7]}"#, "1/1/1 1/1/1 1/1/1");
    }

    #[test]
    fn spans_of_one_kind_can_overlap() {
        check(ANN, r#"{"type": "PER", "span": [4, 7]}"#, "0/1/1 1/1/1 0/1/1");
        check(ANN, r#"{"type": "PER", "span": [7, 14]}"#, "0/1/1 0/1/1 0/1/1");
    }

    #[test]
    fn the_same_span_of_another_kind_counts_only_untyped() {
        check(ANN, r#"{"type": "ORG", "span": [0, 7]}"#, "0/1/1 0/1/1 1/1/1");
    }

    #[test]
    fn each_kind_has_a_row_of_its_own() {
        let mut score = EntityScore::default();
        score.add(&article(ANN), &article(r#"{"type": "GPE", "span": [11, 14]}"#));
        let predicted = score.exact.map(|tally| tally.predicted);
        let gold = score.overlap.map(|tally| tally.gold);
        assert_eq!((score.articles, predicted, gold), (1, [1, 0, 0, 1], [1, 1, 0, 0]));
    }

    #[test]
    fn pronouns_unnamed_mentions_and_other_kinds_do_not_count() {
        check(ANN, r#"{"kind": "person", "mentions": [[0, 7], [36, 39]]}"#, "1/1/1 1/1/1 1/1/1");
        check(ANN, r#"{"type": "person", "span": [0, 7], "named": false}"#, "0/0/1 0/0/1 0/0/1");
        check(ANN, r#"{"type": "event", "span": [0, 7]}"#, "0/0/1 0/0/1 0/0/1");
    }

    #[test]
    fn a_place_of_the_name_wins_over_the_span() {
        check(ANN, r#"{"type": "person", "span": [0, 14], "name": [0, 7]}"#, "1/1/1 1/1/1 1/1/1");
        check(ANN, r#"{"type": "person", "span": [0, 7], "name": "Lee"}"#, "1/1/1 1/1/1 1/1/1");
    }

    #[test]
    fn white_space_at_the_edges_does_not_count() {
        check(ANN, r#"{"type": "person", "span": [0, 8]}"#, "1/1/1 1/1/1 1/1/1");
        check(
            r#"{"type": "place", "span": [11, 14]}"#,
            r#"{"type": "loc", "span": [10, 15]}"#,
            "1/1/1 1/1/1 1/1/1",
        );
        check(ANN, r#"{"type": "person", "span": [45, 99]}"#, "0/0/1 0/0/1 0/0/1");
        check(
            r#"{"type": "person", "span": [0, 1]}"#,
            r#"{"type": "person", "span": [0, 1]}"#,
            "1/1/1 1/1/1 1/1/1",
        );
    }

    #[test]
    fn a_pronoun_in_capitals_is_a_name() {
        let found: Vec<bool> = ["She", "I", "us", "US", "WHO", "Ann"].map(is_pronoun).into();
        assert_eq!(found, [true, true, true, false, false, false]);
    }
}
