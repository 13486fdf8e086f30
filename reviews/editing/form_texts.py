"""What stands in the fields of a form, as it was typed: by field name, lists of texts.

Names are those of the HTML form. A row of a list has a key that stays while rows are moved;
`n3` is one that the form has added. The order of the keys under the list's own name is the order
of the rows:

    learning: [p12, n1]   learning-p12-text: ["Ask."]   learning-n1-themes: ["neglect", "housing"]

Each form says in a class of its own which fields and rows it has.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from django.utils.datastructures import MultiValueDict

from reviews.parsing import NOT_TEXT

_NEW = re.compile(r"n([0-9]{1,18})")


@dataclass
class FormTexts:
    """What is typed. Equal when every field has the same texts."""

    # The fields of each list's rows; single fields, and those that have several values; keys.
    ROWS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    FIELDS: ClassVar[tuple[str, ...]] = ()
    SETS: ClassVar[frozenset[str]] = frozenset()
    KEY: ClassVar[re.Pattern[str]] = _NEW

    values: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of_post(cls, post: MultiValueDict) -> Self:
        """What a form sent, as far as the page has such fields; texts without control signs."""
        typed = cls()
        for name in cls._names(post):
            typed.set(name, *map(_clean, post.getlist(name)))
        return typed

    @classmethod
    def is_set(cls, name: str) -> bool:
        """Whether a field's values are a set: what two people add or take away goes together."""
        return name in cls.SETS or name.rpartition("-")[2] in cls.SETS

    @classmethod
    def _names(cls, post: MultiValueDict) -> Iterable[str]:
        """The fields of the page, row by row, that a form may send."""
        yield from cls.FIELDS
        for rows, names in cls.ROWS.items():
            keys = [key for key in post.getlist(rows) if cls.KEY.fullmatch(key)]
            post.setlist(rows, list(dict.fromkeys(keys)))
            yield rows
            yield from (f"{rows}-{key}-{name}" for key in post.getlist(rows) for name in names)

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

    def add_row(self, name: str, /, after: str = "", **texts: str) -> str:
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
        for field_name in self.ROWS[name]:
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

    def take_row(self, before: Self, name: str, key: str) -> None:
        """A row that is not here any more, as it was before, behind the same row as there."""
        rows, keys = self.rows(name), before.rows(name)
        earlier = [other for other in keys[: keys.index(key)] if other in rows]
        place = rows.index(earlier[-1]) + 1 if earlier else 0
        self.values[name] = [*rows[:place], key, *rows[place:]]
        for field_name in self.ROWS[name]:
            self.set(f"{name}-{key}-{field_name}", *before.all(f"{name}-{key}-{field_name}"))

    def names(self) -> Iterable[str]:
        return self.values.keys()

    def copy(self) -> Self:
        return type(self)({name: list(texts) for name, texts in self.values.items()})

    def posted(self) -> MultiValueDict:
        """As a form would send it, for Django's forms."""
        return MultiValueDict(self.values)

    def _unused(self, name: str) -> int:
        used = [int(match[1]) for key in self.rows(name) if (match := _NEW.fullmatch(key))]
        return max(used, default=0) + 1

    def append_row(self, rows: str, key: str, **texts: str) -> None:
        self.values.setdefault(rows, []).append(key)
        for name, text in texts.items():
            self.set(f"{rows}-{key}-{name}", text)


def _clean(text: str) -> str:
    return NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
