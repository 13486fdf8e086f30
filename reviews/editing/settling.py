"""What is typed into the boxes of terms becomes terms, as far as it names any."""

import re

from reviews.editing.form_texts import FormTexts
from reviews.editing.typed import TERMS
from reviews.editing.vocabulary import FACET_OF, Vocabulary

_PARTS = re.compile(r"[;\n]")


def settle(typed: FormTexts, vocabulary: Vocabulary) -> None:
    """Move every name of a term from the boxes to the terms; what names none stays in its box.

    Several are divided by semicolons or lines; by commas, where the whole is no name.
    """
    for prefix, name in _lists(typed):
        box = f"{prefix}{name}_typed"
        if not (text := typed.get(box)):
            continue
        found, left = _found(name, text, vocabulary)
        typed.set(f"{prefix}{name}", *dict.fromkeys([*typed.all(f"{prefix}{name}"), *found]))
        typed.set(box, "; ".join(left))


def _lists(typed: FormTexts) -> list[tuple[str, str]]:
    """Every list of terms of the page: what its name begins with, and which vocabulary."""
    lists = [("", name) for name in TERMS if name in typed.FIELDS]
    for rows, names in typed.ROWS.items():
        own = [name for name in TERMS if name in names]
        lists += [(f"{rows}-{key}-", name) for key in typed.rows(rows) for name in own]
    return lists


def _found(name: str, text: str, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The slugs of the terms that are named, and what names none."""
    found, left = [], []
    for part in filter(None, map(str.strip, _PARTS.split(text))):
        values = [vocabulary.find(FACET_OF[name], part)]
        if values == [None]:
            values = [vocabulary.find(FACET_OF[name], piece) for piece in part.split(",")]
        if None in values:
            left.append(part)
        else:
            found += [value.slug for value in values if value]
    return found, left
