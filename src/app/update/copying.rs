//! Copies what the reader looks at.

use crate::annotation::citation::{citation, words};
use crate::app::keys::action::Extent;
use crate::app::state::State;
use crate::app::state::trail::Target;
use crate::formats::markdown;

/// The words of the current stop, to be put into the clipboard.
pub fn copy(state: &mut State, extent: Extent) -> Option<String> {
    let Some(stop) = state.route.current else {
        state.say_missing("nothing to copy");
        return None;
    };
    let document = &state.known.document;
    let copied = match (stop.target, extent) {
        (Target::Quote(id), Extent::WithSpeaker) => citation(document, id),
        (Target::Quote(id), Extent::WordsOnly) => words(document, id),
        (Target::Quote(id), Extent::Markdown) => markdown::quotation(document, id),
        (Target::Mention(_) | Target::Hit, _) => stop.span.of(document.text()).to_owned(),
    };
    state.say("sent to the clipboard");
    Some(copied)
}
