"""The words that intake reads by: the terms of the vocabularies and the names of partnerships."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path

from reviews.intake.keywords import Labels
from reviews.phrases import Index, Term

# The vocabularies of the file and the kinds of terms that intake tells apart.
KINDS = {
    "types": "type",
    "outcomes": "outcome",
    "harms": "harm",
    "themes": "theme",
    "agencies": "agency",
    "document_kinds": "document_kind",
}
SUGGESTED = ("harm", "theme", "agency")
NEAR = 0.82  # how like a name a text must be to be proposed for it
LEAST_LETTERS = 6  # of a text that is looked for by likeness: short words are all alike
NOT_STATED = "not-stated"
SERIOUS = "serious-case-review"
_REVIEW = re.compile(r"\b(?:review|inquiry)\b", re.IGNORECASE)


class Lexicon:
    """Terms by what they are called, and partnerships by their names and aliases.

    `partnerships` gives the name a partnership has here for every name it is known by.
    """

    def __init__(self, terms: Iterable[Term], partnerships: Mapping[str, str] | None = None):
        self.terms = tuple(terms)
        self.names = dict(partnerships or {})
        self._partnerships = {key(name): held for name, held in self.names.items()}
        self._named: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for term in self.terms:
            for name in dict.fromkeys(map(key, (term.slug, term.label, *term.synonyms))):
                self._named[term.kind][name].append(term)

    def find(self, kind: str, text: str) -> str | None:
        """The slug of the one term that a text names: by slug, label or synonym, in any case."""
        found = self._named[kind].get(key(text), ())
        return found[0].slug if len(found) == 1 else None

    def close_to(self, kind: str, text: str) -> str | None:
        """The slug of the term whose name is most like a text that names none."""
        asked = key(text)
        if len(asked) < LEAST_LETTERS:
            return None
        near = get_close_matches(asked, self._named[kind], n=1, cutoff=NEAR)
        return self._named[kind][near[0]][0].slug if near else None

    def label(self, kind: str, slug: str) -> str:
        return next(t.label for t in self.terms if (t.kind, t.slug) == (kind, slug))

    def partnership(self, text: str) -> str | None:
        """The name of the partnership that a text names."""
        return self._partnerships.get(key(text))

    def of(self, kind: str) -> list[Term]:
        return [term for term in self.terms if term.kind == kind]

    @cached_property
    def type_names(self) -> re.Pattern[str]:
        """What kinds of reviews are called, the longest first; a code such as "CPR 2/2014" is not.

        Words may be joined by hyphens. Of the synonyms only those that name a review count.
        """
        names = {name for term in self.of("type") for name in (term.label, *term.synonyms)}
        said = [name for name in names if _REVIEW.search(name) or name.isupper()]
        written = sorted(map(_loose, said), key=len, reverse=True) or [r"(?!)"]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})s?(?![\w-])(?!\s*\d)", re.IGNORECASE)

    def type_named(self, text: str) -> str | None:
        """The kind of review that a text found by `type_names` stands for.

        An acronym counts in capitals only. SCR is serious or, in Scotland, significant case
        review; the first is meant in nearly all lists.
        """
        name = text[:-1] if text.endswith("s") else text
        if len(name) <= 5 and not name.isupper():
            return None
        slug = self.find("type", name) or self.find("type", text)
        return slug or (SERIOUS if name == "SCR" and self._is_used(SERIOUS) else None)

    def _is_used(self, slug: str) -> bool:
        return any(term.slug == slug for term in self.of("type"))

    @cached_property
    def labels(self) -> Labels:
        """Themes and agencies by their names, for keywords."""
        return Labels(term for term in self.terms if term.kind in ("theme", "agency"))

    @cached_property
    def index(self) -> Index:
        """For suggestions from a text (reviews/matching.py)."""
        return Index(t for t in self.terms if t.kind in SUGGESTED and t.slug != NOT_STATED)


def _loose(name: str) -> str:
    return r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))


def key(text: str) -> str:
    """What counts of a name: its letters and digits, in small letters, and where words end."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("&", " and ")))


@cache
def bundled() -> Lexicon:
    """The vocabularies that the project brings, for where there is no database to ask."""
    file = Path(__file__).resolve().parent.parent.parent / "fixtures" / "vocabularies.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    return Lexicon(
        Term(kind, term["slug"], term["label"], tuple(term.get("synonyms", ())))
        for name, kind in KINDS.items()
        for term in held[name]
    )
