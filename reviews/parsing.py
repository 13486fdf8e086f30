"""Strict reading of JSON: every problem is collected, each with its place and what to do."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple

from reviews.dates import quoted

# Control characters (line feed and tab are text) and halves of surrogate pairs: PostgreSQL
# refuses the first of them and UTF-8 the last, XML nearly all.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDING = re.compile("\r\n?")
# The same few hundred slugs come again and again.
_is_slug = lru_cache(4096)(re.compile("[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch)


class Problem(NamedTuple):
    """What is wrong and what to do about it, and where: a path such as learning[2].text."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason


class ProblemsFound(ValueError):
    """What was read can't be used. Says everything that is wrong, not only the first thing."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one JSON object. A value that can't be used is noted and read as empty."""

    values: dict[str, Any]
    path: str
    problems: list[Problem]

    @classmethod
    def of(
        cls, value: object, path: str, problems: list[Problem], known: frozenset[str]
    ) -> "Fields":
        """Begin to read an object that may have only these fields."""
        fields = cls(value if isinstance(value, dict) else {}, path, problems)
        if not isinstance(value, dict):
            problems.append(Problem(path, f"is {kind_of(value)}. Write an object in braces {{}}."))
        elif not value.keys() <= known:
            for name in value.keys() - known:
                fields.problem(shown(name), f"is not known here. Remove it{or_else(name, known)}.")
        return fields

    def problem(self, name: str, reason: str) -> None:
        self.problems.append(Problem(f"{self.path}.{name}" if self.path else name, reason))

    def is_absent(self, name: str, hint: str) -> bool:
        """Whether a value that must be given is not; noted with a hint at what to write."""
        if self.values.get(name) is not None:
            return False
        self.problem(name, f"is {'null' if name in self.values else 'missing'}. {hint}")
        return True

    def text(self, name: str, longest: int, hint: str, *, lines: bool = False) -> str:
        """Text that must say something."""
        if self.is_absent(name, hint):
            return ""
        text = self._clean(name, self.values[name], longest, lines)
        if text == "":
            self.problem(name, f"is empty. {hint}")
        return text or ""

    def text_or_none(self, name: str, longest: int, *, lines: bool = False) -> str:
        """Text, or "" where nothing is given."""
        value = self.values.get(name)
        return "" if value is None else self._clean(name, value, longest, lines) or ""

    def flag(self, name: str) -> bool:
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self.problem(name, f"is {kind_of(value)}. Write true or false.")
        return value is True

    def number_or_none(self, name: str, largest: int) -> int | None:
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
            self.problem(name, f"must be a whole number from 0 to {largest}, or null.")
            return None
        return value

    def choice(self, name: str, values: Collection[str], unknown: str) -> str:
        """One of a closed list; null stands for the value that says it is unknown."""
        value = self.values.get(name)
        if value is None:
            return unknown
        if not isinstance(value, str) or value not in values:
            self.problem(name, f"is not one of {listed(values)}. Choose one, or write null.")
            return unknown
        return value

    def slug(self, name: str) -> str:
        if self.is_absent(name, "Write the slug of a term."):
            return ""
        return self._slug(name, self.values[name])

    def slugs(self, name: str, most: int) -> tuple[str, ...]:
        """The slugs of terms, none twice."""
        found: dict[str, None] = {}
        for place, value in enumerate(self._list(name, most)):
            if isinstance(value, str) and value not in found and _is_slug(value):
                found[value] = None
            elif slug := self._slug(f"{name}[{place}]", value):
                self.problem(f"{name}[{place}]", f"{quoted(slug)} stands here twice. Remove one.")
        return tuple(found)

    def texts(self, name: str, longest: int, most: int) -> tuple[str, ...]:
        """A list of short texts, none of them empty."""
        found = []
        for place, value in self.items(name, most):
            text = self._clean(place, value, longest, lines=False)
            if text == "":
                self.problem(place, "is empty. Remove it.")
            found.append(text or "")
        return tuple(found)

    def items(self, name: str, most: int) -> Iterator[tuple[str, Any]]:
        """The items of a list with the place of each; nothing where there is no list."""
        for place, item in enumerate(self._list(name, most)):
            yield f"{name}[{place}]", item

    def iso[T](self, name: str, parse: Callable[[str], T]) -> T | None:
        """A date or an age, where one is given."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.problem(name, f"is {kind_of(value)}. Write text in quotation marks, or null.")
            return None
        try:
            return parse(value)
        except ValueError as error:
            self.problem(name, str(error))
            return None

    def _list(self, name: str, most: int) -> list[Any]:
        value = self.values.get(name, [])
        if not isinstance(value, list):
            self.problem(name, f"is {kind_of(value)}. Write a list in brackets [].")
        elif len(value) > most:
            self.problem(name, f"has {len(value):,} items. Give at most {most}.")
        else:
            return value
        return []

    def _slug(self, place: str, value: object) -> str:
        if isinstance(value, str) and _is_slug(value):
            return value
        given = quoted(value) if isinstance(value, str) else kind_of(value)
        self.problem(place, f"is {given}. Write a term’s slug, such as other-review.")
        return ""

    def _clean(self, place: str, value: object, longest: int, lines: bool) -> str | None:
        """The text with plain line endings and nothing around it; None if it can't be used."""
        if not isinstance(value, str):
            self.problem(place, f"is {kind_of(value)}. Write text in quotation marks.")
            return None
        text = value.strip()
        if "\r" in text:
            text = _LINE_ENDING.sub("\n", text)
        wrong = NOT_TEXT.search(text)
        if wrong:
            self.problem(place, f"has a character that is not text ({_named(wrong)}). Remove it.")
        elif len(text) > longest:
            self.problem(place, f"has {len(text):,} characters. Write at most {longest:,}.")
        elif not lines and "\n" in text:
            self.problem(place, "has a line break. Write it on one line.")
        else:
            return text
        return None


def kind_of(value: object) -> str:
    """What a JSON value is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"


def shown(name: str) -> str:
    """A field's name as a path can show it."""
    return name if _is_slug(name.replace("_", "-")) and len(name) < 40 else quoted(name)


def or_else(name: str, known: Collection[str]) -> str:
    """The known name that was probably meant, as the end of a sentence; "" if there is none."""
    close = get_close_matches(name[:200], known, n=1)
    return f" or write {close[0]}" if close else ""


def listed(values: Collection[str]) -> str:
    return ", ".join(values)


def _named(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"
