//! The help screen: the table of keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::keys::bound::Keymap;
use crate::app::keys::table::{Binding, Mode};
use crate::ui::theme::Theme;
use crate::ui::words::cut;

/// Columns of the keys.
const KEYS: usize = 20;

/// Draws the table from the row `top` on.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, keymap: &Keymap, top: usize, theme: &Theme) {
    let most = keymap.shown().count().saturating_sub(usize::from(area.height));
    let rows = keymap.shown().skip(top.min(most));
    for (y, row) in (area.y..area.bottom()).zip(rows) {
        let keys = format!("  {:<KEYS$}", row.labels() + " ");
        let room = usize::from(area.width).saturating_sub(keys.width());
        let words = Span::raw(cut(&help(row.binding), room));
        let line = Line::from(vec![Span::styled(keys, theme.title), words]);
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// What keys do, and where, if they mean it in one pane only.
fn help(binding: &Binding) -> String {
    match binding.modes {
        [Mode::List] => format!("{} (in the list)", binding.help),
        [Mode::Menu] => format!("{} (in the menu)", binding.help),
        [Mode::Typing] | [Mode::Menu, Mode::Typing, ..] => format!("{} (in a line)", binding.help),
        [Mode::Article] => format!("{} (in the article)", binding.help),
        _ => binding.help.to_owned(),
    }
}
