//! What the status line and the header say about the session.

/// What there is to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// A message until the next key.
    pub notice: Option<String>,
    /// How much of the article is annotated, in percent, until all of it is.
    pub progress: Option<u8>,
    /// How many documents have come in; 0 while the first is awaited.
    pub revision: usize,
}
