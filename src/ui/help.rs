//! The help screen: what the keys do, and what signs and words mean.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr;

use crate::app::keys::bound::Keymap;
use crate::app::keys::table::{Binding, Mode};
use crate::app::state::help::{self, HelpRow};
use crate::ui::theme::Theme;
use crate::ui::words::cut;

/// Columns of keys, signs and words.
const LEFT: usize = 20;

/// Draws help from the row `top` on, or the last rows.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, keymap: &Keymap, top: usize, theme: &Theme) {
    let (height, width) = (usize::from(area.height), usize::from(area.width));
    let top = top.min(help::last_top(keymap, height));
    let rows = help::rows(keymap).into_iter().skip(top);
    let text: Text<'_> = rows.map(|row| line(row, width, theme)).collect();
    frame.render_widget(text, area);
}

fn line(row: HelpRow<'_>, width: usize, theme: &Theme) -> Line<'static> {
    match row {
        HelpRow::Keys(bound) => entry(&bound.labels(), &deed(bound.binding), width, theme),
        HelpRow::Meaning(name, meaning) => entry(name, meaning, width, theme),
        HelpRow::Title(title) => Line::styled(format!("  {title}"), theme.title),
        HelpRow::Blank => Line::default(),
    }
}

/// `  n ]                 next quote, mention or hit`
fn entry(left: &str, right: &str, width: usize, theme: &Theme) -> Line<'static> {
    let left = format!("  {:<LEFT$}", format!("{left} "));
    let right = cut(right, width.saturating_sub(left.width()));
    Line::from(vec![Span::styled(left, theme.title), Span::raw(right)])
}

/// What keys do, and where, if they do it in one place only.
fn deed(binding: &Binding) -> String {
    match binding.modes {
        [Mode::List] => format!("{} (in the list)", binding.help),
        [Mode::Menu] => format!("{} (in the menu)", binding.help),
        [Mode::Typing] | [Mode::Menu, Mode::Typing, ..] => {
            format!("{} (while typing)", binding.help)
        }
        [Mode::Article] => format!("{} (in the article)", binding.help),
        _ => binding.help.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::kinds::VOICES;
    use crate::app::keys::table::BINDINGS;
    use crate::app::state::glossary::SIGNS;
    use crate::ui::example::{drawn, rows, theme};
    use crate::ui::words::sign;

    /// Help from a row on in so many columns and rows.
    fn shown(top: usize, width: u16, height: u16) -> Vec<String> {
        let (keymap, theme) = (Keymap::default(), theme());
        rows(&drawn(width, height, |frame| draw(frame, frame.area(), &keymap, top, &theme)))
    }

    #[test]
    fn keys_come_first_then_signs_then_words() {
        let all = u16::try_from(help::rows(&Keymap::default()).len()).unwrap();
        let rows = shown(0, 80, all);
        let at = |start: &str| rows.iter().position(|row| row.starts_with(start)).unwrap();
        assert_eq!(rows[0], "  n ]                 next quote, mention or hit");
        assert_eq!(at("  Signs"), BINDINGS.len() + 1);
        assert_eq!(rows[at("  Words") - 1], "");
        assert!(
            at("  Signs") < at("  ≈") && at("  ≈") < at("  Words") && at("  Words") < at("  cue")
        );
    }

    #[test]
    fn help_does_not_scroll_past_its_end() {
        let last = shown(usize::MAX, 80, 5);
        assert!(last[4].starts_with("  mark "), "{last:?}");
        assert_eq!(shown(0, 80, 5)[1], shown(1, 80, 5)[0]);
    }

    #[test]
    fn a_row_is_cut_at_the_edge() {
        assert_eq!(shown(0, 31, 1), ["  n ]                 next quo…"]);
    }

    #[test]
    fn every_voice_has_its_sign_explained() {
        for (_, voice) in VOICES {
            assert!(SIGNS.iter().any(|(name, _)| *name == sign(*voice)), "{}", sign(*voice));
        }
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let binding = BINDINGS.iter().find(|binding| binding.name == name).unwrap();
        assert_eq!(deed(binding), expected);
    }

    #[test]
    fn a_key_of_one_place_names_it() {
        check("next", "next quote, mention or hit");
        check("fold", "fold or unfold (in the list)");
        check("search", "search the text (in the article)");
        check("format", "export in this format (in the menu)");
        check("accept", "accept (while typing)");
        check("cancel", "cancel (while typing)");
        check("line-down", "line or row down");
    }
}
