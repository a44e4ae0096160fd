"""Groups texts, so that each group fits into a batch."""

import random


def rounded(slots, block):
    """A number of slots, rounded up to whole blocks."""
    return -(-slots // block) * block


def grouped(layouts, block, slots):
    """The texts in random order, in groups of at most `slots` slots. A text that is larger has a group of its own."""
    layouts, groups, room = random.sample(layouts, len(layouts)), [], 0
    for layout in layouts:
        size = rounded(layout.slots, block)
        if size > room:
            groups.append([])
            room = slots
        groups[-1].append(layout)
        room -= size
    return groups
