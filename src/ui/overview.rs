//! The overview: a chart of who speaks how much, and where in the article.
//!
//! The words in quotation marks are solid, those in the reporter's words light, so that they are told apart without
//! color. All strips have one scale.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::annotation::shares::{Share, part_of};
use crate::annotation::speaker::SpeakerId;
use crate::app::state::State;
use crate::app::state::chart::{
    Chart, Foot, GAP, Head, MARGIN, NUMBER, Numbers, QUOTES, SpeakerRows,
};
use crate::app::state::preferences::Detail;
use crate::ui::bar::{self, LIGHT};
use crate::ui::theme::Theme;
use crate::ui::words::cut;

/// What bars are made of, from the longest way to say it to the shortest.
const LEGENDS: [(&str, &str); 3] =
    [("in quotation marks", "paraphrased"), ("quoted", "paraphrased"), ("quoted", "not")];

/// Draws what stands above and below the speakers; gives the place between.
pub(super) fn draw_around(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) -> Rect {
    let chart = state.list.chart();
    let (above, below) = (chart.head.rows(), chart.foot.rows());
    let height = area.height.saturating_sub(above + below);
    let rows = Rect { y: area.y + above.min(area.height), height, ..area };
    if state.list.rows().is_empty() {
        return rows;
    }
    for (y, line) in (area.y..rows.y).zip(head(chart, theme, usize::from(area.width))) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    let shown = state.list.rows().len().saturating_sub(state.list.top());
    let first = rows.y + u16::try_from(shown).unwrap_or(u16::MAX).min(height);
    for (y, line) in (first..area.bottom()).zip(foot(state, theme)) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    rows
}

/// The legend, and the titles of the numbers.
fn head(chart: &Chart, theme: &Theme, width: usize) -> Vec<Line<'static>> {
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
        Head::LegendAndTitles => vec![legend(theme, width), titles],
    }
}

/// `█ in quotation marks  ░ in the reporter’s words`
fn legend(theme: &Theme, width: usize) -> Line<'static> {
    let written = |(solid, light): &(&str, &str)| format!("  █ {solid}  {LIGHT} {light}");
    let mut all = LEGENDS.iter().map(written);
    Line::styled(all.find(|legend| legend.width() <= width).unwrap_or_default(), theme.quiet)
}

/// Pieces of a share before its bar.
const BEFORE_BAR: usize = 3;

/// A share with its name and numbers selected; a bar that is reversed would not look like one.
pub(super) fn selected(mut line: Line<'static>, theme: &Theme) -> Line<'static> {
    for piece in line.spans.iter_mut().take(BEFORE_BAR) {
        piece.style = theme.selected;
    }
    line
}

/// Name and numbers of a speaker; bar and strip too, where they have one row.
pub(super) fn share(
    state: &State,
    theme: &Theme,
    speaker: Option<SpeakerId>,
    cursor: &str,
) -> Line<'static> {
    let Some(share) = state.known.overview.share(speaker, &state.known.billing) else {
        return Line::default();
    };
    let letter = speaker.map_or('?', |id| state.known.billing.letter(id));
    let name = cut(share.name(&state.known.document), state.list.chart().name);
    let blank = " ".repeat(state.list.chart().name.saturating_sub(name.width()));
    let style = style(state, theme, speaker);
    let mut pieces = vec![
        Span::raw(format!("{cursor} ")),
        Span::styled(format!("{letter} "), style.patch(theme.title)),
        Span::raw(format!("{name}{blank}{}", numbers(state, share))),
    ];
    if state.list.chart().lines == SpeakerRows::One && state.page_view.detail() == Detail::Full {
        pieces.push(Span::raw(" ".repeat(GAP)));
        pieces.extend(bar_and_strip(state, share, style));
    }
    Line::from(pieces)
}

fn style(state: &State, theme: &Theme, speaker: Option<SpeakerId>) -> Style {
    speaker.map(|id| theme.speaker(state.known.billing.place(id))).unwrap_or_default()
}

fn numbers(state: &State, share: &Share) -> String {
    let (quotes, words) = (share.quotes, share.words());
    let percent = (words * 100 + state.known.overview.words() / 2)
        .checked_div(state.known.overview.words())
        .unwrap_or_default();
    let percent = format!("{percent} %");
    match state.list.chart().numbers {
        Numbers::Words => format!("{words:>NUMBER$}"),
        Numbers::QuotesAndWords => format!("{quotes:>QUOTES$}{words:>NUMBER$}"),
        Numbers::WithShare => format!("{quotes:>QUOTES$}{words:>NUMBER$}{percent:>NUMBER$}"),
    }
}

/// The row below name and numbers.
pub(super) fn strip(state: &State, theme: &Theme, speaker: Option<SpeakerId>) -> Line<'static> {
    let Some(share) = state.known.overview.share(speaker, &state.known.billing) else {
        return Line::default();
    };
    let mut pieces = vec![Span::raw(" ".repeat(MARGIN))];
    pieces.extend(bar_and_strip(state, share, style(state, theme, speaker)));
    Line::from(pieces)
}

fn bar_and_strip(state: &State, share: &Share, style: Style) -> Vec<Span<'static>> {
    let chart = state.list.chart();
    let (solid, light) =
        bar::split(share.direct, share.indirect, state.known.overview.most(), chart.bar);
    let blank = (chart.bar + GAP).saturating_sub(solid.width() + light.width());
    let peak = state.known.overview.peak(chart.strip);
    let strip: String =
        share.strip(chart.strip).into_iter().map(|words| bar::height(words, peak)).collect();
    vec![
        Span::styled(solid + &light, style),
        Span::raw(" ".repeat(blank)),
        Span::styled(strip, style),
    ]
}

/// What the strips are, and where in them the reader is.
fn foot(state: &State, theme: &Theme) -> Vec<Line<'static>> {
    let chart = state.list.chart();
    let left = MARGIN
        + chart.bar
        + GAP
        + match chart.lines {
            SpeakerRows::One => chart.name + chart.numbers.columns() + GAP,
            SpeakerRows::Two => 0,
        };
    let here = part_of(place(state), chart.strip, state.known.document.text().len());
    let mark = Line::from(vec![
        Span::raw(format!("{:>left$}", "you are here  ")),
        Span::raw(" ".repeat(here)),
        Span::styled("▲", theme.title),
    ]);
    let (start, end) = match chart.strip {
        ..10 => ("", "end"),
        10..24 => ("start", "end"),
        _ => ("start of the article", "end"),
    };
    let between = chart.strip.saturating_sub(start.width());
    let ends = format!("{}{start}{end:>between$}", " ".repeat(left));
    match chart.foot {
        Foot::None => Vec::new(),
        Foot::Here => vec![mark],
        Foot::HereAndEnds => vec![mark, Line::styled(ends, theme.quiet)],
    }
}

/// Where in the text the reader is: at what is looked at, while that is in sight, else at the top of the screen.
fn place(state: &State) -> usize {
    let here = state.route.current.filter(|here| state.page_view.sees(here.span));
    here.map_or_else(
        || state.page_view.page().place_of(state.page_view.top()),
        |here| here.span.start(),
    )
}
