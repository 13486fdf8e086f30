"""Where the record is spoken of by what is composed from it: the briefings that cite a review.

Whoever composes registers (`register`, once, when its app is ready); pages ask. So the record's
pages show who cites them without knowing of briefings. Each question costs what whoever answers
it needs: one statement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reviews.codes import Facet


@dataclass(frozen=True, slots=True)
class Place:
    """One place in what mentions something: "1.2", and its address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Something public that speaks of the record. `kind` and `date` are words: "Briefing"."""

    kind: str
    title: str
    url: str
    date: str = ""
    standfirst: str = ""
    places: tuple[Place, ...] = ()
    is_illustrative: bool = False


class Mentioner(Protocol):
    """What an app that composes from the record answers. Public mentions only, newest first."""

    def of_review(self, review: int) -> Sequence[Mention]: ...

    def of_point(self, point: int) -> Sequence[Mention]: ...

    def of_term(self, facet: Facet, key: int) -> Sequence[Mention]: ...

    def latest(self, most: int) -> Sequence[Mention]: ...


_registered: list[Mentioner] = []


def register(mentioner: Mentioner) -> None:
    _registered.append(mentioner)


def of_review(review: int) -> list[Mention]:
    """What cites a review or a point of it."""
    return [found for one in _registered for found in one.of_review(review)]


def of_point(point: int) -> list[Mention]:
    """What cites a point itself."""
    return [found for one in _registered for found in one.of_point(point)]


def of_term(facet: Facet, key: int) -> list[Mention]:
    """What is about a theme or an agency. A merged term's mentions are those of its heir."""
    return [found for one in _registered for found in one.of_term(facet, key)]


def latest(most: int) -> list[Mention]:
    """The newest of everything."""
    return [found for one in _registered for found in one.latest(most)]
