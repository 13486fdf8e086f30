"""What stands in the fields of the edit page, as it was typed: by field name, lists of texts.

Names are those of the HTML form. A row of a list (a child, a point, a document) has a key that
stays while rows are moved: `p12` is the point with the id 12, `d7` the document with the id 7,
`n3` is new. The order of the keys under the list's own name is the order of the rows:

    learning: [p12, n1]   learning-p12-text: ["Ask."]   learning-n1-themes: ["neglect", "housing"]

What is typed into the box of a list of terms and is not one of them yet stands under
`<name>_typed`. Suggestions that were refused are kept under `refused`, as `<name>:<slug>`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.datastructures import MultiValueDict

from reviews import limits, written_ages, written_dates
from reviews.ages import Age
from reviews.choices import Nation, PointKind, Sex
from reviews.dates import PartialDate
from reviews.models import Child, Document, Point, Review
from reviews.parsing import NOT_TEXT

FACTS = (
    *("title", "headline", "type", "nation", "partnership", "anonymous"),
    *("published", "added", "incident", "incident_note", "content_note", "summary", "outcome"),
    *("keywords", "illustrative"),
)
TERMS = ("harms", "themes", "agencies")
REFUSED = "refused"
ROWS = {
    "children": ("age", "age_text", "sex"),
    "learning": ("text", "themes", "agencies", "themes_typed", "agencies_typed"),
    "recommendations": ("text", "themes", "agencies", "themes_typed", "agencies_typed"),
    "documents": (
        *("label", "kind", "url", "upload"),
        *("permission", "permitted_on", "licence", "expires_on"),
    ),
}
MOST_ROWS = {
    "children": limits.MOST_CHILDREN,
    "learning": limits.MOST_POINTS,
    "recommendations": limits.MOST_POINTS,
    "documents": limits.MOST_DOCUMENTS,
}
LISTS_OF = {PointKind.LEARNING: "learning", PointKind.RECOMMENDATION: "recommendations"}

_KEY = re.compile(r"[cpdn][0-9]{1,18}")
_NEW = re.compile(r"n([0-9]{1,18})")


@dataclass
class Typed:
    """What is typed. Equal when every field has the same texts."""

    values: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of_post(cls, post: MultiValueDict) -> "Typed":
        """What a form sent, as far as the page has such fields; texts without control signs."""
        typed = cls()
        for name in _names(post):
            typed.set(name, *map(_clean, post.getlist(name)))
        return typed

    @classmethod
    def of_review(cls, review: Review) -> "Typed":
        """What the page shows of a review that nobody is working on. Reads `for_page()`."""
        typed = cls()
        for name, text in _facts_of(review).items():
            typed.set(name, text)
        for name in TERMS:
            typed.set(name, *_slugs(getattr(review, name).all()))
        for number, child in enumerate(review.children.all(), start=1):
            typed._add("children", f"c{number}", **_child_of(child))
        for point in review.points.all():
            typed._add_point(point)
        for document in review.documents.all():
            typed._add("documents", f"d{document.pk}", **_document_of(document))
        return typed

    def get(self, name: str) -> str:
        """A field's text; "" where there is none."""
        texts = self.values.get(name)
        return texts[-1] if texts else ""

    def all(self, name: str) -> list[str]:
        """The texts of a field that may have several, each once."""
        return list(dict.fromkeys(self.values.get(name, ())))

    def set(self, name: str, *texts: str) -> None:
        """Put texts in the place of a field's; empty ones leave no trace."""
        given = [text for text in texts if text]
        if given:
            self.values[name] = given
        else:
            self.values.pop(name, None)

    def rows(self, name: str) -> list[str]:
        """The keys of a list's rows, in their order."""
        return self.all(name)

    def add_row(self, name: str, after: str = "", **texts: str) -> str:
        """A new row, at the end or after another; its key."""
        key = f"n{self._unused(name)}"
        rows = self.rows(name)
        place = rows.index(after) + 1 if after in rows else len(rows)
        self.values[name] = [*rows[:place], key, *rows[place:]]
        for field_name, text in texts.items():
            self.set(f"{name}-{key}-{field_name}", text)
        return key

    def remove_row(self, name: str, key: str) -> None:
        self.set(name, *(other for other in self.rows(name) if other != key))
        for field_name in ROWS[name]:
            self.values.pop(f"{name}-{key}-{field_name}", None)

    def move_row(self, name: str, key: str, by: int) -> None:
        """Bring a row some places up (negative) or down, as far as the list goes."""
        rows = self.rows(name)
        if key not in rows:
            return
        place = max(0, min(rows.index(key) + by, len(rows) - 1))
        rows.remove(key)
        rows.insert(place, key)
        self.values[name] = rows

    def names(self) -> Iterable[str]:
        return self.values.keys()

    def copy(self) -> "Typed":
        return Typed({name: list(texts) for name, texts in self.values.items()})

    def posted(self) -> MultiValueDict:
        """As a form would send it, for Django's forms."""
        return MultiValueDict(self.values)

    def _unused(self, name: str) -> int:
        used = [int(match[1]) for key in self.rows(name) if (match := _NEW.fullmatch(key))]
        return max(used, default=0) + 1

    def _add(self, rows: str, key: str, **texts: str) -> None:
        self.values.setdefault(rows, []).append(key)
        for name, text in texts.items():
            self.set(f"{rows}-{key}-{name}", text)

    def _add_point(self, point: Point) -> None:
        rows, key = LISTS_OF[PointKind(point.kind)], f"p{point.pk}"
        self._add(rows, key, text=point.text)
        self.set(f"{rows}-{key}-themes", *_slugs(point.themes.all()))
        self.set(f"{rows}-{key}-agencies", *_slugs(point.agencies.all()))


def _names(post: MultiValueDict) -> Iterable[str]:
    """The fields of the page, row by row, that a form may send."""
    yield from FACTS
    yield from TERMS
    yield from (f"{name}_typed" for name in TERMS)
    yield REFUSED
    for rows, names in ROWS.items():
        keys = [key for key in post.getlist(rows) if _KEY.fullmatch(key)]
        post.setlist(rows, list(dict.fromkeys(keys)))
        yield rows
        yield from (f"{rows}-{key}-{name}" for key in post.getlist(rows) for name in names)


def _clean(text: str) -> str:
    return NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _slugs(terms: Iterable) -> list[str]:
    return list(dict.fromkeys(term.live.slug for term in terms))


def _facts_of(review: Review) -> Mapping[str, str]:
    return {
        "title": review.title,
        "headline": review.headline,
        "type": review.type.live.slug,
        "nation": "" if review.nation == Nation.NOT_RECORDED else review.nation,
        "partnership": review.partnership.name if review.partnership else "",
        "anonymous": "yes" if review.anonymous else "",
        "published": _date(review.published),
        "added": review.added.label,
        "incident": _date(review.incident),
        "incident_note": review.incident_note,
        "content_note": review.content_note,
        "summary": review.summary,
        "outcome": review.outcome.live.slug,
        "keywords": "; ".join(review.keywords),
        "illustrative": "yes" if review.illustrative else "",
    }


def _date(date: PartialDate | None) -> str:
    return in_words(date, written_dates.read) if date else ""


def in_words[T: (PartialDate, Age)](value: T, read: Callable[[str], T]) -> str:
    """In words, where they are read as the same; some say less than the value."""
    try:
        return value.label if read(value.label) == value else value.iso
    except ValueError:
        return value.iso


def _child_of(child: Child) -> Mapping[str, str]:
    age = in_words(child.age, written_ages.read) if child.age else ""
    sex = "" if child.sex == Sex.NOT_STATED else child.sex
    return {"age": age, "age_text": child.age_text, "sex": sex}


def _document_of(document: Document) -> Mapping[str, str]:
    return {
        "label": document.label,
        "kind": document.kind.live.slug,
        "url": document.url,
        "permission": document.permission,
        "permitted_on": document.permitted_on.isoformat() if document.permitted_on else "",
        "licence": document.licence,
        "expires_on": document.expires_on.isoformat() if document.expires_on else "",
    }
