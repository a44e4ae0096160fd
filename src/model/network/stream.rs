//! An article as the encoder reads it: its tokens in a row, with a separator after each paragraph.
//!
//! Positions count up from 0. They restart with the first paragraph after position [`FRESH`], because the encoder has
//! only [`POSITIONS`] of them.

use crate::text::reading::Reading;

/// The number of positions.
pub(super) const POSITIONS: usize = 512;
/// The position after which the next paragraph starts from 0 again.
const FRESH: usize = 256;

/// Tokens and separators in a row.
#[derive(Debug)]
pub(super) struct Stream {
    /// The slots in text order.
    pub slots: Vec<Slot>,
    /// The slot of each token.
    slot_of: Vec<usize>,
}

/// A place for a token or a separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The number of the token, or nothing for a separator.
    pub token: Option<usize>,
    /// Its position.
    pub position: usize,
}

impl Stream {
    /// Lays out an article.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut stream = Self { slots: Vec::new(), slot_of: vec![0; reading.tokens.len()] };
        let mut position = 0;
        for paragraph in &reading.paragraphs {
            if position > FRESH {
                position = 0;
            }
            for token in paragraph.tokens.clone().map(Some).chain([None]) {
                if let Some(slot) = token.and_then(|token| stream.slot_of.get_mut(token)) {
                    *slot = stream.slots.len();
                }
                stream.slots.push(Slot { token, position: position.min(POSITIONS - 1) });
                position += 1;
            }
        }
        stream
    }

    /// The number of a token's slot.
    pub(super) fn slot_of(&self, token: usize) -> usize {
        self.slot_of.get(token).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::article::Article;
    use crate::text::sentence::split_sentences;
    use crate::text::token::tokenize;

    #[test]
    fn a_separator_follows_each_paragraph() {
        let long = "rain ".repeat(300);
        let article = Article::parse(&format!("It rains.\n\n{long}.\n\nIt pours.")).unwrap();
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let stream = Stream::of(&Reading::new(&article, &tokens, &sentences));
        assert_eq!(stream.slots[3], Slot { token: None, position: 3 });
        assert_eq!(stream.slot_of(3), 4);
        let last = stream.slots[stream.slots.len() - 2];
        assert_eq!(last, Slot { token: Some(tokens.len() - 1), position: 2 });
    }
}
