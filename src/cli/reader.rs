//! Joins the model and the screen: the article at once, its marks as they are found.

use crate::annotation::document::Document;
use crate::app::Message;
use crate::app::preferences::Preferences;
use crate::app::state::State;
use crate::cli::error::Error;
use crate::cli::settings::Settings;
use crate::model::Model;
use crate::terminal::{self, Mailbox};
use crate::text::article::Article;
use crate::text::clean;

/// Bytes of the text that is annotated first; each further part is four times as long, so that all of them together
/// cost a third more than the whole.
const FIRST_PART: usize = 100_000;
const GROWTH: usize = 4;

/// Shows an article until the reader leaves. A notice stands in the status line at the start.
pub fn show(
    name: &str,
    article: Article,
    settings: Settings,
    notice: Option<&str>,
) -> Result<(), Error> {
    let name = clean::clean(name).text.replace('\n', " ");
    let Settings { theme, color, width, mouse: _, signs: _, keymap } = settings;
    let preferences = Preferences { theme, measure: width, keymap };
    let size = terminal::size().map_err(Error::Terminal)?;
    let document = Document::unread(article.clone());
    let mut state = State::new(name, document, size, preferences);
    if let Some(notice) = notice {
        state.say(notice);
    }
    terminal::run(state, color, move |mailbox| annotate(&article, mailbox)).map_err(Error::Terminal)
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
