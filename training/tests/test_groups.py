"""Tests of groups.py."""

import random
import unittest
from dataclasses import dataclass

import groups


@dataclass(frozen=True)
class Layout:
    slots: int


class Rounded(unittest.TestCase):
    def test_slots_are_rounded_up_to_whole_blocks(self):
        self.assertEqual([groups.rounded(slots, 32) for slots in (1, 32, 33, 64)], [32, 32, 64, 64])


class Grouped(unittest.TestCase):
    def setUp(self):
        random.seed(1)
        self.layouts = [Layout(slots) for slots in range(1, 130)]
        self.groups = groups.grouped(self.layouts, 32, 128)

    def test_every_text_is_in_one_group(self):
        together = [layout for group in self.groups for layout in group]
        self.assertEqual(sorted(layout.slots for layout in together), list(range(1, 130)))
        self.assertNotEqual(together, self.layouts)

    def test_a_group_has_at_most_so_many_slots_unless_one_text_has_more(self):
        for group in self.groups:
            size = sum(groups.rounded(layout.slots, 32) for layout in group)
            self.assertTrue(size <= 128 or len(group) == 1, group)

    def test_groups_are_filled(self):
        self.assertEqual(len(groups.grouped([Layout(64)] * 4, 32, 128)), 2)
