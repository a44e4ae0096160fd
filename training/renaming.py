"""Texts with other names in them, so that the network learns where names stand, and not only which there are.

A word of a person's name becomes a word of another person's, the same throughout a text; an organization or a place
becomes another of as many words. First names stay where a text tells whom "he" and "she" stand for. What a word has of
its place in the text, such as quotation marks around it, it keeps.
"""

import random
from collections import defaultdict
from dataclasses import replace

import numpy as np

PERSON = 1
WHOLE = (2, 3)
"""Kinds that are replaced whole: organizations and places."""
OF_PLACE = range(8, 35)
"""Rows of src/model/network/features.rs that tell of a word's place, not of the word."""
FIRST_NAME = 35


class Renaming:
    def __init__(self, texts):
        self.words, self.wholes = defaultdict(dict), defaultdict(dict)
        for text in texts:
            for kind, first, last in spans(text):
                if kind in WHOLE:
                    key = tuple(text.word(at) for at in range(first, last))
                    self.wholes[kind, last - first][key] = (text, first)
                for at in range(first, last):
                    self.words[kind, at == first][text.word(at)] = (text, at)
        self.words = {key: list(places.values()) for key, places in self.words.items()}
        self.wholes = {key: list(places.values()) for key, places in self.wholes.items()}

    def renamed(self, text):
        pieces, traits, chosen = text.pieces.copy(), text.traits.copy(), {}
        changed = np.zeros(len(text.words), bool)
        for kind, first, last in spans(text):
            if kind in WHOLE:
                key = kind, tuple(text.word(at) for at in range(first, last))
                other, start = chosen.setdefault(key, random.choice(self.wholes[kind, last - first]))
                own = [(at, (other, start + at - first)) for at in range(first, last)]
            elif kind == PERSON:
                free = [at for at in range(first, last) if not (text.stands_for and FIRST_NAME in text.traits[at])]
                other = lambda at: random.choice(self.words[kind, at == first])
                own = [(at, chosen.setdefault((kind, text.word(at)), other(at))) for at in free]
            else:
                continue
            for at, (source, there) in own:
                pieces[at], traits[at] = source.pieces[there], joined(text.traits[at], source.traits[there])
                changed[at] = True
        return replace(text, pieces=pieces, traits=traits, changed=changed)


def joined(own, other):
    """The traits of a word's place with those of another word."""
    rows = [row for row in own if row in OF_PLACE] + [row for row in other if row >= 0 and row not in OF_PLACE]
    return np.array((sorted(rows) + [-1] * len(own))[: len(own)], np.int32)


def spans(text):
    """The names of a text: kind, first word, word behind the last."""
    if text.names is None:
        return
    at, labels = 0, text.names
    while at < len(labels):
        first, at = at, at + 1
        if labels[first] <= 0 or labels[first] % 2 == 0:
            continue
        while at < len(labels) and labels[at] == labels[first] + 1:
            at += 1
        yield (labels[first] + 1) // 2, first, at
