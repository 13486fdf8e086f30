"""What a proposal says, in words for editors: its values, where each was read, how sure that is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reviews.choices import Nation, Sex
from reviews.editing.batches.as_typed import age_text, date_text, points_of
from reviews.editing.vocabulary import Vocabulary
from reviews.intake.proposal import FAIRLY, SURE

LABELS = {
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
    "children": "Who it is about",
    "outcome": "Outcome",
    "harms": "Kinds of harm",
    "content_note": "Content note",
    "summary": "Account",
    "themes": "Themes",
    "agencies": "Agencies",
    "learning": "Learning points",
    "recommendations": "Recommendations",
    "documents": "Documents",
    "keywords": "Keywords",
}
# What is shown although nothing was read.
_ALWAYS = {"title", "type", "partnership", "published", "added", "incident", "children"}
_ALWAYS |= {"outcome", "harms", "summary", "learning", "documents"}
_LONG = {"summary", "learning", "recommendations"}
_QUOTED = 90  # characters of what a value was read from
_ROLES = {
    "harmed-others": "Has harmed others",
    "both": "Was harmed, and has harmed others",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field. `key` names its mark in the source; without one it was in no text."""

    text: str
    key: str = ""
    sure: str = ""
    quote: str = ""
    details: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of a proposal: all its values, and what is to be looked at."""

    name: str
    label: str
    values: list[Value]
    warnings: list[str] = field(default_factory=list)

    @property
    def is_numbered(self) -> bool:
        return self.name in {"learning", "recommendations"}

    @property
    def is_long(self) -> bool:
        return self.name in _LONG


class ShownProposal:
    """A proposal's JSON, over the text that its places count in."""

    def __init__(self, read: Mapping[str, Any], text: str, vocabulary: Vocabulary) -> None:
        self.read, self.text, self.vocabulary = read, text, vocabulary

    @cached_property
    def fields(self) -> list[Shown]:
        """Those that say something, are to be looked at, or that every review has."""
        found = []
        for name, label in LABELS.items():
            values, warnings = list(self._values(name)), self.warnings[name]
            if values or warnings or name in _ALWAYS:
                found.append(Shown(name, label, values, warnings))
        return found

    @cached_property
    def warnings(self) -> Mapping[str, list[str]]:
        """By field; those of no field under ""."""
        found: dict[str, list[str]] = defaultdict(list)
        for warning in self.read.get("warnings") or ():
            name = warning["field"] if warning["field"] in LABELS else ""
            found[name].append(warning["text"])
        return found

    def _values(self, name: str) -> Iterator[Value]:
        items = self.items(name)
        places = self.read["fields"].get(name) or {}
        several = places.get("items") or ()
        for number, (text, details) in enumerate(items, start=1):
            place = several[number - 1] if number <= len(several) else places
            key = f"{name}-{number}" if number <= len(several) else name
            yield self._value(name, text, details, place, key)

    def _value(
        self, name: str, text: str, details: Sequence[str], place: Mapping[str, Any], key: str
    ) -> Value:
        if not place:
            return Value(text, details=details)
        if place["start"] >= place["end"]:  # what the text does not say
            return Value(text, sure=sure(place["confidence"]), details=details)
        quote = " ".join(self.text[place["start"] : place["end"]].split())
        if name in _LONG or quote == text:
            quote = ""
        elif words := place.get("words"):
            quote = ", ".join([words] if isinstance(words, str) else words)
        return Value(text, key, sure(place["confidence"]), _short(quote), details)

    def items(self, name: str) -> list[tuple[str, Sequence[str]]]:
        """The values of a field, each as its text and what else is to be known of it."""
        held = self.read.get(name)
        if not held:
            return []
        if name in {"learning", "recommendations"}:
            return [(point["text"], self._terms_of(point)) for point in points_of(self.read, name)]
        if name == "children":
            return [(self._child(child), ()) for child in held]
        if name == "documents":
            return [self._document(document) for document in held]
        if name in {"harms", "themes", "agencies"}:
            return [(self.vocabulary.label(name, slug), ()) for slug in held]
        if name == "keywords":
            return [(keyword, ()) for keyword in held]
        return [(self._text(name, held), self._beside(name))]

    def _text(self, name: str, held: Any) -> str:
        if name in {"type", "outcome"}:
            return self.vocabulary.label(name, held)
        if name in {"published", "added", "incident"}:
            return date_text(held)
        if name == "nation":
            return str(Nation(held).label) if held in Nation.values else held
        return "Yes" if held is True else str(held)

    def _beside(self, name: str) -> list[str]:
        if name == "outcome" and self.read.get("certainty") == "suspected":
            return ["Suspected, not stated as certain"]
        return []

    def _child(self, child: Mapping[str, Any]) -> str:
        sex = child.get("sex")
        said = [
            age_text(child.get("age")) or "age not known",
            f"“{child['age_text']}”" if child.get("age_text") else "",
            str(Sex(sex).label).lower() if sex in Sex.values else "sex not known",
            _ROLES.get(self.read.get("role") or "", "").lower(),
        ]
        return ", ".join(filter(None, said)).capitalize()

    def _document(self, document: Mapping[str, Any]) -> tuple[str, list[str]]:
        kind = document.get("kind") or ""
        details = [self.vocabulary.label("kind", kind) if kind else "Kind not known"]
        return document.get("label") or "Without a name", [
            *details,
            document.get("url") or "No link",
        ]

    def _terms_of(self, point: Mapping[str, Any]) -> list[str]:
        return [
            f"{'Themes' if name == 'themes' else 'For'}: "
            + ", ".join(self.vocabulary.label(name, slug) for slug in point[name])
            for name in ("themes", "agencies")
            if point[name]
        ]


def sure(confidence: float) -> str:
    if confidence >= SURE:
        return "sure"
    return "fairly sure" if confidence >= FAIRLY else "look at this"


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rsplit(' ', 1)[0]} …"
