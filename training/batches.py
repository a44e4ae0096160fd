"""Texts as the network reads them: laid out in slots, several to a batch."""

from dataclasses import dataclass

import numpy as np
import torch

import network
from groups import rounded

LONGEST_RUN = 256
"""Positions restart with the first paragraph after this many slots."""


class Layout:
    """The slots of a text: one for each word, and one at the end of each paragraph."""

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
        """The first and last slot of a span, when the text begins at slot `start` of a batch."""
        return int(self.slot_of[span[0]]) + start, int(self.slot_of[span[1] - 1]) + start


def number_of(ranges, words):
    """The number of the range that each word is in."""
    number = np.zeros(words, np.int64)
    for at, (start, end) in enumerate(ranges):
        number[start:end] = at
    return number


@dataclass
class Batch:
    """Several texts with a row for each slot."""

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
    """This one has a row for each word."""

    def word_slots(self):
        """The slots of all words, text by text."""
        slots = [layout.slot_of + start for layout, start in zip(self.layouts, self.starts)]
        return torch.from_numpy(np.concatenate(slots))


def batch(layouts, block, end_of_paragraph):
    """Combines texts; each starts with a new block."""
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
    """Which slots a slot may attend to: those of the same text in its own block and the two adjacent ones."""
    blocks = owner.view(-1, block)
    none = torch.full((1, block), -2)
    around = torch.cat([torch.cat([none, blocks[:-1]]), blocks, torch.cat([blocks[1:], none])], 1)
    same = (blocks[:, :, None] == around[:, None, :]) & (around[:, None, :] >= 0)
    # a padding slot must attend to something, or its vector is not a number
    pads = (blocks[:, :, None] < 0) & (torch.arange(3 * block)[None, None] == block)
    return torch.zeros(same.shape).masked_fill(~(same | pads), float("-inf"))[:, None]
