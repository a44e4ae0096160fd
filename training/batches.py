"""Texts as the network takes them: laid out in slots, several to a batch."""

import random
from dataclasses import dataclass

import numpy as np
import torch

import network

LONGEST_RUN = 256
"""Positions begin anew with the paragraph behind so many slots."""


class Layout:
    """Where the words of a text stand in its slots: a slot that ends each paragraph is put in between."""

    def __init__(self, text):
        self.text = text
        self.slot_of = np.zeros(len(text.words), np.int64)
        self.ends, positions, slot, run = [], [], 0, 0
        for start, end in text.paragraphs:
            run = 0 if run > LONGEST_RUN else run
            self.slot_of[start:end] = np.arange(slot, slot + end - start)
            slot += end - start
            self.ends.append(slot)
            slot += 1
            positions.append(np.arange(run, run + end - start + 1))
            run += end - start + 1
        self.slots = slot
        self.positions = np.minimum(np.concatenate(positions), network.POSITIONS - 1)
        self.sentence = number_of(text.sentences, len(text.words))
        self.paragraph = number_of(text.paragraphs, len(text.words))

    def ends_of(self, span, start):
        """The first and last slot of a span in a batch."""
        return int(self.slot_of[span[0]]) + start, int(self.slot_of[span[1] - 1]) + start


def number_of(ranges, words):
    number = np.zeros(words, np.int64)
    for at, (start, end) in enumerate(ranges):
        number[start:end] = at
    return number


@dataclass
class Batch:
    layouts: list
    starts: list
    pieces: torch.Tensor
    traits: torch.Tensor
    positions: torch.Tensor
    mask: torch.Tensor
    parts: torch.Tensor
    names: torch.Tensor
    name_weight: torch.Tensor
    kinds: torch.Tensor
    sentence: torch.Tensor
    paragraph: torch.Tensor
    changed: torch.Tensor
    """By word, not by slot."""

    def word_slots(self):
        """The slots of all words, text by text."""
        slots = [layout.slot_of + start for layout, start in zip(self.layouts, self.starts)]
        return torch.from_numpy(np.concatenate(slots))


def rounded(slots, block):
    return -(-slots // block) * block


def batch(layouts, block, end_of_paragraph):
    """Puts texts together; each begins with a block of its own."""
    starts, slots = [], 0
    for layout in layouts:
        starts.append(slots)
        slots += rounded(layout.slots, block)
    rows = lambda *shape, fill=-1: np.full((slots, *shape), fill, np.int64)
    pieces, traits, positions = rows(8), rows(16), rows(fill=0)
    owner, parts, names, kinds = rows(), rows(), rows(), rows(fill=0)
    weight, sentence, paragraph = np.zeros(slots, np.float32), rows(fill=0), rows(fill=0)
    for number, (layout, start) in enumerate(zip(layouts, starts)):
        text, at = layout.text, layout.slot_of + start
        pieces[at], traits[at] = text.pieces, text.traits
        pieces[np.array(layout.ends) + start, 0] = end_of_paragraph
        own = slice(start, start + layout.slots)
        positions[own], owner[own] = layout.positions, number
        if text.parts is not None:
            parts[at] = text.parts
        if text.names is not None:
            names[at], kinds[at], weight[at] = text.names, text.kinds, text.name_weight
        sentence[at], paragraph[at] = layout.sentence, layout.paragraph
    tensors = (pieces, traits, positions)
    gold = (parts, names, weight, kinds, sentence, paragraph)
    mask = mask_of(torch.from_numpy(owner), block)
    tensor = torch.from_numpy
    changed = np.concatenate([layout.text.changed for layout in layouts])
    return Batch(layouts, starts, *map(tensor, tensors), mask, *map(tensor, gold), tensor(changed))


def mask_of(owner, block):
    """Which slots a slot may attend to: those of its text in its block and the two beside it."""
    blocks = owner.view(-1, block)
    none = torch.full((1, block), -2)
    around = torch.cat([torch.cat([none, blocks[:-1]]), blocks, torch.cat([blocks[1:], none])], 1)
    same = (blocks[:, :, None] == around[:, None, :]) & (around[:, None, :] >= 0)
    # a slot that pads must attend to something, or its numbers are none
    pads = (blocks[:, :, None] < 0) & (torch.arange(3 * block)[None, None] == block)
    return torch.zeros(same.shape).masked_fill(~(same | pads), float("-inf"))[:, None]


def grouped(layouts, block, slots):
    """Texts in random order, in groups of at most so many slots."""
    layouts, groups, room = random.sample(layouts, len(layouts)), [], 0
    for layout in layouts:
        size = rounded(layout.slots, block)
        if size > room:
            groups.append([])
            room = slots
        groups[-1].append(layout)
        room -= size
    return groups
