"""Checks that no dependency needs a later Rust than Cargo.toml promises.

Clippy looks after the program's own code (incompatible_msrv); this is for the crates it is built from.
"""

import json
import subprocess
import sys


def version(text):
    """The numbers of a version, so that 1.88 equals 1.88.0."""
    numbers = [int(number) for number in text.split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))


def main():
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    packages = json.loads(subprocess.check_output(command))["packages"]
    promised = next(package["rust_version"] for package in packages if package["name"] == "whosaid")
    later = [
        f"{package['name']} {package['version']} needs Rust {package['rust_version']}"
        for package in packages
        if package["rust_version"] and version(package["rust_version"]) > version(promised)
    ]
    if later:
        sys.exit("\n".join([f"Cargo.toml promises Rust {promised}, but:", *later]))


main()
