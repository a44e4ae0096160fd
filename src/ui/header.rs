//! The first row: the program, the article, and how much was found in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::state::known::Known;
use crate::ui::theme::Theme;
use crate::ui::words::{count, cut};

/// The program's name, behind the margin.
const PROGRAM: &str = " whosaid";
/// What is between the program's name and the article's.
const BLANK: &str = "  ";
/// Columns between the article's name and the counts.
const GAP: usize = 3;
/// Columns of the narrowest header that counts more than the quotes.
const ALL_COUNTS: usize = 60;

/// Draws the header; nothing is known until the first annotation arrives.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    name: &str,
    known: Option<&Known>,
    theme: &Theme,
) {
    let width = usize::from(area.width);
    let counts = known.map_or_else(|| "reading… ".to_owned(), |known| counts(known, width));
    let room = width.saturating_sub(PROGRAM.width() + BLANK.width() + counts.width() + GAP);
    let left = Line::from(vec![
        Span::styled(PROGRAM, theme.title),
        Span::raw(BLANK),
        Span::raw(cut(name, room)),
    ]);
    frame.render_widget(left, area);
    frame.render_widget(Line::styled(counts, theme.quiet).right_aligned(), area);
}

/// `4 speakers · 19 quotes · 22 entities`, or only the quotes where the header is narrow.
fn counts(known: &Known, width: usize) -> String {
    let speakers = count(known.billing.order().len(), "speaker", "speakers");
    let quotes = count(known.document.quotes().len(), "quote", "quotes");
    let entities = count(known.document.entities().len(), "entity", "entities");
    if width < ALL_COUNTS {
        format!("{quotes} ")
    } else {
        format!("{speakers} · {quotes} · {entities} ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::example;

    #[track_caller]
    fn check(width: u16, name: &str, known: Option<&Known>, expected: &str) {
        let theme = example::theme();
        let header =
            example::drawn(width, 1, |frame| draw(frame, frame.area(), name, known, &theme));
        assert_eq!(example::rows(&header), [expected]);
    }

    #[test]
    fn everything_found_is_counted() {
        let known = example::known();
        let expected = " whosaid  ely             3 speakers · 7 quotes · 3 entities";
        check(61, "ely", Some(&known), expected);
        let expected = " whosaid  ely            3 speakers · 7 quotes · 3 entities";
        check(60, "ely", Some(&known), expected);
    }

    #[test]
    fn a_narrow_header_counts_quotes_alone() {
        check(59, "ely", Some(&example::known()), &format!(" whosaid  ely{:>45}", "7 quotes"));
    }

    #[test]
    fn before_the_first_annotation_nothing_is_counted() {
        check(40, "ely", None, &format!(" whosaid  ely{:>26}", "reading…"));
    }

    #[test]
    fn a_long_name_is_cut_before_the_counts() {
        check(26, "river", Some(&example::known()), " whosaid  riv…   7 quotes");
        check(27, "river", Some(&example::known()), " whosaid  river   7 quotes");
    }
}
