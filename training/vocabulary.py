"""The pieces of words that the network knows: those of the pretrained encoder that English news needs.

    python3 training/vocabulary.py

writes assets/pieces.txt, a piece a line; the number of its line is the row of its vector. Kept are single signs and
the first 22,000 pieces of printable ASCII: the list of the encoder goes from frequent to rare, and pieces beyond make
up 0.4 % of the training texts. The last one, [SEP], stands for the end of a paragraph.
"""

import re
from pathlib import Path

import encoder

LIMIT = 22_000
SIGNS = "—…£€°é½·•™©®→"


def kept():
    usable = re.compile(rf"(##)?[!-~]+|[{SIGNS}]")
    pieces = [piece for piece in encoder.vocabulary() if usable.fullmatch(piece)]
    pieces = ["[UNK]"] + [piece for piece in pieces if not piece.startswith("[")] + ["[", "]"]
    single = lambda piece: len(piece.replace("##", "")) == 1
    return [piece for at, piece in enumerate(pieces) if at < LIMIT or single(piece)] + ["[SEP]"]


if __name__ == "__main__":
    to = Path(__file__).resolve().parent.parent / "assets" / "pieces.txt"
    to.write_text("".join(f"{piece}\n" for piece in kept()))
    print(f"{to}: {len(kept())} pieces")
