//! Groups lines into paragraphs, and recognizes the leftovers of a web page.
//!
//! Articles have one paragraph a line, blank lines between paragraphs, or hard-wrapped lines. A text is hard-wrapped if
//! its lines are short and most of them are full: the first word of the next line would not have fitted. Leftovers such
//! as names of picture files, bare links and calls to share are recognized by their form.

use unicode_width::UnicodeWidthStr;

use crate::text::span::Span;

/// Columns of the longest line in a hard-wrapped text. Typewriters and mail stop at 80, some programs at 100.
const LONGEST_WRAPPED: usize = 110;
/// Columns that its longest line has at least. Shorter lines are verses or a list.
const SHORTEST_WRAPPED: usize = 40;
/// Columns by which a full line may fall short of the longest.
const RAGGED: usize = 12;
/// The least share of full lines in a hard-wrapped text.
const MOSTLY: f64 = 0.75;
/// The least number of full lines that end inside a sentence. A single one may be a headline.
const BROKEN: usize = 2;

/// What news sites insert between paragraphs, in lower case and without punctuation at the ends. Collected by hand; no
/// article uses these phrases as a paragraph.
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

/// Extensions of pictures, films and sounds.
const MEDIA: &[&str] =
    &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".mp4", ".mp3", ".webm"];

/// What separates the paragraphs of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    ParagraphPerLine,
    Wrapped,
}

/// The lines of a paragraph, each trimmed. There is at least one.
pub type ParagraphLines = Vec<Span>;

/// Divides a text into paragraphs, including the leftovers of a page.
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

/// Whether a paragraph is a leftover of the web page, not part of the article.
pub fn is_leftover(paragraph: &str) -> bool {
    let bare = paragraph.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
    PAGE_FURNITURE.contains(&bare.as_str()) || is_file_name(&bare, paragraph) || is_link(paragraph)
}

/// Whether a paragraph is one word with a media extension, as `-72b63a4e.jpeg)`, or a Markdown image.
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

/// Whether the first word of `next` would not have fitted on `line`, unless one of the two is blank.
fn fullness(text: &str, line: Span, next: Span, longest: usize) -> Option<bool> {
    let word = next.of(text).split_whitespace().next()?;
    let width = line.trimmed(text).of(text).width();
    (width > 0).then(|| width + 1 + word.width() + RAGGED > longest)
}

/// Whether `line` continues the paragraph of the line before: neither is blank, and `line` does not begin an indent.
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

    const WRAPPED: [&str; 4] = [
        "The council met on Monday evening to talk about",
        "the bridge, which has been closed since the big",
        "flood of the last year, and about the old ferry",
        "that nobody likes to use",
    ];

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let [one, two, three, four] = WRAPPED;
        let indented = format!("  {two}");
        let indented = indented.trim_end();
        let begun = format!("{two}/{three}/{four}");
        check(&[one, indented, three, four].join("\n"), &[one, &begun]);
        // one blank is no indent, and a text that is indented throughout has none either
        check(&WRAPPED.join("\n "), &[&WRAPPED.join("/")]);
        check(&format!("  {}", WRAPPED.join("\n  ")), &[&WRAPPED.join("/")]);
    }

    #[test]
    fn a_blank_line_ends_a_paragraph() {
        let [one, two, three, four] = WRAPPED;
        check(
            &format!("{one}\n{two}\n\n{three}\n{four}"),
            &[&format!("{one}/{two}"), &format!("{three}/{four}")],
        );
    }

    #[test]
    fn full_lines_that_end_sentences_are_paragraphs() {
        let ended = WRAPPED.map(|line| format!("{}.”", line.get(..line.len() - 2).unwrap_or(line)));
        check(&ended.join("\n"), &ended.each_ref().map(String::as_str));
        for end in [".", "!", "?", ":", ". ", ".\"", "?’", "!'", ".)"] {
            assert!(ends_sentence(&format!("It rains{end}")), "{end}");
        }
        assert!(!ends_sentence("It rains,") && !ends_sentence("It rains”"));
    }

    #[test]
    fn one_broken_line_may_be_a_headline() {
        let [one, two, ..] = WRAPPED;
        let ended = format!("{two}.");
        check(&[one, &ended, &ended].join("\n"), &[one, &ended, &ended]);
    }

    #[test]
    fn lines_are_wrapped_between_40_and_110_columns() {
        for (columns, expected) in [
            (SHORTEST_WRAPPED - 1, Layout::ParagraphPerLine),
            (SHORTEST_WRAPPED, Layout::Wrapped),
            (LONGEST_WRAPPED, Layout::Wrapped),
            (LONGEST_WRAPPED + 1, Layout::ParagraphPerLine),
        ] {
            let text = ["é".repeat(columns).as_str(); 4].join("\n");
            assert_eq!(layout(&text, &lines(&text)), expected, "{columns}");
        }
    }

    #[test]
    fn three_of_four_lines_must_be_full() {
        let full = format!("a {}", "é".repeat(48));
        let check = |full_lines: usize, short: usize, expected| {
            let mut lines_of: Vec<&str> = vec![&full; full_lines];
            lines_of.splice(1..1, vec!["é"; short]);
            let text = lines_of.join("\n");
            assert_eq!(layout(&text, &lines(&text)), expected);
        };
        check(4, 1, Layout::Wrapped);
        check(6, 2, Layout::ParagraphPerLine);
    }

    #[test]
    fn a_line_is_full_if_the_next_word_did_not_fit() {
        let text = "aaaa bbbb\nccc dd\n\ne";
        let all = lines(text);
        let [one, two, blank, last] = all.as_slice() else { panic!("four lines") };
        // nine columns, a blank and three letters, with the 12 of a ragged edge
        assert_eq!(fullness(text, *one, *two, 24), Some(true));
        assert_eq!(fullness(text, *one, *two, 25), Some(false));
        assert_eq!(fullness(text, *two, *blank, 10), None);
        assert_eq!(fullness(text, *blank, *last, 10), None);
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
    fn leftovers_of_a_page_are_recognized_by_their_form() {
        for leftover in [
            "-72b63a4e0c8c.jpeg)",
            "![a tree](tree.png)",
            "https://example.org/a",
            "ADVERTISEMENT",
            "Read more:",
            "www.example.org",
            "http://example.org",
            "(clip.MP4",
        ] {
            assert!(is_leftover(leftover), "{leftover}");
        }
        for paragraph in [
            "He sent me tree.png",
            "“Read more,” she said.",
            "* * *",
            "Ads.",
            "Ely",
            "https://a.org is ours",
        ] {
            assert!(!is_leftover(paragraph), "{paragraph}");
        }
    }
}
