"""One edition of a briefing or an article as JSON: what `load_briefings` reads.

Strict, and reports everything that is wrong at once. It knows no database: whether a term, a
review or a related piece exists is the business of names.py. The form: docs/data-model.md.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from briefings import figure_checks
from briefings.choices import Kind
from briefings.content import Content
from briefings.loading import words
from briefings.loading.words import LINE, MOST, read_choice, read_date
from briefings.models.piece import SLUG
from reviews import moments
from reviews.choices import PointKind
from reviews.contradictions import REFERENCE_PARTS
from reviews.dates import PartialDate, quoted
from reviews.parsing import Fields, Problem, ProblemsFound

LONGEST_TITLE = 200
LONGEST_STANDFIRST = 600
LONGEST_SELECTION = 2000
LONGEST_SLUG = 80
LAST_NUMBER = 999
MOST_PINNED = 2000
_COMMON = {
    *("kind", "slug", "edition", "illustrative", "title", "standfirst", "published", "as_of"),
    *("themes", "agencies", "related"),
}
_BRIEFING = {"selection", "pinned", *words.BRIEFING}
_ARTICLE = {*words.ARTICLE}
_KNOWN = {
    Kind.BRIEFING.value: frozenset({*_COMMON, *_BRIEFING, *words.COMMON}),
    Kind.ARTICLE.value: frozenset({*_COMMON, *_ARTICLE, *words.COMMON}),
}
NAMES = frozenset().union(*_KNOWN.values())
_is_slug = re.compile(SLUG).fullmatch
_POINT = re.compile(f"({'|'.join(PointKind.values)})/([1-9][0-9]{{0,3}})")
_HOW_TO_CITE = (
    "Write a review, such as CR-2023-0001, or a point of one, such as"
    " CR-2023-0001/learning/3 or CR-2023-0001/recommendation/2."
)


class PieceName(NamedTuple):
    """What an address and a relation call a piece: `briefing/police`."""

    kind: str
    slug: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


class Source(NamedTuple):
    """A review by its reference, or one point of it; `number` 0: the review as a whole."""

    review: str
    kind: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition as a file has it: terms by slug, reviews by reference, pieces by name.

    `evidence` is by the id of a statement, each with its place in the file.
    """

    piece: PieceName
    number: int
    illustrative: bool
    title: str
    standfirst: str
    published: PartialDate | None
    as_of: datetime | None
    selection: str
    themes: tuple[str, ...]
    agencies: tuple[str, ...]
    related: tuple[PieceName, ...]
    pinned: tuple[str, ...]
    content: Content
    evidence: Mapping[str, tuple[Source, ...]]
    places: Mapping[str, str]
    digest: str

    def place_of(self, statement: str) -> str:
        """Where the evidence of a statement stands: sections[0].statements[2].evidence."""
        return self.places[statement]


def parse(data: object) -> EditionFile:
    """Read an edition. Raises ProblemsFound with everything that is wrong with it."""
    problems: list[Problem] = []
    kind = data.get("kind") if isinstance(data, dict) else None
    known = _KNOWN.get(kind, NAMES) if isinstance(kind, str) else NAMES
    fields = Fields.of(data, "", problems, known)
    if not isinstance(data, dict):
        raise ProblemsFound(problems)
    reading = _Evidence(fields)
    published = _read_published(fields)
    piece = PieceName(read_choice(fields, "kind", Kind.values), _read_slug(fields))
    found = EditionFile(
        piece=piece,
        number=_read_number(fields),
        illustrative=fields.flag("illustrative"),
        title=fields.text("title", LONGEST_TITLE, "Write what it is called."),
        standfirst=fields.text_or_none("standfirst", LONGEST_STANDFIRST),
        published=published,
        as_of=_read_as_of(fields, published),
        selection=fields.text_or_none("selection", LONGEST_SELECTION),
        themes=fields.slugs("themes", MOST),
        agencies=fields.slugs("agencies", MOST),
        related=_read_related(fields, piece),
        pinned=_read_pinned(fields),
        content=words.read(fields, reading),
        evidence=reading.found,
        places=reading.places,
        digest=_digest(data),
    )
    wrong = {problem.path for problem in problems}
    further = [*_contradictions(found), *_wrong_figures(found)]
    problems += [problem for problem in further if problem.path not in wrong]
    if problems:
        raise ProblemsFound(problems)
    return found


@dataclass
class _Evidence:
    """Reads what statements cite, while their words are read."""

    fields: Fields
    found: dict[str, tuple[Source, ...]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def __call__(self, key: str, statement: Fields) -> None:
        """Read one statement's. What cites nothing has to say why it stands."""
        self.places[key] = f"{statement.path}.evidence"
        given = statement.texts("evidence", LINE, MOST)
        sources = [_read_source(statement, place, text) for place, text in enumerate(given)]
        if sources:
            self.found[key] = tuple(source for source in sources if source)
        for place, source in enumerate(sources):
            if source in sources[:place]:
                statement.problem(f"evidence[{place}]", "stands here twice. Remove one.")
        if bool(sources) == bool(statement.values.get("reason")):
            statement.problem("reason", _BOTH if sources else _NEITHER)


_BOTH = "is given, but the statement cites something. Remove the reason, or the evidence."
_NEITHER = "is missing: the statement cites nothing. Say why it stands, or give evidence."


def _read_source(statement: Fields, place: int, text: str) -> Source | None:
    review, slash, point = text.partition("/")
    match = _POINT.fullmatch(point)
    if not REFERENCE_PARTS.fullmatch(review) or (slash and not match):
        statement.problem(f"evidence[{place}]", f"{quoted(text)} names nothing. {_HOW_TO_CITE}")
        return None
    return Source(review, match[1], int(match[2])) if match else Source(review)


def _read_slug(fields: Fields) -> str:
    how = "Write its name in addresses, such as mental-health."
    slug = fields.text("slug", LONGEST_SLUG, how)
    if slug and not _is_slug(slug):
        fields.problem("slug", f"{quoted(slug)} is not one. {how}")
    return slug


def _read_number(fields: Fields) -> int:
    number = fields.number_or_none("edition", LAST_NUMBER)
    if number == 0:
        fields.problem("edition", "is 0. Editions count from 1.")
    return number or 1


def _read_published(fields: Fields) -> PartialDate | None:
    published = read_date(fields, "published")
    if published and published.earliest > timezone.localdate():
        fields.problem("published", f"{published.iso} is still to come. Load it when it has.")
    return published


def _read_as_of(fields: Fields, published: PartialDate | None) -> datetime | None:
    """Up to when the collection was looked at: the end of its date, if no moment is given.

    None: now, at publication; also where the date has not ended.
    """
    moment = fields.iso("as_of", moments.read)
    if moment is None:
        end = moments.last_of(published) if published else None
        return end if end and end <= timezone.now() else None
    if moment.at > timezone.now():
        fields.problem("as_of", f"{moment.label} has not ended. Leave it out to mean now.")
    return moment.at


def _read_related(fields: Fields, own: PieceName) -> tuple[PieceName, ...]:
    """Other pieces. Relations have no direction, so two that name each other are right."""
    how = "Write its kind and slug, such as briefing/police or article/child-mental-health."
    found: list[PieceName] = []
    for place, text in enumerate(fields.texts("related", LINE, MOST)):
        kind, _, slug = text.partition("/")
        name = PieceName(kind, slug)
        if kind not in Kind.values or not _is_slug(slug):
            fields.problem(f"related[{place}]", f"{quoted(text)} names no piece. {how}")
        elif name == own:
            fields.problem(f"related[{place}]", "is this piece itself. Remove it.")
        elif name in found:
            fields.problem(f"related[{place}]", f"{name} stands here twice. Remove one.")
        found.append(name)
    return tuple(found)


def _read_pinned(fields: Fields) -> tuple[str, ...]:
    pinned = fields.texts("pinned", LINE, MOST_PINNED)
    for place, reference in enumerate(pinned):
        if not REFERENCE_PARTS.fullmatch(reference):
            reason = f"{quoted(reference)} is not a reference. Write one such as CR-2023-0007."
            fields.problem(f"pinned[{place}]", reason)
        elif reference in pinned[:place]:
            fields.problem(f"pinned[{place}]", f"{reference} stands here twice. Remove one.")
    return pinned


def _contradictions(found: EditionFile) -> list[Problem]:
    """What is cited is of the sample, and of the same kind, invented or real, as the piece."""
    problems = []
    pinned = set(found.pinned)
    for statement, sources in found.evidence.items():
        for place, source in enumerate(sources):
            if source.review not in pinned:
                where = f"{found.places[statement]}[{place}]"
                reason = f"{source.review} is not pinned. Add it to pinned, or cite another."
                problems.append(Problem(where, reason))
    for place, reference in enumerate(found.pinned):
        if REFERENCE_PARTS.fullmatch(reference) and _is_mixed(found, reference):
            problems.append(Problem(f"pinned[{place}]", f"{reference} {_mixed(found)}"))
    return problems


def _wrong_figures(found: EditionFile) -> Iterator[Problem]:
    """Figures that would stop publication at the desk."""
    for problem in figure_checks.checks(found.content, found.published):
        if problem.is_blocking:
            path = re.sub(r"\.([0-9]+)\.", r"[\1].", problem.at)
            yield Problem(path, f"{problem.found} {problem.to_do}")


def _is_mixed(found: EditionFile, reference: str) -> bool:
    return reference.startswith("EX-") != found.illustrative


def _mixed(found: EditionFile) -> str:
    if found.illustrative:
        return "is a real review, and the piece is illustrative. Pin illustrative ones alone."
    return "is an illustrative review, and the piece is not. Pin real ones alone."


def _digest(data: Mapping[str, Any]) -> str:
    """SHA-256 of what was written, whatever the order of its names."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
