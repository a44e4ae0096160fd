//! Joins the model and the screen: the article at once, its marks as they are found.

use crate::annotation::document::Document;
use crate::app::Message;
use crate::app::state::State;
use crate::app::state::bookmark::Bookmark;
use crate::app::state::known::Known;
use crate::app::state::preferences::Preferences;
use crate::app::state::search::Searched;
use crate::app::state::wanted::Wanted;
use crate::app::update::export::{Order, Outcome, Replace};
use crate::cli::error::Error;
use crate::cli::settings::Settings;
use crate::cli::world::articles::Source;
use crate::cli::world::bookmarks::PlaceFile;
use crate::cli::world::clipboard;
use crate::cli::world::environment::Environment;
use crate::cli::world::exports;
use crate::cli::world::files::{self, Overwrite};
use crate::formats::json::exchange::Exchange;
use crate::model::Model;
use crate::terminal;
use crate::terminal::mailbox::Mailbox;
use crate::terminal::outside::{Clipboard, Outside};
use crate::terminal::setup::Setup;
use crate::text::article::Article;
use crate::text::clean::clean_line;

/// Bytes of the text that is annotated first; each further part is four times as long, so that all of them together
/// cost a third more than the whole.
const FIRST_PART: usize = 100_000;
const GROWTH: usize = 4;

/// What is opened, and where.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Where the article comes from.
    pub source: Source,
    /// Whether the reading place of another day is gone to.
    pub memory: Memory,
    /// The variables that the program was called with.
    pub environment: Environment,
    /// Where the reading place is kept; nothing where there is no home to keep it in.
    pub places: Option<PlaceFile>,
    /// What is gone to as soon as it is found.
    pub wanted: Option<Wanted>,
    /// What is known of the article; nothing where the model is to find it out.
    pub known: Option<Document>,
    /// What stands in the status line at the start.
    pub notice: Option<String>,
}

/// Whether the reading place of another day is gone to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// It is.
    Kept,
    /// The article begins at its top.
    Fresh,
}

/// Shows an article until the reader leaves.
pub fn show(article: Article, settings: Settings, opening: Opening) -> Result<(), Error> {
    let Settings { theme, background, color, width, mouse, detail, spelling, keymap } = settings;
    let Opening { source, memory, environment, places, wanted, known, notice } = opening;
    let preferences = Preferences { theme, measure: width, detail, spelling, keymap };
    let size = terminal::size().map_err(Error::Terminal)?;
    let document = Document::unread(article.clone());
    let mut state = State::new(clean_line(&source.name()), document, size, preferences);
    let kept = places.as_ref().filter(|_| memory == Memory::Kept);
    if let Some(bookmark) = kept.and_then(|file| file.read(&article)) {
        state.resume_at(bookmark);
    }
    state.file_stem = files::file_name(&source.id());
    state.bookmarks.wanted = wanted;
    if let Some(notice) = notice {
        state.say(&notice);
    }
    let title = Some(format!("whosaid {}", state.name));
    let setup = Setup { depth: color, background, mouse, title };
    let host = Host { id: state.file_stem.clone(), environment, places, article: article.clone() };
    terminal::run(state, setup, host, move |mailbox| match known {
        Some(document) => tell(mailbox, document, 100),
        None => annotate(&article, mailbox),
    })
    .map_err(Error::Terminal)
}

/// What the reader at the terminal has done for them outside of it.
struct Host {
    id: String,
    environment: Environment,
    places: Option<PlaceFile>,
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
            Ok(path) => Outcome::Written(clean_line(&path.display().to_string())),
            Err(Error::Exists(_)) => Outcome::Exists,
            Err(error) => Outcome::Failed(error.chain()),
        }
    }

    fn keep(&self, bookmark: Bookmark) {
        if let Some(places) = &self.places {
            // the reader has left, and the place is all that would be lost
            let _ = places.write(bookmark, &self.article);
        }
    }
}

/// Makes a long article ready to be searched, then annotates the head of it first, then more and more of it.
fn annotate(article: &Article, mailbox: &Mailbox) {
    if article.text().len() > FIRST_PART {
        mailbox.send(Message::Searchable(Box::new(Searched::of(article.text()))));
    }
    let model = Model::embedded();
    let length = article.text().len();
    let mut part = FIRST_PART;
    while part < length {
        let blocks = article.blocks().partition_point(|block| block.span.end() <= part);
        if blocks > 0 {
            let found = model.find(&article.head(blocks));
            let percent = u8::try_from(part * 100 / length).unwrap_or(99);
            tell(mailbox, Document::new(article.clone(), found), percent);
        }
        part *= GROWTH;
    }
    tell(mailbox, model.annotate(article.clone()), 100);
}

fn tell(mailbox: &Mailbox, document: Document, percent: u8) {
    mailbox.send(Message::Annotated(Box::new(Known::of(document)), percent));
}
