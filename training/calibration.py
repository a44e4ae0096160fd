#!/usr/bin/env python3
"""How right quotes are at each stated confidence.

    calibration.py SCORER GOLD PREDICTIONS

SCORER is the folder that holds score.py (../shared/tools), whose matching is used: a quote is right where its words
have an IoU of at least one half with a gold quote's, and the sources share a word. GOLD is a file of PolNeAR,
PREDICTIONS what `whosaid annotate --format jsonl` wrote for its texts. Standard library only.
"""

import sys
from collections import Counter


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.strip())
    sys.path.insert(0, sys.argv[1])
    import score

    right, count = Counter(), Counter()
    predictions = score.read(sys.argv[3])
    for key, record in score.read(sys.argv[2]).items():
        quotes = predictions[key]["quotes"]
        at = score.word_index(record["text"])
        gold = score.quotes_of(record, "attributions", at, frozenset())
        found = score.quotes_of(predictions[key], "quotes", at, frozenset())
        near = lambda a, b: score.iou(a, b) if score.iou(a, b) >= score.MIN_IOU else 0.0
        matched = dict(score.assign(found, gold, near))
        stated = {quote.get("id", number): quote["confidence"] for number, quote in enumerate(quotes)}
        for number, quote in enumerate(found):
            confidence = stated[quote["id"]]
            count[confidence] += 1
            if number in matched and score.same_source(quote, gold[matched[number]]):
                right[confidence] += 1

    print("stated  right  quotes")
    for confidence in sorted(count, reverse=True):
        print(f"{confidence:6.2f} {right[confidence] / count[confidence]:6.2f} {count[confidence]:7}")


if __name__ == "__main__":
    main()
