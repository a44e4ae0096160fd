//! A bookmark: where a reader is in an article, to come back to another day.

use crate::text::article::Article;
use crate::text::code_points::CodePoints;

/// A reading place, in bytes of the article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bookmark {
    /// Where the first visible line begins.
    pub top: usize,
    /// Where the quote begins that is looked at.
    pub quote: Option<usize>,
}

impl Bookmark {
    /// A bookmark by places in code points, as files have them; nothing where the article is too short for it.
    pub fn from_code_points(top: usize, quote: Option<usize>, article: &Article) -> Option<Self> {
        let code_points = CodePoints::new(article.text());
        let byte = |place| (place < code_points.length()).then(|| code_points.byte(place));
        Some(Self { top: byte(top)?, quote: quote.and_then(byte) })
    }

    /// Its places in code points: the first visible line's, and the quote's.
    pub fn to_code_points(self, article: &Article) -> (usize, Option<usize>) {
        let code_points = CodePoints::new(article.text());
        (code_points.code_point(self.top), self.quote.map(|byte| code_points.code_point(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_survive_the_way_through_a_file() {
        let article = Article::parse("“Zoë” said it.\n\nIt rains.").unwrap();
        let rains = article.text().find("It").unwrap();
        let bookmark = Bookmark { top: rains, quote: Some(3) };
        let (top, quote) = bookmark.to_code_points(&article);
        assert_eq!((top, quote), (16, Some(1)));
        assert_eq!(Bookmark::from_code_points(top, quote, &article), Some(bookmark));
        assert_eq!(
            Bookmark::from_code_points(24, Some(25), &article),
            Some(Bookmark { top: 29, quote: None })
        );
        assert_eq!(Bookmark::from_code_points(25, None, &article), None);
        assert_eq!(Bookmark::from_code_points(1000, None, &article), None);
    }
}
