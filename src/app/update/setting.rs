//! Changes how the article is set: its width, its panes, its colors, its paragraphs.

use crate::app::keys::action::Way;
use crate::app::state::State;
use crate::app::state::page_view::Paragraphs;
use crate::app::state::panes::{Measure, View};
use crate::app::state::preferences::FIRST_MEASURE;

/// The second measure, in columns: the widest that guides for readable text allow.
const SECOND_MEASURE: u16 = 80;
/// The narrowest measure, in columns.
const NARROWEST: u16 = 20;
/// Columns that one key adds or takes.
const STEP: u16 = 2;

/// Sets the text to the next of 66 columns, 80 columns and the whole pane.
pub fn next_measure(state: &mut State) {
    let next = match state.page_view.arrangement().measure {
        Measure::Columns(columns) if columns < FIRST_MEASURE => Measure::Columns(FIRST_MEASURE),
        Measure::Columns(columns) if columns < SECOND_MEASURE => Measure::Columns(SECOND_MEASURE),
        Measure::Columns(_) => Measure::Full,
        Measure::Full => Measure::Columns(FIRST_MEASURE),
    };
    state.arrange(|arrangement| arrangement.measure = next);
}

/// Makes the text two columns narrower or wider.
pub fn change_measure(state: &mut State, way: Way) {
    let now = state.page_view.panes().map_or(FIRST_MEASURE, |panes| panes.measure);
    let columns = match way {
        Way::On => now.saturating_add(STEP),
        Way::Back => now.saturating_sub(STEP).max(NARROWEST),
    };
    state.arrange(|arrangement| arrangement.measure = Measure::Columns(columns));
}

/// Shows one pane, or both again.
pub fn toggle_zen(state: &mut State) {
    state.arrange(|arrangement| {
        arrangement.view = match arrangement.view {
            View::Both => View::One,
            View::One => View::Both,
        };
    });
}

/// Switches to the next theme.
pub fn next_theme(state: &mut State) {
    state.appearance.theme = state.appearance.theme.next();
    state.say(&format!("theme: {}", state.appearance.theme.name()));
}

/// Shows only the paragraphs with quotes, or all again.
pub fn fold_text(state: &mut State) {
    state.show_paragraphs(match state.page_view.position().paragraphs {
        Paragraphs::All => Paragraphs::WithQuotes,
        Paragraphs::WithQuotes => Paragraphs::All,
    });
}

#[cfg(test)]
mod tests {
    use crate::app::sample::{after, notice, opened, press};

    /// The width of the text after some keys, in a terminal of 160 columns.
    #[track_caller]
    fn check(keys: &str, measure: u16) {
        let mut state = opened(160, 24);
        press(&mut state, keys);
        assert_eq!(state.page_view.panes().unwrap().measure, measure, "{keys}");
    }

    #[test]
    fn a_key_goes_through_three_widths() {
        check("", 66);
        check("w", 80);
        check("w w", 120);
        check("w w w", 66);
    }

    #[test]
    fn from_a_width_in_between_the_next_wider_one_follows() {
        check("- w", 66);
        check("+ w", 80);
        check("w - w", 80);
        check("w + w", 120);
    }

    #[test]
    fn a_key_makes_the_text_wider_or_narrower() {
        check("+", 68);
        check("-", 64);
        check("w w -", 118);
        check(&"- ".repeat(40), 20);
    }

    #[test]
    fn a_key_hides_a_pane_and_shows_it_again() {
        let panes = |keys: &str| {
            let panes = after(keys).page_view.panes().unwrap();
            (panes.article.is_some(), panes.list.is_some())
        };
        assert_eq!(panes(""), (true, true));
        assert_eq!(panes("z"), (true, false));
        assert_eq!(panes("l z"), (false, true));
        assert_eq!(panes("z z"), (true, true));
    }

    #[test]
    fn a_key_goes_through_the_themes() {
        let themes = ["theme: dark", "theme: light", "theme: mono", "theme: terminal"];
        for (at, theme) in themes.into_iter().enumerate() {
            assert_eq!(notice(&after(&"t ".repeat(at + 1))), theme);
        }
    }

    #[test]
    fn a_key_leaves_out_paragraphs_without_quotes() {
        let paragraphs = |keys: &str| after(keys).page_view.page().lines().len();
        assert_eq!(paragraphs(""), 15);
        assert_eq!(paragraphs("o"), 13);
        assert_eq!(paragraphs("o o"), 15);
    }
}
