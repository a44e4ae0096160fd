"""Tests of vocabulary.py."""

import unittest
from unittest import mock

import vocabulary


class Kept(unittest.TestCase):
    def check(self, pieces, expected):
        self.assertEqual(vocabulary.kept(pieces), ["[UNK]", *expected, "[", "[SEP]"])

    def test_pieces_of_printable_ascii_are_kept_in_order(self):
        self.check(["[PAD]", "[UNK]", "]", "the", "##s", "日", "naïve", "!"], ["]", "the", "##s", "!"])

    def test_some_other_signs_are_kept(self):
        self.check(["—", "€", "ß", "##—"], ["—", "€"])

    def test_beyond_the_limit_only_single_characters_are_kept(self):
        with mock.patch.object(vocabulary, "LIMIT", 2):
            self.check(["the", "of", "a", "##b", "##bc"], ["the", "a", "##b"])

    def test_the_shipped_vocabulary_has_this_form(self):
        pieces = (vocabulary.Path(vocabulary.__file__).parent.parent / "assets/pieces.txt").read_text().split("\n")[:-1]
        self.assertEqual((pieces[0], pieces[-1]), ("[UNK]", "[SEP]"))
        self.assertEqual(pieces, vocabulary.kept(pieces[1:-2]))
