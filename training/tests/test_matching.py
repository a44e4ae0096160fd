"""Tests of matching.py; the cases of `assign` are those of src/scoring/matching.rs."""

import itertools
import unittest

import matching


class Words(unittest.TestCase):
    def test_a_word_that_is_touched_counts(self):
        at = matching.word_index("“Yes, it’s late”")
        self.assertEqual(matching.words_in([[0, 2], [13, 14]], at), {0, 3})
        self.assertEqual(matching.words_in([[4, 6], [90, 99]], at), frozenset())
        self.assertEqual(matching.words_in(None, at), frozenset())


class Assign(unittest.TestCase):
    def check(self, weights, expected):
        weight = lambda left, right: weights.get((left, right), 0.0)
        self.assertEqual(matching.assign(range(3), range(3), weight), expected)

    def test_most_pairs_come_first_then_weight(self):
        self.check({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}, [(0, 1), (1, 0)])
        self.check({(0, 0): 0.5, (0, 1): 0.6, (1, 0): 0.6, (1, 1): 0.5}, [(0, 1), (1, 0)])
        self.check({(0, 0): 0.6, (1, 0): 0.9, (1, 1): 0.6, (2, 1): 0.7}, [(1, 0), (2, 1)])
        self.check({}, [])

    def test_ties_go_to_the_first_pair(self):
        self.check({(0, 0): 0.5, (0, 1): 0.5}, [(0, 0)])
        self.check({(0, 0): 0.5, (1, 0): 0.5}, [(0, 0)])
        self.check({(0, 1): 0.5, (1, 0): 0.5, (1, 1): 0.5, (2, 0): 0.5}, [(0, 1), (1, 0)])

    def test_sums_that_differ_by_rounding_are_ties(self):
        self.check({(0, 0): 0.3, (0, 1): 0.1 + 0.2}, [(0, 0)])

    def test_a_path_frees_one_item_after_another(self):
        pairs = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0)]
        self.check(dict.fromkeys(pairs, 0.5), [(0, 2), (1, 1), (2, 0)])

    def test_no_other_matching_has_more_pairs_or_weight(self):
        cells = list(itertools.product(range(3), range(3)))
        for values in itertools.islice(itertools.product((0.0, 0.5, 0.6, 0.9), repeat=9), 0, None, 61):
            weights = dict(zip(cells, values))
            matchings = (
                [pair for pair in zip(range(3), order) if weights[pair] > 0]
                for order in itertools.permutations(range(3))
            )
            best = max((len(pairs), round(sum(weights[pair] for pair in pairs), 6)) for pairs in matchings)
            found = matching.assign(range(3), range(3), lambda left, right: weights[left, right])
            self.assertEqual((len(found), round(sum(weights[pair] for pair in found), 6)), best)


class Outcomes(unittest.TestCase):
    TEXT = "Ann said it rains a lot. Bob left."
    GOLD = {"content": [[9, 24]], "source": [[0, 3]]}

    def check(self, found, expected):
        gold = {"1": {"text": self.TEXT, "attributions": [self.GOLD]}}
        quotes = [{"id": "q1", "confidence": 0.7, **found}]
        self.assertEqual(matching.outcomes(gold, {"1": {"quotes": quotes}}), [[(0.7, expected)]])

    def test_half_of_the_words_must_be_shared(self):
        self.check(self.GOLD, True)
        self.check({"content": [[9, 17]], "source": [[0, 3]]}, True)
        self.check({"content": [[9, 11]], "source": [[0, 3]]}, False)

    def test_the_sources_must_share_a_word(self):
        self.check({"content": [[9, 24]], "source": [[25, 28]]}, False)
        self.check({"content": [[9, 24]]}, False)

    def test_missing_sources_agree(self):
        none = {"source": frozenset()}
        self.assertTrue(matching.same_source(none, none))

    def test_a_quote_without_words_does_not_count(self):
        gold = {"1": {"text": self.TEXT, "attributions": []}}
        quotes = [{"id": "q1", "confidence": 0.7, "content": [[23, 24]]}]
        self.assertEqual(matching.outcomes(gold, {"1": {"quotes": quotes}}), [[]])
