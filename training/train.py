#!/usr/bin/env python3
"""Train the network: from the corpora to target/training/model.safetensors.

    pip install -r training/requirements.txt
    python3 training/train.py --corpora FOLDER

This takes almost two hours on two cores without a GPU. Each finished stage, and every 200 steps of the current one, are
saved in target/training, and a run that was interrupted resumes from there. Afterwards

    cargo run --release -- eval dev.jsonl --weights target/training/model.safetensors

shows the figures on the dev part of PolNeAR, and calibrate.py adds the table of confidence.
"""

import argparse
import copy
import itertools
import os
import pickle
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

import batches
import corpus
import export
import losses
import network
import renaming
from groups import grouped

SEED = 1
FURTHER = 2
"""How many students continue from the first one, each with other batches. The mean of all is shipped: where one overfits,
the others correct it."""
SLOTS = 6000
"""The size of a batch."""
SAVE_EVERY = 200
"""In steps."""


@dataclass(frozen=True)
class Stage:
    """How one network is trained."""

    steps: int
    rate: float
    head_rate: float
    """The rate of what is not pretrained, as a multiple of `rate`."""
    warm_up: float
    """The share of the steps until the full rate is reached; afterwards it falls almost to zero."""
    block: int
    name_weight: float
    antecedent_weight: float


TEACHER = Stage(1100, 2e-4, 5, 0.10, block=64, name_weight=0.5, antecedent_weight=0.0)
STUDENT = Stage(1100, 3e-4, 3, 0.06, block=32, name_weight=1.0, antecedent_weight=0.3)
GOING_ON = Stage(300, 1.5e-4, 3, 0.10, block=32, name_weight=1.5, antecedent_weight=0.3)
PLAIN = replace(STUDENT, steps=300)
LAYERS_KEPT = (0, 2, 4)
INNER_KEPT = 1024
LINK_WEIGHT = 0.2
WITHOUT_HEADLINE = 0.35
"""The share of PolNeAR's articles that lose their headline in an epoch."""
WITHOUT_STOP = 0.35
"""The share of PolNeAR's articles whose headline loses its period in an epoch."""
RENAMED = 0.3
"""The share of texts that get other names in an epoch."""


@dataclass
class Taught:
    """What the teacher predicts for each word."""

    vectors: torch.Tensor
    parts: torch.Tensor
    names: torch.Tensor


class Training:
    """A run of the training, with all texts and the folder of its intermediate results."""

    def __init__(self, folder, corpora):
        self.folder = folder
        self.pieces = (corpus.ROOT / "assets/pieces.txt").read_text().split("\n")[:-1]
        self.end_of_paragraph = self.pieces.index("[SEP]")
        self.stop = (self.pieces.index("."),) + 7 * (-1,)
        self.layouts = self.kept("texts.pickle", lambda: self.lay_out(corpora))
        self.renaming = renaming.Renaming([layout.text for layout in self.layouts])

    def lay_out(self, corpora):
        texts = [text for name in corpus.TRAIN for text in corpus.read(corpora, name)]
        print(f"{len(texts)} texts, {sum(len(text.words) for text in texts)} words", flush=True)
        return [batches.Layout(text) for text in texts]

    def kept(self, name, make):
        """What is in a file, or is made and saved there now."""
        path = self.folder / name
        if not path.exists():
            write(path, lambda to: pickle.dump(make(), to, protocol=5))
        with path.open("rb") as file:
            return pickle.load(file)

    def batch(self, layouts, block):
        return batches.batch(layouts, block, self.end_of_paragraph)

    def epoch(self, block):
        """The batches of an epoch, with GUM three times, since it is small and the only corpus with all kinds of names. Some
        articles lose their headlines, and some texts get other names."""
        gum = [layout for layout in self.layouts if layout.text.corpus == "gum-train"]
        return grouped([self.varied(layout) for layout in self.layouts + 2 * gum], block, SLOTS)

    def varied(self, layout):
        """A text with random changes, or the text itself."""
        text = layout.text
        if random.random() < RENAMED:
            text = self.renaming.renamed(text)
        if text.links and len(text.paragraphs) > 3:
            first, last = text.paragraphs[0]
            chance = random.random()
            if chance < WITHOUT_HEADLINE:
                text = text.without_headline()
            elif chance < WITHOUT_HEADLINE + WITHOUT_STOP and last - first > 1 and text.word(last - 1) == self.stop:
                text = text.with_headline()
        return layout if text is layout.text else batches.Layout(text)

    def run(self, net, stage, name, taught=None):
        """Trains a network, or resumes its training."""
        done = self.folder / f"{name}.pt"
        if done.exists():
            net.load_state_dict(torch.load(done))
            return net
        optimizer = torch.optim.AdamW(groups(net, stage), weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step, stage))
        halfway = self.folder / f"{name}.halfway.pt"
        first = restored(halfway, net, optimizer, schedule)
        net.train()
        began, sums = time.time(), np.zeros(5)
        epochs = itertools.chain.from_iterable(self.epoch(stage.block) for _ in itertools.count())
        for step, layouts in zip(range(first + 1, stage.steps + 1), epochs):
            batch = self.batch(layouts, stage.block)
            each = loss_of(net, batch, stage, taught)
            optimizer.zero_grad()
            sum(each).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums += [float(loss.detach()) for loss in each]
            if step % 50 == 0:
                mean = " ".join(f"{loss:.3f}" for loss in sums / 50)
                print(f"{name} {step}/{stage.steps} parts links names antecedents likeness {mean} ", end="")
                print(f"{time.time() - began:.0f} s", flush=True)
                sums[:] = 0
            if step % SAVE_EVERY == 0:
                state = [step, net.state_dict(), optimizer.state_dict(), schedule.state_dict()]
                write(halfway, lambda to: torch.save(state, to))
        write(done, lambda to: torch.save(net.state_dict(), to))
        halfway.unlink(missing_ok=True)
        return net

    def students(self, teacher, taught):
        """Trains a student and others that continue from it; returns the mean of all."""
        seed_all(SEED + 1)
        start = self.shortened(teacher)
        first = self.run(start, STUDENT, "student", taught).requires_grad_()
        states = [first.state_dict()]
        for number in range(1, FURTHER + 1):
            seed_all(SEED + 1 + number)
            further = self.run(copy.deepcopy(first), GOING_ON, f"student-{number}", taught)
            states.append(further.state_dict())
        return {key: sum(state[key] for state in states) / len(states) for key in states[0]}

    def shortened(self, net):
        """An untrained student. The vectors of its pieces are rounded to four bits and fixed."""
        net = self.with_fewer_layers(net)
        steps, scales = export.four_bits(net.encoder.pieces.weight.detach().numpy())
        net.encoder.pieces.weight = torch.nn.Parameter(torch.from_numpy(steps * scales[:, None]), requires_grad=False)
        return net

    def with_fewer_layers(self, net):
        some = [self.batch(layouts, STUDENT.block) for layouts in self.epoch(STUDENT.block)[:10]]
        return network.shortened(net, len(self.pieces), LAYERS_KEPT, INNER_KEPT, some)

    def teach(self, teacher):
        """What the teacher predicts for every word of every text."""
        path = self.folder / "taught.pt"
        if not path.exists():
            teacher.eval()
            said = {}
            for layouts in grouped(self.layouts, TEACHER.block, 2 * SLOTS):
                batch = self.batch(layouts, TEACHER.block)
                with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                    outputs = [output[batch.word_slots()] for output in teacher(batch)]
                sizes = [len(layout.text.words) for layout in layouts]
                split = zip(*(output.to(torch.bfloat16).split(sizes) for output in outputs))
                said |= {key(layout): [own.clone() for own in outs] for layout, outs in zip(layouts, split)}
            write(path, lambda to: torch.save(said, to))
        return torch.load(path)


def seed_all(seed):
    for take in (random.seed, np.random.seed, torch.manual_seed):
        take(seed)


def key(layout):
    return layout.text.corpus, layout.text.id


def groups(net, stage):
    """The parameters in two groups: pretrained and new."""
    new = lambda name: not name.startswith("encoder.") or "traits" in name
    named = [(name, value) for name, value in net.named_parameters() if value.requires_grad]
    return [
        {"params": [value for name, value in named if not new(name)], "lr": stage.rate},
        {"params": [value for name, value in named if new(name)], "lr": stage.rate * stage.head_rate},
    ]


def share_of_rate(step, stage):
    return min(1, (step + 1) / (stage.warm_up * stage.steps)) * max(0.02, 1 - step / stage.steps)


def restored(halfway, net, optimizer, schedule):
    if not halfway.exists():
        return 0
    step, *states = torch.load(halfway)
    for part, state in zip((net, optimizer, schedule), states):
        part.load_state_dict(state)
    return step


def loss_of(net, batch, stage, taught):
    """The weighted losses of parts, links, names and antecedents, and the distance from the teacher."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = net(batch)
    vectors, parts, names = (output.float() for output in outputs)
    none = torch.zeros(())
    found = [
        (1.0, losses.parts(parts, batch)),
        (LINK_WEIGHT, losses.links(net, vectors, batch)),
        (stage.name_weight, losses.names(names, batch)),
        (stage.antecedent_weight, losses.antecedents(net, vectors, batch) if stage.antecedent_weight else None),
    ]
    if taught is not None:
        said = zip(*([own[layout.text.kept] for own in taught[key(layout)]] for layout in batch.layouts))
        found.append((1.0, losses.likeness(vectors, parts, names, batch, Taught(*map(torch.cat, said)))))
    weighted = [none if loss is None else weight * loss for weight, loss in found]
    return weighted + [none] * (5 - len(weighted))


def write(path, save):
    """Writes another file first and renames it, so that an interrupted run leaves no incomplete file."""
    beside = path.with_suffix(".part")
    with beside.open("wb") as to:
        save(to)
        to.flush()
        os.fsync(to.fileno())
    beside.rename(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--work", type=Path, default=corpus.ROOT / "target/training", help="the folder of intermediate results")
    parser.add_argument("--plain", action="store_true", help="no teacher and fewer steps, for comparisons")
    parser.add_argument("--without", default="", help="leave out the articles of a publisher of PolNeAR, given by the start of their ids")
    arguments = parser.parse_args()
    seed_all(SEED)
    arguments.work.mkdir(parents=True, exist_ok=True)
    training = Training(arguments.work, arguments.corpora)
    if arguments.without:
        training.layouts = [layout for layout in training.layouts if not layout.text.id.startswith(arguments.without)]
    pretrained = network.pretrained(training.pieces)
    if arguments.plain:
        name = f"plain-without-{arguments.without}" if arguments.without else "plain"
        state = training.run(training.shortened(pretrained), PLAIN, name).state_dict()
    else:
        teacher = training.run(pretrained, TEACHER, "teacher")
        taught = training.teach(teacher)
        name, state = "model", training.students(teacher, taught)
    export.write(state, arguments.work / f"{name}.safetensors")


if __name__ == "__main__":
    main()
