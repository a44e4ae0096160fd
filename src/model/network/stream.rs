//! An article as the encoder reads it: its tokens in a row, with a separator behind each paragraph.
//!
//! Positions count from the first token on and start again with a paragraph once `FRESH` is passed, for the encoder
//! knows no more than [`POSITIONS`] of them.

use crate::text::reading::Reading;

/// How many positions there are.
pub const POSITIONS: usize = 512;
/// The position behind which the next paragraph begins anew.
const FRESH: usize = 256;

/// Tokens and separators in a row.
#[derive(Debug)]
pub struct Stream {
    /// What stands in each place.
    pub slots: Vec<Slot>,
    /// The place of each token.
    pub place_of: Vec<usize>,
}

/// A place in the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The token, by number; nothing for a separator.
    pub token: Option<usize>,
    /// Its position.
    pub position: usize,
}

impl Stream {
    /// Lays out an article.
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut stream = Self { slots: Vec::new(), place_of: vec![0; reading.tokens.len()] };
        let mut position = 0;
        for paragraph in &reading.paragraphs {
            if position > FRESH {
                position = 0;
            }
            for token in paragraph.tokens.clone().map(Some).chain([None]) {
                if let Some(place) = token.and_then(|token| stream.place_of.get_mut(token)) {
                    *place = stream.slots.len();
                }
                stream.slots.push(Slot { token, position: position.min(POSITIONS - 1) });
                position += 1;
            }
        }
        stream
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::article::Article;
    use crate::text::sentence::split_sentences;
    use crate::text::token::tokenize;

    #[test]
    fn a_separator_stands_behind_each_paragraph() {
        let long = "rain ".repeat(300);
        let article = Article::parse(&format!("It rains.\n\n{long}.\n\nIt pours.")).unwrap();
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let stream = Stream::of(&Reading::new(&article, &tokens, &sentences));
        assert_eq!(stream.slots[3], Slot { token: None, position: 3 });
        assert_eq!(stream.place_of[3], 4);
        let last = stream.slots[stream.slots.len() - 2];
        assert_eq!(last, Slot { token: Some(tokens.len() - 1), position: 2 });
    }
}
