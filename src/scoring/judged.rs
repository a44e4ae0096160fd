//! Gold and predictions as they are compared: quotes and entities with places in code points, nothing checked that
//! scoring does not need.

use serde::Deserialize;

use crate::formats::json::fault::ExchangeError;
use crate::formats::json::parse::parse;

/// `[start, end)` in code points of the text.
pub type Range = [usize; 2];

/// An article with what somebody or something found in it.
#[derive(Clone, Debug, Deserialize)]
pub struct Judged {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The quotes; nothing where only entities are annotated. Gold of PolNeAR calls them attributions.
    #[serde(alias = "attributions")]
    pub quotes: Option<Vec<JudgedQuote>>,
    /// The entities; nothing where only quotes are annotated.
    pub entities: Option<Vec<JudgedEntity>>,
    /// Text that annotators set aside.
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
    /// That it was said.
    #[serde(default)]
    pub cue: Vec<Range>,
    /// Who said it, in the words of the article.
    #[serde(default)]
    pub source: Vec<Range>,
    /// Who said it, by name.
    pub speaker: Option<String>,
}

/// An entity, with its mentions or with one span.
#[derive(Clone, Debug, Deserialize)]
pub struct JudgedEntity {
    /// Its kind, by one of many names.
    #[serde(alias = "type")]
    pub kind: Option<String>,
    /// Where it is mentioned.
    pub mentions: Option<Vec<Range>>,
    /// Where the one mention is.
    pub span: Option<Range>,
    /// Where the name is in that span; in our own format the name itself.
    pub name: Option<JudgedName>,
    /// Whether the mention is a name.
    pub named: Option<bool>,
}

/// A name: where it stands, or its words.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum JudgedName {
    /// Where it stands.
    Place(Range),
    /// Its words.
    Words(String),
}

/// Reads one article.
pub fn read(json: &str) -> Result<Judged, ExchangeError> {
    parse(json)
}
