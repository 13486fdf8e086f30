"""The selection that an edition is about: read as typed or pasted, in words, and changed.

Stored is a query string of the URL grammar. What is pasted may be the address of a list, of a
theme's or an agency's page, or plain words. Nothing in it is ever ignored: what cannot be read is
said, and nothing is listed until it is mended.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import TooManyFieldsSent
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString
from pyroaring import BitMap

from briefings.editing.panel_choices import counted
from briefings.editing.typed import PieceTyped
from briefings.selections import PARAMETER, problem, within
from reviews.codes import Facet
from reviews.dates import quoted
from reviews.facets import LABELS, chips, values_of
from reviews.filters import FINDERS, IGNORED, ReviewFilterSet, TermsField
from reviews.selection import FACETS
from reviews.snapshot import Snapshot

LONGEST = 2000  # characters of a selection: as many as an edition's row has room for
BESIDE = {"sort", "page", "show"} | FINDERS  # of a list's address: no part of what it selects
MOST_PROBLEMS = 6  # said at once
OFFERED = tuple(facet for facet in FACETS if facet is not Facet.ILLUSTRATIVE)
ADDING = "find_add_"  # before a facet's name: a value to be added
_PAGES = {"themes": "theme", "agencies": "agency"}
UNREAD = "address"  # what stands for an address that selects nothing and is no list's
_LISTS = re.compile(r"/(reviews|learning)/?$")
_TERM_PAGE = re.compile(r"/(themes|agencies)/([a-z0-9-]+)/?$")


@dataclass(frozen=True, slots=True)
class Change:
    """Another selection in one step: what it does, and the query string it leads to."""

    label: str
    value: str
    query: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A facet whose values can be added: slug, label and how many reviews each would have."""

    name: str
    label: str
    values: list[tuple[str, str, int]]

    @property
    def options(self) -> SafeString:
        return counted(self.values)


def query_of(text: str) -> str:
    """What is typed or pasted, as a query string without what selects nothing."""
    text = text.strip()
    address, has_query, query = text.partition("?")
    is_address = address.startswith(("http://", "https://", "/"))
    if is_address or (has_query and not address):
        path = address.partition("#")[0]
        page = _TERM_PAGE.search(path)
        of_page = [(_PAGES[page[1]], page[2])] if page else []
        found = _canonical([*of_page, *_pairs(query.partition("#")[0])])
        is_known = found or has_query or _LISTS.search(path)
        return found if is_known else urlencode({UNREAD: text})
    if text and "=" not in text:
        return urlencode({"q": text})
    return _canonical(_pairs(text))


def settle(typed: PieceTyped, post: MultiValueDict) -> None:
    """Make of what stands in the field a query string, with the values that were chosen to add."""
    query = query_of(typed.get("selection"))
    added = [
        (facet.parameter, value)
        for facet in OFFERED
        for value in post.getlist(f"{ADDING}{facet.parameter}")
        if value
    ]
    typed.set("selection", _canonical([*_pairs(query), *added]) if added else query)


class Chosen:
    """A selection against a snapshot: the reviews it has, or what is wrong with it.

    What is real is drawn from real reviews, what is illustrative from illustrative ones.
    """

    def __init__(self, text: str, snapshot: Snapshot, illustrative: bool = False) -> None:
        self.text = query_of(text)
        self.snapshot, self._illustrative = snapshot, illustrative
        self._filters = ReviewFilterSet(_query(self.text), snapshot)
        self._errors = self._filters.errors

    @property
    def address(self) -> str:
        """The query string whose list is the reviews to choose from."""
        return self._within.urlencode()

    @property
    def is_empty(self) -> bool:
        return not self.text

    @cached_property
    def problems(self) -> list[str]:
        """What cannot be read, in the words of the lists."""
        if len(self.text) > LONGEST:
            return [f"The selection is longer than {LONGEST:,} characters. Narrow it."]
        if UNREAD in self._filters.data:
            said = quoted(self._filters.data[UNREAD])
            return [f"{said} is not a list’s address. Choose filters on a list, and paste its own."]
        found = []
        for name, messages in self._errors.items():
            field = self._filters.filters.get(name)
            label = f"{field.label}: " if field else ""
            found += [f"{label}{message}" for message in messages]
        if self._of_others:
            found.append(f"{LABELS[Facet.ILLUSTRATIVE]}: it {self._of_others}")
        return found[:MOST_PROBLEMS]

    @cached_property
    def reviews(self) -> BitMap:
        """The public reviews that match; none where the selection is empty or cannot be read."""
        if self.is_empty or self.problems:
            return BitMap()
        return self._matching

    @property
    def left_out(self) -> int:
        """How many reviews match that are not among those to choose from."""
        if self.is_empty or self.problems:
            return 0
        return self._filters.result().total - len(self.reviews)

    @cached_property
    def _matching(self) -> BitMap:
        filters = ReviewFilterSet(self._within, self.snapshot)
        return filters.result().ids if filters.is_valid() else BitMap()

    @property
    def _within(self) -> QueryDict:
        return within(_query(self.text), self._illustrative, self.snapshot)

    @property
    def _of_others(self) -> str:
        return problem(_query(self.text), self._illustrative, self.snapshot)

    @cached_property
    def chips(self) -> list[Change]:
        """What is in use, each with the selection that is left without it."""
        if self.is_empty or len(self.text) > LONGEST:
            return []
        result, query = self._filters.result(), self._filters.data
        return [Change(one.label, one.value, one.url[1:]) for one in chips(result, query)]

    @cached_property
    def ways(self) -> list[Change]:
        """Of a selection that matches nothing: what taking away each thing would give."""
        if self.is_empty or self.problems or self.reviews or len(self.chips) < 2:
            return []
        counted = (
            Change(one.label, one.value, one.query, len(self._other(one.query).reviews))
            for one in self.chips
        )
        return [one for one in counted if one.count]

    @property
    def mended(self) -> str:
        """The selection without what cannot be read."""
        fields, bad = self._filters.form.fields, set(self._errors)
        if self._of_others:
            bad.add(PARAMETER)
        kept: list[tuple[str, str]] = []
        for name, values in self._filters.data.lists():
            field = fields.get(name)
            if isinstance(field, TermsField) and name != PARAMETER:
                find = self.snapshot.terms.find
                kept += [(name, one) for one in values if find(field.facet, one)]
            elif field and name not in bad:
                kept += [(name, one) for one in values]
        return _canonical(kept)

    @cached_property
    def offers(self) -> list[Offer]:
        """Every facet, with the values that would leave any review."""
        if self.problems:
            return []
        result = self._filters.result()
        found = []
        for facet in OFFERED:
            chosen = {value.code for value in result.selection.chosen.get(facet, ())}
            counts = self._counts(facet)
            values = [
                (value.slug, value.label, counts[value.code])
                for value in values_of(facet, result)
                if value.code in counts and value.code not in chosen
            ]
            found.append(Offer(facet.parameter, LABELS[facet], values))
        return [offer for offer in found if offer.values]

    def _counts(self, facet: Facet) -> dict[int, int]:
        """How many reviews each value of a facet has under all other facets' choices."""
        rest = self._filters.data.copy()
        rest.pop(facet.parameter, None)
        others = self._other(rest.urlencode())._matching
        by_code = self.snapshot.by_code
        pairs = (
            (code, by_code[code].intersection_cardinality(others))
            for code in self.snapshot.codes_of(facet)
        )
        return {code: count for code, count in pairs if count}

    def _other(self, query: str) -> "Chosen":
        return self if query == self.text else Chosen(query, self.snapshot, self._illustrative)


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    for name, values in _query(query).lists():
        yield from ((name, value) for value in values)


def _query(text: str) -> QueryDict:
    """A query string as Django reads it; nothing of one with a thousand parameters."""
    try:
        return QueryDict(text[: LONGEST * 2])
    except TooManyFieldsSent:
        return QueryDict(urlencode({"too-many": "parameters"}))


def _canonical(pairs: Iterable[tuple[str, str]]) -> str:
    """Each pair once, in the order in which its name came first."""
    kept: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        if name not in BESIDE and not name.startswith(IGNORED):
            kept.setdefault(name, {})[value.strip()] = None
    return urlencode([(name, value) for name, values in kept.items() for value in values if value])
