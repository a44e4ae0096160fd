//! The help screen: what the keys do, and what signs and words mean.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
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
    for (y, row) in (area.y..area.bottom()).zip(help::rows(keymap).into_iter().skip(top)) {
        frame.render_widget(line(row, width, theme), Rect { y, height: 1, ..area });
    }
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
