# everything that must hold before a commit; .ci/run does the same on a clean clone
check: format spelling dependencies lint docs fuzz training test

format:
    cargo fmt --check
    cargo fmt --check --manifest-path fuzz/Cargo.toml

# American English everywhere, see typos.toml
spelling:
    typos

# licenses and sources as deny.toml has them, and none that needs a later Rust than Cargo.toml promises
dependencies:
    cargo deny --locked check licenses bans sources
    python3 .ci/rust_version.py

# reports also what the standard library does not have in the promised Rust
lint:
    cargo clippy --all-targets --locked -- -D warnings

docs:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked

# the fuzz targets compile; running them needs nightly, see fuzz/README.md
fuzz:
    CARGO_TARGET_DIR=target cargo clippy --manifest-path fuzz/Cargo.toml --no-default-features --locked -- -D warnings

# the scripts compile, and their tests pass without torch
training:
    python3 -m compileall -q training docs .ci
    if [ -d training/tests ]; then python3 -m unittest discover -s training/tests -t training; fi

test:
    cargo test --locked

# known vulnerabilities; needs the network
advisories:
    cargo deny --locked check advisories

# rewrites everything that follows from the code: golden screens, docs/keys.md, docs/screens.md
golden:
    INSTA_UPDATE=always cargo test --test it screens::
    UPDATE_DOCS=1 cargo test --test it documents -- --test-threads=1

# docs/picture.svg, a screen of the program; needs tmux
picture:
    cargo build
    python3 docs/picture.py target/debug/whosaid docs/picture.svg

# brings the lock file of the fuzz targets up to date after a change in Cargo.toml
fuzz-lock:
    cargo metadata --manifest-path fuzz/Cargo.toml --format-version 1 > /dev/null
