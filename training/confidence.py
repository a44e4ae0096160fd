"""The table of confidence: from the product of the network's probabilities to the share of right quotes."""

STEPS = 20
PRIOR = 2
"""How many average quotes are added to each step, so that a step with few quotes stays close to the average."""
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def fitted(articles):
    """The best table that never falls. Steps that would fall are pooled with those before them.

    An article is a list of quotes, a quote a pair: the product, and whether the quote is right.
    """
    quotes = [quote for article in articles for quote in article]
    average = sum(right for _, right in quotes) / len(quotes)
    pools = []
    for step in range(STEPS + 1):
        own = [right for product, right in quotes if round(product * STEPS) == step]
        pools.append([sum(own) + PRIOR * average, len(own) + PRIOR, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return [right / count for right, count, steps in pools for _ in range(steps)]


def looked_up(table, product):
    """The confidence for a product, interpolated between two steps."""
    place = min(max(product, 0.0), 1.0) * (len(table) - 1)
    step = int(place)
    above = table[min(step + 1, len(table) - 1)]
    return table[step] + (above - table[step]) * (place - step)


def checked(articles):
    """The confidence of all quotes by tables that were counted on other articles, and whether they are right."""
    quotes = []
    for half in (0, 1):
        table = fitted(articles[half::2])
        others = articles[1 - half :: 2]
        quotes += [(looked_up(table, product), right) for own in others for product, right in own]
    return quotes


def reliability(quotes):
    """For each bin with quotes: the mean confidence, the share of right quotes, and their number."""
    rows = []
    for low, high in zip(BINS, BINS[1:]):
        own = [quote for quote in quotes if low <= quote[0] < high]
        if own:
            stated, right = (sum(column) / len(own) for column in zip(*own))
            rows.append((stated, right, len(own)))
    return rows
