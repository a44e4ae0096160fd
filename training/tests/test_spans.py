"""Tests of spans.py."""

import unittest

import spans


class CharacterOf(unittest.TestCase):
    def test_each_byte_has_its_character_and_the_end_has_one_too(self):
        self.assertEqual(spans.character_of("a“b"), [0, 1, 1, 1, 2, 3])


class Touched(unittest.TestCase):
    def check(self, span, expected):
        starts, ends = [0, 4, 9], [3, 8, 10]
        self.assertEqual(spans.touched(starts, ends, *span), expected)

    def test_a_word_with_one_character_in_the_span_counts(self):
        self.check((2, 5), (0, 2))
        self.check((0, 10), (0, 3))

    def test_a_word_that_ends_where_the_span_starts_does_not_count(self):
        self.check((3, 4), (1, 1))
        self.check((3, 9), (1, 2))


class Merged(unittest.TestCase):
    def check(self, places, expected):
        self.assertEqual(spans.merged(places, "ab  cd, ef"), expected)

    def test_white_space_joins_spans(self):
        self.check([[4, 6], [0, 2]], [[0, 6]])

    def test_a_comma_separates_spans(self):
        self.check([[4, 6], [8, 10]], [[4, 6], [8, 10]])


class Near(unittest.TestCase):
    def check(self, name, expected):
        self.assertEqual(bool(spans.near((500, 502), [(name, True)])), expected)

    def test_names_within_reach_are_near(self):
        self.check((181, 183), True)
        self.check((180, 182), False)
        self.check((539, 541), True)
        self.check((540, 542), False)

    def test_a_name_that_overlaps_the_mention_is_not_near(self):
        self.check((499, 501), False)
        self.check((501, 503), False)
        self.check((498, 500), True)
        self.check((502, 504), True)

    def test_each_name_keeps_whether_it_is_the_same(self):
        names = [((1, 2), True), ((3, 4), False)]
        self.assertEqual(spans.near((5, 6), names), names)


class WriteName(unittest.TestCase):
    def check(self, labels, span, kind, expected):
        spans.write_name(labels, span, kind)
        self.assertEqual(labels, expected)

    def test_the_first_word_has_a_label_of_its_own(self):
        self.check([0, 0, 0, 0], (1, 3), 2, [0, 3, 4, 0])

    def test_a_name_that_is_cut_keeps_its_rest(self):
        self.check([1, 2, 2, 0], (0, 1), 2, [3, 1, 2, 0])
        self.check([0, 1, 2], (0, 1), 2, [3, 1, 2])

    def test_an_empty_span_changes_nothing(self):
        self.check([1, 2], (1, 1), 2, [1, 2])
