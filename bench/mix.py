"""The mix of addresses that is measured: the same for the same seed and records.

Values and words are drawn from records, so what is common in them is asked for often, and no
selection is empty: its values and words occur together in one record at least.
"""

import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from bench.figures import ALL
from demo.environment import PROJECT
from reviews.ages import Age, bands

SHARES = {"none": 60, "one facet": 60, "two facets": 40, "text and a facet": 40}
TEXT = "text and a facet"
BESIDE = {"words that most have": 12, "questions": 20, "learning": 30, "learning with text": 30}
MOST = 12  # the words that most records have
QUESTION = (6, 10)  # words
SEED = 1
COMMON = frozenset(
    [
        "about",
        "after",
        "also",
        "been",
        "before",
        "between",
        "both",
        "during",
        "from",
        "have",
        "into",
        "more",
    ]
)
WORD = re.compile(r"[a-z]{4,}")

type Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Visit:
    """One address of the mix and the kind of selection that it stands for."""

    kind: str
    path: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of figures that it counts in."""
        if self.kind in BESIDE:
            return (self.kind,)
        return ALL, "text" if self.kind == TEXT else "without text"


def visits(records: list[Record], pages: int, seed: int = SEED) -> list[Visit]:
    """The mix, shuffled. `pages` is how many pages the whole list has at least."""
    chance = random.Random(seed)
    queries = {
        "none": lambda: _whole_list(chance, pages),
        "one facet": lambda: _facets(chance, records, 1),
        "two facets": lambda: _facets(chance, records, 2),
        TEXT: lambda: _text(chance, records),
    }
    mix = [
        Visit(kind, "/reviews/" + (f"?{urlencode(query)}" if query else ""))
        for kind, share in SHARES.items()
        for query in (queries[kind]() for _ in range(share))
    ]
    chance.shuffle(mix)
    return mix


def beside(records: list[Record], seed: int = SEED) -> list[Visit]:
    """What is measured beside the mix: search at its hardest, and learning."""
    chance = random.Random(seed)
    common = itertools.cycle(_commonest(records))
    queries: dict[str, Callable[[], dict[str, str]]] = {
        "words that most have": lambda: {"q": next(common)},
        "questions": lambda: {"q": _question(chance, records)},
        "learning": lambda: _point_facets(chance, records),
        "learning with text": lambda: _point_facets(chance, records) | _of_a_point(chance, records),
    }
    pages = {"learning": "/learning/", "learning with text": "/learning/"}
    return [
        Visit(kind, f"{pages.get(kind, '/reviews/')}?{urlencode(queries[kind]())}")
        for kind, share in BESIDE.items()
        for _ in range(share)
    ]


def _commonest(records: list[Record]) -> list[str]:
    """The words that most records have, in any of their texts."""
    held = Counter(word for record in records for word in set(_words(" ".join(_texts(record)))))
    return [word for word, _ in held.most_common(MOST)]


def _question(chance: random.Random, records: list[Record]) -> str:
    """Words of one record's points, as many as a question has: few records have all of them."""
    words = _words(" ".join(_texts(chance.choice(records))[1:]))
    return " ".join(chance.sample(words, min(len(words), chance.randint(*QUESTION))))


def _point_facets(chance: random.Random, records: list[Record]) -> dict[str, str]:
    values = _values(chance.choice(records))
    return {name: chance.choice(values[name]) for name in chance.sample(sorted(values), 1)}


def _of_a_point(chance: random.Random, records: list[Record]) -> dict[str, str]:
    """One or two words of a point."""
    words = _words(chance.choice(_texts(chance.choice(records))[1:]))
    return {"q": " ".join(chance.sample(words, min(len(words), chance.randint(1, 2))))}


def _texts(record: Record) -> list[str]:
    """A record's account and its points."""
    points = [*record["learning"], *record["recommendations"]]
    return [record["summary"], *(point["text"] for point in points)]


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if word not in COMMON]


def _whole_list(chance: random.Random, pages: int) -> dict[str, str]:
    """The list of everything in some order, at some page: the first as often as all others."""
    query = {}
    if sort := chance.choice(["", "", "oldest", "title"]):
        query["sort"] = sort
    if pages > 1 and chance.random() < 0.5:
        query["page"] = str(chance.randint(2, pages))
    return query


def _facets(chance: random.Random, records: list[Record], count: int) -> dict[str, str]:
    values = _values(chance.choice(records))
    return {name: chance.choice(values[name]) for name in chance.sample(sorted(values), count)}


def _text(chance: random.Random, records: list[Record]) -> dict[str, str]:
    """One or two words of a record's account, and one of its facets."""
    record = chance.choice(records)
    words = _words(record["summary"])
    text = " ".join(chance.sample(words, min(len(words), chance.randint(1, 2))))
    values = _values(record)
    name = chance.choice(sorted(values))
    return {"q": text, name: chance.choice(values[name])}


def _values(record: Record) -> dict[str, list[str]]:
    """What can be chosen of each facet so that this record is found."""
    found = {
        "theme": record["themes"],
        "harm": record["harms"],
        "agency": record["agencies"],
        "outcome": [record["outcome"]],
        "type": [record["type"]],
        "nation": [record["nation"] or "not-recorded"],
        "year": [record["added"][:4]],
        "sex": [child["sex"] or "not-stated" for child in record["children"]],
        "age": [band for child in record["children"] for band in _bands(child["age"])],
    }
    return {name: values for name, values in found.items() if values}


def _bands(age: str | None) -> Iterable[str]:
    return bands(Age.parse(age) if age else None, BANDS)


VOCABULARIES = json.loads((PROJECT / "fixtures" / "vocabularies.json").read_text(encoding="utf-8"))
BANDS = [(b["slug"], b["min_years"], b["max_years"]) for b in VOCABULARIES["age_bands"]]
