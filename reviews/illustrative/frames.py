"""Sentence frames: text with open places, compiled once and filled many times.

`[a|b|c]` is one of these words; an alternative may be empty or hold further places.
`{police|health-visiting}` names people of one of these agencies and notes which.
`$name` is a fact of the case, `$Name` the same with a capital.

A bank is plain text: `== slug` begins an entry (what follows a `|` are its settings),
`kind: frame` a frame; a line that begins with a space continues the line before it.
A frame may end in marks, `+slug`: further themes that the sentence is about.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

type Draw = Callable[[], float]

_OUTSIDE = re.compile(r"[\[{$\]]")
_INSIDE = re.compile(r"[\[{$|\]]")
_FACT = re.compile(r"\$([A-Za-z]+)")
_MARKS = re.compile(r"((?:\s\+[a-z-]+)+)$")
_SENTENCE_ENDS = (". ", "? ")
# Kinds of frames that stand inside a sentence; all others begin one.
_FRAGMENTS = ("aim", "do", "topic", "note", "warn")


class FrameError(ValueError):
    """A frame is written wrongly; raised when a bank is read, so never while records are made."""


@dataclass(slots=True)
class Voice:
    """What a frame needs to speak: chance, the case's facts, the words for each agency."""

    draw: Draw
    facts: dict[str, str]
    people: dict[str, tuple[str, ...]]
    named: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class People:
    """A place for the people of an agency."""

    slug: str
    capital: bool

    def spoken(self, voice: Voice) -> str:
        words = voice.people[self.slug]
        voice.named.append(self.slug)
        word = words[int(voice.draw() * len(words))]
        return word[0].upper() + word[1:] if self.capital else word


@dataclass(frozen=True, slots=True)
class Fact:
    """A place for a fact of the case."""

    name: str

    def spoken(self, voice: Voice) -> str:
        return voice.facts[self.name]


type Option = str | Frame | People | Fact
# What may stand in one place, after how many there are to choose from.
type Options = tuple[int, tuple[Option, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A compiled frame: a %-template and what may stand in each of its places."""

    template: str
    places: tuple[Options, ...]
    # The places in which something other than plain text may stand.
    deep: tuple[int, ...]
    marks: tuple[str, ...] = ()
    # The agencies and the facts it can speak of; told of whole frames, not of alternatives.
    people: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()

    def spoken(self, voice: Voice) -> str:
        draw = voice.draw
        words = [options[int(draw() * count)] for count, options in self.places]
        for place in self.deep:
            option = words[place]
            if not isinstance(option, str):
                words[place] = option.spoken(voice)
        return self.template % tuple(words)


@dataclass(slots=True)
class Entry:
    """One entry of a bank: its frames by kind, its settings by name."""

    frames: dict[str, tuple[Frame, ...]]
    settings: dict[str, tuple[str, ...]]

    def of_age(self, years: int) -> dict[str, tuple[Frame, ...]]:
        """The frames that suit a child of this age: "kind-6" is for six years and over."""
        suited: dict[str, tuple[Frame, ...]] = {}
        for name, frames in self.frames.items():
            kind, _, least = name.partition("-") if name[-1].isdigit() else (name, "", "0")
            if years >= int(least):
                suited[kind] = suited.get(kind, ()) + frames
        return suited


def read_bank(text: str) -> dict[str, Entry]:
    """The entries of a bank by slug, in the order of the text."""
    entries: dict[str, Entry] = {}
    for line in _whole_lines(text):
        if line.startswith("== "):
            slug, *settings = (part.strip() for part in line[3:].split("|"))
            entry = entries[slug] = Entry({}, dict(_settings(settings)))
            continue
        kind, _, frame = line.partition(": ")
        if not frame or not entries:
            raise FrameError(f"Neither an entry nor a frame: {line[:60]}")
        entry.frames[kind] = (*entry.frames.get(kind, ()), compiled(kind, frame))
    return entries


def compiled(kind: str, text: str) -> Frame:
    marks = _MARKS.search(text)
    if marks:
        text = text[: marks.start()]
    slugs = tuple(mark[1:] for mark in marks[1].split()) if marks else ()
    template, places, rest = _parse(_typeset(text), opening=not kind.startswith(_FRAGMENTS))
    if rest:
        raise FrameError(f"A bracket is closed that was not opened: {text[:60]}")
    inside = list(_options(places))
    people = frozenset(option.slug for option in inside if isinstance(option, People))
    facts = frozenset(option.name for option in inside if isinstance(option, Fact))
    return Frame(template, places, _deep(places), slugs, people, facts)


def _deep(places: tuple[Options, ...]) -> tuple[int, ...]:
    return tuple(
        place
        for place, (_, options) in enumerate(places)
        if not all(isinstance(option, str) for option in options)
    )


def _options(places: tuple[Options, ...]) -> Iterator[Option]:
    """Everything that may stand in the places, alternatives inside alternatives included."""
    for _, options in places:
        for option in options:
            yield option
            if isinstance(option, Frame):
                yield from _options(option.places)


def _whole_lines(text: str) -> Iterator[str]:
    joined = re.sub(r"\n[ \t]+", " ", text.strip())
    return (line for line in joined.split("\n") if line)


def _settings(parts: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        name, _, values = part.partition(":")
        yield name.strip(), tuple(values.split())


def _typeset(text: str) -> str:
    return text.replace("'", "’").replace("%", "%%")


def _parse(
    text: str, *, opening: bool = False, inside: bool = False
) -> tuple[str, tuple[Options, ...], str]:
    """Template, places and what is left of the text at the `|` or `]` that ends it.

    `opening` says that the text begins a sentence; names of people then take a capital.
    """
    template = ""
    places: list[Options] = []
    stop = _INSIDE if inside else _OUTSIDE
    while match := stop.search(text):
        template, text = template + text[: match.start()], text[match.start() :]
        if match[0] in "|]":
            return template, tuple(places), text
        starts = template.endswith(_SENTENCE_ENDS) if template else opening
        options, text = _place(text, opening=starts)
        places.append((len(options), options))
        template += "%s"
    return template + text, tuple(places), ""


def _place(text: str, *, opening: bool) -> tuple[tuple[Option, ...], str]:
    """What may stand in the place at the beginning of the text, and the text after it."""
    if text[0] == "[":
        return _alternatives(text[1:], opening=opening)
    if text[0] == "{":
        slugs, _, rest = text[1:].partition("}")
        return tuple(People(slug.strip(), opening) for slug in slugs.split("|")), rest
    match = _FACT.match(text)
    if not match:
        raise FrameError(f"A fact has no name: {text[:60]}")
    return (Fact(match[1]),), text[match.end() :]


def _alternatives(text: str, *, opening: bool) -> tuple[tuple[Option, ...], str]:
    options: list[Option] = []
    while True:
        template, places, rest = _parse(text, opening=opening, inside=True)
        if not rest:
            raise FrameError(f"A bracket is not closed: {text[:60]}")
        options.append(
            Frame(template, places, _deep(places)) if places else template.replace("%%", "%")
        )
        text = rest[1:]
        if rest[0] == "]":
            return tuple(options), text
