"""Writes a trained network as a file of weights for the program.

The vectors of pieces have four bits, two numbers to a byte, with a scale for each piece. The matrices of the layers have
seven bits, with a scale for each output; positions and linkers have eight. Everything else keeps 32 bits.
"""

import numpy as np
from safetensors.numpy import save_file

SHIFTS = {"parts": (0.0, 0.15, 0.0), "names": (-1.0, 0.25, -0.5, 0.0, 0.0)}
"""Added to the scores of both labels of each kind; chosen for the best F1 on the dev parts of PolNeAR, GUM and EWT."""
LINKERS = ("cue_of", "source_of", "name_of")
MATRICES = ("query_key_value", "attention", "up", "down")
NORMS = ("attention_norm", "norm")
SEVEN_BITS, EIGHT_BITS = 63, 127


def write(state, path):
    tensors = {name: tensor.float().numpy() for name, tensor in state.items()}
    save_file(packed(tensors), path)
    print(f"{path}: {path.stat().st_size} bytes")


def packed(tensors):
    """The tensors in the layout that src/model/network reads."""
    out = {}
    steps, out["pieces.scale"] = four_bits(tensors["encoder.pieces.weight"])
    numbers = (steps + 8).astype(np.uint8)
    out["pieces"] = numbers[:, 0::2] | numbers[:, 1::2] << 4
    out["traits"] = tensors["encoder.traits.weight"]
    rounded(out, "positions", tensors["encoder.positions.weight"], EIGHT_BITS)
    norm(out, "norm", tensors, "encoder.embedding_norm")
    layers = {name.split(".")[2] for name in tensors if name.startswith("encoder.layers.")}
    for layer in sorted(layers):
        for matrix in MATRICES:
            own = f"encoder.layers.{layer}.{matrix}"
            rounded(out, f"layers.{layer}.{matrix}.weight", tensors[f"{own}.weight"].T, SEVEN_BITS)
            out[f"layers.{layer}.{matrix}.bias"] = tensors[f"{own}.bias"]
        for part in NORMS:
            norm(out, f"layers.{layer}.{part}", tensors, f"encoder.layers.{layer}.{part}")
    for head in ("parts", "names"):
        out[f"{head}.weight"] = np.ascontiguousarray(tensors[f"{head}.weight"].T)
        shifts = np.concatenate([[0], np.repeat(SHIFTS[head], 2)])
        out[f"{head}.bias"] = tensors[f"{head}.bias"] + shifts.astype(np.float32)
    for linker in LINKERS:
        ask = [tensors[f"{linker}.ask.{kind}"] for kind in ("weight", "bias")]
        none = [tensors[f"{linker}.none.{kind}"] for kind in ("weight", "bias")]
        rounded(out, f"{linker}.ask.weight", np.concatenate([ask[0], none[0]]).T, EIGHT_BITS)
        out[f"{linker}.ask.bias"] = np.concatenate([ask[1], none[1]])
        rounded(out, f"{linker}.answer.weight", tensors[f"{linker}.answer.weight"].T, EIGHT_BITS)
        out[f"{linker}.answer.bias"] = tensors[f"{linker}.answer.bias"]
        for table in ("distances", "sentences", "paragraphs", "ranks"):
            out[f"{linker}.{table}"] = tensors[f"{linker}.{table}.weight"][:, 0].copy()
    return out


def norm(out, name, tensors, own):
    out[f"{name}.scale"], out[f"{name}.bias"] = tensors[f"{own}.weight"], tensors[f"{own}.bias"]


def rounded(out, name, matrix, most):
    """Adds a matrix as integers from -most to most, with a scale for each column."""
    scale = np.maximum(np.abs(matrix).max(0), 1e-8) / most
    out[name] = np.ascontiguousarray(np.round(matrix / scale).astype(np.int8))
    out[f"{name}.scale"] = scale.astype(np.float32)


def four_bits(table):
    """A table as integers from -8 to 7, and the scale of each row that gives the smallest error."""
    most = np.abs(table).max(1)
    least = np.full(len(table), np.inf)
    scales, numbers = np.zeros(len(table), np.float32), np.zeros(table.shape, np.float32)
    for share in np.linspace(0.4, 1.0, 25):
        scale = np.maximum(most * share / 7, 1e-8)[:, None]
        steps = np.clip(np.round(table / scale), -8, 7)
        error = np.square(steps * scale - table).sum(1)
        better = error < least
        least[better], scales[better], numbers[better] = error[better], scale[better, 0], steps[better]
    return numbers, scales
