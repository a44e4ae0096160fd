"""Choose the pieces of words that the network knows: those of the pretrained encoder that English news needs.

    python3 training/vocabulary.py

This writes assets/pieces.txt, one piece a line; the number of a line is the row of the piece's vector. Kept are single
characters and the first 22,000 pieces of printable ASCII. The encoder lists pieces from frequent to rare, and those left out
make up 0.4 % of the training texts. The last piece, [SEP], ends a paragraph.
"""

import re
from pathlib import Path

import encoder

LIMIT = 22_000
SIGNS = "—…£€°é½·•™©®→"
"""Kept besides ASCII."""


def kept(vocabulary):
    """The pieces of a vocabulary that are kept, [UNK] first and [SEP] last."""
    usable = re.compile(rf"(##)?[!-~]+|[{SIGNS}]")
    pieces = [piece for piece in vocabulary if usable.fullmatch(piece)]
    pieces = ["[UNK]"] + [piece for piece in pieces if not piece.startswith("[")] + ["["]
    single = lambda piece: len(piece.replace("##", "")) == 1
    return [piece for at, piece in enumerate(pieces) if at < LIMIT or single(piece)] + ["[SEP]"]


if __name__ == "__main__":
    to = Path(__file__).resolve().parent.parent / "assets" / "pieces.txt"
    pieces = kept(encoder.vocabulary())
    to.write_text("".join(f"{piece}\n" for piece in pieces))
    print(f"{to}: {len(pieces)} pieces")
