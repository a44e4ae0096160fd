"""Texts with other names in them, so that the network learns where names stand, and not only which there are.

A word of a person's name becomes a word of another person's, the same throughout a text. First names stay where a text
tells whom "he" and "she" stand for. What a word has of its place in the text, such as quotation marks around it, it keeps.
"""

import random
from dataclasses import replace

import numpy as np

BEGINS, GOES_ON = 1, 2
"""Labels of a person's name."""
OF_PLACE = range(8, 35)
"""Rows of src/model/network/features.rs that tell of a word's place, not of the word."""
FIRST_NAME = 35


class Renaming:
    def __init__(self, texts):
        words = {True: {}, False: {}}
        for text in texts:
            for first, last in people(text):
                for at in range(first, last):
                    words[at == first][text.word(at)] = (text, at)
        self.words = {begins: list(places.values()) for begins, places in words.items()}
        """Words of names, each at a place where it stands: those that begin a name, and the others."""

    def renamed(self, text):
        pieces, traits, chosen = text.pieces.copy(), text.traits.copy(), {}
        changed = np.zeros(len(text.words), bool)
        for first, last in people(text):
            for at in range(first, last):
                if text.stands_for and FIRST_NAME in text.traits[at]:
                    continue
                other, there = chosen.setdefault(text.word(at), random.choice(self.words[at == first]))
                pieces[at], traits[at] = other.pieces[there], joined(text.traits[at], other.traits[there])
                changed[at] = True
        return replace(text, pieces=pieces, traits=traits, changed=changed)


def joined(own, other):
    """The traits of a word's place with those of another word."""
    rows = [row for row in own if row in OF_PLACE] + [row for row in other if row >= 0 and row not in OF_PLACE]
    return np.array((sorted(rows) + [-1] * len(own))[: len(own)], np.int32)


def people(text):
    """The names of people in a text: first word, word behind the last."""
    if text.names is None:
        return
    for first in np.flatnonzero(text.names == BEGINS):
        last = first + 1
        while last < len(text.names) and text.names[last] == GOES_ON:
            last += 1
        yield first, last
