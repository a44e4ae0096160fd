//! A reader without a terminal: keys go in, screens come out.
//!
//! Tests look at the screen wherever they can; the few questions that go to the state itself are all asked here.

use std::fs;
use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use whosaid::annotation::document::Document;
use whosaid::app::keys::action::Way;
use whosaid::app::state::State;
use whosaid::app::state::known::Known;
use whosaid::app::state::panes::{GUTTER, Size};
use whosaid::app::state::preferences::Preferences;
use whosaid::app::state::theme_name::ThemeName;
use whosaid::app::state::trail::Stop;
use whosaid::app::update::pointer::{Gesture, Pointer};
use whosaid::app::{Effect, Message, update};
use whosaid::formats::json;
use whosaid::ui;
use whosaid::ui::theme::{Depth, Theme};

/// The constants of the FNV-1a hash, which is the same with every version of Rust.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// A session of a reader.
#[derive(Clone)]
pub(crate) struct Reader {
    /// Only for what draws it or has to be given a state.
    pub(crate) state: State,
}

/// The annotated document of an article in `tests/articles`.
pub(crate) fn document(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").join(name);
    json::read(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap().document
}

/// The default preferences, with a theme that has colors.
pub(crate) fn preferences() -> Preferences {
    Preferences { theme: ThemeName::Dark, ..Preferences::default() }
}

impl Reader {
    /// Opens an article of `tests/articles` in a terminal of this size.
    pub(crate) fn open(name: &str, width: u16, height: u16) -> Self {
        Self::of(document(name), name, Size { width, height })
    }

    /// Opens a document.
    pub(crate) fn of(document: Document, name: &str, size: Size) -> Self {
        let mut reader = Self::unread(&document, name, size, preferences());
        reader.annotate(document, 100);
        reader
    }

    /// Opens a document of which only the text is known yet.
    pub(crate) fn unread(
        document: &Document,
        name: &str,
        size: Size,
        preferences: Preferences,
    ) -> Self {
        let unread = Document::unread(document.article().clone());
        Self { state: State::new(name.to_owned(), unread, size, preferences) }
    }

    /// Sends what is known once this many percent of the article are annotated.
    pub(crate) fn annotate(&mut self, document: Document, percent: u8) {
        let effect = self.send(Message::Annotated(Box::new(Known::of(document)), percent));
        assert_eq!(effect, None);
    }

    /// Presses keys, one for each character or name in angle brackets, such as `<Esc>` and `<C-l>`; returns the effect
    /// of the last one.
    pub(crate) fn press(&mut self, keys: &str) -> Option<Effect> {
        let mut effect = None;
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let name = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
            let (key, after) = match name {
                Some((name, after)) => (named_key(name), after),
                None => (KeyEvent::from(KeyCode::Char(first)), rest.strip_prefix(first).unwrap()),
            };
            rest = after;
            let action = self.state.keymap.action(self.state.mode(), key);
            effect = action.and_then(|action| self.send(Message::Act(action)));
        }
        effect
    }

    pub(crate) fn send(&mut self, message: Message) -> Option<Effect> {
        update(&mut self.state, message)
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        assert_eq!(self.send(Message::Resized(Size { width, height })), None);
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) {
        let pointer = Pointer { column, row, gesture: Gesture::Click };
        assert_eq!(self.send(Message::Pointed(pointer)), None);
    }

    /// Turns the wheel by a notch.
    pub(crate) fn wheel(&mut self, column: u16, row: u16, way: Way) {
        let pointer = Pointer { column, row, gesture: Gesture::Wheel(way) };
        assert_eq!(self.send(Message::Pointed(pointer)), None);
    }

    pub(crate) fn size(&self) -> Size {
        self.state.page_view.arrangement().size
    }

    /// The cells of the screen.
    pub(crate) fn cells(&self, depth: Depth) -> Buffer {
        let Size { width, height } = self.size();
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let theme = Theme::new(self.state.appearance.theme, depth);
        terminal.draw(|frame| ui::draw(frame, &self.state, &theme)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text; its last line is a hash of the styles, so that colors count too.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.cells(Depth::True);
        let mut hash = FNV_START;
        for cell in buffer.content() {
            for byte in format!("{:?}", cell.style()).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
            }
        }
        let lines = rows(&buffer, buffer.area, |_| true);
        let lines: String = lines.iter().map(|line| format!("{}\n", line.trim_end())).collect();
        format!("{lines}styles {hash:016x}")
    }

    /// The last row of the screen.
    pub(crate) fn footer(&self) -> String {
        self.screen().lines().rev().nth(1).unwrap().trim().to_owned()
    }

    /// The rows of the article, without its gutter; none while it is hidden.
    pub(crate) fn article(&self) -> Vec<String> {
        self.article_where(|_| true)
    }

    /// The words of the article that are reversed: the current quote, as far as it is on the screen.
    pub(crate) fn reversed(&self) -> String {
        let rows = self.article_where(is_reversed);
        rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The row of the article in which the current quote begins.
    pub(crate) fn quote_row(&self) -> Option<usize> {
        self.article_where(is_reversed).iter().position(|row| !row.trim().is_empty())
    }

    fn article_where(&self, shows: impl Fn(&Cell) -> bool) -> Vec<String> {
        let Some(mut area) = self.state.page_view.panes().and_then(|panes| panes.article) else {
            return Vec::new();
        };
        area.x += GUTTER;
        area.width -= GUTTER;
        rows(&self.cells(Depth::True), area, shows)
    }

    /// The rows of the list, its head included; none while it is hidden.
    pub(crate) fn list(&self) -> Vec<String> {
        self.list_where(|_| true)
    }

    /// The row of the list with the cursor, without its sign.
    #[track_caller]
    pub(crate) fn list_row(&self) -> String {
        let reversed = self.list_where(is_reversed);
        let at = reversed.iter().position(|row| !row.trim().is_empty());
        let at = at.unwrap_or_else(|| panic!("no cursor in {:#?}", self.list()));
        self.list()[at].trim().trim_start_matches(['▶', '▸', '▾']).trim().to_owned()
    }

    fn list_where(&self, shows: impl Fn(&Cell) -> bool) -> Vec<String> {
        let area = self.state.page_view.panes().and_then(|panes| panes.list);
        area.map_or_else(Vec::new, |area| rows(&self.cells(Depth::True), area, shows))
    }

    /// The words of the current quote, mention or hit.
    pub(crate) fn here(&self) -> &str {
        let document = &self.state.known.document;
        self.state.route.current.map_or("", |here| here.span.of(document.text()))
    }

    /// The first visible line of the article, and what is current.
    pub(crate) fn place(&self) -> (usize, Option<Stop>) {
        (self.state.page_view.top(), self.state.route.current)
    }
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("C-") {
        let letter = letter.chars().next().unwrap();
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    KeyEvent::from(match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "PgDn" => KeyCode::PageDown,
        "Down" => KeyCode::Down,
        "Up" => KeyCode::Up,
        "Left" => KeyCode::Left,
        "Backspace" => KeyCode::Backspace,
        "F2" => KeyCode::F(2),
        other => panic!("no key {other}"),
    })
}

fn is_reversed(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::REVERSED)
}

/// The rows of an area, with blanks for the cells that are not to be shown.
fn rows(buffer: &Buffer, area: Rect, shows: impl Fn(&Cell) -> bool) -> Vec<String> {
    let symbol = |cell: &Cell| if shows(cell) { cell.symbol().to_owned() } else { " ".to_owned() };
    let row = |y| (area.left()..area.right()).map(move |x| symbol(&buffer[(x, y)])).collect();
    (area.top()..area.bottom()).map(row).collect()
}
