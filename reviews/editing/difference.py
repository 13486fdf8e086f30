"""How one state of a review differs from another: field by field, row by row, word by word.

`differences` compares two records and gives flat values for a page; `summary_of` makes of them
the lines of the audit. The audit can never be changed, and what is corrected may have identified
a child: so its lines say what a vocabulary's value was, but of texts, names, dates and ages only
that they changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reviews.ages import Age
from reviews.choices import Nation, Sex
from reviews.dates import PartialDate
from reviews.editing.blocks import longest_rising
from reviews.editing.pairing import Pair, paired
from reviews.editing.spans import Paragraph, between
from reviews.records import ChildRecord, DocumentRecord, PointRecord, ReviewRecord

# The label of a slug; the first argument is the field's name: "themes", "outcome", "kind".
type Names = Callable[[str, str], str]
# By the name of a list: the keys of its rows, in their order.
type Keys = Mapping[str, Sequence[str]]
type Row = ChildRecord | PointRecord | DocumentRecord
type Verb = Literal["changed", "added", "removed", "moved"]

NOT_GIVEN = "not given"
# Every field of a record, in the order of the edit page.
FIELDS = {
    "title": "Title",
    "headline": "Headline",
    "type": "Type of review",
    "nation": "Nation",
    "partnership": "Partnership",
    "anonymous": "Published anonymously",
    "published": "Published by them",
    "added": "Added here",
    "incident": "When it happened",
    "incident_note": "What happened, in a few words",
    "content_note": "Content note",
    "summary": "Account",
    "children": "Child",
    "outcome": "Outcome",
    "harms": "Kinds of harm",
    "themes": "Themes",
    "agencies": "Agencies",
    "learning": "Learning point",
    "recommendations": "Recommendation",
    "documents": "Document",
    "keywords": "Keywords",
    "reference": "Reference",
    "illustrative": "Illustrative",
}
_AGENCIES = {"learning": "For", "recommendations": "Addressed to"}
OF_ROWS = {
    "children": {"age": "Age", "age_text": "Age in the review’s words", "sex": "Sex"},
    **{
        points: {"text": "Text", "themes": "Themes", "agencies": label}
        for points, label in _AGENCIES.items()
    },
    "documents": {
        "label": "Name",
        "kind": "Kind",
        "url": "Link",
        "permission": "Who permits that a copy is held here",
        "permitted_on": "Permitted on",
        "licence": "Licence",
    },
}
WORD_BY_WORD = {"title", "headline", "incident_note", "content_note", "summary", "text"}
TERMS = {"harms", "themes", "agencies"}
SLUGS = {"type", "outcome", "kind", "partnership"}
REPEATED = {"type", "nation", "outcome", *TERMS}  # by the audit

_NOTHING: dict[str, Row] = {
    "children": ChildRecord(None, "", Sex.NOT_STATED),
    "learning": PointRecord("", (), ()),
    "recommendations": PointRecord("", (), ()),
    "documents": DocumentRecord("", "", ""),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is different: a text in paragraphs, or a value, or terms that came and went.

    `label` is empty where the difference has this one detail and says what it is.
    """

    field: str
    label: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    before: str = ""
    after: str = ""
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def is_spacing(self) -> bool:
        """Whether a text differs in nothing but its spaces."""
        return bool(self.paragraphs) and all(part.is_same for part in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that changed, or a row of a list that changed, came, went or moved.

    `was` and `now` are the places of a row, from 1; 0 where it has none.
    """

    field: str
    verb: Verb
    details: tuple[Detail, ...] = ()
    was: int = 0
    now: int = 0
    is_moved: bool = False

    @property
    def label(self) -> str:
        """The field's name, or the row's with its number: as it is now, or was if it went."""
        name = FIELDS[self.field]
        return f"{name} {self.now or self.was}" if self.field in OF_ROWS else name


def slug_in_words(_: str, slug: str) -> str:
    return slug.replace("-", " ")


def differences(
    before: ReviewRecord,
    after: ReviewRecord,
    *,
    keys_before: Keys | None = None,
    keys_after: Keys | None = None,
    name_of: Names = slug_in_words,
) -> list[Difference]:
    """What is different, in the order of the edit page.

    Rows belong together if they have the same key; those without, by likeness of their texts.
    """
    found: list[Difference] = []
    for field in FIELDS:
        one, other = getattr(before, field), getattr(after, field)
        if field in OF_ROWS:
            keys = (keys_before or {}).get(field, ()), (keys_after or {}).get(field, ())
            found += _rows(field, one, other, keys, name_of)
        elif detail := _detail(field, "", one, other, name_of):
            found.append(Difference(field, "changed", (detail,)))
    return found


def summary_of(found: Iterable[Difference]) -> list[str]:
    """A line for each difference, as the audit may keep it."""
    return [_row_line(one) if one.field in OF_ROWS else _line(one) for one in found]


def _line(found: Difference) -> str:
    (detail,) = found.details
    if found.field not in REPEATED:
        return f"{found.label} changed"
    if found.field in TERMS:
        said = [f"{name} added" for name in detail.added]
        said += [f"{name} removed" for name in detail.removed]
        return f"{found.label}: {', '.join(said)}"
    return f"{found.label}: {detail.before} → {detail.after}"


def _row_line(found: Difference) -> str:
    moved = f"{FIELDS[found.field]} {found.was} moved to {found.now}"
    if found.verb == "moved":
        return moved
    if found.verb != "changed":
        return f"{found.label} {found.verb}"
    what = ", ".join(detail.label for detail in found.details).lower()
    return f"{moved} and changed ({what})" if found.is_moved else f"{found.label} changed ({what})"


def _detail(field: str, label: str, one: Any, other: Any, name_of: Names) -> Detail | None:
    """How a field differs, if it does. Terms have no order."""
    if one == other or (field in TERMS and set(one) == set(other)):
        return None
    if field in WORD_BY_WORD:
        return Detail(field, label, paragraphs=tuple(between(one, other)))
    if field in TERMS:
        gone = tuple(name_of(field, slug) for slug in one if slug not in other)
        come = tuple(name_of(field, slug) for slug in other if slug not in one)
        return Detail(field, label, removed=gone, added=come)
    return Detail(
        field, label, before=_shown(field, one, name_of), after=_shown(field, other, name_of)
    )


def _shown(field: str, value: Any, name_of: Names) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value) or NOT_GIVEN
    if field == "nation":
        return Nation(value).label
    if field == "sex":
        return Sex(value).label
    if not value:
        return NOT_GIVEN
    if isinstance(value, PartialDate | Age):
        return value.label
    return name_of(field, value) if field in SLUGS else str(value)


def _rows(
    field: str,
    before: Sequence[Row],
    after: Sequence[Row],
    keys: tuple[Sequence[str], Sequence[str]],
    name_of: Names,
) -> list[Difference]:
    """The rows that changed, moved, came or went, where they stand now."""
    if before == after:
        return []
    texts, other_texts = ([_text_of(row) for row in rows] for rows in (before, after))
    pairs = paired(texts, other_texts, keys, in_order=field == "children")
    stayed = {pairs[index] for index in longest_rising([now for _, now in pairs])}
    found: list[Difference] = []
    for was, now in in_order(len(before), len(after), pairs):
        row = _NOTHING[field] if was is None else before[was]
        other = _NOTHING[field] if now is None else after[now]
        details = tuple(_details(field, row, other, name_of))
        is_moved = was is not None and now is not None and (was, now) not in stayed
        if was is None or now is None:
            verb: Verb = "removed" if now is None else "added"
        else:
            verb = "changed" if details else "moved"
        if details or is_moved:
            places = {"was": _number(was), "now": _number(now)}
            found.append(Difference(field, verb, details, **places, is_moved=is_moved))
    return found


def _number(place: int | None) -> int:
    return 0 if place is None else place + 1


def in_order(before: int, after: int, pairs: Sequence[Pair]) -> list[tuple[int | None, int | None]]:
    """Where each row was and is. One that went stands behind the row that it stood behind."""
    now_of, was_of = dict(pairs), {now: was for was, now in pairs}
    found: list[tuple[int, int, int | None, int | None]] = [
        (now, 0, was_of.get(now), now) for now in range(after)
    ]
    last = -1
    for was in range(before):
        last = now_of.get(was, last)
        if was not in now_of:
            found.append((last, was + 1, was, None))
    return [(was, now) for *_, was, now in sorted(found, key=lambda item: item[:2])]


def _details(field: str, row: Row, other: Row, name_of: Names) -> Iterator[Detail]:
    for name, label in OF_ROWS[field].items():
        detail = _detail(name, label, getattr(row, name), getattr(other, name), name_of)
        if detail:
            yield detail


def _text_of(row: Row) -> str:
    """What a row is known by where it has no key."""
    if isinstance(row, PointRecord):
        return row.text
    if isinstance(row, DocumentRecord):
        return f"{row.label} {row.kind} {row.url}"
    return f"{row.age.label if row.age else ''} {row.age_text} {row.sex}"
