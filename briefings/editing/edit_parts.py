"""The parts of the edit page, in order; which of them a briefing has, and which an article."""

import re
from collections.abc import Mapping

from briefings.choices import Kind
from briefings.editing.typed import AUTHOR, REPORT, PieceTyped

TITLES = {
    "facts": "About it",
    "terms": "Themes and agencies",
    "author": "Author",
    "report": "The report",
    "body": "Introduction",
    "figures": "Figures",
    "basis": "What it is based on",
    "sections": "Sections",
    "questions": "Questions",
    "resources": "Resources",
    "contacts": "Contacts and concerns",
    "related": "Related",
}
TEXTS = {"body", "basis"}
LISTS = {"figures", "sections", "questions", "resources", "contacts"}
_NOT_OF = {
    Kind.BRIEFING: {
        "author": tuple(f"author_{name}" for name in AUTHOR),
        "report": tuple(f"report_{name}" for name in REPORT),
        "figures": ("figures",),
    },
    Kind.ARTICLE: {
        "basis": ("basis",),
        "sections": ("sections", "statements"),
        "contacts": ("contacts", "concerns"),
    },
}
_OTHERS = {
    **dict.fromkeys(("themes", "agencies"), "terms"),
    **{"statements": "sections", "concerns": "contacts", "builder": "basis", "selection": "basis"},
}


def parts_of(kind: Kind, typed: PieceTyped) -> Mapping[str, str]:
    """Each part by its title. One that this kind does not have, if something is typed in it."""
    strange = _NOT_OF[kind]
    title = {**TITLES, "body": "Text"} if kind == Kind.ARTICLE else TITLES
    return {
        name: said
        for name, said in title.items()
        if name not in strange or any(typed.all(field) for field in strange[name])
    }


def counts_of(typed: PieceTyped) -> Mapping[str, int]:
    """How much stands in those parts that may stay empty."""
    counts = {name: len(typed.rows(name)) for name in LISTS}
    counts["contacts"] += bool(typed.get("concerns").strip())
    counts["related"] = len(typed.all("related"))
    return counts | {name: int(bool(typed.get(name).strip())) for name in TEXTS}


def part_of(at: str) -> str:
    """The part that an id of the page stands in."""
    name = re.split("[-_]", at.removeprefix("id_"), maxsplit=1)[0]
    return name if name in TITLES else _OTHERS.get(name, "facts")
