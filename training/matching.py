"""Pairs predicted quotes with gold quotes, by the same rules as `whosaid eval` (src/scoring).

Spans are compared as sets of words. Quotes are paired one to one: as many as possible, and of these pairings the one
with the greatest overlap.
"""

import re

LEAST_OVERLAP = 0.5
"""Of two quotes that can be paired: shared words divided by the words of both."""
SAME = 1e-12
"""Sums that differ by less are equal."""
WORD = re.compile(r"\w+")


def outcomes(gold, predictions):
    """For each article, its quotes: the product of probabilities, and whether the quote is right."""
    articles = []
    for key, record in gold.items():
        at = word_index(record["text"])
        truth = quotes_of(record, "attributions", at)
        quotes = quotes_of(predictions[key], "quotes", at)
        matched = dict(assign(quotes, truth, overlap))
        product = {quote["id"]: quote["confidence"] for quote in predictions[key]["quotes"]}
        right = lambda at: at in matched and same_source(quotes[at], truth[matched[at]])
        articles.append([(product[quote["id"]], right(at)) for at, quote in enumerate(quotes)])
    return articles


def word_index(text):
    """For each character, the number of its word, or None."""
    at = [None] * len(text)
    for number, match in enumerate(WORD.finditer(text)):
        at[match.start() : match.end()] = [number] * (match.end() - match.start())
    return at


def words_in(spans, at):
    """The words that share a character with one of the spans."""
    return frozenset(word for start, end in spans or () for word in at[start:end] if word is not None)


def quotes_of(record, key, at):
    """The quotes of a record as sets of words, without those that have no words."""
    quotes = [
        {
            "id": quote.get("id"),
            "content": words_in(quote.get("content"), at),
            "source": words_in(quote.get("source"), at),
        }
        for quote in record.get(key) or ()
    ]
    return [quote for quote in quotes if quote["content"]]


def overlap(a, b):
    """The overlap of two quotes if they can be paired, else 0."""
    share = len(a["content"] & b["content"]) / len(a["content"] | b["content"])
    return share if share >= LEAST_OVERLAP else 0.0


def same_source(a, b):
    """Whether two sources share a word or are both missing."""
    return bool(a["source"] & b["source"]) or not (a["source"] or b["source"])


def assign(left, right, weight):
    """Pairs of indexes: as many as possible, and of these the greatest weight. Items can be paired if their weight is
    above 0. Finds shortest augmenting paths with the algorithm of Bellman and Ford."""
    edges = {}
    for i, a in enumerate(left):
        weights = {j: weight(a, b) for j, b in enumerate(right)}
        if any(value > 0 for value in weights.values()):
            edges[i] = {j: value for j, value in weights.items() if value > 0}
    of_left, of_right = {}, {}
    while True:
        cost, previous = shortest(edges, of_left, of_right)
        best = None
        for i in cost:
            for j, value in edges[i].items():
                if j not in of_right and (best is None or cost[i] - value < best[0] - SAME):
                    best = (cost[i] - value, i, j)
        if best is None:
            return sorted(of_left.items())
        step = best[1:]
        while step:
            i, j = step
            of_left[i], of_right[j] = j, i
            step = previous.get(i)


def shortest(edges, of_left, of_right):
    """The cost of freeing each item on the left, and the pair before it on the way."""
    cost, previous = {i: 0.0 for i in edges if i not in of_left}, {}
    for _ in range(len(edges) + 1):
        changed = False
        for i in list(cost):
            for j, value in edges[i].items():
                holder = of_right.get(j)
                if holder is None or of_left.get(i) == j:
                    continue
                freed = cost[i] - value + edges[holder][j]
                if freed < cost.get(holder, float("inf")) - SAME:
                    cost[holder], previous[holder], changed = freed, (i, j), True
        if not changed:
            break
    return cost, previous
