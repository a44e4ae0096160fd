//! Which lines of a text make a paragraph, and which are no part of the article.
//!
//! Articles come with one paragraph a line, with blank lines between paragraphs, or hard-wrapped. A text counts
//! as hard-wrapped when its lines are short and most of them are full: the first word of the next line would not
//! have fitted. What a scraped page leaves behind (file names of pictures, bare links, calls to share) is told by
//! its form.

use unicode_width::UnicodeWidthStr;

use crate::text::span::Span;

/// The longest line of a hard-wrapped text, in columns: typewriters and mail stop at 80, some programs at 100.
const LONGEST_WRAPPED: usize = 110;
/// The shortest, in columns: below it lines are verses or a list.
const SHORTEST_WRAPPED: usize = 40;
/// Columns that a wrapped line may fall short of the longest before a break in it is a choice.
const RAGGED: usize = 12;
/// The share of full lines from which on a text counts as hard-wrapped.
const MOSTLY: f64 = 0.75;
/// Full lines that end within a sentence, at the least: one alone may be a headline.
const BROKEN: usize = 2;

/// Lines that pages put between paragraphs, in lower case and without punctuation at the end. Seen on news sites; the
/// list holds only phrases that no article says in a line of their own.
const PAGE_FURNITURE: &[&str] = &[
    "ad",
    "advertisement",
    "advertisement - continue reading below",
    "article continues below",
    "click here to subscribe",
    "continue reading",
    "continue reading below",
    "continue reading the main story",
    "listen to this article",
    "most popular",
    "read more",
    "read next",
    "recommended",
    "related articles",
    "related stories",
    "share on facebook",
    "share on twitter",
    "share this",
    "share this article",
    "share this story",
    "sign up for our newsletter",
    "skip to content",
    "skip to main content",
    "story continues below",
    "story continues below advertisement",
    "subscribe now",
    "view comments",
];

/// Endings of the names of pictures, films and sounds.
const MEDIA: &[&str] =
    &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".mp4", ".mp3", ".webm"];

/// How the paragraphs of a text are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    ParagraphPerLine,
    Wrapped,
}

/// A paragraph as its lines, each trimmed; there is at least one.
pub type ParagraphLines = Vec<Span>;

/// The paragraphs of `text`, each as its lines, leftovers of a page included.
pub fn paragraphs(text: &str) -> Vec<ParagraphLines> {
    let lines = lines(text);
    let layout = layout(text, &lines);
    let mut paragraphs: Vec<ParagraphLines> = Vec::new();
    let mut before: Option<Span> = None;
    for line in lines {
        let trimmed = line.trimmed(text);
        match paragraphs.last_mut() {
            Some(open) if layout == Layout::Wrapped && goes_on(text, before, line) => {
                open.push(trimmed);
            }
            _ if trimmed.is_empty() => {}
            _ => paragraphs.push(vec![trimmed]),
        }
        before = (!trimmed.is_empty()).then_some(line);
    }
    paragraphs
}

/// Whether a paragraph is no part of the article, but a leftover of the page that it was taken from.
pub fn is_leftover(paragraph: &str) -> bool {
    let bare = paragraph.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
    PAGE_FURNITURE.contains(&bare.as_str()) || is_file_name(&bare, paragraph) || is_link(paragraph)
}

/// `-72b63a4e.jpeg)`, `![alt](picture.png)`: one word that ends as a picture does, or all of an image in Markdown.
fn is_file_name(bare: &str, paragraph: &str) -> bool {
    let named = MEDIA.iter().any(|ending| bare.ends_with(ending));
    named && (!paragraph.contains(char::is_whitespace) || paragraph.starts_with("!["))
}

fn is_link(paragraph: &str) -> bool {
    !paragraph.contains(char::is_whitespace)
        && ["http://", "https://", "www."].iter().any(|head| paragraph.starts_with(head))
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end() + 1;
            span
        })
        .collect()
}

fn layout(text: &str, lines: &[Span]) -> Layout {
    let longest = lines.iter().map(|line| line.trimmed(text).of(text).width()).max().unwrap_or(0);
    if !(SHORTEST_WRAPPED..=LONGEST_WRAPPED).contains(&longest) {
        return Layout::ParagraphPerLine;
    }
    let pairs: Vec<(Span, bool)> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [line, next] => Some((*line, fullness(text, *line, *next, longest)?)),
            _ => None,
        })
        .collect();
    let full = pairs.iter().filter(|(_, is_full)| *is_full).count();
    let broken =
        pairs.iter().filter(|(line, is_full)| *is_full && !ends_sentence(line.of(text))).count();
    if broken >= BROKEN && full as f64 >= MOSTLY * pairs.len() as f64 {
        Layout::Wrapped
    } else {
        Layout::ParagraphPerLine
    }
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|mark: char| mark.is_whitespace() || "”\"’')".contains(mark))
        .ends_with(['.', '!', '?', ':'])
}

/// Whether the first word of `next` would not have fitted on `line`; nothing where one of them is blank.
fn fullness(text: &str, line: Span, next: Span, longest: usize) -> Option<bool> {
    let word = next.of(text).split_whitespace().next()?;
    let width = line.trimmed(text).of(text).width();
    (width > 0).then(|| width + 1 + word.width() + RAGGED > longest)
}

/// Whether `line` goes on with the paragraph of the line before it: neither is blank, and it is not indented.
fn goes_on(text: &str, before: Option<Span>, line: Span) -> bool {
    let words = line.of(text);
    let indented = |line: &str| line.starts_with("  ");
    before.is_some_and(|before| {
        !words.trim().is_empty() && (!indented(words) || indented(before.of(text)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = paragraphs(text)
            .iter()
            .map(|lines| lines.iter().map(|line| line.of(text)).collect::<Vec<_>>().join("/"))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_paragraph_a_line() {
        check(
            "It rains.\nIt pours, and nobody minds.\n\n It ends. \n",
            &["It rains.", "It pours, and nobody minds.", "It ends."],
        );
    }

    #[test]
    fn hard_wrapped_lines_belong_together() {
        let text = "The council met on Monday evening to talk about\nthe bridge, which has been closed since the\nflood of last year.\n\nNobody came to listen, the clerk said, and the\ndoors were closed at nine.";
        check(
            text,
            &[
                "The council met on Monday evening to talk about/the bridge, which has been closed since the/flood of last year.",
                "Nobody came to listen, the clerk said, and the/doors were closed at nine.",
            ],
        );
    }

    #[test]
    fn short_lines_that_are_not_full_stay_apart() {
        check(
            "Roses are red\nViolets are blue, or so the poets tell us all\nSugar\nis\nsweet",
            &[
                "Roses are red",
                "Violets are blue, or so the poets tell us all",
                "Sugar",
                "is",
                "sweet",
            ],
        );
    }

    #[test]
    fn leftovers_of_a_page_are_told_by_their_form() {
        for leftover in [
            "-72b63a4e0c8c.jpeg)",
            "![a tree](tree.png)",
            "https://example.org/a",
            "ADVERTISEMENT",
            "Read more:",
        ] {
            assert!(is_leftover(leftover), "{leftover}");
        }
        for paragraph in
            ["He sent tree.png to me", "“Read more,” she said.", "* * *", "Ads are back."]
        {
            assert!(!is_leftover(paragraph), "{paragraph}");
        }
    }
}
