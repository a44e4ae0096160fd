//! The reasons for the speaker of a quote, in words that a reader can check in the text.
//!
//! They come from the document: cue, source, and the names and mentions of the speaker. The document does not know why
//! the model preferred one name to another, so no reason says that.

use crate::annotation::document::Document;
use crate::annotation::entity::EntityKind;
use crate::annotation::quote::{Quote, QuoteId};
use crate::annotation::speaker::{Speaker, SpeakerKind};
use crate::text::article::BlockKind;
use crate::text::span::Span;

/// Words of the longest cue or source that is not shortened.
const LONGEST: usize = 6;
/// Words of names and roles that identify nobody by themselves.
const SMALL: &[&str] = &["a", "an", "the", "of", "for", "and", "in", "at", "on", "to"];
/// The English pronouns that can be the source of a quote.
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

/// The reasons for the speaker of a quote. The one nearest to the quote comes first.
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
            vec![format!("who “{}” is was not found", shortened(document, &quote.source))]
        }
        (None, true) => vec!["no speaker found near it".to_owned()],
    }
}

/// The reason for a speaker whom no source names: the quote before may have the same speaker.
fn without_source(document: &Document, id: QuoteId) -> String {
    let quote = document.quote(id);
    let before = id.index().checked_sub(1).map(|at| document.quote(QuoteId::at(at)));
    let cue = if quote.cue.is_empty() {
        String::new()
    } else {
        format!("cue “{}” without a name: ", shortened(document, &quote.cue))
    };
    if before.is_some_and(|before| before.speaker == quote.speaker) {
        format!("{cue}carried over from the quote before")
    } else {
        format!("{cue}no words beside it name the speaker")
    }
}

/// Where the source is, compared with the cue or the quote.
fn beside(document: &Document, quote: &Quote, speaker: &Speaker) -> String {
    let source =
        format!("{} “{}”", sort(document, quote, speaker), shortened(document, &quote.source));
    if is_head_of_turn(document, quote) {
        return format!("{source} at the head of the turn");
    }
    if quote.cue.is_empty() {
        return without_cue(document, quote, &source);
    }
    let cue = format!("cue “{}”", shortened(document, &quote.cue));
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

/// Whether the source begins a paragraph and a colon follows, as in `LEE: It rains.`
fn is_head_of_turn(document: &Document, quote: &Quote) -> bool {
    let [source] = quote.source.as_slice() else { return false };
    let block = document.article().blocks().iter().find(|block| block.span.covers(*source));
    block.is_some_and(|block| {
        let behind = Span::new(source.end(), block.span.end()).of(document.text());
        block.span.start() == source.start() && behind.trim_start().starts_with(':')
    })
}

/// Whether the source is a name, a pronoun or other words.
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

/// Whom the source means, unless it is the full name.
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
    let taken = format!("“{}” taken for {}", shortened(document, &quote.source), speaker.name);
    let why = role(&source, speaker).or_else(|| named(document, quote, speaker));
    Some(why.map_or_else(|| taken.clone(), |why| format!("{taken}: {why}")))
}

/// The speaker's role as a reason, if the source shares a word with it.
fn role(source: &str, speaker: &Speaker) -> Option<String> {
    let role = speaker.role.as_ref()?;
    let words: Vec<String> = tokens(role).collect();
    let shared = |token: String| words.contains(&token) && !SMALL.contains(&token.as_str());
    tokens(source).any(shared).then(|| format!("introduced as “{role}”"))
}

/// The last mention of the speaker before the quote, as a reason.
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

/// The spans that end at or before a place.
fn before(spans: &[Span], place: usize) -> &[Span] {
    spans.get(..spans.partition_point(|span| span.end() <= place)).unwrap_or_default()
}

fn names_author(document: &Document, speaker: &Speaker) -> bool {
    let mut blocks = document.article().blocks().iter();
    let byline = blocks.find(|block| block.kind == BlockKind::Byline);
    byline.is_some_and(|byline| byline.span.of(document.text()).contains(&speaker.name))
}

/// The number of words between the nearest two spans of two lists.
fn words_between(text: &str, some: &[Span], others: &[Span]) -> usize {
    let pairs = some.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    let gaps = pairs.filter_map(|(one, other)| {
        let (first, second) = if one <= other { (one, other) } else { (other, one) };
        let gap = (first.end() <= second.start()).then(|| Span::new(first.end(), second.start()));
        gap.map(|gap| tokens(gap.of(text)).count())
    });
    gaps.min().unwrap_or_default()
}

/// The words of some spans, shortened with `…`.
fn shortened(document: &Document, spans: &[Span]) -> String {
    let all = document.words(spans);
    let words: Vec<&str> = all.split_whitespace().collect();
    match words.get(..LONGEST) {
        Some(first) if words.len() > LONGEST => format!("{}…", first.join(" ")),
        Some(_) | None => words.join(" "),
    }
}

/// The words in lower case, without punctuation.
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

    /// Name, kind and role of a speaker.
    type Who = (&'static str, SpeakerKind, Option<&'static str>);

    const LEE: Who = ("Ann Lee", SpeakerKind::Person, Some("Mayor of Ely"));
    const HILL: Who = ("Hugh Hill", SpeakerKind::Person, None);
    const OFFICIALS: Who = ("senior officials", SpeakerKind::Anonymous, None);

    /// Takes the brackets out of a text: `{…}` for content, `<…>` for a cue, `[…]` for a source, and `|` between
    /// quotes.
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

    /// Compares the reasons for the last quote.
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
    fn the_distance_is_counted_in_words() {
        check(
            "{“It rains,”} <said> the old mayor [Ann Lee].",
            Some(LEE),
            &[],
            &["cue “said”, 3 words from the name “Ann Lee”"],
        );
        check("{“It rains,”} [Ann Lee].", Some(LEE), &[], &["name “Ann Lee” beside it"]);
        check("{“It rains.”} So [Ann Lee].", Some(LEE), &[], &["name “Ann Lee”, one word from it"]);
        check(
            "[Ann Lee] wrote then: {“It rains.”}",
            Some(LEE),
            &[],
            &["name “Ann Lee”, 2 words from it"],
        );
    }

    #[test]
    fn a_speaker_named_before_others_is_a_number_of_words_away() {
        let expected = |why: &str| {
            let taken = format!("“she” taken for Ann Lee: {why}");
            ["cue “said” beside the pronoun “she”".to_owned(), taken]
        };
        for (text, why) in [
            ("Hill saw Ann Lee. {“No,”} [she] <said>.", "the last person named before it"),
            ("Ann Lee saw Hill. {“No,”} [she] <said>.", "named 2 words before"),
            ("{“No,”} [she] <said>. Ann Lee left.", "named later"),
            ("Flood\n\nBy Ann Lee\n\n{“No,”} [she] <said>.", "named in the byline"),
        ] {
            let expected = expected(why);
            check(text, Some(LEE), &["Hill"], &expected.each_ref().map(String::as_str));
        }
    }

    #[test]
    fn an_organization_is_never_the_last_person() {
        check(
            "The NATO met. {“No,”} [it] <said>.",
            Some(("NATO", SpeakerKind::Organization, None)),
            &[],
            &["cue “said” beside the pronoun “it”", "“it” taken for NATO: named just before"],
        );
    }

    #[test]
    fn small_words_identify_nobody() {
        check(
            "Ann Lee came. {“No,”} [one of them] <said>.",
            Some(("House of Lords", SpeakerKind::Organization, Some("House of peers"))),
            &[],
            &[
                "cue “said” beside the pronoun “one of them”",
                "“one of them” taken for House of Lords",
            ],
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
    fn a_pronoun_means_the_person_named_last() {
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
    fn a_name_inside_the_quote_comes_too_late() {
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
    fn a_speaker_without_a_name_has_the_words_of_the_source() {
        check(
            "{“It rains,”} [senior officials] <said>.",
            Some(OFFICIALS),
            &[],
            &["cue “said” beside the words “senior officials”", "no name is given"],
        );
    }

    #[test]
    fn a_turn_begins_with_its_name() {
        check(
            "[LEE]<:> {It rains.}",
            Some(LEE),
            &[],
            &["name “LEE” at the head of the turn", "short for Ann Lee"],
        );
    }

    #[test]
    fn a_name_may_follow_a_dash() {
        check("{“It rains.”} — [Ann Lee]", Some(LEE), &[], &["name “Ann Lee” behind a dash"]);
    }

    #[test]
    fn a_quote_without_source_may_have_the_speaker_before() {
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
    fn an_unknown_speaker_has_a_reason_too() {
        check("{“It rains.”}", None, &[], &["no speaker found near it"]);
        check("{“It rains,”} [they] <said>.", None, &[], &["who “they” is was not found"]);
    }
}
