//! No line of a page is wider than the page, whatever the text is made of, and no character is lost.

use proptest::prelude::*;
use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use whosaid::app::state::page::Page;
use whosaid::text::article::Article;
use whosaid::text::span::Span;

/// Words, and the parts of clusters and ligatures.
const PIECES: &[&str] = &[
    "a",
    "word",
    " ",
    " ",
    "  ",
    "-",
    "—",
    "“",
    "’",
    ".",
    "1",
    "incomprehensibilities",
    "http://a.b/c-d?e=f",
    "\n\n",
    // combining marks, a spacing vowel sign, a virama, a sign written before its letter
    "e\u{301}",
    "\u{323}",
    "\u{20E3}",
    "क",
    "\u{93E}",
    "\u{94D}",
    "\u{600}",
    "\u{D4E}",
    // wide, half-width, parts of Hangul
    "日",
    "語。",
    "（",
    "ｶ",
    "\u{FF9E}",
    "한",
    "\u{1100}",
    "\u{1161}",
    "\u{11A8}",
    // emoji, skin, joiner, flags
    "👩",
    "🏽",
    "\u{200D}",
    "🔬",
    "❤\u{FE0F}",
    "🇺",
    "🇸",
    // ligatures that take a column less than their letters: Arabic, Hebrew, Khmer, Lisu, Tifinagh
    "ل",
    "ا",
    "א",
    "\u{17D2}",
    "\u{1780}",
    "\u{A4F8}",
    "\u{A4FC}",
    "\u{2D4F}",
    "\u{2D7F}",
    "ไทย",
];

fn mixes() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.concat())
}

/// Where a text may be broken: between clusters, and between the characters of a cluster wider than `measure`.
fn boundaries(text: &str, measure: usize) -> Vec<usize> {
    let mut places = vec![text.len()];
    for (start, cluster) in text.grapheme_indices(true) {
        places.push(start);
        if drawn(cluster) > measure {
            places.extend(cluster.char_indices().map(|(at, _)| start + at));
        }
    }
    places
}

/// The columns that ratatui gives a text.
fn drawn(text: &str) -> usize {
    let clusters = text.graphemes(true).filter(|cluster| *cluster != "\n");
    clusters.map(|cluster| usize::from(cluster.cell_width())).sum()
}

#[track_caller]
fn check(text: &str, measure: usize) {
    let Ok(article) = Article::parse(text) else { return };
    let page = Page::flow(&article, measure);
    let boundaries = boundaries(article.text(), measure);
    let mut place = 0;
    for line in page.lines().iter().map(|line| line.span) {
        let words = line.of(article.text());
        assert!(words.width() <= measure, "{words:?} is wider than {measure}");
        assert!(drawn(words) <= measure, "{words:?} is drawn wider than {measure}");
        for end in [line.start(), line.end()] {
            assert!(boundaries.contains(&end), "{words:?} splits a cluster");
        }
        let between = Span::new(place, line.start()).of(article.text());
        assert!(between.trim().is_empty(), "{between:?} is lost");
        place = line.end();
    }
    assert_eq!(place, article.text().len(), "the end is lost");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_of_any_mix_is_too_wide(text in mixes(), measure in 2usize..90) {
        check(&text, measure);
    }

    #[test]
    fn no_line_of_any_text_is_too_wide(text in any::<String>(), measure in 2usize..20) {
        check(&text, measure);
    }
}
