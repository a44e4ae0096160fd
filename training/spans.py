"""Spans of a text: from bytes to characters, from characters to words, and the labels of words."""

from bisect import bisect_left, bisect_right

BEFORE, AFTER = 320, 40
"""How far a mention looks for names, in words."""


def character_of(text):
    """The number of the character at each byte of a text's UTF-8 form, and at its end."""
    at = [number for number, character in enumerate(text) for _ in character.encode()]
    return at + [len(text)]


def touched(starts, ends, start, end):
    """The words that share a character with a span, given where each word starts and ends."""
    return bisect_right(ends, start), bisect_left(starts, end)


def merged(spans, characters):
    """Sorted spans, with those separated only by white space merged."""
    whole = []
    for start, end in sorted(spans):
        if whole and not characters[whole[-1][1] : start].strip():
            whole[-1][1] = end
        else:
            whole.append([start, end])
    return whole


def near(span, names):
    """The names that a mention at `span` can refer to: those within reach that do not overlap it."""
    apart = lambda name: not (name[0] < span[1] and span[0] < name[1])
    return [(name, same) for name, same in names if -BEFORE < name[0] - span[0] < AFTER and apart(name)]


def write_name(labels, span, kind):
    """Labels the words of a name: 2 * kind - 1 for the first, 2 * kind for the others. A name that it cuts in two keeps
    its rest as a name of its own."""
    first, last = span
    if first >= last:
        return
    labels[first] = 2 * kind - 1
    for at in range(first + 1, last):
        labels[at] = 2 * kind
    is_cut = last < len(labels) and labels[last] > 0 and labels[last] % 2 == 0
    if is_cut:
        labels[last] -= 1
