//! Copies the current stop.

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

#[cfg(test)]
mod tests {
    use crate::app::Effect;
    use crate::app::sample::{after, notice, press};

    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let effect = press(&mut after(""), keys);
        assert_eq!(effect, Some(Effect::Copy(expected.to_owned())), "{keys}");
    }

    #[test]
    fn a_quote_is_copied_with_as_much_as_is_wanted() {
        check("n Y", "“It cracks.”");
        check("n y", "“It cracks.” — Ann Lee, in “The bridge”");
        check("n c", "> “It cracks.”\n>\n> — Ann Lee, *The bridge*\n");
    }

    #[test]
    fn of_a_hit_or_a_mention_the_words_are_copied() {
        check("/ rained Enter y", "rained");
        check("3 l j c", "Hugh Hill");
    }

    #[test]
    fn the_status_line_says_whether_there_is_something_to_copy() {
        assert_eq!(notice(&after("n y")), "sent to the clipboard");
        assert_eq!(notice(&after("y")), "nothing to copy (n: next quote)");
    }
}
