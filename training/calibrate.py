#!/usr/bin/env python3
"""Count how often quotes are right, and put the table into the weights.

    python3 training/calibrate.py --weights target/training/model.safetensors --gold dev.jsonl --scorer ../shared/tools

writes assets/model.safetensors. GOLD is PolNeAR's dev part, unpacked; the folder of --scorer holds score.py, whose
matching is used: a quote is right where its words have an IoU of at least one half with a gold quote's, and the
sources share a word. The table goes from the product of the network's own shares, in even steps from 0 to 1, to the
share of right quotes, rising throughout. What is printed is a check on articles that their table was not counted on.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

ROOT = Path(__file__).resolve().parent.parent
STEPS = 20
PRIOR = 2
"""Quotes as right as all are, which each step is given beforehand."""
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def annotated(weights, gold):
    command = ["cargo", "run", "--quiet", "--release", "--", "annotate", "--format", "jsonl"]
    return subprocess.run([*command, "--weights", weights, gold], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def outcomes(score, gold, predictions):
    """For each article, its quotes: the stated product, and whether they are right."""
    articles, found = [], score.read(predictions)
    for key, record in score.read(gold).items():
        at = score.word_index(record["text"])
        truth = score.quotes_of(record, "attributions", at, frozenset())
        quotes = score.quotes_of(found[key], "quotes", at, frozenset())
        near = lambda a, b: score.iou(a, b) if score.iou(a, b) >= score.MIN_IOU else 0.0
        matched = dict(score.assign(quotes, truth, near))
        stated = {quote["id"]: quote["confidence"] for quote in found[key]["quotes"]}
        right = lambda at: at in matched and score.same_source(quotes[at], truth[matched[at]])
        articles.append([(stated[quote["id"]], right(at)) for at, quote in enumerate(quotes)])
    return articles


def fitted(articles):
    """The rising table that fits best: neighbours that fall are put together."""
    quotes = [quote for article in articles for quote in article]
    base = np.mean([right for _, right in quotes])
    blocks = []
    for step in range(STEPS + 1):
        own = [right for stated, right in quotes if round(stated * STEPS) == step]
        blocks.append([sum(own) + PRIOR * base, len(own) + PRIOR, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    return np.array([right / count for right, count, steps in blocks for _ in range(steps)], np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.scorer))
    import score

    tensors = load_file(arguments.weights)
    tensors.pop("confidence", None)
    with tempfile.TemporaryDirectory() as folder:
        bare, predictions = Path(folder) / "bare.safetensors", Path(folder) / "predictions.jsonl"
        save_file(tensors, bare)
        predictions.write_bytes(annotated(bare.resolve(), arguments.gold.resolve()))
        articles = outcomes(score, str(arguments.gold), str(predictions))
    checked = []
    for half in (0, 1):
        table = fitted(articles[half::2])
        steps = np.linspace(0, 1, STEPS + 1)
        checked += [(np.interp(stated, steps, table), right) for own in articles[1 - half :: 2] for stated, right in own]
    print("stated  right  quotes")
    for low, high in zip(BINS, BINS[1:]):
        own = [quote for quote in checked if low <= quote[0] < high]
        if own:
            stated, right = np.mean(own, axis=0)
            print(f"{stated:6.2f} {right:6.2f} {len(own):7}")
    to = ROOT / "assets/model.safetensors"
    save_file(tensors | {"confidence": fitted(articles)}, to)
    print(f"{to}: {to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
