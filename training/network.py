"""The network, the same as in src/model/network, with the same names of tensors.

A text is a row of slots: its words, and one slot at the end of each paragraph. The vector of a word is the mean of its
pieces' vectors plus those of its traits and its position. A slot attends to its own block of slots and the two adjacent
ones. Two heads label the parts of quotes and the names, and three linkers link them.
"""

import torch
import torch.nn.functional as F
from torch import nn

import encoder

WIDTH = 384
HEADS = 12
TRAITS = 51
POSITIONS = 512
INNER = 1536
"""The inner width of a layer in the pretrained encoder."""
PARTS = 7
"""Labels: outside, then the first and the other words of content, cue, source."""
NAMES = 11
"""Labels: outside, then the first and the other words of person, organization, place, event, title."""
LINK = 64
REACH = 250
"""The longest distance of a link, in slots."""


class Layer(nn.Module):
    """A layer of BERT, with local attention."""

    def __init__(self, inner):
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        slots, (blocks, _, block, _) = x.shape[0], mask.shape
        query, key, value = self.query_key_value(x).view(blocks, block, 3, HEADS, WIDTH // HEADS).unbind(2)
        mixed = F.scaled_dot_product_attention(query.transpose(1, 2), near(key), near(value), attn_mask=mask)
        mixed = self.attention(mixed.transpose(1, 2).reshape(slots, WIDTH))
        x = self.attention_norm(x + F.dropout(mixed, drop, self.training))
        further = self.down(F.gelu(self.up(x)))
        return self.norm(x + F.dropout(further, drop, self.training))


def near(blocks):
    """Each block between the one before and the one after it."""
    none = blocks.new_zeros(1, *blocks.shape[1:])
    before, behind = torch.cat([none, blocks[:-1]]), torch.cat([blocks[1:], none])
    return torch.cat([before, blocks, behind], 1).transpose(1, 2)


class Encoder(nn.Module):
    def __init__(self, pieces, layers, inner=INNER):
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.traits = nn.Embedding(TRAITS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))

    def forward(self, batch, drop):
        x = mean(self.pieces, batch.pieces) + total(self.traits, batch.traits) + self.positions(batch.positions)
        x = F.dropout(self.embedding_norm(x), drop, self.training)
        for layer in self.layers:
            x = layer(x, batch.mask, drop)
        return x


def total(embedding, rows):
    """The sum of the vectors of some rows; -1 is no row."""
    there = (rows >= 0).to(embedding.weight.dtype)
    return F.embedding_bag(rows.clamp(min=0), embedding.weight, mode="sum", per_sample_weights=there)


def mean(embedding, rows):
    """The mean of the vectors of some rows."""
    return total(embedding, rows) / (rows >= 0).sum(1, keepdim=True).clamp(min=1)


class Linker(nn.Module):
    """Scores the links from an asking span to each answering span, or to none. A span is given by its first and last slot."""

    def __init__(self):
        super().__init__()
        self.ask = nn.Linear(2 * WIDTH, LINK)
        self.answer = nn.Linear(2 * WIDTH, LINK)
        self.none = nn.Linear(2 * WIDTH, 1)
        self.distances = table(33)
        self.sentences = table(5)
        self.paragraphs = table(5)
        self.ranks = table(17)

    def forward(self, vectors, asking, answering, between):
        ask, answer = vectors[asking].flatten(1), vectors[answering].flatten(1)
        scores = self.ask(ask) @ self.answer(answer).T / LINK**0.5
        tables = (self.distances, self.sentences, self.paragraphs, self.ranks)
        scores = scores + sum(table(rows)[..., 0] for table, rows in zip(tables, between))
        return torch.cat([self.none(ask), scores], 1)


def table(rows):
    table = nn.Embedding(rows, 1)
    nn.init.zeros_(table.weight)
    return table


def gaps(asking, answering):
    """The distance from each asking span to each answering one, in slots; negative if that comes before."""
    a, b = asking[:, None], answering[None]
    ahead, back = b[..., 0] - a[..., 1], b[..., 1] - a[..., 0]
    return torch.where(ahead > 0, ahead, torch.where(back < 0, back, torch.zeros_like(ahead)))


def between(asking, answering, sentence, paragraph):
    """The rows of a linker's tables: distance, steps in sentences and paragraphs, rank by nearness on the same side."""
    gap = gaps(asking, answering)
    here = torch.where(gap >= 0, asking[:, None, 1], asking[:, None, 0])
    there = torch.where(gap >= 0, answering[None, :, 0], answering[None, :, 1])
    step = lambda of: (of[there] - of[here]).clamp(-2, 2) + 2
    far = torch.full_like(gap, 10**6)
    ahead, back = torch.where(gap > 0, gap, far), torch.where(gap < 0, -gap, far)
    nearer = lambda side: (side[:, None, :] < side[:, :, None]).sum(-1).clamp(max=7)
    rank = torch.where(gap > 0, 9 + nearer(ahead), torch.where(gap < 0, 7 - nearer(back), torch.full_like(gap, 8)))
    return distance_row(gap), step(sentence), step(paragraph), rank


def distance_row(gap):
    """0 to 32, with 16 for overlap: one row for each slot below eight, then two for each doubling, in both directions."""
    size = gap.abs()
    doubled = (8 + ((size.float() / 8).clamp(min=1).log2() * 2).long()).clamp(max=16)
    row = torch.where(size < 8, size, doubled)
    return torch.where(gap < 0, 16 - row, 16 + row)


class Network(nn.Module):
    def __init__(self, pieces, layers, inner=INNER):
        super().__init__()
        self.encoder = Encoder(pieces, layers, inner)
        self.parts = nn.Linear(WIDTH, PARTS)
        self.names = nn.Linear(WIDTH, NAMES)
        self.cue_of = Linker()
        self.source_of = Linker()
        self.name_of = Linker()

    def forward(self, batch, drop=0.1):
        vectors = self.encoder(batch, drop)
        return vectors, self.parts(vectors), self.names(vectors)


def pretrained(pieces):
    """A network that starts from the pretrained encoder."""
    network, bert = Network(len(pieces), 6), encoder.weights()
    row = {piece: at for at, piece in enumerate(encoder.vocabulary())}
    own = {
        "pieces.weight": bert["embeddings.word_embeddings.weight"][[row[piece] for piece in pieces]],
        "positions.weight": bert["embeddings.position_embeddings.weight"]
        + bert["embeddings.token_type_embeddings.weight"][0],
        "traits.weight": torch.zeros(TRAITS, WIDTH),
    }
    for kind in ("weight", "bias"):
        own[f"embedding_norm.{kind}"] = bert[f"embeddings.LayerNorm.{kind}"]
        for at in range(6):
            theirs = lambda name: bert[f"encoder.layer.{at}.{name}.{kind}"]
            attention = [theirs(f"attention.self.{name}") for name in ("query", "key", "value")]
            parts = {
                "query_key_value": torch.cat(attention),
                "attention": theirs("attention.output.dense"),
                "attention_norm": theirs("attention.output.LayerNorm"),
                "up": theirs("intermediate.dense"),
                "down": theirs("output.dense"),
                "norm": theirs("output.LayerNorm"),
            }
            own |= {f"layers.{at}.{name}.{kind}": tensor for name, tensor in parts.items()}
    network.encoder.load_state_dict(own)
    return network


def shortened(teacher, pieces, keep, inner, batches):
    """A network with some layers of another one, each reduced to the inner units that contribute most over some batches."""
    student = Network(pieces, len(keep))
    state = teacher.state_dict()
    dropped = {f"encoder.layers.{at}." for at in range(6)}
    kept = {name: tensor for name, tensor in state.items() if name[:17] not in dropped}
    for to, at in enumerate(keep):
        layer = f"encoder.layers.{at}."
        kept |= {f"encoder.layers.{to}.{name[17:]}": state[name] for name in state if name.startswith(layer)}
    student.load_state_dict(kept)
    activity = [torch.zeros(INNER) for _ in keep]
    hooks = [
        layer.up.register_forward_hook(lambda _, __, out, own=own: own.add_(F.gelu(out.float()).square().sum(0)))
        for layer, own in zip(student.encoder.layers, activity)
    ]
    student.eval()
    with torch.no_grad():
        for batch in batches:
            student(batch)
    for hook in hooks:
        hook.remove()
    for layer, own in zip(student.encoder.layers, activity):
        does = own.sqrt() * layer.down.weight.data.norm(dim=0)
        best = does.topk(inner).indices.sort().values
        up, down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        up.weight.data, up.bias.data = layer.up.weight.data[best].clone(), layer.up.bias.data[best].clone()
        down.weight.data, down.bias.data = layer.down.weight.data[:, best].clone(), layer.down.bias.data.clone()
        layer.up, layer.down = up, down
    return student
