"""Reviews that an entry of a batch may be: those that are here already, and others of the batch.

By year, partnership and alias together, or by like texts; never by alias alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.urls import reverse

from reviews.codes import value_of
from reviews.editing.batches import known_reviews
from reviews.editing.checks import duplicates
from reviews.editing.checks.duplicates import LIKE, alias_of, likeness, shingles
from reviews.editing.vocabulary import Vocabulary
from reviews.models import Proposal

_BEGINNING = 600  # characters of an account by which entries of one text are compared
_PHRASES = 8  # of an account, those by which like ones are found
_LEAST = 8  # phrases: a shorter account says nothing
_NEAR = 10  # entries with a phrase in common of which each is compared with the others
WHY = {
    "name": "the same name, year and partnership",
    "account": "the account is very like",
    "points": "several points are in the same words",
}


@dataclass(frozen=True, slots=True)
class Double:
    """What an entry may be: what it is called, where it is, and why."""

    label: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of an entry. `named` says its partnership, as far as it has one; `year` is
    that of its publication, or else of its month here.
    """

    proposal: Proposal
    alias: str
    year: int | None
    years: frozenset[int]
    partnership: int | None
    named: str
    account: str

    @property
    def names(self) -> list[tuple[str, str, int]]:
        """Year, partnership and alias together, where all of them are there."""
        if self.alias and self.named and self.year:
            return [(self.alias, self.named, self.year)]
        return []


def sketch(proposal: Proposal, vocabulary: Vocabulary) -> Sketch:
    read = proposal.read
    named = str(read.get("partnership") or "")
    value = vocabulary.partnership(named) if named else None
    years = list(_years(read))
    return Sketch(
        proposal=proposal,
        alias=alias_of(read.get("title") or ""),
        year=years[0] if years else None,
        years=frozenset(years),
        partnership=value_of(value.code) if value else None,
        named=value.slug if value else named.casefold(),
        account=read.get("summary") or "",
    )


def here(one: Sketch) -> list[Double]:
    """The reviews here that one entry may be, in four statements."""
    read = one.proposal.read
    points = [*(read.get("learning") or ()), *(read.get("recommendations") or ())]
    found = duplicates.candidates(
        title=read.get("title") or "",
        years=one.years,
        partnership_id=one.partnership,
        account=one.account,
        points=[point if isinstance(point, str) else point["text"] for point in points],
        exclude=one.proposal.review_id,
    )
    return [_review(each.review, each.reference, each.title, each.why) for each in found]


def all_here(sketches: Sequence[Sketch]) -> Mapping[int, list[Double]]:
    """The reviews here that entries may be, by the key of each, in two statements.

    By points, and by names without a partnership, only the page of one entry asks.
    """
    found: dict[int, dict[int, Double]] = defaultdict(dict)
    for place, known in known_reviews.with_like_accounts([one.account for one in sketches]):
        one = sketches[place]
        if likeness(one.account, known.account) >= LIKE:
            _add(found, one, known, "account")
    by_name = [one for one in sketches if one.partnership and one.alias]
    partnerships = {one.partnership for one in by_name if one.partnership}
    years = set().union(*(one.years for one in by_name)) if by_name else set()
    for known in known_reviews.of_partnerships(partnerships, years):
        for one in by_name:
            is_same = one.partnership == known.partnership and one.years & known.years
            if is_same and alias_of(known.title) == one.alias:
                _add(found, one, known, "name")
    return {key: list(doubles.values()) for key, doubles in found.items()}


def within(sketches: Iterable[Sketch]) -> Mapping[int, list[Double]]:
    """Other entries of the same batch that entries may be, by the key of each: 0.2 s for 500."""
    pairs: dict[tuple[int, int], str] = {}
    held = list(sketches)
    for group in _sharing([one.names for one in held]):
        for a, b in _pairs(group):
            pairs.setdefault((a, b), "name")
    told = [shingles(one.account[:_BEGINNING]) for one in held]
    for group in _sharing([_phrases(phrases) for phrases in told]):
        for a, b in _pairs(group):
            if (a, b) not in pairs and _share(told[a], told[b]) >= LIKE:
                pairs[a, b] = "account"
    found: dict[int, list[Double]] = defaultdict(list)
    for (a, b), why in sorted(pairs.items()):
        found[held[a].proposal.pk].append(_entry(held[b].proposal, why))
        found[held[b].proposal.pk].append(_entry(held[a].proposal, why))
    return found


def _sharing(keys: Sequence[Sequence[Any]]) -> Iterator[list[int]]:
    """The places that have a key in common."""
    groups: dict[Any, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            groups[key].append(index)
    return (group for group in groups.values() if len(group) > 1)


def _pairs(group: list[int]) -> Iterator[tuple[int, int]]:
    """Each with each; of many that are all alike, each with the first few."""
    for place, b in enumerate(group):
        yield from ((a, b) for a in group[: min(place, _NEAR)])


def _phrases(told: set[tuple[str, ...]]) -> list[int]:
    """A few of an account's phrases, the same of any that is like it."""
    if len(told) < _LEAST:
        return []
    return sorted(crc32(" ".join(phrase).encode()) for phrase in told)[:_PHRASES]


def _share(a: set[Any], b: set[Any]) -> float:
    return len(a & b) / len(a | b)


def _add(
    found: dict[int, dict[int, Double]], one: Sketch, known: known_reviews.Known, why: str
) -> None:
    if known.pk != one.proposal.review_id:
        double = _review(known.pk, known.reference, known.title, why)
        found[one.proposal.pk].setdefault(known.pk, double)


def _review(key: int, reference: str, title: str, why: str) -> Double:
    return Double(f"{reference} {title}", reverse("desk:edit", args=[key]), WHY[why])


def _entry(proposal: Proposal, why: str) -> Double:
    title = proposal.read.get("title") or "without a title"
    url = reverse("desk:proposal", args=[proposal.batch_id, proposal.order])
    return Double(f"Entry {proposal.order}, {title}", url, WHY[why])


def _years(read: Mapping[str, Any]) -> Iterator[int]:
    """The years in which it was published or is added, as `checks` take them."""
    for name in ("published", "added"):
        text = str(read.get(name) or "")[:4]
        if text.isdigit():
            yield int(text)
