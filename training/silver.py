"""Names and coreference in PolNeAR's articles: not gold, but the output of Stanford CoreNLP that the corpus includes.

Only likely coreference is used: which person's name "he", "she", "the senator" and the like refer to.
"""

import gzip
import json
from collections import Counter, defaultdict

import numpy as np

from spans import near

KINDS = {"PERSON": 1, "ORGANIZATION": 2, "LOCATION": 3}
PRONOUNS = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
WEIGHT = 0.3
"""The weight of these labels of names, relative to gold."""


def add(texts, characters, corpora):
    """Adds names and coreference to the texts that have CoreNLP's annotation."""
    layers = {}
    with gzip.open(corpora / "polnear-train.corenlp.jsonl.gz", "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            layer = json.loads(line)
            layers[layer["id"]] = layer
    for text in texts:
        layer = layers.get(text.id)
        if layer is not None:
            Annotated(text, characters[text.id], layer).add()


class Annotated:
    """A text with CoreNLP's annotation: tokens (start, end, part of speech, kind of name), sentences, coreference chains."""

    def __init__(self, text, characters, layer):
        self.text, self.characters = text, characters
        self.tokens, self.chains = layer["tokens"], layer["coref"]
        self.ends = {end for _, end in layer["sentences"]}

    def words(self, first, last):
        return self.characters[self.tokens[first][0] : self.tokens[last - 1][1]]

    def span(self, first, last):
        return self.text.span(self.tokens[first][0], self.tokens[last - 1][1])

    def add(self):
        """Labels the names, each with the kind that its words have most often, and adds the coreference."""
        names = self.names()
        votes = defaultdict(Counter)
        for first, last, kind in names:
            votes[self.words(first, last)][kind] += 1
        self.text.names, self.text.name_weight = np.zeros(len(self.text.words), np.int8), WEIGHT
        people = {}
        for first, last, _ in names:
            kind = votes[self.words(first, last)].most_common(1)[0][0]
            start, end = self.span(first, last)
            if start >= end:
                continue
            self.text.names[start], self.text.names[start + 1 : end] = 2 * kind - 1, 2 * kind
            if kind == 1:
                people[first, last] = (start, end)
        for chain in self.chains:
            self.add_chain(chain, people)

    def names(self):
        """Names: runs of tokens with the same kind in one sentence and line."""
        names, at = [], 0
        while at < len(self.tokens):
            label, first = self.tokens[at][3], at
            at += 1
            if label not in KINDS:
                continue
            while at < len(self.tokens) and self.goes_on(at, label):
                at += 1
            names.append((first, at, KINDS[label]))
        return names

    def goes_on(self, at, label):
        gap = self.characters[self.tokens[at - 1][1] : self.tokens[at][0]]
        return self.tokens[at][3] == label and at not in self.ends and "\n" not in gap

    def add_chain(self, chain, people):
        """Adds the mentions without a name in a chain that has a person's name."""
        named, asking = set(), []
        for first, last in chain:
            inside = sorted(name for name in people if first <= name[0] and name[1] <= last)
            head = next((name for name in inside if self.leads(first, name[0])), None)
            if head is not None and (head[1] == last or self.words(head[1], head[1] + 1) in (",", "(", "-")):
                named.add(people[head])
            elif not inside and self.asks(first, last):
                asking.append(self.span(first, last))
        everyone = sorted(people.values())
        for span in asking:
            names = near(span, [(name, name in named) for name in everyone])
            if span[0] < span[1] and any(same for _, same in names):
                self.text.stands_for.append((span, names))

    def leads(self, first, name):
        """Whether only titles and adjectives come before the name in a mention."""
        return all(self.tokens[at][2] in ("NNP", "NN", "DT", "JJ", "PRP$") for at in range(first, name))

    def asks(self, first, last):
        """Whether a mention is a pronoun or a short description of somebody known."""
        words = self.words(first, last)
        if last - first == 1:
            return words.casefold() in PRONOUNS
        described = self.tokens[first][2] in ("DT", "PRP$") and self.tokens[last - 1][2] == "NN"
        return described and last - first <= 5 and words[0].lower() in "th"
