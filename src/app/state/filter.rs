//! The rows of a list that match some words, the best first.
//!
//! The match is fuzzy, as in the pickers of editors (nucleo is Helix's matcher): `slav` finds Sergey Lavrov. Capitals and
//! accents count only if the words have some.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::entity::EntityId;
use crate::annotation::quote::QuoteId;
use crate::app::keys::action::List;
use crate::app::state::chart::SpeakerRows;
use crate::app::state::rows::{Fold, Row};

/// The rows of a list that match `words`, the best first.
pub fn filtered(
    list: List,
    document: &Document,
    billing: &Billing,
    words: &str,
    lines: SpeakerRows,
) -> Vec<Row> {
    let pattern = Pattern::parse(words, CaseMatching::Smart, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, usize, Row)> = candidates(list, document, billing)
        .filter_map(|(row, words)| {
            let score = pattern.score(Utf32Str::new(&words, &mut buffer), &mut matcher)?;
            Some((score, words.len(), row))
        })
        .collect();
    // of two equal matches, the shorter text has less beside the words
    found.sort_by_key(|(score, length, _)| (u32::MAX - score, *length));
    found.into_iter().flat_map(|(.., row)| row.with_strip(lines)).collect()
}

/// The rows that can match, each with the text to match.
fn candidates<'a>(
    list: List,
    document: &'a Document,
    billing: &'a Billing,
) -> Box<dyn Iterator<Item = (Row, String)> + 'a> {
    match list {
        List::Speakers => Box::new(billing.order().iter().map(|billed| {
            let speaker = document.speaker(billed.speaker);
            let words = format!("{} {}", speaker.name, speaker.role.as_deref().unwrap_or_default());
            (Row::Speaker(billed.speaker, Fold::Closed), words)
        })),
        List::Overview => Box::new(billing.order().iter().map(|billed| {
            let name = document.speaker(billed.speaker).name.clone();
            (Row::Share(Some(billed.speaker)), name)
        })),
        List::Quotes => Box::new(document.quotes().iter().enumerate().map(|(number, quote)| {
            let name = quote.speaker.map_or("", |id| document.speaker(id).name.as_str());
            (Row::Quote(QuoteId::at(number)), format!("{} {name}", document.words(&quote.content)))
        })),
        List::Entities => {
            Box::new(document.entities().iter().enumerate().map(|(number, entity)| {
                (Row::Entity(EntityId::at(number), Fold::Closed), entity.name.clone())
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::annotated;

    const ARTICLE: &str = "{1 “It cracks,”} said [1 Joanna Lee]. {2 “It sinks,”} said [2 Ann Leeds]. \
        {3 “Boats,”} said [3 Hugh Hillary]. {3 “Oars.”} {4 “Cars,”} said [4 Hugh Hill]. {? “Zoë.”}";

    /// The texts of the rows that match some words.
    #[track_caller]
    fn check(list: List, words: &str, expected: &str) {
        let document = annotated(ARTICLE);
        let billing = Billing::of(&document);
        let found = filtered(list, &document, &billing, words, SpeakerRows::Two);
        let found: Vec<&str> = found
            .into_iter()
            .map(|row| match row {
                Row::Speaker(id, Fold::Closed) | Row::Share(Some(id)) => &document.speaker(id).name,
                Row::Quote(id) => document.quote(id).reach().of(document.text()),
                Row::Entity(id, Fold::Closed) => &document.entity(id).name,
                Row::Strip(Some(_)) => "~",
                Row::Speaker(..)
                | Row::Nobody(_)
                | Row::Role(_)
                | Row::Kind(_)
                | Row::Entity(..)
                | Row::Mention(..)
                | Row::Share(None)
                | Row::Strip(None) => panic!("{row:?}"),
            })
            .collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn the_best_match_comes_first() {
        check(List::Speakers, "ann", "Ann Leeds | Joanna Lee");
        check(List::Entities, "ann", "Ann Leeds | Joanna Lee");
        check(List::Overview, "ann", "Ann Leeds | ~ | Joanna Lee | ~");
    }

    #[test]
    fn of_two_equal_matches_the_shorter_one_comes_first() {
        check(List::Speakers, "hugh", "Hugh Hill | Hugh Hillary");
        check(List::Overview, "hugh", "Hugh Hill | ~ | Hugh Hillary | ~");
        check(List::Entities, "hugh", "Hugh Hill | Hugh Hillary");
    }

    #[test]
    fn letters_may_be_skipped() {
        check(List::Speakers, "jnlee", "Joanna Lee");
        check(List::Speakers, "jnx", "");
    }

    #[test]
    fn a_speaker_is_found_by_the_role() {
        check(List::Speakers, "mayor", "Joanna Lee");
        check(List::Overview, "mayor", "");
    }

    #[test]
    fn a_quote_is_found_by_its_words_or_its_speaker() {
        check(List::Quotes, "sinks", "“It sinks,”");
        check(List::Quotes, "hillary", "“Oars.” | “Boats,”");
    }

    #[test]
    fn capitals_and_accents_count_if_there_are_some() {
        check(List::Quotes, "ZOE", "");
        check(List::Quotes, "Zoe", "“Zoë.”");
        check(List::Quotes, "zoë", "“Zoë.”");
        check(List::Quotes, "böats", "");
    }
}
