//! Articles as they are compared: gold and predictions alike, with places in code points.
//!
//! Reading is lenient: it checks only what scoring needs.

use serde::Deserialize;

use crate::formats::json::fault::ExchangeError;
use crate::formats::json::parse::parse;

/// `[start, end)` in code points of the text.
pub type Range = [usize; 2];

/// An article with what a person or a program found in it.
#[derive(Clone, Debug, Deserialize)]
pub struct Judged {
    /// Its identifier.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The quotes, unless only entities are annotated. PolNeAR calls them attributions.
    #[serde(alias = "attributions")]
    pub quotes: Option<Vec<JudgedQuote>>,
    /// The entities, unless only quotes are annotated.
    pub entities: Option<Vec<JudgedEntity>>,
    /// Text that the annotators excluded.
    #[serde(default)]
    pub discard: Vec<Range>,
}

/// A quote.
#[derive(Clone, Debug, Deserialize)]
pub struct JudgedQuote {
    /// `direct`, `mixed` or `indirect`.
    pub kind: Option<String>,
    /// What was said.
    #[serde(default)]
    pub content: Vec<Range>,
    /// The words that introduce it.
    #[serde(default)]
    pub cue: Vec<Range>,
    /// The words of the article that name the speaker.
    #[serde(default)]
    pub source: Vec<Range>,
    /// The name of the speaker.
    pub speaker: Option<String>,
}

/// An entity, with its mentions or with one span.
#[derive(Clone, Debug, Deserialize)]
pub struct JudgedEntity {
    /// Its kind; corpora use many names for the same one.
    #[serde(alias = "type")]
    pub kind: Option<String>,
    /// All its mentions.
    pub mentions: Option<Vec<Range>>,
    /// Its only mention.
    pub span: Option<Range>,
    /// The place of the name in that mention, or in our own format its words.
    pub name: Option<JudgedName>,
    /// Whether the mention is a name.
    pub named: Option<bool>,
}

/// A name, by its place or by its words.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum JudgedName {
    /// Its place.
    Place(Range),
    /// Its words.
    Words(String),
}

/// Reads one article.
pub fn read(json: &str) -> Result<Judged, ExchangeError> {
    parse(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn article(members: &str) -> Judged {
        read(&format!(r#"{{"id": "1", "text": "Ann", {members}}}"#)).unwrap()
    }

    #[test]
    fn attributions_are_quotes() {
        let article = article(r#""attributions": [{"kind": "direct", "source": [[0, 3]]}]"#);
        let quote = &article.quotes.unwrap()[0];
        assert_eq!((quote.source.as_slice(), quote.content.len()), ([[0, 3]].as_slice(), 0));
        assert!(article.entities.is_none() && article.discard.is_empty());
    }

    #[test]
    fn the_name_of_an_entity_is_a_place_or_words() {
        let article = article(
            r#""entities": [{"type": "PER", "name": [0, 3]}, {"kind": "person", "name": "Ann"}]"#,
        );
        let [place, words] = article.entities.unwrap().try_into().unwrap();
        assert!(matches!(place.name, Some(JudgedName::Place([0, 3]))));
        assert!(matches!(words.name, Some(JudgedName::Words(name)) if name == "Ann"));
        assert_eq!((place.kind.as_deref(), words.kind.as_deref()), (Some("PER"), Some("person")));
    }

    #[test]
    fn other_members_are_ignored_but_broken_json_is_not() {
        article(r#""publisher": "The Ely Times""#);
        assert!(read(r#"{"id": "1"}"#).is_err() && read("{").is_err());
    }
}
