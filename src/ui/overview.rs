//! The overview: a chart of who says how much, and where in the article.
//!
//! Quoted words are solid and paraphrased ones light, so that they differ without color. All strips share one scale.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr;

use crate::annotation::shares::{Overview, Share};
use crate::annotation::speaker::SpeakerId;
use crate::app::state::chart::{
    Chart, Foot, GAP, Head, MARGIN, NUMBER, Numbers, QUOTES, SpeakerRows,
};
use crate::app::state::known::Known;
use crate::app::state::list::ListPane;
use crate::ui::bar::{self, LIGHT};
use crate::ui::theme::Theme;
use crate::ui::words::padded;

/// What the two parts of a bar are, at length and in short.
const LEGENDS: [(&str, &str); 2] = [("quoted", "paraphrased"), ("quoted", "not")];
/// Pieces of a share before its bar.
const BEFORE_BAR: usize = 3;
/// Columns of the shortest strips with a word at their start, and with a longer one.
const STARTS: (usize, usize) = (10, 24);

/// Draws what is above and below the speakers; gives the area between. The reader is at the part `here` of the strips.
pub(super) fn draw_around(
    frame: &mut Frame<'_>,
    area: Rect,
    list: &ListPane,
    here: usize,
    theme: &Theme,
) -> Rect {
    let chart = list.chart();
    let (above, below) = (chart.head.rows(), chart.foot.rows());
    let height = area.height.saturating_sub(above + below);
    let rows = Rect { y: area.y + above.min(area.height), height, ..area };
    if list.rows().is_empty() {
        return rows;
    }
    frame.render_widget(Text::from(head(chart, usize::from(area.width), theme)), area);
    let shown = list.rows().len().saturating_sub(list.top());
    let y = rows.y + u16::try_from(shown).unwrap_or(u16::MAX).min(height);
    let behind = Rect { y, ..area }.intersection(area);
    frame.render_widget(Text::from(foot(chart, here, theme)), behind);
    rows
}

/// The legend, and the titles of the numbers.
fn head(chart: &Chart, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let numbers = match chart.numbers {
        Numbers::Words => format!("{:>NUMBER$}", "words"),
        Numbers::QuotesAndWords => format!("{:>QUOTES$}{:>NUMBER$}", "quotes", "words"),
        Numbers::WithShare => {
            format!("{:>QUOTES$}{:>NUMBER$}{:>NUMBER$}", "quotes", "words", "share")
        }
    };
    let titles = Line::styled(" ".repeat(MARGIN + chart.name) + &numbers, theme.quiet);
    match chart.head {
        Head::None => Vec::new(),
        Head::Titles => vec![titles],
        Head::LegendAndTitles => vec![Line::styled(legend(width), theme.quiet), titles],
    }
}

/// `█ quoted  ░ paraphrased`, as far as there is room.
fn legend(width: usize) -> String {
    let written = |(solid, light): &(&str, &str)| format!("  █ {solid}  {LIGHT} {light}");
    let mut all = LEGENDS.iter().map(written);
    all.find(|legend| legend.width() <= width).unwrap_or_default()
}

/// A share with its name and numbers selected; its bar would not look like one in reverse.
pub(super) fn selected(mut line: Line<'static>, theme: &Theme) -> Line<'static> {
    for piece in line.spans.iter_mut().take(BEFORE_BAR) {
        piece.style = theme.selected;
    }
    line
}

/// Name and numbers of a speaker, and in a chart of single rows the bar and the strip.
pub(super) fn share(
    known: &Known,
    chart: &Chart,
    speaker: Option<SpeakerId>,
    pointer: char,
    theme: &Theme,
) -> Line<'static> {
    let Some(share) = known.overview.share(speaker, &known.billing) else {
        return Line::default();
    };
    let letter = speaker.map_or('?', |id| known.billing.letter(id));
    let name = padded(share.name(&known.document), chart.name);
    let style = theme.speaker(speaker, &known.billing);
    let mut pieces = vec![
        Span::raw(format!("{pointer} ")),
        Span::styled(format!("{letter} "), style.patch(theme.title)),
        Span::raw(name + &numbers(&known.overview, share, chart.numbers)),
    ];
    if chart.lines == SpeakerRows::One && chart.bar > 0 {
        pieces.push(Span::raw(" ".repeat(GAP)));
        pieces.extend(bar_and_strip(&known.overview, share, chart, style));
    }
    Line::from(pieces)
}

fn numbers(overview: &Overview, share: &Share, numbers: Numbers) -> String {
    let (quotes, words) = (share.quotes, share.words());
    let percent = format!("{}%", percent(words, overview.words()));
    match numbers {
        Numbers::Words => format!("{words:>NUMBER$}"),
        Numbers::QuotesAndWords => format!("{quotes:>QUOTES$}{words:>NUMBER$}"),
        Numbers::WithShare => format!("{quotes:>QUOTES$}{words:>NUMBER$}{percent:>NUMBER$}"),
    }
}

/// A part of a whole in percent, rounded.
fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or_default()
}

/// The second row of a speaker: the bar and the strip.
pub(super) fn strip(
    known: &Known,
    chart: &Chart,
    speaker: Option<SpeakerId>,
    theme: &Theme,
) -> Line<'static> {
    let Some(share) = known.overview.share(speaker, &known.billing) else {
        return Line::default();
    };
    let style = theme.speaker(speaker, &known.billing);
    let mut pieces = vec![Span::raw(" ".repeat(MARGIN))];
    pieces.extend(bar_and_strip(&known.overview, share, chart, style));
    Line::from(pieces)
}

fn bar_and_strip(
    overview: &Overview,
    share: &Share,
    chart: &Chart,
    style: Style,
) -> [Span<'static>; 3] {
    let (solid, light) = bar::split(share.direct, share.indirect, overview.most(), chart.bar);
    let bar = solid + &light;
    let blank = (chart.bar + GAP).saturating_sub(bar.width());
    let peak = overview.peak(chart.strip);
    let strip = share.strip(chart.strip).into_iter().map(|words| bar::height(words, peak));
    [
        Span::styled(bar, style),
        Span::raw(" ".repeat(blank)),
        Span::styled(strip.collect::<String>(), style),
    ]
}

/// Where along the strips the reader is, and what their ends are.
fn foot(chart: &Chart, here: usize, theme: &Theme) -> Vec<Line<'static>> {
    let name = match chart.lines {
        SpeakerRows::One => chart.name + chart.numbers.columns() + GAP,
        SpeakerRows::Two => 0,
    };
    let left = MARGIN + name + chart.bar + GAP;
    let reader = Line::from(vec![
        Span::raw(format!("{:>left$}", "you are here  ")),
        Span::raw(" ".repeat(here)),
        Span::styled("▲", theme.title),
    ]);
    let ends = Line::styled(" ".repeat(left) + &ends(chart.strip), theme.quiet);
    match chart.foot {
        Foot::None => Vec::new(),
        Foot::Here => vec![reader],
        Foot::HereAndEnds => vec![reader, ends],
    }
}

/// The words under the two ends of a strip.
fn ends(columns: usize) -> String {
    let start = if columns < STARTS.0 {
        ""
    } else if columns < STARTS.1 {
        "start"
    } else {
        "start of the article"
    };
    let rest = columns.saturating_sub(start.width());
    format!("{start}{:>rest$}", "end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::action::List;
    use crate::app::state::preferences::Detail;
    use crate::ui::example;

    const LEE: Option<usize> = Some(0);
    const NOBODY: Option<usize> = None;

    #[track_caller]
    fn check(chart: &Chart, speaker: Option<usize>, expected: &[&str]) {
        let (known, theme) = (example::known(), example::theme());
        let speaker = speaker.map(SpeakerId::at);
        let mut rows = vec![share(&known, chart, speaker, ' ', &theme)];
        if chart.lines == SpeakerRows::Two {
            rows.push(strip(&known, chart, speaker, &theme));
        }
        let rows: Vec<String> = rows.iter().map(example::words).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_narrow_chart_has_two_rows_for_a_speaker() {
        let chart = Chart::of(32, 20, 15, Detail::Full);
        check(
            &chart,
            LEE,
            &["  A Ann Lee              3    10", "    ██████▍░░░░░░░░░   ▃▃ ██  ▃▃"],
        );
        check(
            &chart,
            NOBODY,
            &["  ? speaker unknown      1     2", "    ███▎                    ▆   "],
        );
    }

    #[test]
    fn a_wide_chart_has_one_row_with_the_share() {
        let chart = Chart::of(60, 20, 9, Detail::Full);
        check(&chart, LEE, &["  A Ann Lee        3    10   56%  ██████▍░░░░░░░░░   ▆ ██  ▆"]);
    }

    #[test]
    fn over_a_slow_line_there_are_names_and_numbers() {
        let chart = Chart::of(60, 20, 9, Detail::Lean);
        check(&chart, LEE, &["  A Ann Lee        3    10   56%"]);
        let chart = Chart::of(29, 20, 9, Detail::Lean);
        check(&chart, LEE, &["  A Ann Lee      10"]);
    }

    #[test]
    fn a_share_is_rounded() {
        assert_eq!(
            [(1, 3), (2, 3), (1, 8), (3, 200)].map(|(part, all)| percent(part, all)),
            [33, 67, 13, 2]
        );
        assert_eq!([(0, 7), (7, 7), (0, 0)].map(|(part, all)| percent(part, all)), [0, 100, 0]);
    }

    #[test]
    fn the_legend_is_as_long_as_there_is_room() {
        assert_eq!(legend(25), "  █ quoted  ░ paraphrased");
        assert_eq!(legend(24), "  █ quoted  ░ not");
        assert_eq!(legend(17), "  █ quoted  ░ not");
        assert_eq!(legend(16), "");
    }

    #[test]
    fn a_strip_names_its_ends_as_far_as_there_is_room() {
        assert_eq!(ends(9), "      end");
        assert_eq!(ends(10), "start  end");
        assert_eq!(ends(23), "start               end");
        assert_eq!(ends(24), "start of the article end");
    }

    #[track_caller]
    fn check_around(height: usize, above: &[&str], below: &[&str]) {
        let (chart, theme) = (Chart::of(32, height, 15, Detail::Full), example::theme());
        let words = |lines: Vec<Line<'_>>| lines.iter().map(example::words).collect::<Vec<_>>();
        assert_eq!(words(head(&chart, 32, &theme)), above);
        assert_eq!(words(foot(&chart, 3, &theme)), below);
    }

    #[test]
    fn the_reader_is_under_their_part_of_the_strip() {
        let (known, theme) = (example::known(), example::theme());
        for width in [32, 60] {
            let chart = Chart::of(width, 20, 9, Detail::Full);
            let row = match chart.lines {
                SpeakerRows::One => share(&known, &chart, Some(SpeakerId::at(0)), ' ', &theme),
                SpeakerRows::Two => strip(&known, &chart, Some(SpeakerId::at(0)), &theme),
            };
            let reader = &foot(&chart, chart.strip - 1, &theme)[0];
            assert_eq!(reader.width(), row.width(), "{chart:?}");
        }
    }

    #[test]
    fn titles_and_the_place_of_the_reader_come_with_height() {
        let legend = "  █ quoted  ░ paraphrased";
        let titles = "                    quotes words";
        let (here, ends) = ("        you are here     ▲", "                      start  end");
        check_around(3, &[], &[]);
        check_around(4, &[titles], &[]);
        check_around(6, &[titles], &[here]);
        check_around(10, &[legend, titles], &[here, ends]);
    }

    #[test]
    fn the_foot_is_behind_the_last_row_and_at_the_end_of_the_pane_at_most() {
        let theme = example::theme();
        for (height, head, foot) in [(20, 2, 10), (9, 1, 8)] {
            let state = example::reader(80, height + 4);
            let mut list = state.list.clone();
            list.show(List::Overview, &state.known);
            let mut rows = Rect::default();
            let pane = example::drawn(32, height, |frame| {
                rows = draw_around(frame, frame.area(), &list, 0, &theme);
            });
            let pane = example::rows(&pane);
            let at = |words: &str| pane.iter().position(|row| row.ends_with(words));
            assert_eq!((at("▲"), at("quotes words")), (Some(foot), Some(head - 1)), "{pane:?}");
            let (head, foot) = (u16::try_from(head).unwrap(), list.chart().foot.rows());
            assert_eq!((rows.y, rows.bottom()), (head, height - foot));
        }
    }
}
