//! The titles of the four lists, as long as the side pane allows.
//!
//! The shown list keeps its full title longest. A title cut to its letter, or to nothing, comes with its key.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use strum::VariantArray;

use crate::app::keys::action::{Action, Focus, List};
use crate::app::keys::bound::Keymap;
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::ui::theme::Theme;

/// What the titles show.
pub(super) struct Titles<'a> {
    shown: List,
    focus: Focus,
    known: &'a Known,
    keymap: &'a Keymap,
}

/// A way to write the titles, from the longest to the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
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

/// Draws the titles in the longest style that fits, or the shown list's alone.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, titles: &Titles<'_>, theme: &Theme) {
    let width = usize::from(area.width);
    let mut lines = TitleStyle::VARIANTS.iter().map(|style| titles.line(*style, theme));
    let line = lines.find(|line| line.width() <= width);
    frame.render_widget(line.unwrap_or_else(|| titles.alone(theme)), area);
}

impl<'a> Titles<'a> {
    /// The titles in this state.
    pub(super) fn of(state: &'a State) -> Self {
        Self {
            shown: state.list.shown(),
            focus: state.page_view.focus(),
            known: &state.known,
            keymap: &state.keymap,
        }
    }

    /// All titles on one line.
    fn line(&self, style: TitleStyle, theme: &Theme) -> Line<'static> {
        let gap = match style {
            TitleStyle::Airy | TitleStyle::Named => "  ",
            TitleStyle::Numbered | TitleStyle::Tight | TitleStyle::Letters | TitleStyle::Keys => {
                " "
            }
        };
        let mut pieces = Vec::new();
        for &list in List::VARIANTS {
            if !pieces.is_empty() {
                pieces.push(Span::raw(gap));
            }
            pieces.push(self.title(list, &self.words(list, style), theme));
        }
        Line::from(pieces)
    }

    /// The shown list, where there is no room for the others.
    fn alone(&self, theme: &Theme) -> Line<'static> {
        Line::from(self.title(self.shown, name(self.shown), theme))
    }

    /// A title behind the sign that says whether its list is shown and has the focus.
    fn title(&self, list: List, words: &str, theme: &Theme) -> Span<'static> {
        let (sign, style) = match (list == self.shown, self.focus) {
            (true, Focus::List) => ("▌", theme.title),
            (true, Focus::Article) => ("│", theme.title),
            (false, _) => (" ", theme.other_title),
        };
        Span::styled(format!("{sign}{words}"), style)
    }

    fn words(&self, list: List, style: TitleStyle) -> String {
        let is_shown = list == self.shown;
        let key = self.keymap.hint(Action::Show(list)).map(|key| format!("{key} "));
        let key = key.unwrap_or_default();
        match style {
            TitleStyle::Airy | TitleStyle::Numbered => self.numbered(list),
            TitleStyle::Named | TitleStyle::Tight => name(list).to_owned(),
            TitleStyle::Letters if is_shown => format!("{key}{}", self.numbered(list)),
            TitleStyle::Keys if is_shown => format!("{key}{}", name(list)),
            TitleStyle::Letters => key + initial(list),
            TitleStyle::Keys if key.is_empty() => initial(list).to_owned(),
            TitleStyle::Keys => key.trim_end().to_owned(),
        }
    }

    /// The name with the number of entries; the overview has none of its own.
    fn numbered(&self, list: List) -> String {
        let number = match list {
            List::Speakers => self.known.billing.order().len(),
            List::Quotes => self.known.document.quotes().len(),
            List::Entities => self.known.document.entities().len(),
            List::Overview => return name(list).to_owned(),
        };
        format!("{} {number}", name(list))
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

fn initial(list: List) -> &'static str {
    name(list).get(..1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::bound::Change;
    use crate::ui::example;

    #[track_caller]
    fn check_with(keymap: &Keymap, width: u16, pane: (List, Focus), expected: &str) {
        let (known, theme) = (example::known(), example::theme());
        let titles = Titles { shown: pane.0, focus: pane.1, known: &known, keymap };
        let row = example::drawn(width, 1, |frame| draw(frame, frame.area(), &titles, &theme));
        assert_eq!(example::rows(&row), [expected]);
    }

    #[track_caller]
    fn check(width: u16, pane: (List, Focus), expected: &str) {
        check_with(&Keymap::default(), width, pane, expected);
    }

    #[test]
    fn titles_are_as_long_as_the_pane_allows() {
        let pane = (List::Speakers, Focus::Article);
        check(46, pane, "│Speakers 3   Quotes 7   Entities 3   Overview");
        check(45, pane, "│Speakers 3  Quotes 7  Entities 3  Overview");
        check(42, pane, "│Speakers   Quotes   Entities   Overview");
        check(39, pane, "│Speakers  Quotes  Entities  Overview");
        check(36, pane, "│1 Speakers 3  2 Q  3 E  4 O");
        check(27, pane, "│1 Speakers  2  3  4");
        check(19, pane, "│Speakers");
    }

    #[test]
    fn the_shown_list_keeps_its_title() {
        check(36, (List::Quotes, Focus::Article), " 1 S │2 Quotes 7  3 E  4 O");
        check(36, (List::Overview, Focus::Article), " 1 S  2 Q  3 E │4 Overview");
        check(12, (List::Entities, Focus::Article), "│Entities");
    }

    #[test]
    fn the_sign_is_thicker_where_the_focus_is() {
        check(46, (List::Quotes, Focus::List), " Speakers 3  ▌Quotes 7   Entities 3   Overview");
    }

    #[test]
    fn a_list_without_a_key_keeps_its_letter() {
        let change = Change { name: "quotes".to_owned(), keys: Vec::new() };
        let keymap = Keymap::new(&[change]).unwrap();
        let pane = (List::Speakers, Focus::Article);
        check_with(&keymap, 36, pane, "│1 Speakers 3  Q  3 E  4 O");
        check_with(&keymap, 23, pane, "│1 Speakers  Q  3  4");
    }

    #[test]
    fn the_shown_list_alone_has_the_style_of_a_title() {
        let (known, keymap) = (example::known(), Keymap::default());
        let (shown, focus) = (List::Quotes, Focus::Article);
        let titles = Titles { shown, focus, known: &known, keymap: &keymap };
        let theme = example::theme();
        let line = titles.line(TitleStyle::Tight, &theme);
        let bold = line.spans.iter().filter(|piece| piece.style == theme.title);
        assert_eq!(bold.map(|piece| piece.content.as_ref()).collect::<Vec<_>>(), ["│Quotes"]);
    }
}
