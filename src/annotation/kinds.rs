//! The names of voices, kinds, places and unknown speakers, in the formats and on the screen.

use strum::EnumCount;

use crate::annotation::document::Document;
use crate::annotation::entity::EntityKind;
use crate::annotation::quote::{Quote, Voice};
use crate::annotation::speaker::SpeakerKind;

/// The name of an unknown speaker in a list.
pub const UNKNOWN_SPEAKER: &str = "speaker unknown";
/// The same as a heading.
pub const UNKNOWN_SPEAKER_HEADING: &str = "Speaker unknown";

/// The names of voices.
pub const VOICES: &[(&str, Voice); Voice::COUNT] =
    &[("direct", Voice::Direct), ("mixed", Voice::Mixed), ("indirect", Voice::Indirect)];

/// The names of the kinds of speakers.
pub const SPEAKER_KINDS: &[(&str, SpeakerKind); SpeakerKind::COUNT] = &[
    ("person", SpeakerKind::Person),
    ("organization", SpeakerKind::Organization),
    ("group", SpeakerKind::Group),
    ("anonymous", SpeakerKind::Anonymous),
];

/// The names of the kinds of entities.
pub const ENTITY_KINDS: &[(&str, EntityKind); EntityKind::COUNT] = &[
    ("person", EntityKind::Person),
    ("organization", EntityKind::Organization),
    ("place", EntityKind::Place),
    ("event", EntityKind::Event),
];

/// The first name of a value.
///
/// # Panics
/// If the value has no name: every table names all variants.
pub fn name_of<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> &'static str {
    let found = names.iter().find(|(_, other)| *other == value);
    found.map(|(name, _)| *name).expect("every variant has a name")
}

/// The value of a name.
pub fn value_of<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
}

/// The name of a voice in the formats.
pub fn voice_name(voice: Voice) -> &'static str {
    name_of(VOICES, voice)
}

/// The name of a voice on the screen.
pub fn voice_label(voice: Voice) -> &'static str {
    match voice {
        Voice::Direct => "direct",
        Voice::Mixed => "partly quoted",
        Voice::Indirect => "paraphrase",
    }
}

/// The name of an entity's kind.
pub fn entity_kind_name(kind: EntityKind) -> &'static str {
    name_of(ENTITY_KINDS, kind)
}

/// The quote's speaker for a list, or [`UNKNOWN_SPEAKER`].
pub fn speaker_name<'a>(document: &'a Document, quote: &Quote) -> &'a str {
    speaker_or(document, quote, UNKNOWN_SPEAKER)
}

/// The quote's speaker for a citation: `— Sergey Lavrov`, `— unknown speaker`.
pub fn cited_name<'a>(document: &'a Document, quote: &Quote) -> &'a str {
    speaker_or(document, quote, "unknown speaker")
}

fn speaker_or<'a>(document: &'a Document, quote: &Quote, unknown: &'a str) -> &'a str {
    quote.speaker.map_or(unknown, |id| document.speaker(id).name.as_str())
}

/// Where a quote begins: `paragraph 2`, or `headline`.
pub fn place_name(document: &Document, quote: &Quote) -> String {
    place(document, quote, "paragraph ")
}

/// Where a quote begins, in few columns: `¶2`, or `headline`.
pub fn short_place_name(document: &Document, quote: &Quote) -> String {
    place(document, quote, "¶")
}

fn place(document: &Document, quote: &Quote, paragraph: &str) -> String {
    let number = document.article().paragraph_at(quote.start());
    number.map_or_else(|| "headline".to_owned(), |number| format!("{paragraph}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample;

    #[track_caller]
    fn check(content: &str, speaker: Option<&str>, expected: [&str; 4]) {
        let text = "It rains\n\n“It pours,” Ann Lee said.";
        let document = sample::said(text, content, Voice::Direct, speaker);
        let quote = &document.quotes()[0];
        let found = [
            speaker_name(&document, quote),
            cited_name(&document, quote),
            &place_name(&document, quote),
            &short_place_name(&document, quote),
        ];
        assert_eq!(found, expected);
    }

    /// Every value has one name: the length of a table is that of its enum.
    #[track_caller]
    fn check_names<T: PartialEq + Copy>(names: &[(&'static str, T)]) {
        for (name, value) in names {
            assert_eq!(name_of(names, *value), *name);
            assert!(value_of(names, name) == Some(*value));
        }
    }

    #[test]
    fn no_value_is_named_twice() {
        check_names(VOICES);
        check_names(SPEAKER_KINDS);
        check_names(ENTITY_KINDS);
        assert_eq!(value_of(VOICES, "loud"), None);
    }

    #[test]
    fn a_quote_has_a_speaker_and_a_paragraph() {
        check("“It pours,”", Some("Ann Lee"), ["Ann Lee", "Ann Lee", "paragraph 1", "¶1"]);
    }

    #[test]
    fn a_headline_may_quote_somebody_unknown() {
        let unknown = ["speaker unknown", "unknown speaker", "headline", "headline"];
        check("It rains", None, unknown);
    }
}
