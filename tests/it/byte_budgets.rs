//! How many bytes the screen sends, and in how many writes: the budgets of the design, with what a key costs.
//!
//! The article is the sample, three times over so that it can be scrolled at any size, in true color.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use whosaid::annotation::document::Document;
use whosaid::app::state::State;
use whosaid::app::state::panes::Size;
use whosaid::model::Model;
use whosaid::terminal::screen::Screen;
use whosaid::text::article::Article;
use whosaid::ui::theme::Depth;

use crate::support::reader::{press, start};

const SAMPLE: &str = include_str!("../../assets/sample.txt");

/// Counts what is written.
#[derive(Clone, Default)]
struct Counter(Rc<RefCell<Vec<usize>>>);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader at a terminal that counts.
struct Desk {
    state: State,
    screen: Screen<Counter>,
    counter: Counter,
}

impl Desk {
    fn new(width: u16, height: u16) -> Self {
        let size = Size { width, height };
        let counter = Counter::default();
        let mut screen = Screen::new(counter.clone(), size, Depth::True).unwrap();
        let state = start(document(), "sample", size);
        screen.draw(&state).unwrap();
        counter.0.borrow_mut().clear();
        Self { state, screen, counter }
    }

    /// The writes that a burst of keys costs.
    fn cost(&mut self, keys: &str) -> Vec<usize> {
        press(&mut self.state, keys);
        self.screen.draw(&self.state).unwrap();
        self.counter.0.take()
    }

    /// The bytes of each of many presses of a key whose effect satisfies `counts`.
    fn costs(
        &mut self,
        key: &str,
        presses: usize,
        counts: fn(&State, &State) -> bool,
    ) -> Vec<usize> {
        let mut costs = Vec::new();
        for _ in 0..presses {
            let before = self.state.clone();
            let writes = self.cost(key);
            if counts(&before, &self.state) {
                costs.push(writes.iter().sum());
            }
        }
        costs.sort_unstable();
        costs
    }
}

fn document() -> Document {
    let article = Article::parse(&format!("{SAMPLE}\n\n{SAMPLE}\n\n{SAMPLE}")).unwrap();
    Model::embedded().annotate(article)
}

/// Whether the page stood still while another quote was gone to.
fn on_screen(before: &State, after: &State) -> bool {
    before.page_view.top() == after.page_view.top() && before.route.current != after.route.current
}

fn scrolled(before: &State, after: &State) -> bool {
    before.page_view.top() != after.page_view.top()
}

#[track_caller]
fn check(costs: &[usize], median: usize, most: usize) {
    assert!(costs.len() > 5, "{costs:?}");
    assert!(costs[costs.len() / 2] <= median, "median of {costs:?}");
    assert!(costs[costs.len() - 1] <= most, "most of {costs:?}");
}

#[test]
fn the_next_quote_on_the_screen_costs_little() {
    // the most is where the list moves
    check(&Desk::new(80, 24).costs("n", 40, on_screen), 500, 1_700);
    // the card of the quote is a third of it
    check(&Desk::new(160, 50).costs("n", 40, on_screen), 1_000, 3_500);
}

#[test]
fn a_line_of_scrolling_costs_less_than_a_screen() {
    check(&Desk::new(80, 24).costs("j", 40, scrolled), 1_400, 1_700);
    check(&Desk::new(160, 50).costs("j", 40, scrolled), 3_800, 5_000);
}

/// The first frame, half a page, help and back, beside what a plain page of ratatui costs (research/terminal-anchors,
/// section 4).
#[test]
fn nothing_costs_more_than_a_plain_page_does() {
    for (size, first, half, help) in
        [((80, 24), 3_849, 1_724, 2_504), ((160, 50), 11_149, 4_549, 7_652)]
    {
        let mut desk = Desk::new(size.0, size.1);
        let mut cost = |keys: &str| desk.cost(keys).iter().sum::<usize>();
        assert!(cost("<C-l>") <= first);
        assert!(cost("d") <= half);
        let (on, off) = (cost("?"), cost("?"));
        assert!(usize::midpoint(on, off) <= help, "{on} and {off}");
    }
}

#[test]
fn a_key_without_effect_costs_nothing() {
    let mut desk = Desk::new(80, 24);
    assert_eq!(desk.cost("n").len(), 1);
    for keys in ["%", "<Esc>", "g"] {
        assert_eq!(desk.cost(keys), [] as [usize; 0], "{keys}");
    }
}

#[test]
fn fifty_keys_are_one_write() {
    assert_eq!(Desk::new(80, 24).cost(&"n".repeat(50)).len(), 1);
    assert_eq!(Desk::new(160, 50).cost(&"jn".repeat(25)).len(), 1);
}
