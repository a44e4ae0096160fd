//! How many bytes the screen sends for a key, in how many writes, and the budgets for them.
//!
//! The article is the sample three times over, so that it can be scrolled at any size, in true color.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::LazyLock;

use whosaid::annotation::document::Document;
use whosaid::app::state::panes::Size;
use whosaid::model::Model;
use whosaid::terminal::screen::Screen;
use whosaid::text::article::Article;
use whosaid::ui::theme::Depth;

use crate::support::reader::Reader;

const SAMPLE: &str = include_str!("../../assets/sample.txt");

/// Keeps the length of each write.
#[derive(Clone, Default)]
struct Meter(Rc<RefCell<Vec<usize>>>);

impl Write for Meter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader at a terminal whose writes are measured.
struct MeteredReader {
    reader: Reader,
    screen: Screen<Meter>,
    meter: Meter,
}

impl MeteredReader {
    fn new(width: u16, height: u16) -> Self {
        let size = Size { width, height };
        let meter = Meter::default();
        let mut screen = Screen::new(meter.clone(), size, Depth::True).unwrap();
        let reader = Reader::of(DOCUMENT.clone(), "sample", size);
        screen.draw(&reader.state).unwrap();
        meter.0.borrow_mut().clear();
        Self { reader, screen, meter }
    }

    /// The writes that keys pressed at once cost.
    fn writes(&mut self, keys: &str) -> Vec<usize> {
        self.reader.press(keys);
        self.screen.draw(&self.reader.state).unwrap();
        self.meter.0.take()
    }

    /// The bytes that they cost.
    fn bytes(&mut self, keys: &str) -> usize {
        self.writes(keys).iter().sum()
    }

    /// The bytes for each of many presses of a key, for those whose effect `counts`.
    fn costs(
        &mut self,
        key: &str,
        presses: usize,
        counts: fn(&Reader, &Reader) -> bool,
    ) -> Vec<usize> {
        let mut costs = Vec::new();
        for _ in 0..presses {
            let before = self.reader.clone();
            let cost = self.bytes(key);
            if counts(&before, &self.reader) {
                costs.push(cost);
            }
        }
        costs.sort_unstable();
        costs
    }
}

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let article = Article::parse(&[SAMPLE; 3].join("\n\n")).unwrap();
    Model::embedded().annotate(article)
});

/// Whether another quote is current on the same page.
fn on_screen(before: &Reader, after: &Reader) -> bool {
    let ((top_before, quote_before), (top_after, quote_after)) = (before.place(), after.place());
    top_before == top_after && quote_before != quote_after
}

fn scrolled(before: &Reader, after: &Reader) -> bool {
    before.place().0 != after.place().0
}

#[track_caller]
fn check(costs: &[usize], median: usize, most: usize) {
    assert!(costs.len() > 5, "{costs:?}");
    assert!(costs[costs.len() / 2] <= median, "median of {costs:?}");
    assert!(costs[costs.len() - 1] <= most, "most of {costs:?}");
}

#[test]
fn the_next_quote_on_the_screen_costs_little() {
    // it costs most where the list scrolls
    check(&MeteredReader::new(80, 24).costs("n", 40, on_screen), 500, 1_700);
    // the card takes a third of it
    check(&MeteredReader::new(160, 50).costs("n", 40, on_screen), 1_000, 3_500);
}

#[test]
fn a_line_of_scrolling_costs_less_than_a_screen() {
    check(&MeteredReader::new(80, 24).costs("j", 40, scrolled), 1_400, 1_700);
    check(&MeteredReader::new(160, 50).costs("j", 40, scrolled), 3_800, 5_000);
}

/// The budgets are what ratatui sends when it draws a plain page.
#[test]
fn a_frame_half_a_page_and_help_cost_no_more_than_a_plain_page() {
    for (size, first, half, help) in
        [((80, 24), 3_849, 1_724, 2_504), ((160, 50), 11_149, 4_549, 7_652)]
    {
        let mut reader = MeteredReader::new(size.0, size.1);
        assert!(reader.bytes("<C-l>") <= first);
        assert!(reader.bytes("d") <= half);
        let (on, off) = (reader.bytes("?"), reader.bytes("?"));
        assert!(usize::midpoint(on, off) <= help, "{on} and {off}");
    }
}

#[test]
fn control_l_sends_the_whole_screen_again_in_every_mode() {
    for keys in ["", "l", "?", "e", "/the", ":n", "m"] {
        let mut reader = MeteredReader::new(80, 24);
        reader.bytes(keys);
        let cost = reader.bytes("<C-l>");
        assert!(cost > 500, "{keys:?}: {cost}");
    }
}

#[test]
fn a_key_without_effect_costs_nothing() {
    let mut reader = MeteredReader::new(80, 24);
    assert_eq!(reader.writes("n").len(), 1);
    for keys in ["%", "<Esc>", "g"] {
        assert_eq!(reader.writes(keys), [] as [usize; 0], "{keys}");
    }
}

#[test]
fn fifty_keys_are_one_write() {
    assert_eq!(MeteredReader::new(80, 24).writes(&"n".repeat(50)).len(), 1);
    assert_eq!(MeteredReader::new(160, 50).writes(&"jn".repeat(25)).len(), 1);
}
