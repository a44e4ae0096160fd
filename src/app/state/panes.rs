//! Where the panes are in a terminal of a given size.
//!
//! From 72 columns both panes are shown side by side, below that one at a time. From 140 columns the card of the quote
//! has a place below the list. Below 20 columns or 5 rows nothing fits.

use ratatui::layout::Rect;

use crate::app::keys::action::Focus;

/// Columns from which both panes are shown.
const BOTH: u16 = 72;
/// Columns from which the card has a place of its own.
const WITH_CARD: u16 = 140;
/// The smallest terminal.
const SMALLEST: (u16, u16) = (20, 5);
/// The fewest and the most columns of the list beside the article.
const LIST: (u16, u16) = (32, 56);
/// Blank columns between article and list.
const GAP: u16 = 2;
/// Columns left of the text: the speaker's letter with a blank on either side.
pub const GUTTER: u16 = 3;
/// Columns right of the text: blanks and the scrollbar.
const RIGHT: u16 = 3;
/// Rows above the rows of a list: titles and a blank.
pub const HEAD: u16 = 2;
/// Rows of the card.
const CARD: u16 = 16;

/// The size of a terminal, in columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// How wide the text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// So many columns, or fewer in a narrower pane.
    Columns(u16),
    /// As wide as the pane.
    Full,
}

/// Whether both panes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Yes, where there is room.
    Both,
    /// No, only the one with the focus.
    One,
}

/// What the side pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// A list, with the card below it where there is room.
    #[default]
    List,
    /// The card of the quote, in place of the list; where only one pane is shown, in its place.
    Card,
}

/// Where the panes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The first row.
    pub header: Rect,
    /// The text with its gutter, without the scrollbar.
    pub article: Option<Rect>,
    /// The scrollbar, one column.
    pub scrollbar: Rect,
    /// The list.
    pub list: Option<Rect>,
    /// The card of the quote.
    pub card: Option<Rect>,
    /// Everything between header and footer.
    pub body: Rect,
    /// The last row.
    pub footer: Rect,
    /// Columns of the text.
    pub measure: u16,
}

/// What is at a place of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The text, at a column and a row of it.
    Text(u16, u16),
    /// The list, at a row below its head.
    Row(u16),
    /// The head of the list.
    Head,
    /// Anything else.
    Elsewhere,
}

impl Panes {
    /// What is at a column and a row of the screen.
    pub fn under(&self, column: u16, row: u16) -> Under {
        let hit = |area: Option<Rect>| area.filter(|area| area.contains((column, row).into()));
        if let Some(list) = hit(self.list) {
            (row - list.y).checked_sub(HEAD).map_or(Under::Head, Under::Row)
        } else if let Some(article) = hit(self.article) {
            Under::Text((column - article.x).saturating_sub(GUTTER), row - article.y)
        } else {
            Under::Elsewhere
        }
    }
}

/// What decides where the panes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The terminal.
    pub size: Size,
    /// The wanted width of the text.
    pub measure: Measure,
    /// Whether both panes are wanted.
    pub view: View,
    /// The pane that receives keys, and is shown where there is only one.
    pub focus: Focus,
    /// What the side pane shows.
    pub side: Side,
}

impl Arrangement {
    /// Whether both panes are shown.
    pub fn shows_both(&self) -> bool {
        self.size.width >= BOTH && self.view == View::Both
    }

    /// The panes; nothing where the terminal is too small.
    pub fn panes(&self) -> Option<Panes> {
        let Size { width, height } = self.size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let head = if height < 12 { 1 } else { 2 };
        let body = Rect::new(0, head, width, height - head - 1);
        let sides = if self.shows_both() { self.both(body) } else { self.one(body) };
        let (article, side) = sides;
        let (list, card) = side.map_or((None, None), |side| self.list_and_card(side));
        let text = article.unwrap_or(body);
        let room = text.width.saturating_sub(GUTTER + RIGHT).max(1);
        let measure = match self.measure {
            Measure::Columns(columns) => columns.min(room),
            Measure::Full => room,
        };
        Some(Panes {
            header: Rect::new(0, 0, width, 1),
            article: article.map(|pane| centered(pane, measure)),
            scrollbar: Rect::new(text.right().saturating_sub(1), text.y, 1, text.height),
            list,
            card,
            body,
            footer: Rect::new(0, height - 1, width, 1),
            measure,
        })
    }

    fn both(&self, body: Rect) -> (Option<Rect>, Option<Rect>) {
        let wanted = match self.measure {
            Measure::Columns(columns) => columns + GUTTER + RIGHT + GAP,
            Measure::Full => body.width,
        };
        let list = body.width.saturating_sub(wanted).clamp(LIST.0, LIST.1);
        let article = body.width - list - GAP;
        (
            Some(Rect { width: article, ..body }),
            Some(Rect { x: article + GAP, width: list, ..body }),
        )
    }

    fn one(&self, body: Rect) -> (Option<Rect>, Option<Rect>) {
        match (self.side, self.focus) {
            (Side::List, Focus::Article) => (Some(body), None),
            (Side::Card, _) | (Side::List, Focus::List) => (None, Some(body)),
        }
    }

    /// The list, with the card below it where the terminal is large enough; or the card alone.
    fn list_and_card(&self, list: Rect) -> (Option<Rect>, Option<Rect>) {
        if self.side == Side::Card {
            return (None, Some(list));
        }
        if self.size.width < WITH_CARD || list.height < CARD * 2 {
            return (Some(list), None);
        }
        let above = list.height - CARD;
        let card = Rect { y: list.y + above, height: CARD, ..list };
        (Some(Rect { height: above - 1, ..list }), Some(card))
    }
}

/// The part of a pane that holds gutter and text, in the middle of it.
fn centered(pane: Rect, measure: u16) -> Rect {
    let left = pane.width.saturating_sub(GUTTER + measure + RIGHT) / 2;
    Rect { x: pane.x + left, width: GUTTER + measure, ..pane }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panes(width: u16, height: u16) -> Option<Panes> {
        arrangement(width, height).panes()
    }

    fn arrangement(width: u16, height: u16) -> Arrangement {
        let size = Size { width, height };
        let measure = Measure::Columns(66);
        let (view, focus) = (View::Both, Focus::Article);
        Arrangement { size, measure, view, focus, side: Side::List }
    }

    #[test]
    fn at_80_columns_the_list_has_32() {
        let panes = panes(80, 24).unwrap();
        assert_eq!((panes.measure, panes.list.unwrap().width), (40, 32));
    }

    #[test]
    fn below_72_columns_there_is_one_pane() {
        let panes = panes(71, 24).unwrap();
        assert!(panes.article.is_some() && panes.list.is_none());
    }

    #[test]
    fn only_wide_terminals_have_a_place_for_the_card() {
        assert!(panes(160, 50).unwrap().card.is_some());
        assert!(panes(120, 50).unwrap().card.is_none());
    }

    #[test]
    fn at_any_size_all_panes_are_inside_the_terminal() {
        for width in 0..200 {
            for height in [0, 1, 4, 5, 11, 12, 24, 60] {
                let Some(panes) = panes(width, height) else { continue };
                let screen = Rect::new(0, 0, width, height);
                let parts = [
                    Some(panes.header),
                    panes.article,
                    panes.list,
                    panes.card,
                    Some(panes.scrollbar),
                    Some(panes.footer),
                ];
                for part in parts.into_iter().flatten() {
                    assert_eq!(part.intersection(screen), part, "at {width}x{height}");
                }
            }
        }
    }

    #[test]
    fn the_smallest_terminal_has_20_columns_and_5_rows() {
        assert!(panes(20, 5).is_some());
        assert!(panes(19, 5).is_none());
        assert!(panes(20, 4).is_none());
    }

    #[test]
    fn from_72_columns_both_panes_are_shown() {
        let panes = panes(72, 24).unwrap();
        assert_eq!(panes.article.unwrap().width, 35);
        assert_eq!((panes.list.unwrap().x, panes.list.unwrap().width), (40, 32));
    }

    #[test]
    fn the_list_takes_what_the_text_leaves_up_to_56_columns() {
        for (width, list) in [(106, 32), (107, 33), (130, 56), (160, 56)] {
            assert_eq!(panes(width, 24).unwrap().list.unwrap().width, list, "{width}");
        }
    }

    #[test]
    fn from_12_rows_a_blank_row_follows_the_header() {
        for (height, top, rows) in [(11, 1, 9), (12, 2, 9), (24, 2, 21)] {
            let body = panes(80, height).unwrap().body;
            assert_eq!((body.y, body.height), (top, rows), "{height}");
        }
    }

    #[test]
    fn the_card_needs_140_columns_and_35_rows() {
        let card = |width, height| panes(width, height).unwrap().card;
        assert_eq!(card(139, 35), None);
        assert_eq!(card(140, 34), None);
        let panes = panes(140, 35).unwrap();
        let (list, card) = (panes.list.unwrap(), panes.card.unwrap());
        assert_eq!((list.y, list.height, card.y, card.height), (2, 15, 18, 16));
    }

    #[test]
    fn an_open_card_takes_the_place_of_the_list() {
        let list = panes(160, 50).unwrap();
        let open = arranged(160, |arrangement| arrangement.side = Side::Card);
        assert_eq!(open.list, None);
        assert_eq!(open.card.unwrap().height, list.body.height);
        assert_eq!(open.article, list.article);
        let alone = arranged(60, |arrangement| arrangement.side = Side::Card);
        assert_eq!((alone.article, alone.card), (None, Some(alone.body)));
    }

    #[test]
    fn one_pane_is_that_with_the_focus() {
        let list = |arrangement: &mut Arrangement| arrangement.focus = Focus::List;
        assert_eq!(arranged(60, list).list, Some(arranged(60, list).body));
        assert_eq!(arranged(60, list).article, None);
        let one = |arrangement: &mut Arrangement| arrangement.view = View::One;
        assert_eq!(arranged(160, one).list, None);
    }

    #[test]
    fn the_text_is_in_the_middle_of_its_pane() {
        let article = panes(160, 24).unwrap().article.unwrap();
        assert_eq!((article.x, article.width), (15, 69));
        let full = arranged(160, |arrangement| arrangement.measure = Measure::Full);
        assert_eq!((full.measure, full.article.unwrap().x), (120, 0));
        assert_eq!(full.scrollbar, Rect::new(125, 2, 1, 47));
    }

    fn arranged(width: u16, change: impl FnOnce(&mut Arrangement)) -> Panes {
        let mut arrangement = arrangement(width, 50);
        change(&mut arrangement);
        arrangement.panes().unwrap()
    }

    #[test]
    fn a_place_is_in_the_text_or_the_list() {
        let panes = panes(80, 24).unwrap();
        for (place, under) in [
            ((3, 2), Under::Text(0, 0)),
            ((0, 2), Under::Text(0, 0)),
            ((13, 5), Under::Text(10, 3)),
            ((42, 22), Under::Text(39, 20)),
            ((43, 22), Under::Elsewhere),
            ((47, 5), Under::Elsewhere),
            ((48, 2), Under::Head),
            ((48, 3), Under::Head),
            ((79, 4), Under::Row(0)),
            ((48, 7), Under::Row(3)),
            ((3, 1), Under::Elsewhere),
            ((3, 23), Under::Elsewhere),
        ] {
            assert_eq!(panes.under(place.0, place.1), under, "{place:?}");
        }
    }
}
