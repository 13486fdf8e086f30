"""A review or a point as texts by field, and the terms by which rules judge it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

type Record = dict[str, Any]

MAIN, RELATED = 2, 1


@dataclass(frozen=True)
class Document:
    """A review or a point: its fields' texts, and a grade for each of its terms (facet:slug)."""

    key: str  # CR-2023-0002, CR-2023-0002#learning-3
    year: int
    texts: dict[str, str]
    terms: dict[str, int]
    point_id: int = 0


def review_terms(record: Record) -> dict[str, int]:
    """A review's main terms: what two of its points are mainly about, and its first harm."""
    points = [point_terms(point) for point in (*record["learning"], *record["recommendations"])]
    times = Counter(term for terms in points for term, grade in terms.items() if grade == MAIN)
    named = [f"theme:{slug}" for slug in record["themes"]]
    named += [f"agency:{slug}" for slug in record["agencies"]]
    named += [term for terms in points for term in terms]
    return _graded("harm", record["harms"]) | {
        term: MAIN if times[term] > 1 else RELATED for term in named
    }


def point_terms(record: Record) -> dict[str, int]:
    """A point's main theme is its first. All agencies it is for are meant alike."""
    agencies = record.get("agencies") or record.get("addressed_to") or []
    return _graded("theme", record["themes"]) | {f"agency:{slug}": MAIN for slug in agencies}


def _graded(facet: str, slugs: Iterable[str]) -> dict[str, int]:
    return {f"{facet}:{slug}": RELATED if place else MAIN for place, slug in enumerate(slugs)}
