"""A proposal as somebody would type it into a draft's fields. What can't be read is typed too."""

from collections.abc import Mapping
from typing import Any

from reviews import written_ages, written_dates
from reviews.ages import Age
from reviews.dates import PartialDate
from reviews.editing.typed import TERMS, Typed, in_words

_TEXTS = ("title", "headline", "type", "partnership", "incident_note", "content_note")
_MORE = ("summary", "outcome")
_POINTS = {"learning": "agencies", "recommendations": "addressed_to"}


def as_typed(read: Mapping[str, Any], month: PartialDate) -> Typed:
    """`read` is a proposal's JSON; `month` the one that it is added in where it names none."""
    typed = Typed()
    for name in (*_TEXTS, *_MORE):
        typed.set(name, str(read.get(name) or ""))
    typed.set("nation", read.get("nation") or "")
    typed.set("anonymous", "yes" if read.get("anonymous") else "")
    typed.set("published", date_text(read.get("published")))
    typed.set("incident", date_text(read.get("incident")))
    typed.set("added", date_text(read.get("added")) or month.label)
    typed.set("keywords", "; ".join(read.get("keywords") or ()))
    for name in TERMS:
        typed.set(name, *(read.get(name) or ()))
    for child in read.get("children") or ():
        typed.add_row("children", **_child(child))
    for rows in _POINTS:
        for point in points_of(read, rows):
            key = typed.add_row(rows, text=point["text"])
            typed.set(f"{rows}-{key}-themes", *point["themes"])
            typed.set(f"{rows}-{key}-agencies", *point["agencies"])
    for document in read.get("documents") or ():
        texts = {name: document.get(name) or "" for name in ("label", "kind", "url")}
        typed.add_row("documents", **texts)
    return typed


def date_text(iso: str | None) -> str:
    """A date in words, where they are read as the same; what is no date as it stands."""
    if not iso:
        return ""
    try:
        return in_words(PartialDate.parse(iso), written_dates.read)
    except ValueError:
        return iso


def age_text(iso: str | None) -> str:
    if not iso:
        return ""
    try:
        return in_words(Age.parse(iso), written_ages.read)
    except ValueError:
        return iso


def points_of(read: Mapping[str, Any], rows: str) -> list[dict[str, Any]]:
    """Learning points or recommendations, each with its text, themes and agencies."""
    found = []
    for point in read.get(rows) or ():
        held = {"text": point} if isinstance(point, str) else point
        agencies = held.get(_POINTS[rows]) or ()
        found.append(
            {"text": held["text"], "themes": held.get("themes") or (), "agencies": agencies}
        )
    return found


def _child(child: Mapping[str, Any]) -> dict[str, str]:
    sex = child.get("sex") or ""
    return {
        "age": age_text(child.get("age")),
        "age_text": child.get("age_text") or "",
        "sex": "" if sex == "not-stated" else sex,
    }
