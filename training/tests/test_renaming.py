"""Tests of renaming.py."""

import random
import unittest
from dataclasses import dataclass, field

import renaming

BEGINS, GOES_ON = renaming.BEGINS, renaming.GOES_ON
PLACE, FIRST_NAME, OTHER = 20, renaming.FIRST_NAME, 40


@dataclass
class Text:
    """A text with one piece for each word."""

    pieces: list
    names: list | None
    traits: list
    changed: list
    stands_for: list = field(default_factory=list)

    def word(self, at):
        return self.pieces[at]


def text(words, names, **more):
    traits = [[PLACE, FIRST_NAME if label == BEGINS else OTHER, -1] for label in names or words]
    return Text(list(words), names, traits, [False] * len(words), **more)


ANN = text(("Ann", "Lee", "met", "Ann"), [BEGINS, GOES_ON, 0, BEGINS])
BOB = text(("Bob", "Day"), [BEGINS, GOES_ON])


class People(unittest.TestCase):
    def check(self, names, expected):
        self.assertEqual(list(renaming.people(text("abcdef"[: len(names)], names))), expected)

    def test_a_first_label_begins_a_name(self):
        self.check([0, BEGINS, GOES_ON, BEGINS, 0], [(1, 3), (3, 4)])
        self.check([BEGINS, 3, 4, BEGINS, GOES_ON], [(0, 1), (3, 5)])

    def test_without_labels_there_are_no_names(self):
        self.assertEqual(list(renaming.people(text("ab", None))), [])


class Renamed(unittest.TestCase):
    def setUp(self):
        random.seed(1)

    def test_a_word_is_replaced_by_the_same_one_throughout_a_text(self):
        renamed = renaming.Renaming([BOB]).renamed(ANN)
        self.assertEqual(renamed.pieces, ["Bob", "Day", "met", "Bob"])
        self.assertEqual(renamed.changed, [True, True, False, True])
        self.assertEqual(ANN.pieces, ["Ann", "Lee", "met", "Ann"])

    def test_first_names_stay_where_pronouns_refer_to_them(self):
        with_pronoun = text(ANN.pieces, ANN.names, stands_for=[((2, 3), [])])
        renamed = renaming.Renaming([BOB]).renamed(with_pronoun)
        self.assertEqual(renamed.pieces, ["Ann", "Day", "met", "Ann"])


class Joined(unittest.TestCase):
    def test_the_place_stays_and_the_other_traits_change(self):
        self.assertEqual(renaming.joined([1, 9, 20, 35, -1], [2, 10, 21, 36, 37]), [2, 9, 20, 36, 37])

    def test_the_length_stays(self):
        self.assertEqual(renaming.joined([9, 35, -1], [36]), [9, 36, -1])
        self.assertEqual(renaming.joined([9, 35], [1, 36, 37]), [1, 9])
