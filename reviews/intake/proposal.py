"""What intake has read: proposed reviews with where each field stands in the text, and the rest.

Places are offsets in characters of the text that was read, the end exclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

SURE, FAIRLY = 0.9, 0.6  # a confidence from which a field counts as sure, and as fairly sure


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Read[T]:
    """A value, where it was read, and how sure that is (0 to 1)."""

    value: T
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Warning:
    """What an editor has to look at: the record's field, a stable code, and words for people."""

    field: str
    code: str
    text: str

    def to_dict(self) -> dict[str, str]:
        return {"field": self.field, "code": self.code, "text": self.text}


@dataclass(frozen=True, slots=True)
class Leftover:
    """A piece of the text that belongs to no proposal, and what it seems to be."""

    span: Span
    text: str
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.span.start, "end": self.span.end, "text": self.text, "why": self.why}


@dataclass(slots=True)
class Proposal:
    """A review as an entry of the text gives it.

    `record` is the interchange record without a reference. `fields` says by the record's field
    where it was read: {"start", "end", "confidence"}, for lists with "items" in the list's order.
    `certainty` is "stated" or "suspected"; `role` "harmed", "harmed-others", "both" or None.
    """

    record: dict[str, Any]
    span: Span
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)
    incomplete: bool = False
    certainty: str = "stated"
    role: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            **self.record,
            "certainty": self.certainty,
            "role": self.role,
            "warnings": [warning.to_dict() for warning in self.warnings],
            "incomplete": self.incomplete,
            "source": {"start": self.span.start, "end": self.span.end},
            "fields": self.fields,
        }

    def put(self, name: str, found: Read[Any]) -> None:
        """Set a field of one value."""
        self.record[name] = found.value
        self.fields[name] = place(found)

    def put_list(self, name: str, found: Iterable[Read[Any]], **more: list[Any]) -> None:
        """Set a field of several; `more` adds to each item's place, in the same order."""
        items = list(found)
        if not items:
            return
        self.record[name] = [item.value for item in items]
        places = [place(item) for item in items]
        for key, values in more.items():
            for one, value in zip(places, values, strict=True):
                one[key] = value
        self.fields[name] = {
            "start": min(item.span.start for item in items),
            "end": max(item.span.end for item in items),
            "confidence": min(item.confidence for item in items),
            "items": places,
        }

    def warn(self, name: str, code: str, text: str) -> None:
        """Add a warning, each only once."""
        warning = Warning(name, code, text)
        if warning not in self.warnings:
            self.warnings.append(warning)


@dataclass(slots=True)
class Intake:
    """A whole text: its proposals, what is left over, and what the text says of itself.

    `declared` is how many reviews a preface says there are; `added` the month it names.
    `warnings` are about the text as a whole.
    """

    text: str
    proposals: list[Proposal] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    declared: int | None = None
    added: str | None = None

    def rest(self) -> dict[str, Any]:
        """Everything that is in no proposal."""
        return {
            "found": len(self.proposals),
            "declared": self.declared,
            "added": self.added,
            "warnings": [warning.to_dict() for warning in self.warnings],
            "not_understood": [leftover.to_dict() for leftover in self.leftovers],
        }


def place(found: Read[Any]) -> dict[str, Any]:
    return {
        "start": found.span.start,
        "end": found.span.end,
        "confidence": round(found.confidence, 2),
    }


def moved(held: dict[str, Any], by: int) -> dict[str, Any]:
    """The same place in the text that the cell is part of."""
    there = held | {"start": held["start"] + by, "end": held["end"] + by}
    if "items" in held:
        there["items"] = [moved(item, by) for item in held["items"]]
    return there
