"""What is suggested while somebody types in a search box: terms, partnerships, reviews.

A term is suggested by any of its names (label and synonyms) in which the typed words stand one
after the other, the last of them perhaps unfinished. A review is suggested by how its title or
reference begins. Only what the public collection has is suggested, with the number of reviews.
All of it comes from the snapshot but the names of reviews, which `published()` gives: one query.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from typing import Any, NamedTuple

from django.urls import reverse
from pyroaring import BitMap

from reviews.codes import ILLUSTRATIVE, NO_PARTNERSHIP, REAL, Facet, code, value_of
from reviews.models import Review
from reviews.snapshot import Snapshot
from reviews.terms import Terms, Value

MOST = 10  # suggestions in all
SHARE = {"theme": 4, "agency": 2, "partnership": 2, "review": 2}  # of them, where all have some
LEAST_DIGITS, MOST_DIGITS, NONE = 4, 10, (0, 0)  # of a reference's number
LEAST_TYPED = 2  # letters worth looking for
LONGEST_TYPED = 120
FACETS = {"theme": Facet.THEME, "agency": Facet.AGENCY, "partnership": Facet.PARTNERSHIP}
REFERENCE = re.compile(
    r"(?:(cr|ex)?\W*((?:19|20)\d\d)\W+(\d{0,7})|(cr|ex)(?=[\W\d])\W*(\d{0,4}))", re.IGNORECASE
)
UNNAMED = {code(Facet.PARTNERSHIP, NO_PARTNERSHIP)}


@dataclass(frozen=True, slots=True)
class Suggested:
    """One line of the list. `by` is the synonym that was typed, where the label was not."""

    kind: str
    label: str
    count: int
    url: str
    by: str = ""
    reference: str = ""


class Name(NamedTuple):
    """A name of a term, from one of its words on, as it is compared."""

    rest: str
    is_whole: bool  # from its first word
    is_label: bool
    name: str
    value: Value


def suggest(snapshot: Snapshot, typed: str) -> list[Suggested]:
    """The best suggestions of each kind, kind by kind. One query at most."""
    folded = fold(typed)
    if not LEAST_TYPED <= len(folded) <= LONGEST_TYPED:
        return []
    found = {kind: _terms(snapshot, kind, folded) for kind in FACETS}
    found["review"] = _reviews(snapshot, typed)
    return _shared_out(found)


def as_json(suggested: Iterable[Suggested]) -> list[dict[str, Any]]:
    """Without what is empty."""
    return [{k: v for k, v in asdict(one).items() if v != ""} for one in suggested]


def fold(text: str) -> str:
    """Words in small letters, without accents, apostrophes and punctuation."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    letters = "".join(c for c in plain if c not in "'’‘" and not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters.casefold()))


def _terms(snapshot: Snapshot, kind: str, folded: str) -> list[Suggested]:
    """Terms of a kind that some review has: by their labels first, whole names before parts."""
    best: dict[int, Name] = {}
    for name in _beginning(_names(snapshot.terms, FACETS[kind]), folded):
        held = best.get(name.value.code)
        if name.value.code in snapshot.by_code and (
            held is None or _rank(name, folded) < _rank(held, folded)
        ):
            best[name.value.code] = name
    counts = {key: len(snapshot.by_code[key]) for key in best}

    def order(name: Name) -> tuple:
        return (*_rank(name, folded), -counts[name.value.code], name.value.label)

    return [
        Suggested(
            kind,
            name.value.label,
            counts[name.value.code],
            _address(kind, name.value.slug),
            by="" if name.is_label else name.name,
        )
        for name in sorted(best.values(), key=order)[:MOST]
    ]


def _rank(name: Name, folded: str) -> tuple[bool, bool, bool]:
    return (not (name.is_whole and name.rest == folded), not name.is_label, not name.is_whole)


def _beginning(names: list[Name], folded: str) -> Iterator[Name]:
    """The names that go on from the typed words, at any of their words."""
    for name in islice(names, bisect_left(names, folded, key=lambda name: name.rest), None):
        if not name.rest.startswith(folded):
            return
        yield name


_held: dict[Facet, tuple[int, list[Name]]] = {}  # by the edition of the terms; one for each facet


def _names(terms: Terms, facet: Facet) -> list[Name]:
    """A facet's names from each of their words on, in order. Kept until a term changes."""
    held = _held.get(facet)
    if held is None or held[0] != terms.edition:
        values = [v for v in terms.values.get(facet, ()) if v.code not in UNNAMED]
        names = [name for value in values for name in _names_of(value)]
        names.sort(key=lambda name: (name.rest, name.name, name.value.code))
        held = _held[facet] = terms.edition, names
    return held[1]


def _names_of(value: Value) -> Iterator[Name]:
    for name in (value.label, *value.synonyms):
        words = fold(name).split()
        for place in range(len(words)):
            rest = " ".join(words[place:])
            yield Name(rest, place == 0, name == value.label, name, value)


def _address(kind: str, slug: str) -> str:
    """A term's own page; of a partnership, its reviews."""
    if kind == "partnership":
        return f"{reverse('reviews:browse')}?partnership={slug}"
    return reverse(f"reviews:{kind}", args=[slug])


def _reviews(snapshot: Snapshot, typed: str) -> list[Suggested]:
    """Reviews whose reference or title begins so, with how many have that title."""
    counts = dict.fromkeys(_referenced(snapshot, typed.strip()), 1)
    for review in islice(_titled(snapshot, " ".join(typed.lower().split())), MOST):
        counts.setdefault(review, _count_of_title(snapshot, review))
    for review in islice(_accented(snapshot, fold(typed)), MOST):
        counts.setdefault(review, _count_of_title(snapshot, review))
    chosen = list(counts)[:MOST]
    if not chosen:
        return []
    rows = Review.objects.published().filter(pk__in=chosen).only("title", "reference")
    found = {review.pk: review for review in rows}
    return [
        Suggested("review", r.title, counts[r.pk], r.get_absolute_url(), reference=r.reference)
        for r in (found[key] for key in chosen if key in found)
    ]


def _titled(snapshot: Snapshot, typed: str) -> Iterator[int]:
    """The newest review of each title that begins so."""
    order, title = snapshot.orders["title"], _title_of(snapshot)
    place = bisect_left(order, typed, key=title)
    while place < len(order) and title(order[place]).startswith(typed):
        yield order[place]
        place = bisect_right(order, title(order[place]), lo=place, key=title)


def _count_of_title(snapshot: Snapshot, review: int) -> int:
    order, title = snapshot.orders["title"], _title_of(snapshot)
    written = title(review)
    return bisect_right(order, written, key=title) - bisect_left(order, written, key=title)


def _title_of(snapshot: Snapshot) -> Callable[[int], str]:
    keys = snapshot.keys
    return lambda review: keys[review].title


_accented_titles: tuple[int, list[tuple[str, int]]] = (-1, [])  # of one version


def _accented(snapshot: Snapshot, folded: str) -> Iterator[int]:
    """Reviews whose title begins so but for accents or curly quotes. Read once a version."""
    global _accented_titles
    version, titles = _accented_titles
    if version != snapshot.version:
        written = {review: keys.title for review, keys in snapshot.keys.items()}
        titles = sorted((_folded(t), review) for review, t in written.items() if not t.isascii())
        _accented_titles = snapshot.version, titles
    for title, review in islice(titles, bisect_left(titles, (folded, 0)), None):
        if not title.startswith(folded):
            return
        yield review


_folded = lru_cache(maxsize=10_000)(fold)  # titles stay the same from version to version


def _referenced(snapshot: Snapshot, typed: str) -> list[int]:
    """The first reviews whose reference begins as typed: "CR-2023-00", "cr 2023 7", "2023/0007".

    Of an unfinished year, the newest.
    """
    match = REFERENCE.fullmatch(typed)
    if not match:
        return []
    kind, year, number, kind_alone, unfinished = match.groups()
    series = _series(snapshot, kind or kind_alone)
    if year is not None:
        return _numbered(snapshot, snapshot.having(code(Facet.YEAR, int(year))) & series, number)
    found: list[int] = []
    for held in reversed(snapshot.codes_of(Facet.YEAR)):
        if str(value_of(held)).startswith(unfinished) and len(found) < MOST:
            found += snapshot.page(snapshot.having(held) & series, "newest", 0, MOST - len(found))
    return found


def _series(snapshot: Snapshot, kind: str | None) -> BitMap:
    """Real reviews (CR), illustrative ones (EX), or both."""
    if kind is None:
        return snapshot.everything
    return snapshot.having(ILLUSTRATIVE if kind.upper() == "EX" else REAL)


def _numbered(snapshot: Snapshot, ids: BitMap, number: str) -> list[int]:
    """The first of a year's reviews whose number is written so at its beginning, or is this one."""
    exact = int(number) if number else -1
    spans = {
        digits: (int(number or 0) * tail, (int(number or 0) + 1) * tail)
        for digits in range(max(len(number), LEAST_DIGITS), MOST_DIGITS)
        for tail in [10 ** (digits - len(number))]
    }
    fitting = [
        (reference, review)
        for review in ids
        for reference in [snapshot.keys[review].reference]
        for least, below in [spans.get(reference[2], NONE)]
        if least <= reference[1] < below or reference[1] == exact
    ]
    return [review for _, review in nsmallest(MOST, fitting)]


def _shared_out(found: dict[str, list[Suggested]]) -> list[Suggested]:
    """Each kind's share, and what one leaves to the others. Own names first."""
    places = {kind: min(SHARE[kind], len(items)) for kind, items in found.items()}
    for kind, items in found.items():
        spare = MOST - sum(places.values())
        places[kind] += min(spare, len(items) - places[kind])
    kinds = sorted(found, key=lambda kind: any(one.by for one in found[kind][:1]))
    return [one for kind in kinds for one in found[kind][: places[kind]]]
