//! All that the reader of an article sees: the document, and where they are in it.
//!
//! Each part owns its fields and keeps what follows from them in step; the methods here are the changes that concern
//! several parts at once. Nothing is made while drawing.

pub mod appearance;
pub mod bookmark;
pub mod bookmarks;
pub mod card;
pub mod card_pane;
pub mod chart;
pub mod filter;
pub mod glossary;
pub mod help;
pub mod hits;
pub mod jumps;
pub mod known;
pub mod list;
pub mod notice;
pub mod overlay;
pub mod page;
pub mod page_view;
pub mod panes;
pub mod preferences;
pub mod prompt;
pub mod route;
pub mod rows;
pub mod scene;
pub mod search;
pub mod status;
pub mod theme_name;
pub mod trail;
pub mod wanted;

use crate::annotation::document::Document;
use crate::annotation::speaker::SpeakerId;
use crate::app::keys::action::{Action, Focus, Way};
use crate::app::keys::bound::Keymap;
use crate::app::keys::table::Mode;
use crate::app::state::appearance::Appearance;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::bookmarks::Bookmarks;
use crate::app::state::card_pane::CardPane;
use crate::app::state::hits::Search;
use crate::app::state::known::Known;
use crate::app::state::list::ListPane;
use crate::app::state::overlay::Overlay;
use crate::app::state::page_view::{PageView, Paragraphs};
use crate::app::state::panes::{Arrangement, Side, Size};
use crate::app::state::preferences::Preferences;
use crate::app::state::prompt::History;
use crate::app::state::route::Route;
use crate::app::state::scene::Scene;
use crate::app::state::status::Status;
use crate::app::state::trail::{Stop, Target, Trail};
use crate::text::span::Span;

/// What the reader is doing.
#[derive(Clone, Debug)]
pub struct State {
    /// What the article is called.
    pub name: String,
    /// The same as the name of a file, without its ending.
    pub file_stem: String,
    /// The document, with what follows from it alone.
    pub known: Known,
    /// What the keys do.
    pub keymap: Keymap,
    /// The page in its pane.
    pub page_view: PageView,
    /// The list in the side pane.
    pub list: ListPane,
    /// The card of the current quote, where it is shown.
    pub card: CardPane,
    /// The trail and the current stop.
    pub route: Route,
    /// The search.
    pub search: Search,
    /// Places to go to.
    pub bookmarks: Bookmarks,
    /// The lines that were typed.
    pub history: History,
    /// What covers the panes.
    pub overlay: Option<Overlay>,
    /// What the status line says.
    pub status: Status,
    /// How the screen is drawn.
    pub appearance: Appearance,
}

impl State {
    /// A session that begins with a document, usually one about which nothing is known yet.
    pub fn new(name: String, document: Document, size: Size, preferences: Preferences) -> Self {
        let notice = notice::first(&document);
        let page_view = PageView::new(&document, size, &preferences);
        let known = Known::of(document);
        let area = page_view.panes().and_then(|panes| panes.list);
        let list = ListPane::new(&known, area, preferences.detail);
        let Preferences { theme, spelling, keymap, .. } = preferences;
        let mut state = Self {
            file_stem: name.clone(),
            name,
            known,
            keymap,
            page_view,
            list,
            card: CardPane::default(),
            route: Route::default(),
            search: Search::default(),
            bookmarks: Bookmarks::default(),
            history: History::default(),
            overlay: None,
            status: Status { notice, ..Status::default() },
            appearance: Appearance { theme, spelling, redraws: 0 },
        };
        state.set_trail(Trail::Quotes);
        state
    }

    /// What is on the screen.
    pub fn scene(&self) -> Scene {
        Scene {
            position: self.page_view.position(),
            list: self.list.position().clone(),
            card_top: self.card.top(),
            route: (self.route.trail(), self.route.current),
            query: self.search.query().map(str::to_owned),
            overlay: self.overlay.clone(),
            status: self.status.clone(),
            appearance: self.appearance,
        }
    }

    /// What decides the meaning of a key now.
    pub fn mode(&self) -> Mode {
        match (&self.overlay, self.page_view.focus()) {
            (Some(overlay), _) => overlay.mode(),
            (None, Focus::Article) => Mode::Article,
            (None, Focus::List) => Mode::List,
        }
    }

    /// Says something in the status line until the next key.
    pub fn say(&mut self, words: &str) {
        self.status.notice = Some(words.to_owned());
    }

    /// Says what is missing, and which key leads to a quote that has it.
    pub fn say_missing(&mut self, words: &str) {
        let key = self.keymap.hint(Action::Step(Way::On));
        let hint = key.map_or_else(String::new, |key| format!(" ({key}: next quote)"));
        self.say(&format!("{words}{hint}"));
    }

    /// Takes a document in place of the one before; the reader stays where they are.
    pub fn take_document(&mut self, known: Known) {
        let trail = self.route.trail().carried_over(&self.known.document, &known.document);
        self.known = known;
        self.status.revision += 1;
        self.search.origin.1 = Trail::Quotes;
        let quote_at = |place| trail::stop_at(&self.known.document, place);
        let current = self.route.current.and_then(|stop| match stop.target {
            Target::Hit => Some(stop),
            Target::Quote(_) | Target::Mention(_) => quote_at(stop.span.start()),
        });
        self.route.current = current.or_else(|| self.bookmarks.awaited_quote.and_then(quote_at));
        self.set_trail(trail);
        self.list.take_document(&self.known);
        self.page_view.take_document(&self.known.document, self.current_span());
        self.fit_list();
        self.follow_list();
    }

    /// Makes another list of stops the trail.
    pub fn set_trail(&mut self, trail: Trail) {
        self.route.set_trail(trail, &self.known.document, self.search.hits());
    }

    /// Changes how the panes are arranged; what the reader sees stays in view.
    pub fn arrange(&mut self, change: impl FnOnce(&mut Arrangement)) {
        self.page_view.arrange(&self.known.document, self.current_span(), change);
        self.fit_list();
    }

    /// Gives the focus to a pane; where there is one pane, it is shown.
    pub fn give_focus(&mut self, focus: Focus) {
        self.arrange(|arrangement| {
            arrangement.focus = focus;
            if focus == Focus::List {
                arrangement.side = Side::List;
            }
        });
    }

    /// Shows all paragraphs or those with quotes.
    pub fn show_paragraphs(&mut self, paragraphs: Paragraphs) {
        self.page_view.show_paragraphs(&self.known.document, self.current_span(), paragraphs);
        self.fit_list();
    }

    fn fit_list(&mut self) {
        self.list.fit(&self.known, self.page_view.panes().and_then(|panes| panes.list));
    }

    /// Goes to a stop, in the article and in the list.
    pub fn go_to(&mut self, stop: Stop) {
        self.go_to_in_article(stop);
        self.follow_list();
    }

    /// Goes to a stop in the article alone; a paragraph that was left out comes back for it.
    pub fn go_to_in_article(&mut self, stop: Stop) {
        self.bookmarks.awaited_quote = None;
        if !self.page_view.page().holds(stop.span.start()) {
            self.show_paragraphs(Paragraphs::All);
        }
        self.route.current = Some(stop);
        self.page_view.bring_into_view(stop.span);
    }

    /// Puts the cursor of the list on the row of the current stop.
    pub fn follow_list(&mut self) {
        if let Some(stop) = self.route.current {
            self.list.follow(stop, &self.known);
        }
    }

    /// Where the reader is, to come back to.
    pub fn bookmark(&self) -> Bookmark {
        let quote = self.current_span().map(Span::start);
        let quote = quote.or(self.bookmarks.awaited_quote);
        Bookmark { top: self.page_view.first_byte(), quote }
    }

    /// Remembers where the reader is, before a jump.
    pub fn remember_place(&mut self) {
        let place = self.bookmark();
        self.bookmarks.jumps.leave(place);
    }

    /// Goes back to a place where the reader was.
    pub fn go_back_to(&mut self, place: Bookmark) {
        self.page_view.scroll_to(self.page_view.page().line_of(place.top));
        let quote_at = |place| trail::stop_at(&self.known.document, place);
        self.route.current = place.quote.and_then(quote_at);
        self.follow_list();
    }

    /// Goes to the reading place of an earlier session, and to its quote as soon as that is found.
    pub fn resume_at(&mut self, place: Bookmark) {
        self.page_view.scroll_to(self.page_view.page().line_of(place.top));
        self.bookmarks.awaited_quote = place.quote;
        self.say("back where you left off (g: top)");
    }

    /// The current stop, while it is in view.
    pub fn visible_stop(&self) -> Option<Stop> {
        self.route.current.filter(|stop| self.page_view.sees(stop.span))
    }

    /// The words of the current stop.
    pub fn current_span(&self) -> Option<Span> {
        self.route.current.map(|stop| stop.span)
    }

    /// The speaker of the current quote.
    pub fn current_speaker(&self) -> Option<SpeakerId> {
        match self.route.current?.target {
            Target::Quote(id) => self.known.document.quote(id).speaker,
            Target::Mention(_) | Target::Hit => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::app::keys::bound::Change;
    use crate::app::sample::{annotate, document, here, notice, opened, press, top, unread};
    use crate::app::state::preferences::Detail;
    use crate::text::article::Article;

    const SIZE: Size = Size { width: 80, height: 8 };

    /// A session with a document, after some keys, that takes the same document again or another one.
    fn renewed(keys: &str, known: Document) -> State {
        let mut state = opened(SIZE.width, SIZE.height);
        press(&mut state, keys);
        annotate(&mut state, known, 100);
        state
    }

    /// The document without its first quotes, with the speakers in another order.
    fn other(skipped: usize) -> Document {
        let known = document();
        let speakers: Vec<_> = known.speakers().iter().rev().cloned().collect();
        let mut quotes = known.quotes()[skipped..].to_vec();
        for quote in &mut quotes {
            quote.speaker = quote.speaker.map(|id| SpeakerId::at(1 - id.index()));
        }
        let findings = Findings { quotes, speakers, entities: Vec::new() };
        Document::new(known.article().clone(), findings)
    }

    #[test]
    fn a_new_document_keeps_the_current_quote_where_it_begins() {
        let state = renewed("n n n", other(1));
        assert_eq!((here(&state), state.route.number()), ("“We pay.”", Some(1)));
        assert_eq!(here(&renewed("n", other(1))), "", "it is no quote any more");
        assert_eq!(here(&renewed("/ rain Enter", other(1))), "rain");
        assert_eq!(here(&renewed("3 l j", other(1))), "", "a mention is none");
    }

    #[test]
    fn a_new_document_keeps_the_trail_of_a_speaker() {
        let state = renewed("n f", other(0));
        assert_eq!(state.route.trail(), Trail::Speaker(SpeakerId::at(1)));
        assert_eq!((here(&state), state.route.stops().len()), ("“It cracks,”", 4));
        assert_eq!(renewed("3 l Enter", other(0)).route.trail(), Trail::Quotes);
        assert_eq!(renewed("/ rain Enter", other(0)).route.stops().len(), 1);
    }

    #[test]
    fn a_new_document_folds_all_but_the_current_speaker() {
        let state = renewed("n n l o h", other(0));
        assert_eq!(state.list.rows().len(), 5);
        assert_eq!(renewed("l o h G", document()).list.rows().len(), 3);
        assert_eq!(state.status.revision, 2);
    }

    #[test]
    fn a_search_given_up_after_a_new_document_leads_to_all_quotes() {
        let mut state = renewed("n f / rain", document());
        press(&mut state, "Esc");
        assert_eq!(state.route.trail(), Trail::Quotes);
    }

    #[test]
    fn a_left_out_paragraph_comes_back_for_a_stop() {
        let mut state = opened(SIZE.width, SIZE.height);
        press(&mut state, "o n");
        assert_eq!(state.page_view.position().paragraphs, Paragraphs::WithQuotes);
        press(&mut state, "/ rained");
        assert_eq!(state.page_view.position().paragraphs, Paragraphs::All);
        assert!(state.visible_stop().is_some());
    }

    #[test]
    fn another_session_goes_on_at_its_quote_once_that_is_found() {
        let place = Bookmark { top: document().text().find("“Nobody").unwrap(), quote: Some(12) };
        let mut state = unread(SIZE, Preferences::default());
        state.resume_at(place);
        assert_eq!(notice(&state), "back where you left off (g: top)");
        assert_eq!((top(&state), here(&state)), ("“Nobody pays,” said Hugh Hill.", ""));
        assert_eq!(state.bookmark(), place, "the quote is still to come");
        annotate(&mut state, document(), 100);
        assert_eq!(here(&state), "“It cracks,”");
        let mut state = unread(SIZE, Preferences::default());
        state.resume_at(place);
        press(&mut state, "/ rain Enter");
        assert_eq!(state.bookmarks.awaited_quote, None, "unless the reader went elsewhere");
    }

    #[test]
    fn a_current_quote_goes_before_an_awaited_one() {
        let mut state = opened(SIZE.width, SIZE.height);
        press(&mut state, "n n");
        state.bookmarks.awaited_quote = Some(12);
        annotate(&mut state, document(), 100);
        assert_eq!(here(&state), "“Nobody pays,”");
    }

    #[test]
    fn a_hint_names_the_key_that_is_bound() {
        let words = |keys| {
            let change = Change { name: "next".to_owned(), keys };
            let keymap = Keymap::new(&[change]).unwrap();
            let mut state = unread(SIZE, Preferences { keymap, ..Preferences::default() });
            state.say_missing("no quote here");
            notice(&state).to_owned()
        };
        assert_eq!(words(vec!["x".parse().unwrap()]), "no quote here (x: next quote)");
        assert_eq!(words(Vec::new()), "no quote here");
    }

    #[test]
    fn a_stop_is_visible_while_it_is_on_the_screen() {
        let mut state = opened(SIZE.width, SIZE.height);
        press(&mut state, "n");
        assert!(state.visible_stop().is_some());
        press(&mut state, "G");
        assert!(state.visible_stop().is_none() && state.current_span().is_some());
    }

    #[test]
    fn only_a_quote_has_a_speaker() {
        let mut state = opened(SIZE.width, SIZE.height);
        assert_eq!(state.current_speaker(), None);
        press(&mut state, "n");
        assert_eq!(state.current_speaker(), Some(SpeakerId::at(0)));
        press(&mut state, "3 l j");
        assert_eq!(state.current_speaker(), None);
    }

    #[test]
    fn the_first_notice_is_about_the_text() {
        let state = opened(SIZE.width, SIZE.height);
        assert_eq!((state.status.notice.as_deref(), state.file_stem.as_str()), (None, "bridge"));
        let article = Article::parse("It\u{200B} rains.").unwrap();
        let unread = Document::unread(article);
        let state = State::new("rain".to_owned(), unread, SIZE, Preferences::default());
        assert!(state.status.notice.is_some());
    }

    #[test]
    fn over_a_slow_line_one_pane_is_shown() {
        let panes = |detail| {
            let state = unread(SIZE, Preferences { detail, ..Preferences::default() });
            state.page_view.panes().unwrap().list.is_some()
        };
        assert!(panes(Detail::Full) && !panes(Detail::Lean));
    }
}
