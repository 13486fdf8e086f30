"""The mix of addresses that is measured: the same for the same seed and records.

Values and words are drawn from records, so what is common in them is asked for often, and no
selection is empty: its values and words occur together in one record at least.
"""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from demo.environment import PROJECT
from reviews.ages import Age, bands

SHARES = {"none": 60, "one facet": 60, "two facets": 40, "text and a facet": 40}
TEXT = "text and a facet"
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
    def has_text(self) -> bool:
        return self.kind == TEXT


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
    words = [w for w in WORD.findall(record["summary"].lower()) if w not in COMMON]
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
