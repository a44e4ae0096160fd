//! A small session for tests: keys in, state out.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::annotation::document::Document;
use crate::annotation::sample::annotated;
use crate::app::keys::key::Key;
use crate::app::state::State;
use crate::app::state::known::Known;
use crate::app::state::panes::Size;
use crate::app::state::preferences::Preferences;
use crate::app::{Effect, Message, update};

/// An article with seven quotes in fifteen lines; its speakers are Ann Lee with four quotes, Hugh Hill with two, and
/// somebody unknown.
pub(crate) const ARTICLE: &str = "\
The bridge

{1 “It cracks,”} [1 Ann Lee] said in [2 Ely].

It rained all day, and nobody came.

{3 “Nobody pays,”} said [3 Hugh Hill].

{1 “We pay.”}

{3 Ely must pay}, [3 Hill] said.

{? “Who knows?”}

{1 “We pay,”} [1 Lee] said in [2 Ely]. {1 “We must.”}";

/// The document of the article.
pub(crate) fn document() -> Document {
    annotated(ARTICLE)
}

/// A session that has the document, in a terminal of this size.
pub(crate) fn opened(width: u16, height: u16) -> State {
    let mut state = unread(Size { width, height }, Preferences::default());
    annotate(&mut state, document(), 100);
    state
}

/// A session that waits for the document.
pub(crate) fn unread(size: Size, preferences: Preferences) -> State {
    let unread = Document::unread(document().article().clone());
    State::new("bridge".to_owned(), unread, size, preferences)
}

/// Gives the session a document, the work of so many percent of the time.
pub(crate) fn annotate(state: &mut State, document: Document, percent: u8) {
    let effect = update(state, Message::Annotated(Box::new(Known::of(document)), percent));
    assert_eq!(effect, None);
}

/// A session with six lines of text beside four rows of the list, after some keys.
pub(crate) fn after(keys: &str) -> State {
    let mut state = opened(80, 8);
    press(&mut state, keys);
    state
}

/// Presses keys by their names, with blanks between; other words are typed. Gives the last effect.
pub(crate) fn press(state: &mut State, keys: &str) -> Option<Effect> {
    let mut effect = None;
    for word in keys.split_whitespace() {
        match word.parse::<Key>() {
            Ok(key) => effect = press_key(state, key.pressed()),
            Err(_) => {
                for character in word.chars() {
                    let event = KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE);
                    effect = press_key(state, event);
                }
            }
        }
    }
    effect
}

fn press_key(state: &mut State, event: KeyEvent) -> Option<Effect> {
    let action = state.keymap.action(state.mode(), event)?;
    update(state, Message::Act(action))
}

/// The words of the current stop.
pub(crate) fn here(state: &State) -> &str {
    state.current_span().map_or("", |span| span.of(state.known.document.text()))
}

/// The words of the first visible line.
pub(crate) fn top(state: &State) -> &str {
    let line = &state.page_view.page().lines()[state.page_view.top()];
    line.span.of(state.known.document.text())
}

/// The notice in the status line.
pub(crate) fn notice(state: &State) -> &str {
    state.status.notice.as_deref().unwrap_or_default()
}
