"""Replaces the names of people, so that the network learns how names are used and not only which ones there are.

A word of a name becomes a word of another person's name, the same one throughout a text. First names stay in texts with
coreference, since "he" and "she" must still fit. A word keeps the traits of its place, such as quotation marks around it.
"""

import random
from dataclasses import replace

BEGINS, GOES_ON = 1, 2
"""The labels of the first and the other words of a person's name."""
OF_PLACE = range(8, 35)
"""Rows of src/model/network/traits.rs that depend on the place of a word."""
FIRST_NAME = 35
"""The row of the list of first names."""


class Renaming:
    """The words of all names, to choose replacements from."""

    def __init__(self, texts):
        words = {True: {}, False: {}}
        for text in texts:
            for first, last in people(text):
                for at in range(first, last):
                    words[at == first][text.word(at)] = (text, at)
        self.words = {begins: list(places.values()) for begins, places in words.items()}
        """A place of each word, separately for words that begin a name and for others."""

    def renamed(self, text):
        """A copy with other names."""
        pieces, traits, changed, chosen = text.pieces.copy(), text.traits.copy(), text.changed.copy(), {}
        for first, last in people(text):
            for at in range(first, last):
                if text.stands_for and FIRST_NAME in text.traits[at]:
                    continue
                other, there = chosen.setdefault(text.word(at), random.choice(self.words[at == first]))
                pieces[at], traits[at] = other.pieces[there], joined(text.traits[at], other.traits[there])
                changed[at] = True
        return replace(text, pieces=pieces, traits=traits, changed=changed)


def joined(own, other):
    """The traits of the place of one word and the other traits of another, filled up with -1."""
    rows = [row for row in own if row in OF_PLACE] + [row for row in other if row >= 0 and row not in OF_PLACE]
    return (sorted(rows) + [-1] * len(own))[: len(own)]


def people(text):
    """The spans of the names of people in a text."""
    if text.names is None:
        return
    for first, label in enumerate(text.names):
        if label != BEGINS:
            continue
        last = first + 1
        while last < len(text.names) and text.names[last] == GOES_ON:
            last += 1
        yield first, last
