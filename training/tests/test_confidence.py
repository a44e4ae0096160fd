"""Tests of confidence.py."""

import unittest

import confidence


class Fitted(unittest.TestCase):
    def test_the_table_has_a_step_for_each_twentieth_and_never_falls(self):
        article = [(0.1, True), (0.1, True), (0.5, False), (0.5, False), (0.9, True)]
        table = confidence.fitted([article])
        self.assertEqual(len(table), confidence.STEPS + 1)
        self.assertEqual(table, sorted(table))

    def test_right_quotes_raise_their_step(self):
        table = confidence.fitted([[(0.0, False)] * 8, [(1.0, True)] * 8])
        self.assertAlmostEqual(table[0], 1 / 10)
        self.assertAlmostEqual(table[10], 0.5)
        self.assertAlmostEqual(table[20], 9 / 10)

    def test_steps_that_would_fall_are_pooled(self):
        table = confidence.fitted([[(0.0, True)] * 3 + [(1.0, False)] * 3])
        self.assertEqual(table, [0.5] * (confidence.STEPS + 1))


class LookedUp(unittest.TestCase):
    def check(self, product, expected):
        self.assertAlmostEqual(confidence.looked_up([0.2, 0.4, 0.9], product), expected)

    def test_between_two_steps_the_confidence_is_interpolated(self):
        self.check(0.5, 0.4)
        self.check(0.75, 0.65)

    def test_beyond_the_table_its_ends_count(self):
        self.check(-1, 0.2)
        self.check(1, 0.9)
        self.check(2, 0.9)


class Checked(unittest.TestCase):
    def test_articles_are_looked_up_in_a_table_of_the_others(self):
        articles = [[(1.0, True)] * 8, [(1.0, False)] * 4]
        quotes = confidence.checked(articles)
        self.assertEqual([right for _, right in quotes], [False] * 4 + [True] * 8)
        self.assertEqual([stated for stated, _ in quotes], [1.0] * 4 + [0.0] * 8)


class Reliability(unittest.TestCase):
    def test_bins_without_quotes_are_left_out(self):
        quotes = [(0.1, False), (0.2, True), (0.3, True), (1.0, True)]
        rows = confidence.reliability(quotes)
        self.assertEqual([count for _, _, count in rows], [2, 1, 1])
        self.assertAlmostEqual(rows[0][0], 0.15)
        self.assertAlmostEqual(rows[0][1], 0.5)
