//! Joins the model and the screen: the article at once, its marks as they are found.

use std::env;

use clap::ValueEnum;

use crate::annotation::document::Document;
use crate::app::Message;
use crate::app::preferences::Preferences;
use crate::app::state::State;
use crate::app::theme_name::ThemeName;
use crate::cli::error::Error;
use crate::model::Model;
use crate::terminal::{self, Mailbox};
use crate::text::article::Article;
use crate::text::clean;
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

/// Shows an article until the reader leaves.
pub fn show(name: &str, article: Article, theme: ThemeChoice) -> Result<(), Error> {
    let name = clean::clean(name).text.replace('\n', " ");
    let preferences = Preferences { theme: theme_name(theme), ..Preferences::default() };
    let size = terminal::size().map_err(Error::Terminal)?;
    let document = Document::unread(article.clone());
    let state = State::new(name, document, size, preferences);
    terminal::run(state, depth(), move |mailbox| annotate(&article, mailbox))
        .map_err(Error::Terminal)
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
