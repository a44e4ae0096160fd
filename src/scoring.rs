//! Measures how well predictions agree with gold, with the same figures as the reference scorer in Python that the
//! model was developed with.
//!
//! Words are runs of letters, digits and underscores, and spans are compared as sets of words, so quotation marks and
//! commas at their edges make no difference. Quotes are paired one to one: as many as possible, and of these pairings
//! the one with the greatest overlap.
//!
//! ```
//! use whosaid::scoring::judged;
//! use whosaid::scoring::quotes::{Difference, QuoteScore};
//! use whosaid::scoring::tables;
//!
//! let article = |quotes: &str| {
//!     judged::read(&format!(r#"{{"id": "1", "text": "Ann said it rains. Bob left.", "quotes": [{quotes}]}}"#))
//! };
//! let gold = article(r#"{"kind": "indirect", "content": [[9, 17]], "cue": [[4, 8]], "source": [[0, 3]]}"#)?;
//! let found = article(r#"{"kind": "indirect", "content": [[9, 17]], "cue": [[4, 8]], "source": [[19, 22]]}"#)?;
//!
//! let mut score = QuoteScore::default();
//! let mistakes = score.add(&gold, &found);
//! assert_eq!(mistakes, [Difference::WrongSource(0, 0)]);
//! assert_eq!(score.overlap[0].f1(), 1.0);
//! assert!(tables::of_quotes(&score).starts_with("1 articles\n"));
//! # Ok::<(), whosaid::formats::json::fault::ExchangeError>(())
//! ```

pub mod entities;
pub mod judged;
mod matching;
pub mod quotes;
pub mod tables;
pub mod tally;
mod words;
