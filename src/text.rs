//! The article as text, before the model interprets it.
//!
//! All input passes through [`article::Article::parse`], which removes control characters, bidirectional overrides and
//! zero-width characters. The screen, the plain output and the exports take all words from the result. Places in it are
//! [`span::Span`]s of bytes.
//!
//! ```
//! use whosaid::text::article::{Article, BlockKind};
//!
//! let article = Article::parse("Bridge closed\n\nThe bridge is\u{200B} closed, Ann Lee said.")?;
//! let story = article.blocks()[1];
//! assert_eq!(story.kind, BlockKind::Paragraph);
//! assert_eq!(story.span.of(article.text()), "The bridge is closed, Ann Lee said.");
//! assert_eq!((article.title(), article.hidden()), (Some("Bridge closed"), 1));
//! # Ok::<(), whosaid::text::article::ArticleError>(())
//! ```

pub mod abbreviation;
pub mod article;
pub mod ascii;
pub mod clean;
pub mod code_points;
pub mod direction;
pub mod encoding;
pub mod folded;
pub mod layout;
pub mod origin;
pub mod quotation_marks;
pub mod reading;
pub mod sentence;
pub mod span;
pub mod token;
