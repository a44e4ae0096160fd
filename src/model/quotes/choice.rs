//! Chooses the cue of each content, and the source of each cue.

use crate::model::network::linker::{Choice, Linker, SpanPosition};
use crate::model::network::tags::TaggedSpan;
use crate::text::reading::Reading;

/// The least share at which a cue without contents takes one from a cue that has several.
const LEAST_FOR_IDLE: f32 = 0.03;
/// The choice where there is nothing to choose from.
const NONE: Choice = Choice { answer: None, share: 0.0 };

/// The spans that can be chosen.
pub(super) struct Answers<'a>(Vec<(&'a SpanPosition, &'a [f32])>);

impl<'a> Answers<'a> {
    pub(super) fn of(spans: &'a [TaggedSpan]) -> Self {
        Self(spans.iter().map(|span| (&span.position, span.answer.as_slice())).collect())
    }

    /// The likeliest choice of a span.
    pub(super) fn best(&self, linker: &Linker, asking: &TaggedSpan) -> Choice {
        first(&self.choices(linker, asking))
    }

    /// All choices of a span, the likeliest first.
    fn choices(&self, linker: &Linker, asking: &TaggedSpan) -> Vec<Choice> {
        linker.choices((&asking.position, &asking.ask), &self.0)
    }
}

/// The cue of each content: the likeliest one, except that no cue is left without a content while another has several.
pub(super) fn choose_cues(
    linker: &Linker,
    reading: &Reading<'_>,
    contents: &[&TaggedSpan],
    cues: &[TaggedSpan],
) -> Vec<Choice> {
    let answers = Answers::of(cues);
    let possible = |content: &&TaggedSpan| -> Vec<Choice> {
        let mut choices = answers.choices(linker, content);
        choices.retain(|choice| {
            let cue = choice.answer.and_then(|number| cues.get(number));
            cue.is_some_and(|cue| can_introduce(reading, cue, content))
        });
        choices
    };
    let choices: Vec<Vec<Choice>> = contents.iter().map(possible).collect();
    let mut chosen: Vec<Choice> = choices.iter().map(|choices| first(choices)).collect();
    let mut contents_of = vec![0_usize; cues.len()];
    for cue in chosen.iter().filter_map(|choice| choice.answer) {
        if let Some(count) = contents_of.get_mut(cue) {
            *count += 1;
        }
    }
    for (content, offer) in offers_of_idle(&choices, &contents_of) {
        if let Some(choice) = chosen.get_mut(content) {
            accept(choice, offer, &mut contents_of);
        }
    }
    chosen
}

/// Moves a content to an idle cue if its present cue has others; `contents_of` counts the contents of each cue.
fn accept(choice: &mut Choice, offer: Choice, contents_of: &mut [usize]) {
    let (Some(present), Some(idle)) = (choice.answer, offer.answer) else { return };
    if contents_of.get(present) > Some(&1) && contents_of.get(idle) == Some(&0) {
        for (cue, change) in [(present, -1), (idle, 1)] {
            if let Some(count) = contents_of.get_mut(cue) {
                *count = count.saturating_add_signed(change);
            }
        }
        *choice = offer;
    }
}

/// What cues without contents offer to which content, the likeliest first.
fn offers_of_idle(choices: &[Vec<Choice>], contents_of: &[usize]) -> Vec<(usize, Choice)> {
    let is_idle = |offer: &&Choice| {
        offer.share >= LEAST_FOR_IDLE
            && offer.answer.is_some_and(|cue| contents_of.get(cue) == Some(&0))
    };
    let choices = choices.iter().enumerate();
    let mut idle: Vec<(usize, Choice)> = choices
        .flat_map(|(content, choices)| {
            choices.iter().filter(is_idle).map(move |offer| (content, *offer))
        })
        .collect();
    idle.sort_by(|a, b| b.1.share.total_cmp(&a.1.share));
    idle
}

/// Whether a cue can introduce a content: an "According to" that begins a sentence introduces only what follows.
fn can_introduce(reading: &Reading<'_>, cue: &TaggedSpan, content: &TaggedSpan) -> bool {
    let start = cue.tokens.start;
    let leads_in = reading.lower(start) == "according" && reading.sentence(start).start == start;
    !leads_in || cue.tokens.end <= content.tokens.start
}

fn first(choices: &[Choice]) -> Choice {
    choices.first().copied().unwrap_or(NONE)
}
