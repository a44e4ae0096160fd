#!/usr/bin/env python3
"""Count how often quotes are right, and add the table of confidence to the weights.

    python3 training/calibrate.py --weights target/training/model.safetensors --gold dev.jsonl

This writes assets/model.safetensors. GOLD is the dev part of PolNeAR. A quote is right if at least half of its words and
those of a gold quote are shared, and the sources share a word. The printed table is a check: half of the articles are
looked up in a table that was counted on the other half.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

import confidence
import matching

ROOT = Path(__file__).resolve().parent.parent


def annotated(weights, gold):
    """The articles of a file, annotated by the program with other weights."""
    command = ["cargo", "run", "--quiet", "--release", "--", "annotate", "--format", "jsonl"]
    return subprocess.run([*command, "--weights", weights, gold], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def records(lines):
    """Articles by their ids."""
    return {record["id"]: record for record in map(json.loads, filter(str.strip, lines.decode().split("\n")))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="the weights that train.py wrote")
    parser.add_argument("--gold", type=Path, required=True, help="the dev part of PolNeAR, unzipped")
    arguments = parser.parse_args()

    tensors = load_file(arguments.weights)
    tensors.pop("confidence", None)
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.safetensors"
        save_file(tensors, bare)
        predictions = records(annotated(bare.resolve(), arguments.gold.resolve()))
    articles = matching.outcomes(records(arguments.gold.read_bytes()), predictions)
    print("stated  right  quotes")
    for stated, right, count in confidence.reliability(confidence.checked(articles)):
        print(f"{stated:6.2f} {right:6.2f} {count:7}")
    to = ROOT / "assets/model.safetensors"
    table = np.array(confidence.fitted(articles), np.float32)
    save_file(tensors | {"confidence": table}, to)
    print(f"{to}: {to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
