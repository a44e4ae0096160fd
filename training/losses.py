"""What the network is trained to do: label words, link spans, resolve mentions without a name."""

import random

import torch
import torch.nn.functional as F

import network

MOST_ASKING = 30
"""The most mentions without a name that are used from a text at a time."""
SCALE = 10
"""The divisor of the sums over the links of a text."""


def parts(scores, batch):
    """The loss of the labels of parts."""
    known = batch.parts >= 0
    return F.cross_entropy(scores[known], batch.parts[known]) if known.any() else None


def names(scores, batch):
    """The loss of the labels of names. Kinds that a text does not annotate are left out."""
    known = batch.names >= 0
    if not known.any():
        return None
    barred = torch.arange(scores.shape[1]) > 2 * batch.kinds[known][:, None]
    losses = F.cross_entropy(scores[known].masked_fill(barred, -1e4), batch.names[known], reduction="none")
    weight = batch.name_weight[known]
    return (losses * weight).sum() / weight.sum()


def links(net, vectors, batch):
    """The loss of the links from contents to cues and from cues to sources, among the gold spans of a text."""
    losses = []
    for layout, start in zip(batch.layouts, batch.starts):
        ends = lambda span: layout.ends_of(span, start)
        cues, contents, cue_at, source_at, sources = [], [], [], [], {}
        for content, cue, source in layout.text.links:
            if not cue:
                continue
            cues.append(ends(cue[0]))
            source_at.append(1 + sources.setdefault(ends(source[0]), len(sources)) if source else 0)
            contents += map(ends, content)
            cue_at += [len(cues)] * len(content)
        if contents and sources:
            asked = (net.cue_of, contents, cues, cue_at), (net.source_of, cues, list(sources), source_at)
            losses += [link(vectors, batch, *each) for each in asked]
    return sum(losses) / len(batch.layouts) if losses else None


def link(vectors, batch, linker, asking, answering, right):
    asking, answering, right = map(torch.tensor, (asking, answering, right))
    between = network.between(asking, answering, batch.sentence, batch.paragraph)
    scores = linker(vectors, asking, answering, between).float()
    far = F.pad(network.gaps(asking, answering).abs() > network.REACH, (1, 0))
    far[torch.arange(len(asking)), right] = False
    return F.cross_entropy(scores.masked_fill(far, -1e4), right, reduction="sum") / SCALE


def antecedents(net, vectors, batch):
    """The loss of the links from mentions without a name to any name of the same entity, or to none."""
    losses = []
    for layout, start in zip(batch.layouts, batch.starts):
        mentions = layout.text.stands_for
        if not mentions:
            continue
        mentions = random.sample(mentions, min(MOST_ASKING, len(mentions)))
        every = sorted({name for _, names in mentions for name, _ in names})
        column = {name: 1 + at for at, name in enumerate(every)}
        ends = lambda spans: torch.tensor([layout.ends_of(span, start) for span in spans])
        asking, answering = ends([span for span, _ in mentions]), ends(every)
        between = network.between(asking, answering, batch.sentence, batch.paragraph)
        scores = net.name_of(vectors, asking, answering, between).float()
        can, right = torch.zeros_like(scores, dtype=bool), torch.zeros_like(scores, dtype=bool)
        for row, (_, names) in enumerate(mentions):
            can[row, [0] + [column[name] for name, _ in names]] = True
            right[row, [column[name] for name, same in names if same] or [0]] = True
        allowed = lambda those: torch.logsumexp(scores.masked_fill(~those, -1e4), 1)
        losses.append((allowed(can) - allowed(right)).sum() / SCALE)
    return sum(losses) / len(batch.layouts) if losses else None


def likeness(vectors, parts, names, batch, taught):
    """The distance from the teacher: from its vectors, its labels of parts, and its labels of names where there is no gold.
    Replaced words are left out, since the teacher saw other ones."""
    slots, same = batch.word_slots(), ~batch.changed
    vector = F.mse_loss(vectors[slots][same], taught.vectors[same].float())
    part = divergence(parts[slots], taught.parts.float())
    free = (batch.names[slots] < 0) & same
    name = divergence(names[slots][free], taught.names[free].float()) if free.any() else 0
    return vector + 0.5 * part + 0.25 * name


def divergence(scores, taught):
    """The Kullback-Leibler divergence of labels from the teacher's."""
    return F.kl_div(F.log_softmax(scores, -1), F.softmax(taught, -1), reduction="batchmean")
