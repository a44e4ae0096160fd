//! Why a quote is held to be somebody's, in words that can be checked in the text.
//!
//! The reasons come from what the document holds: cue, source, the names and mentions of the speaker. Why the model
//! preferred one name to another is not known here, and not said.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityKind;
use crate::annotation::quote::{Quote, QuoteId};
use crate::annotation::speaker::{Speaker, SpeakerKind};
use crate::text::article::BlockKind;
use crate::text::span::Span;

/// Words of the longest cue and source that are told whole.
const LONGEST: usize = 6;
/// Words of a name that tell nothing by themselves.
const SMALL: &[&str] = &["a", "an", "the", "of", "for", "and", "in", "at", "on", "to"];
/// Words that stand for somebody who is named elsewhere: the pronouns of English that can speak.
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "i",
    "we",
    "you",
    "who",
    "which",
    "that",
    "him",
    "her",
    "them",
    "me",
    "us",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "my",
    "our",
    "himself",
    "herself",
    "itself",
    "themselves",
    "one",
    "both",
    "this",
    "these",
    "those",
];

/// The reasons, the one that stands nearest first.
pub fn reasons(document: &Document, id: QuoteId) -> Vec<String> {
    let quote = document.quote(id);
    let speaker = quote.speaker.map(|id| document.speaker(id));
    match (speaker, quote.source.is_empty()) {
        (Some(speaker), false) => {
            let mut reasons = vec![beside(document, quote, speaker)];
            reasons.extend(meaning(document, quote, speaker));
            reasons
        }
        (Some(_), true) => vec![without_source(document, id)],
        (None, false) => {
            vec![format!("who “{}” is was not found", told(document, &quote.source))]
        }
        (None, true) => vec!["no speaker found near it".to_owned()],
    }
}

/// A quote whose source is not told: whether the quote before tells it.
fn without_source(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let before = id.index().checked_sub(1).map(|at| document.quote(QuoteId::at(at)));
    let cue = if quote.cue.is_empty() {
        String::new()
    } else {
        format!("cue “{}” without a name: ", told(document, &quote.cue))
    };
    if before.is_some_and(|before| before.speaker == quote.speaker) {
        format!("{cue}carried over from the quote before")
    } else {
        format!("{cue}no words beside it name the speaker")
    }
}

/// How the source stands to cue and quote.
fn beside(document: &Document, quote: &Quote, speaker: &Speaker) -> String {
    let source = format!("{} “{}”", sort(document, quote, speaker), told(document, &quote.source));
    if is_head_of_turn(document, quote) {
        return format!("{source} at the head of the turn");
    }
    if quote.cue.is_empty() {
        return without_cue(document, quote, &source);
    }
    let cue = format!("cue “{}”", told(document, &quote.cue));
    match words_between(document.text(), &quote.cue, &quote.source) {
        0 => format!("{cue} beside the {source}"),
        1 => format!("{cue}, one word from the {source}"),
        words => format!("{cue}, {words} words from the {source}"),
    }
}

fn without_cue(document: &Document, quote: &Quote, source: &str) -> String {
    let text = document.text();
    let after = quote.source.first().filter(|span| span.start() >= quote.reach().end());
    let between = after.map(|span| Span::new(quote.reach().end(), span.start()).of(text).trim());
    match (between, words_between(text, &quote.content, &quote.source)) {
        (Some("—" | "–" | "―" | "-" | "--"), _) => format!("{source} behind a dash"),
        (_, 0) => format!("{source} beside it"),
        (_, 1) => format!("{source}, one word from it"),
        (_, words) => format!("{source}, {words} words from it"),
    }
}

/// `NAME: …`
fn is_head_of_turn(document: &Document, quote: &Quote) -> bool {
    let [source] = quote.source.as_slice() else { return false };
    let block = document.article().blocks().iter().find(|block| block.span.covers(*source));
    block.is_some_and(|block| {
        let behind = Span::new(source.end(), block.span.end()).of(document.text());
        block.span.start() == source.start() && behind.trim_start().starts_with(':')
    })
}

/// What kind of words the source is.
fn sort(document: &Document, quote: &Quote, speaker: &Speaker) -> &'static str {
    match (shares_name(document, quote, speaker), speaker.kind) {
        (true, SpeakerKind::Person | SpeakerKind::Organization) => "name",
        (false, _) if is_pronoun(document, quote) => "pronoun",
        (true, SpeakerKind::Group | SpeakerKind::Anonymous) | (false, _) => "words",
    }
}

fn shares_name(document: &Document, quote: &Quote, speaker: &Speaker) -> bool {
    let name: Vec<String> = tokens(&speaker.name).collect();
    let source = document.words(&quote.source);
    tokens(&source).any(|token| name.contains(&token) && !SMALL.contains(&token.as_str()))
}

fn is_pronoun(document: &Document, quote: &Quote) -> bool {
    tokens(&document.words(&quote.source)).any(|token| PRONOUNS.contains(&token.as_str()))
}

/// Whom the words of the source stand for, where they do not say it themselves.
fn meaning(document: &Document, quote: &Quote, speaker: &Speaker) -> Option<String> {
    let source = document.words(&quote.source);
    if shares_name(document, quote, speaker) {
        let unnamed = matches!(speaker.kind, SpeakerKind::Group | SpeakerKind::Anonymous);
        let short = !source.to_lowercase().contains(&speaker.name.to_lowercase());
        return match (unnamed, short) {
            (true, _) => Some("no name is given".to_owned()),
            (false, true) => Some(format!("short for {}", speaker.name)),
            (false, false) => None,
        };
    }
    let taken = format!("“{}” taken for {}", told(document, &quote.source), speaker.name);
    let why = role(&source, speaker).or_else(|| named(document, quote, speaker));
    Some(why.map_or_else(|| taken.clone(), |why| format!("{taken}: {why}")))
}

/// Whether the source has a word of the speaker's role.
fn role(source: &str, speaker: &Speaker) -> Option<String> {
    let role = speaker.role.as_ref()?;
    let words: Vec<String> = tokens(role).collect();
    let shared = |token: String| words.contains(&token) && !SMALL.contains(&token.as_str());
    tokens(source).any(shared).then(|| format!("introduced as “{role}”"))
}

/// Where the speaker is named last before the quote.
fn named(document: &Document, quote: &Quote, speaker: &Speaker) -> Option<String> {
    let start = quote.source.first().map_or(quote.start(), |span| span.start()).min(quote.start());
    let text = document.text();
    if names_author(document, speaker) {
        return Some("named in the byline".to_owned());
    }
    let name: Vec<String> = tokens(&speaker.name).collect();
    let is_name = |span: &&Span| tokens(span.of(text)).any(|token| name.contains(&token));
    let Some(last) = before(&speaker.mentions, start).iter().rev().find(is_name) else {
        return speaker
            .mentions
            .iter()
            .any(|span| is_name(&span))
            .then(|| "named later".to_owned());
    };
    let people = document.entities().iter().filter(|entity| entity.kind == EntityKind::Person);
    let others = people.filter(|entity| entity.name != speaker.name);
    let latest = others.filter_map(|entity| before(&entity.mentions, start).last()).max();
    if speaker.kind == SpeakerKind::Person && latest.is_none_or(|other| other < last) {
        return Some("the last person named before it".to_owned());
    }
    Some(match words_between(text, &[*last], &[Span::new(start, start)]) {
        0 | 1 => "named just before".to_owned(),
        words => format!("named {words} words before"),
    })
}

/// The spans that end at a place or before it.
fn before(spans: &[Span], place: usize) -> &[Span] {
    spans.get(..spans.partition_point(|span| span.end() <= place)).unwrap_or_default()
}

fn names_author(document: &Document, speaker: &Speaker) -> bool {
    let mut blocks = document.article().blocks().iter();
    let byline = blocks.find(|block| block.kind == BlockKind::Byline);
    byline.is_some_and(|byline| byline.span.of(document.text()).contains(&speaker.name))
}

/// Words between the nearest two spans of two lists.
fn words_between(text: &str, some: &[Span], others: &[Span]) -> usize {
    let pairs = some.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let gaps = pairs.filter_map(|(one, other)| {
        let (first, second) = if one <= other { (one, other) } else { (other, one) };
        let gap = (first.end() <= second.start()).then(|| Span::new(first.end(), second.start()));
        gap.map(|gap| tokens(gap.of(text)).count())
    });
    gaps.min().unwrap_or_default()
}

/// The words of some spans, cut with a mark where they are many.
fn told(document: &Document, spans: &[Span]) -> String {
    let all = document.words(spans);
    let words: Vec<&str> = all.split_whitespace().collect();
    match words.get(..LONGEST) {
        Some(first) if words.len() > LONGEST => format!("{}…", first.join(" ")),
        Some(_) | None => words.join(" "),
    }
}

/// Words in lower case, without the marks around them.
fn tokens(words: &str) -> impl Iterator<Item = String> {
    let parts = words.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    parts.filter(|part| part.chars().any(char::is_alphanumeric)).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::annotation::entity::Entity;
    use crate::annotation::quote::{Confidence, Voice};
    use crate::annotation::speaker::SpeakerId;
    use crate::text::article::Article;

    /// A speaker for the tests: name, kind, role.
    type Who = (&'static str, SpeakerKind, Option<&'static str>);

    const LEE: Who = ("Ann Lee", SpeakerKind::Person, Some("Mayor of Ely"));
    const HILL: Who = ("Hugh Hill", SpeakerKind::Person, None);
    const OFFICIALS: Who = ("senior officials", SpeakerKind::Anonymous, None);

    /// Takes the brackets out of a text: `{…}` content, `<…>` cue, `[…]` source of the quotes in order, `|` between
    /// two quotes.
    fn unmarked(marked: &str) -> (String, Vec<[Vec<Span>; 3]>) {
        let (mut text, mut quotes, mut open) = (String::new(), vec![[(); 3].map(|()| vec![])], 0);
        for sign in marked.chars() {
            match ("{<[".find(sign), "}>]".find(sign)) {
                (Some(_), _) => open = text.len(),
                (_, Some(part)) => {
                    quotes.last_mut().unwrap()[part].push(Span::new(open, text.len()));
                }
                _ if sign == '|' => quotes.push([(); 3].map(|()| vec![])),
                _ => text.push(sign),
            }
        }
        (text, quotes)
    }

    fn mentions(text: &str, name: &str) -> Vec<Span> {
        let last = name.split(' ').next_back().unwrap();
        text.match_indices(last).map(|(at, _)| Span::new(at, at + last.len())).collect()
    }

    fn document(marked: &str, speaker: Option<Who>, others: &[&str]) -> Document {
        let (text, quotes) = unmarked(marked);
        let article = Article::parse(&text).unwrap();
        assert_eq!(article.text(), text, "the article is written as it is kept");
        let quotes = quotes.into_iter().map(|[content, cue, source]| Quote {
            voice: Voice::Direct,
            content,
            cue,
            source,
            speaker: speaker.map(|_| SpeakerId::at(0)),
            confidence: Confidence::new(0.9),
        });
        let quotes = quotes.collect();
        let speakers = speaker.into_iter().map(|(name, kind, role)| Speaker {
            name: name.to_owned(),
            kind,
            role: role.map(str::to_owned),
            mentions: mentions(&text, name),
        });
        let speakers = speakers.collect();
        let names = others.iter().copied().chain(speaker.map(|(name, ..)| name));
        let entities = names.map(|name| Entity {
            kind: EntityKind::Person,
            name: name.to_owned(),
            mentions: mentions(&text, name),
        });
        let entities = entities.collect();
        Document::new(article, Findings { quotes, speakers, entities })
    }

    /// The reasons for the last quote.
    #[track_caller]
    fn check(marked: &str, speaker: Option<Who>, others: &[&str], expected: &[&str]) {
        let document = document(marked, speaker, others);
        assert_eq!(reasons(&document, QuoteId::at(document.quotes().len() - 1)), expected);
    }

    #[test]
    fn a_name_beside_its_cue() {
        check(
            "{“It rains,”} [Ann Lee] <said>.",
            Some(LEE),
            &[],
            &["cue “said” beside the name “Ann Lee”"],
        );
        check(
            "{“It rains,”} <said> Mayor [Lee].",
            Some(LEE),
            &[],
            &["cue “said”, one word from the name “Lee”", "short for Ann Lee"],
        );
    }

    #[test]
    fn long_words_are_cut() {
        check(
            "{“No,”} <said> [Hugh Hill, a shopkeeper whose family has sold boats].",
            Some(HILL),
            &[],
            &["cue “said” beside the name “Hugh Hill, a shopkeeper whose family…”"],
        );
    }

    #[test]
    fn a_pronoun_stands_for_who_was_named_last() {
        check(
            "Ann Lee came. {“It rains,”} [she] <said>.",
            Some(LEE),
            &["Hugh Hill"],
            &[
                "cue “said” beside the pronoun “she”",
                "“she” taken for Ann Lee: the last person named before it",
            ],
        );
        check(
            "Ann Lee saw Hugh Hill. {“No,”} [she] <said>.",
            Some(LEE),
            &["Hugh Hill"],
            &[
                "cue “said” beside the pronoun “she”",
                "“she” taken for Ann Lee: named 3 words before",
            ],
        );
    }

    #[test]
    fn who_is_named_inside_of_the_quote_comes_too_late() {
        check(
            "Ann Lee came. {“Ask Hugh Hill,”} [she] <said>.",
            Some(LEE),
            &["Hugh Hill"],
            &[
                "cue “said” beside the pronoun “she”",
                "“she” taken for Ann Lee: the last person named before it",
            ],
        );
    }

    #[test]
    fn a_description_shares_a_word_with_the_role() {
        check(
            "Ann Lee came. {“It rains,”} [the mayor] <said>.",
            Some(LEE),
            &[],
            &[
                "cue “said” beside the words “the mayor”",
                "“the mayor” taken for Ann Lee: introduced as “Mayor of Ely”",
            ],
        );
    }

    #[test]
    fn who_has_no_name_is_called_by_the_source() {
        check(
            "{“It rains,”} [senior officials] <said>.",
            Some(OFFICIALS),
            &[],
            &["cue “said” beside the words “senior officials”", "no name is given"],
        );
    }

    #[test]
    fn a_turn_has_its_name_at_the_head() {
        check(
            "[LEE]<:> {It rains.}",
            Some(LEE),
            &[],
            &["name “LEE” at the head of the turn", "short for Ann Lee"],
        );
    }

    #[test]
    fn a_name_may_stand_behind_a_dash() {
        check("{“It rains.”} — [Ann Lee]", Some(LEE), &[], &["name “Ann Lee” behind a dash"]);
    }

    #[test]
    fn without_source_the_quote_before_may_tell() {
        check(
            "{“It rains,”} [Lee] <said>. | {“It pours.”}",
            Some(LEE),
            &[],
            &["carried over from the quote before"],
        );
        check(
            "{“It rains,”} <it was added>.",
            Some(LEE),
            &[],
            &["cue “it was added” without a name: no words beside it name the speaker"],
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        check("{“It rains.”}", None, &[], &["no speaker found near it"]);
        check("{“It rains,”} [they] <said>.", None, &[], &["who “they” is was not found"]);
    }
}
