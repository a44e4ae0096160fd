"""The training texts: what the program sees of each word, and its gold labels.

README.md lists the corpora and their format. Tokens, pieces and traits come from the program itself (the example
`features`), so that training and use cannot drift apart. Corpora that must not be trained on are never read: Worldwide and
the non-commercial part of re3d.
"""

import gzip
import json
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

import silver
import spans

TRAIN = ("polnear-train", "gum-train", "ewt-train", "ner-train", "ner-dev", "gap-train")
KINDS = {
    1: "person per politician writer researcher scientist musicalartist",
    2: "organization organisation org corporation group company politicalparty university band",
    3: "place location loc gpe country facility fac geo-loc city",
    4: "event election conference",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split()}
"""The number of our label for each kind that a corpus has: 1 person, 2 organization, 3 place, 4 event."""
NOT_NEWS = ("btc", "wnut")
"""Posts on Twitter; many of their names are handles or in capitals."""
NAMED_KINDS = (1, 2, 3)
TITLE = 5
"""The kind of titles and peoples used as names, which only GUM annotates: "the Secretary", "Americans"."""
TITLE_TRAITS = (38, 43, 44, 45)
"""Rows of src/model/network/traits.rs: demonyms, titles, roles of a person and of a group."""
HEADLINE_TRAIT, PARAGRAPH_TRAIT = 32, 34
"""Rows of src/model/network/traits.rs."""
BY_WORD = ("words", "pieces", "traits", "parts", "names", "kept", "changed")
"""The fields of a text that have a row for each word."""
ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Text:
    """A text by its words. Spans are half-open pairs of word numbers; labels are -1 where nothing is annotated."""

    id: str
    corpus: str
    words: np.ndarray
    pieces: np.ndarray
    traits: np.ndarray
    paragraphs: list
    sentences: list
    parts: np.ndarray | None = None
    """Labels of the parts of quotes: 0 outside, then the first and the other words of content, cue, source."""
    links: list = field(default_factory=list)
    """The contents, cues and sources of each quote."""
    names: np.ndarray | None = None
    """Labels of names: 0 outside, then the first and the other words of each kind."""
    kinds: int = 3
    """How many kinds of names are annotated; they are the first ones in the order of our labels."""
    name_weight: float = 1.0
    stands_for: list = field(default_factory=list)
    """For each mention without a name: its span, and the names near it, each with whether it refers to the same."""
    kept: np.ndarray | None = None
    """The numbers of these words in the whole text."""
    changed: np.ndarray | None = None
    """Which words were replaced."""

    def __post_init__(self):
        self.kept = np.arange(len(self.words)) if self.kept is None else self.kept
        self.changed = np.zeros(len(self.words), bool) if self.changed is None else self.changed

    def without(self, first, last):
        """A copy without the words from `first` to `last`."""
        moved = lambda at: at - min(max(at - first, 0), last - first)
        cut = lambda spans: [(moved(a), moved(b)) for a, b in spans if moved(a) < moved(b)]
        rest = lambda table: None if table is None else np.delete(table, np.s_[first:last], axis=0)
        links = [[cut(part) for part in link] for link in self.links]
        mentions = [(cut([span]), [(cut([name]), same) for name, same in names]) for span, names in self.stands_for]
        return replace(
            self,
            **{name: rest(getattr(self, name)) for name in BY_WORD},
            paragraphs=cut(self.paragraphs),
            sentences=cut(self.sentences),
            links=[link for link, whole in zip(links, self.links) if [*map(len, link)] == [*map(len, whole)]],
            stands_for=[
                (span[0], [(name[0], same) for name, same in names if name])
                for span, names in mentions
                if span and any(name for name, _ in names)
            ],
        )

    def without_headline(self):
        """A copy without the headline, since some articles have none."""
        return self.without(*self.paragraphs[0])

    def with_headline(self):
        """A copy with the headline as it is printed: without the period that PolNeAR adds to it."""
        start, end = self.paragraphs[0]
        text = self.without(end - 1, end)
        headline = text.traits[start : end - 1]
        text.traits[start : end - 1] = np.where(headline == PARAGRAPH_TRAIT, HEADLINE_TRAIT, headline)
        return text

    def word(self, at):
        """A word as the network sees it: its pieces."""
        return tuple(self.pieces[at])

    def span(self, start, end):
        """The words that share a character with a span."""
        return spans.touched(self.words[:, 0], self.words[:, 1], start, end)


def read(corpora, name):
    """The texts of a corpus with their gold."""
    path = corpora / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        records = [record for record in map(json.loads, lines) if useful(record)]
    texts = [text_of(record, seen, name) for record, seen in zip(records, seen_of(records)) if seen and seen["tokens"]]
    if name == "polnear-train":
        silver.add(texts, {record["id"]: record["text"] for record in records}, corpora)
    return texts


def useful(record):
    """Whether a record may be trained on and is not from Twitter."""
    dataset = record.get("dataset", "")
    return dataset != "re3d-bbc" and not dataset.startswith(NOT_NEWS)


def seen_of(records):
    """What the program sees of each record."""
    lines = "".join(json.dumps({"id": record["id"], "text": record["text"]}) + "\n" for record in records)
    command = ["cargo", "run", "--quiet", "--release", "--example", "features"]
    out = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["seen"] for line in out.split("\n") if line]


def text_of(record, seen, corpus):
    at = spans.character_of(record["text"])
    words = np.array([[at[start], at[end]] for start, end in seen["tokens"]], np.int32)
    text = Text(
        id=record["id"],
        corpus=corpus,
        words=words,
        pieces=padded(seen["pieces"], 8),
        traits=padded(seen["traits"], 16),
        paragraphs=seen["paragraphs"],
        sentences=seen["sentences"],
    )
    if "attributions" in record:
        add_quotes(text, record)
    if "entities" in record:
        add_names(text, record)
    if corpus.startswith("gum"):
        add_coreference(text, record)
    if "pronoun" in record:
        add_pronoun(text, record)
    return text


def padded(rows, width):
    """Rows of the same width, filled up with -1."""
    table = np.full((len(rows), width), -1, np.int32)
    for row, values in zip(table, rows):
        row[: min(len(values), width)] = values[:width]
    return table


def add_quotes(text, record):
    """Adds the labels of contents, cues and sources, and the links between them."""
    text.parts = np.zeros(len(text.words), np.int8)
    for start, end in record.get("discard", []):
        first, last = text.span(start, end)
        text.parts[first:last] = -1
    for quote in record["attributions"]:
        parts = [by_word(text, record["text"], quote[part]) for part in ("content", "cue", "source")]
        contents, cues, sources = parts
        for label, part in ((1, contents), (5, sources), (3, cues)):
            for first, last in part:
                text.parts[first] = label
                text.parts[first + 1 : last] = label + 1
        text.links.append(parts)


def by_word(text, characters, places):
    """Spans of characters as spans of words; those separated only by white space are merged."""
    words = [text.span(*place) for place in spans.merged(places, characters)]
    return [span for span in words if span[0] < span[1]]


def add_names(text, record):
    """Adds the labels of names of our kinds; of nested names, the outermost wins."""
    dataset = record.get("dataset", "")
    names = []
    for entity in record["entities"]:
        kind = KIND_OF.get(entity["type"].casefold())
        named = entity.get("named", not dataset.startswith("re3d"))
        if kind is None or not named:
            continue
        start, end = entity.get("name") or entity["span"]
        if dataset == "redocred" and kind == 3 and record["text"][start:end] in demonyms():
            continue
        names.append((end - start, start, end, kind))
    text.names = np.zeros(len(text.words), np.int8)
    text.kinds = 5 if text.corpus.startswith("gum") else 4 if dataset.startswith("crossner") else 3
    found = [(text.span(start, end), kind) for _, start, end, kind in sorted(names)]
    titled = lambda span: all(np.isin(text.traits[at], TITLE_TRAITS).any() for at in range(*span))
    people = [span for span, kind in found if kind == 1 and span[0] < span[1]]
    surnames = {text.word(last - 1) for first, last in people if last - first > 1 and not titled((first, last))}
    for span, kind in found:
        person = text.kinds == TITLE and kind == 1 and span[0] < span[1]
        title = person and titled(span) and text.word(span[1] - 1) not in surnames
        spans.write_name(text.names, span, TITLE if title else kind)


def demonyms():
    if not hasattr(demonyms, "words"):
        lines = (ROOT / "assets/lexicon/demonyms.txt").read_text().splitlines()
        demonyms.words = {line.split("\t")[0] for line in lines if not line.startswith("#")}
    return demonyms.words


def add_coreference(text, record):
    """Adds the pronouns and nouns of GUM, each with the names near it."""
    mentions = []
    for entity in record["entities"]:
        first, last = text.span(*entity["span"])
        kind = KIND_OF.get(entity["type"].casefold())
        if first < last and kind in NAMED_KINDS:
            name = text.span(*entity["name"]) if entity["named"] else None
            words = record["text"][slice(*entity["span"])].casefold()
            mentions.append(((first, last), name, entity["cluster"], words))
    names = [(name, cluster) for _, name, cluster, _ in mentions if name and name[0] < name[1]]
    for span, name, cluster, words in mentions:
        if name is None and words not in ("you", "your", "one", "everyone"):
            near = spans.near(span, [(other, same == cluster) for other, same in names])
            if near:
                text.stands_for.append((span, near))


def add_pronoun(text, record):
    """Adds the pronoun of a text in GAP, with its two candidate names."""
    pronoun = text.span(*record["pronoun"])
    names = [(text.span(*record[name]), record[f"{name}_coref"]) for name in "ab"]
    names = [name for name in names if name[0][0] < name[0][1]]
    if names and pronoun[0] < pronoun[1]:
        text.stands_for = [(pronoun, names)]
