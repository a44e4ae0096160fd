//! The titles of the lists of the side pane, in as few columns as there are.
//!
//! The title of the list that is shown is never shortened before the others; a list that is only named by its first
//! letter, or not at all, has its key before it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use strum::VariantArray;

use crate::app::keys::action::{Action, Focus, List};
use crate::app::state::State;
use crate::ui::theme::Theme;

/// How the titles are written, from the longest to the shortest.
const STYLES: [TitleStyle; 6] = [
    TitleStyle::Airy,
    TitleStyle::Numbered,
    TitleStyle::Named,
    TitleStyle::Tight,
    TitleStyle::Letters,
    TitleStyle::Keys,
];

/// A way to write the titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TitleStyle {
    /// `Speakers 4   Quotes 23   Entities 22   Overview`
    Airy,
    /// `Speakers 4  Quotes 23  Entities 22  Overview`
    Numbered,
    /// `Speakers   Quotes   Entities   Overview`
    Named,
    /// `Speakers  Quotes  Entities  Overview`
    Tight,
    /// `1 Speakers 4  2 Q  3 E  4 O`
    Letters,
    /// `1 Speakers  2  3  4`
    Keys,
}

/// Draws the titles.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, state: &State, theme: &Theme) {
    let width = usize::from(area.width);
    let mut lines = STYLES.iter().map(|style| line(state, theme, *style));
    let line = lines.find(|line| line.width() <= width);
    frame.render_widget(line.unwrap_or_else(|| alone(state, theme)), area);
}

/// All titles on one line.
fn line(state: &State, theme: &Theme, style: TitleStyle) -> Line<'static> {
    let gap = match style {
        TitleStyle::Airy | TitleStyle::Named => "  ",
        TitleStyle::Numbered | TitleStyle::Tight | TitleStyle::Letters | TitleStyle::Keys => " ",
    };
    let mut pieces = Vec::new();
    for &list in List::VARIANTS {
        if !pieces.is_empty() {
            pieces.push(Span::raw(gap));
        }
        pieces.push(title(state, theme, list, &words(state, list, style)));
    }
    Line::from(pieces)
}

/// The list that is shown, where there is no room for others.
fn alone(state: &State, theme: &Theme) -> Line<'static> {
    Line::from(title(state, theme, state.list.shown(), name(state.list.shown())))
}

/// A title with its mark: which list is shown, and whether it has the focus.
fn title(state: &State, theme: &Theme, list: List, words: &str) -> Span<'static> {
    let here = state.list.shown() == list;
    let mark = match (here, state.page_view.focus()) {
        (true, Focus::List) => "▌",
        (true, Focus::Article) => "│",
        (false, _) => " ",
    };
    let style = if here { theme.title } else { theme.other_title };
    Span::styled(format!("{mark}{words}"), style)
}

fn words(state: &State, list: List, style: TitleStyle) -> String {
    let here = state.list.shown() == list;
    let key = state.keymap.hint(Action::Show(list)).map(|key| format!("{key} "));
    let key = key.unwrap_or_default();
    match style {
        TitleStyle::Airy | TitleStyle::Numbered => numbered(state, list),
        TitleStyle::Named | TitleStyle::Tight => name(list).to_owned(),
        TitleStyle::Letters if here => format!("{key}{}", numbered(state, list)),
        TitleStyle::Keys if here => format!("{key}{}", name(list)),
        TitleStyle::Letters => key + name(list).get(..1).unwrap_or_default(),
        TitleStyle::Keys if key.is_empty() => name(list).get(..1).unwrap_or_default().to_owned(),
        TitleStyle::Keys => key.trim_end().to_owned(),
    }
}

fn name(list: List) -> &'static str {
    match list {
        List::Speakers => "Speakers",
        List::Quotes => "Quotes",
        List::Entities => "Entities",
        List::Overview => "Overview",
    }
}

/// The name with the number of what is in the list; the overview has nothing of its own.
fn numbered(state: &State, list: List) -> String {
    let number = match list {
        List::Speakers => state.known.billing.order().len(),
        List::Quotes => state.known.document.quotes().len(),
        List::Entities => state.known.document.entities().len(),
        List::Overview => return name(list).to_owned(),
    };
    format!("{} {number}", name(list))
}
