//! Joins the model and the screen: the article at once, its marks as they are found.

use std::env;

use clap::ValueEnum;

use crate::annotation::document::Document;
use crate::app::Message;
use crate::app::bookmark::Bookmark;
use crate::app::scene::Detail;
use crate::app::state::State;
use crate::app::theme_name::ThemeName;
use crate::cli::clipboard;
use crate::cli::error::Error;
use crate::cli::places::PlaceFile;
use crate::model::Model;
use crate::terminal;
use crate::terminal::mailbox::Mailbox;
use crate::terminal::outside::{Clipboard, Outside};
use crate::terminal::setup::{Background, Mouse, Setup};
use crate::text::article::Article;
use crate::text::clean::clean_line;
use crate::ui::theme::Depth;

/// Bytes of the text that is annotated first; each further part is four times as long, so that all of them together
/// cost a third more than the whole.
const FIRST_PART: usize = 100_000;
const GROWTH: usize = 4;

/// The colors to draw in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// What NO_COLOR, TERM and COLORFGBG tell
    Auto,
    /// The terminal's own sixteen colors
    Terminal,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
    /// Without colors
    Mono,
}

/// What the reader asked for on the command line.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// The colors.
    pub theme: ThemeChoice,
    /// Whether the reading place of another day is gone to.
    pub memory: Memory,
    /// How much is drawn.
    pub detail: Detail,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
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
pub fn show(name: &str, article: Article, wishes: &Wishes) -> Result<(), Error> {
    let name = clean_line(name);
    let size = terminal::size().map_err(Error::Terminal)?;
    let mut state = State::new(name, Document::unread(article.clone()), size, theme_name(wishes.theme));
    let places = PlaceFile::of(&article);
    let kept = places.as_ref().filter(|_| wishes.memory == Memory::Kept).and_then(|file| file.read(&article));
    if let Some(bookmark) = kept {
        state.return_to(bookmark);
    }
    if wishes.detail == Detail::Lean {
        state.scene.simplify();
        state.reflow();
    }
    let setup = Setup {
        depth: depth(),
        background: match state.scene.theme {
            ThemeName::Terminal if wishes.theme == ThemeChoice::Auto => Background::Asked,
            _ => Background::Chosen,
        },
        mouse: wishes.mouse,
        title: Some(format!("whosaid {}", state.name)),
    };
    let desk = Desk { places, article: article.clone() };
    terminal::run(state, setup, desk, move |mailbox| annotate(&article, mailbox))
        .map_err(Error::Terminal)
}

/// What the reader at the terminal has done for them outside of it.
struct Desk {
    places: Option<PlaceFile>,
    article: Article,
}

impl Outside for Desk {
    fn copy(&self, words: &str) -> Clipboard {
        clipboard::copy(words)
    }

    fn keep(&self, bookmark: Bookmark) {
        if let Some(places) = &self.places {
            // the reader has left, and the place is all that would be lost
            let _ = places.write(bookmark, &self.article);
        }
    }
}

/// Annotates the head of a long article first, then more and more of it.
fn annotate(article: &Article, mailbox: &Mailbox) {
    let model = Model::embedded();
    let length = article.text().len();
    let mut part = FIRST_PART;
    while part < length {
        let blocks = article.blocks().partition_point(|block| block.span.end() <= part);
        if blocks > 0 {
            let found = model.find(&article.head(blocks));
            let percent = u8::try_from(part * 100 / length).unwrap_or(99);
            mailbox
                .send(Message::Annotated(Box::new(Document::new(article.clone(), found)), percent));
        }
        part *= GROWTH;
    }
    mailbox.send(Message::Annotated(Box::new(model.annotate(article.clone())), 100));
}

fn theme_name(choice: ThemeChoice) -> ThemeName {
    match choice {
        ThemeChoice::Terminal => ThemeName::Terminal,
        ThemeChoice::Dark => ThemeName::Dark,
        ThemeChoice::Light => ThemeName::Light,
        ThemeChoice::Mono => ThemeName::Mono,
        ThemeChoice::Auto if is_set("NO_COLOR") || told("TERM") == "dumb" => ThemeName::Mono,
        ThemeChoice::Auto => background().unwrap_or(ThemeName::Terminal),
    }
}

/// The background by COLORFGBG, whose last number is its color: 7 and 15 are the light ones of the sixteen.
fn background() -> Option<ThemeName> {
    let told = told("COLORFGBG");
    let color: u8 = told.rsplit(';').next()?.parse().ok()?;
    Some(if matches!(color, 7 | 15) { ThemeName::Light } else { ThemeName::Dark })
}

fn depth() -> Depth {
    if matches!(told("COLORTERM").as_str(), "truecolor" | "24bit") {
        Depth::True
    } else if told("TERM").contains("256color") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_default()
}

/// NO_COLOR counts when it is set to anything (no-color.org).
fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}
