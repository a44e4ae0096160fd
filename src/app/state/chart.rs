//! The layout of the overview in a pane.
//!
//! A speaker takes one row where all names fit beside bar and strip, else two: name and numbers, then bar and strip.
//! Drawing and the rows of the list both follow this layout.

use ratatui::layout::Rect;

use crate::annotation::shares::PARTS;
use crate::app::keys::action::List;
use crate::app::state::panes::HEAD;
use crate::app::state::preferences::Detail;

/// Columns before a name: the cursor and the letter, each with a blank.
pub const MARGIN: usize = 4;
/// Columns between bar and strip, and before the bar.
pub const GAP: usize = 2;
/// Columns of the number of quotes, with its blank.
pub const QUOTES: usize = 7;
/// Columns of the words and of their share, with its blank.
pub const NUMBER: usize = 6;
/// Columns from which the number of quotes is shown beside the words.
const TWO_NUMBERS: usize = 30;
/// Columns from which the share in percent is shown too.
const THREE_NUMBERS: usize = 44;
/// Columns from which a speaker takes one row if the names fit, and from which always.
const ONE_ROW: (usize, usize) = (56, 80);
/// Columns that bar and strip need beside a name.
const BAR_AND_STRIP: usize = 24;
/// Columns of the longest bar.
const LONGEST_BAR: usize = 60;
/// Columns of the longest name beside its bar.
const LONGEST_NAME: usize = 40;

/// The columns and rows of the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Rows per speaker.
    pub lines: SpeakerRows,
    /// Columns of the name.
    pub name: usize,
    /// Numbers after the name.
    pub numbers: Numbers,
    /// Columns of the bar; 0 over a slow line.
    pub bar: usize,
    /// Columns of the strip, one for each part of the article; 0 over a slow line.
    pub strip: usize,
    /// Rows above the speakers.
    pub head: Head,
    /// Rows below them.
    pub foot: Foot,
}

/// How many rows a speaker takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeakerRows {
    /// Name, numbers, bar and strip side by side.
    #[default]
    One,
    /// Name and numbers, and below them bar and strip.
    Two,
}

/// Which numbers have room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// The words.
    #[default]
    Words,
    /// The quotes and the words.
    QuotesAndWords,
    /// Both, and the share of all words.
    WithShare,
}

/// What is shown above the speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    /// Nothing: there is no room.
    #[default]
    None,
    /// The titles of the numbers.
    Titles,
    /// The legend of the bars, and the titles.
    LegendAndTitles,
}

/// What is shown below the speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Foot {
    /// Nothing.
    #[default]
    None,
    /// Where the reader is, between start and end of the article.
    Here,
    /// The same, with start and end labeled in a row of their own.
    HereAndEnds,
}

impl Chart {
    /// The chart for the area of the list; without one it is not drawn.
    pub fn fitting(area: Option<Rect>, longest_name: usize, detail: Detail) -> Self {
        let Some(list) = area else { return Self::default() };
        let height = list.height.saturating_sub(HEAD);
        Self::of(list.width.into(), height.into(), longest_name, detail)
    }

    /// Rows that a list gives up to head and foot; only the overview has them.
    pub fn around(&self, list: List) -> u16 {
        match list {
            List::Overview => self.head.rows() + self.foot.rows(),
            List::Speakers | List::Quotes | List::Entities => 0,
        }
    }

    /// The chart in so many columns and rows, not counting the titles of the lists.
    pub fn of(width: usize, height: usize, longest_name: usize, detail: Detail) -> Self {
        let numbers = if width < TWO_NUMBERS {
            Numbers::Words
        } else if width < THREE_NUMBERS {
            Numbers::QuotesAndWords
        } else {
            Numbers::WithShare
        };
        let beside = width.saturating_sub(MARGIN + numbers.columns());
        let head = match (height, detail) {
            (0..4, _) => Head::None,
            (4..10, _) | (_, Detail::Lean) => Head::Titles,
            (_, Detail::Full) => Head::LegendAndTitles,
        };
        let plain = Self { name: beside, numbers, head, ..Self::default() };
        match detail {
            Detail::Lean => Self { name: beside.min(longest_name), ..plain },
            Detail::Full => plain.with_bars(width, height, longest_name),
        }
    }

    fn with_bars(self, width: usize, height: usize, longest_name: usize) -> Self {
        let foot = match height {
            0..6 => Foot::None,
            6..10 => Foot::Here,
            _ => Foot::HereAndEnds,
        };
        let name = longest_name.min(LONGEST_NAME);
        let beside = self.name.saturating_sub(name + GAP * 2);
        let fits = longest_name <= name && beside >= BAR_AND_STRIP;
        let one = width >= ONE_ROW.0 && fits || width >= ONE_ROW.1;
        let (lines, name, room) = if one {
            (SpeakerRows::One, name, beside)
        } else {
            (SpeakerRows::Two, self.name, width.saturating_sub(MARGIN + GAP))
        };
        let widest = room * 2 / 5;
        let strip = PARTS.into_iter().rev().find(|parts| *parts <= widest).unwrap_or_default();
        let bar = (room - strip).min(LONGEST_BAR);
        Self { lines, name, bar, strip, foot, ..self }
    }
}

impl Numbers {
    /// Columns of all of them.
    pub fn columns(self) -> usize {
        match self {
            Self::Words => NUMBER,
            Self::QuotesAndWords => QUOTES + NUMBER,
            Self::WithShare => QUOTES + NUMBER * 2,
        }
    }
}

impl Head {
    /// Its rows.
    pub fn rows(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Titles => 1,
            Self::LegendAndTitles => 2,
        }
    }
}

impl Foot {
    /// Its rows.
    pub fn rows(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Here => 1,
            Self::HereAndEnds => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: usize, longest_name: usize, expected: (SpeakerRows, usize, usize, usize)) {
        let chart = Chart::of(width, 20, longest_name, Detail::Full);
        assert_eq!((chart.lines, chart.name, chart.bar, chart.strip), expected);
    }

    #[test]
    fn a_narrow_pane_has_two_rows_and_ten_parts() {
        check(32, 13, (SpeakerRows::Two, 15, 16, 10));
    }

    #[test]
    fn a_wide_pane_has_one_row_if_the_names_fit() {
        check(56, 30, (SpeakerRows::Two, 33, 30, 20));
        check(70, 13, (SpeakerRows::One, 13, 18, 12));
    }

    #[test]
    fn a_whole_screen_has_one_row_and_many_parts() {
        check(120, 45, (SpeakerRows::One, 40, 33, 20));
        check(160, 16, (SpeakerRows::One, 16, 60, 40));
    }

    #[test]
    fn all_fits_into_any_pane() {
        for width in 20..240 {
            for longest in [0, 10, 60] {
                let chart = Chart::of(width, 20, longest, Detail::Full);
                let (head, bars) =
                    (MARGIN + chart.name + chart.numbers.columns(), chart.bar + GAP + chart.strip);
                let needed = match chart.lines {
                    SpeakerRows::One => head + GAP + bars,
                    SpeakerRows::Two => head.max(MARGIN + bars),
                };
                assert!(needed <= width && chart.strip > 0, "{width}: {chart:?}");
            }
        }
    }

    #[test]
    fn over_a_slow_line_only_names_and_numbers_are_shown() {
        let chart = Chart::of(60, 20, 10, Detail::Lean);
        assert_eq!((chart.name, chart.bar, chart.strip, chart.lines), (10, 0, 0, SpeakerRows::One));
    }

    #[test]
    fn the_numbers_have_room_from_30_and_44_columns() {
        for (width, numbers) in [
            (29, Numbers::Words),
            (30, Numbers::QuotesAndWords),
            (43, Numbers::QuotesAndWords),
            (44, Numbers::WithShare),
        ] {
            assert_eq!(Chart::of(width, 20, 10, Detail::Full).numbers, numbers, "{width}");
        }
    }

    #[test]
    fn head_and_foot_have_room_in_a_high_pane() {
        for (height, head, foot) in
            [(3, 0, 0), (4, 1, 0), (5, 1, 0), (6, 1, 1), (9, 1, 1), (10, 2, 2)]
        {
            let chart = Chart::of(32, height, 10, Detail::Full);
            assert_eq!((chart.head.rows(), chart.foot.rows()), (head, foot), "{height}");
        }
        let chart = Chart::of(32, 20, 10, Detail::Lean);
        assert_eq!((chart.head.rows(), chart.foot.rows()), (1, 0));
        assert_eq!(Chart::of(32, 3, 10, Detail::Lean).head.rows(), 0);
    }

    #[test]
    fn only_the_overview_has_head_and_foot() {
        let chart = Chart::of(32, 20, 10, Detail::Full);
        assert_eq!(chart.around(List::Overview), 4);
        assert_eq!(chart.around(List::Speakers), 0);
    }

    #[test]
    fn one_row_needs_names_that_fit_or_80_columns() {
        let lines = |width, longest| Chart::of(width, 20, longest, Detail::Full).lines;
        assert_eq!(lines(55, 5), SpeakerRows::Two);
        assert_eq!(lines(56, 5), SpeakerRows::One);
        assert_eq!(lines(70, 19), SpeakerRows::One);
        assert_eq!(lines(70, 20), SpeakerRows::Two, "24 columns remain for bar and strip");
        assert_eq!(lines(79, 41), SpeakerRows::Two);
        assert_eq!(lines(80, 41), SpeakerRows::One);
    }

    #[test]
    fn the_chart_fits_the_area_below_the_head_of_the_list() {
        let area = Rect::new(0, 0, 32, 11);
        let chart = Chart::fitting(Some(area), 10, Detail::Full);
        assert_eq!(chart, Chart::of(32, 9, 10, Detail::Full));
        assert_eq!(Chart::fitting(None, 10, Detail::Full), Chart::default());
    }

    #[test]
    fn over_a_slow_line_a_name_takes_no_more_than_it_needs() {
        assert_eq!(Chart::of(30, 20, 100, Detail::Lean).name, 13);
    }
}
