//! Connects the model to the terminal: the article shows at once, its quotes as they are found.

use crate::annotation::document::Document;
use crate::app::Message;
use crate::app::state::State;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::known::Known;
use crate::app::state::panes::Size;
use crate::app::state::preferences::Preferences;
use crate::app::state::search::Searched;
use crate::app::state::wanted::Wanted;
use crate::app::update::export::{Order, Outcome, Replace};
use crate::cli::error::Error;
use crate::cli::settings::Settings;
use crate::cli::world::bookmarks::BookmarkFile;
use crate::cli::world::clipboard;
use crate::cli::world::environment::Environment;
use crate::cli::world::exports;
use crate::cli::world::file_name;
use crate::cli::world::files::Overwrite;
use crate::cli::world::source::Source;
use crate::formats::exchange::Exchange;
use crate::model::Model;
use crate::terminal;
use crate::terminal::mailbox::Mailbox;
use crate::terminal::outside::{Clipboard, Outside};
use crate::terminal::setup::Setup;
use crate::text::article::Article;
use crate::text::clean::clean_line;

/// Bytes of a long article that are annotated first.
const FIRST_PART: usize = 100_000;
/// How much longer each further part is; at four, all parts together cost a third more than the whole.
const GROWTH: usize = 4;

/// What a session begins with.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    /// Where the article comes from.
    pub(crate) source: Source,
    /// Where to start reading.
    pub(crate) start: Start,
    /// The environment variables.
    pub(crate) environment: Environment,
    /// Where the reading place is kept, if there is a home folder.
    pub(crate) bookmarks: Option<BookmarkFile>,
    /// What to go to as soon as it is found.
    pub(crate) wanted: Option<Wanted>,
    /// The annotations, if the model need not find them.
    pub(crate) annotated: Option<Document>,
    /// The first words in the status line.
    pub(crate) notice: Option<String>,
}

/// Where to start reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// Where the reader left off.
    LastPlace,
    /// At the top.
    Top,
}

/// Shows an article until the reader leaves.
pub(crate) fn show(article: Article, settings: Settings, opening: Opening) -> Result<(), Error> {
    let Settings { theme, background, color, width, mouse, detail, spelling, keymap } = settings;
    let preferences = Preferences { theme, measure: width, detail, spelling, keymap };
    let size = terminal::size().map_err(Error::Terminal)?;
    let state = first_state(&article, size, preferences, &opening);
    let title = Some(format!("whosaid {}", state.name));
    let setup = Setup { depth: color, background, mouse, title };
    let Opening { environment, bookmarks, annotated, .. } = opening;
    let host =
        Host { id: state.file_stem.clone(), environment, bookmarks, article: article.clone() };
    terminal::run(state, setup, host, move |mailbox| match annotated {
        Some(document) => send(mailbox, document, 100),
        None => annotate(&article, mailbox),
    })
    .map_err(Error::Terminal)
}

/// The state before anything is annotated.
fn first_state(
    article: &Article,
    size: Size,
    preferences: Preferences,
    opening: &Opening,
) -> State {
    let document = Document::unread(article.clone());
    let name = clean_line(&opening.source.name());
    let mut state = State::new(name, document, size, preferences);
    let bookmarks = opening.bookmarks.as_ref().filter(|_| opening.start == Start::LastPlace);
    if let Some(bookmark) = bookmarks.and_then(|file| file.read(article)) {
        state.resume_at(bookmark);
    }
    state.file_stem = file_name::of(&opening.source.id());
    state.bookmarks.wanted.clone_from(&opening.wanted);
    if let Some(notice) = &opening.notice {
        state.say(notice);
    }
    state
}

/// The world outside for a session.
struct Host {
    id: String,
    environment: Environment,
    bookmarks: Option<BookmarkFile>,
    article: Article,
}

impl Outside for Host {
    fn copy(&self, words: &str) -> Clipboard {
        clipboard::copy(words, &self.environment)
    }

    fn export(&self, order: &Order, document: &Document) -> Outcome {
        let path = self.environment.path(&order.path);
        let overwrite = match order.replace {
            Replace::Never => Overwrite::Never,
            Replace::Confirmed => Overwrite::Always,
        };
        let exchange = Exchange::of_file(self.id.clone(), document.clone());
        match exports::write(order.format, &path, &exchange, overwrite) {
            Ok(()) => Outcome::Written(clean_line(&path.display().to_string())),
            Err(Error::Exists(_)) => Outcome::Exists,
            Err(error) => Outcome::Failed(error.chain()),
        }
    }

    fn keep(&self, bookmark: Bookmark) {
        if let Some(bookmarks) = &self.bookmarks {
            // the screen is gone, and only the place would be lost
            let _ = bookmarks.write(bookmark, &self.article);
        }
    }
}

/// Prepares a long article for searching, then annotates longer and longer parts of it.
fn annotate(article: &Article, mailbox: &Mailbox) {
    let length = article.text().len();
    if length > FIRST_PART {
        mailbox.send(Message::Searchable(Box::new(Searched::of(article.text()))));
    }
    let model = Model::embedded();
    for (blocks, percent) in parts(article, FIRST_PART) {
        let found = model.find(&article.head(blocks));
        send(mailbox, Document::new(article.clone(), found), percent);
    }
    send(mailbox, model.annotate(article.clone()), 100);
}

/// The parts of an article to annotate before the whole: how many of its blocks, and their share of the text in percent.
fn parts(article: &Article, first: usize) -> Vec<(usize, u8)> {
    let length = article.text().len();
    let mut parts = Vec::new();
    let mut part = first;
    while part < length {
        let blocks = article.blocks().partition_point(|block| block.span.end() <= part);
        if blocks > 0 {
            parts.push((blocks, u8::try_from(part * 100 / length).unwrap_or(99)));
        }
        part *= GROWTH;
    }
    parts
}

fn send(mailbox: &Mailbox, document: Document, percent: u8) {
    mailbox.send(Message::Annotated(Box::new(Known::of(document)), percent));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::format::Format;

    #[test]
    fn each_part_is_four_times_as_long() {
        let article = Article::parse(&"It rains.\n\n".repeat(10)).unwrap();
        let check = |first, expected: &[(usize, u8)]| assert_eq!(parts(&article, first), expected);
        let length = article.text().len();
        let percent = |bytes: usize| u8::try_from(bytes * 100 / length).unwrap();
        let end = article.blocks()[0].span.end();
        check(length, &[]);
        check(length - 1, &[(9, 99)]);
        check(end, &[(1, percent(end)), (3, percent(end * 4))]);
        check(end - 1, &[(3, percent((end - 1) * 4))]);
    }

    fn host(bookmarks: Option<BookmarkFile>) -> Host {
        let article = Article::parse("It rains.\n\nIt does.").unwrap();
        Host { id: "a".to_owned(), environment: Environment::default(), bookmarks, article }
    }

    #[test]
    fn an_export_says_what_became_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv").display().to_string();
        let document = Document::unread(host(None).article);
        let export = |path: &str, replace| {
            let order = Order { format: Format::Csv, path: path.to_owned(), replace };
            host(None).export(&order, &document)
        };
        assert_eq!(export(&path, Replace::Never), Outcome::Written(path.clone()));
        assert_eq!(export(&path, Replace::Never), Outcome::Exists);
        assert_eq!(export(&path, Replace::Confirmed), Outcome::Written(path.clone()));
        assert!(matches!(export("/dev/null/a", Replace::Never), Outcome::Failed(_)));
    }

    #[test]
    fn the_place_is_saved_if_there_is_a_home() {
        let home = tempfile::tempdir().unwrap();
        let environment = Environment::from([("HOME", home.path().to_str().unwrap())]);
        let article = host(None).article;
        let bookmark = Bookmark::from_code_points(3, None, &article).unwrap();
        host(None).keep(bookmark);
        let file = BookmarkFile::of(&article, &environment).unwrap();
        assert_eq!(file.read(&article), None);
        host(Some(file.clone())).keep(bookmark);
        assert_eq!(file.read(&article), Some(bookmark));
    }
}
