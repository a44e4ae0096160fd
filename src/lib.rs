//! Who said what in a news article: the tour.
//!
//! An article passes through the rooms in one direction, and so do the imports:
//!
//! ```text
//! main ─ cli ─┬─ terminal ─ ui ─ app ─ formats ─┐
//!             ├─ model ─────────────────────────┼─ annotation ─ text
//!             └─ scoring ─ formats ─────────────┘
//! ```
//!
//! [`text`] cleans an article and cuts it into tokens and sentences. [`model`] finds out who said what. [`annotation`] is
//! the vocabulary for that, and [`formats`] are the ways it travels. [`scoring`] compares what was found with gold. The
//! rest is the program: `app` keeps what the reader is doing, `ui` draws it, and only `terminal` and `cli` touch the world
//! outside.
//!
//! ```
//! use whosaid::model::Model;
//! use whosaid::text::article::Article;
//!
//! let article = Article::parse("“It rains every day,” Ann Lee said.")?;
//! let document = Model::embedded().annotate(article);
//! let quote = &document.quotes()[0];
//! assert_eq!(document.words(&quote.content), "“It rains every day,”");
//! assert_eq!(quote.speaker.map(|id| document.speaker(id).name.as_str()), Some("Ann Lee"));
//! # Ok::<(), whosaid::text::article::ArticleError>(())
//! ```

pub mod annotation;
pub mod formats;
pub mod model;
pub mod scoring;
pub mod text;

#[doc(hidden)]
pub mod cli;

// the tests and the fuzz targets play whole sessions, and only they see these rooms
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod app;
#[cfg(not(feature = "internals"))]
#[expect(unreachable_pub, reason = "public where the feature is on")]
mod app;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod terminal;
#[cfg(not(feature = "internals"))]
#[expect(unreachable_pub, reason = "public where the feature is on")]
mod terminal;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod ui;
#[cfg(not(feature = "internals"))]
#[expect(unreachable_pub, reason = "public where the feature is on")]
mod ui;
