"""How figures are worded, and which of them are drawn together.

"485 children affected, 1 April 2023 to 31 March 2024"; "49% of 330 rapid reviews: death". Parts
of one whole, and one thing counted in several periods, are the bars of one chart, in a table that
says the same. A number that stands alone is never a chart.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefings.content import Figure
from briefings.prose_tree import followed

PER_CENT = "%"
_WHOLE = re.compile(r"\d[\d,]*")
_OF = re.compile(r"\Aof\s+", re.IGNORECASE)

type Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure in words. `number` is its place among those of its edition, from 1."""

    number: int
    value: str
    counts: str
    of: str
    period: str
    source: str
    source_date: str
    url: str

    @property
    def is_share(self) -> bool:
        """Whether the value is a part of something, not a count: "49%", "over half"."""
        return PER_CENT in self.value or not any(char.isdigit() for char in self.value)

    @property
    def said(self) -> str:
        """What stands beside the value, without the period."""
        of = f"of {self.of}" if self.of else ""
        if self.is_share:
            return ": ".join(part for part in (of, self.counts) if part)
        return ", ".join(part for part in (self.counts, of) if part)

    @property
    def words(self) -> str:
        """The whole as one line, without its source."""
        starts = not self.is_share or self.said.startswith("of ")
        what = f"{self.value}{' ' if starts else ': '}{self.said}".strip()
        return f"{what}, {self.period}" if self.period else what

    @property
    def source_words(self) -> str:
        """The source and its date, or nothing: "Annual report, 12 December 2024"."""
        return ", ".join(part for part in (self.source, self.source_date) if part)


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: what it is called there, its value as written, how long it is in %."""

    name: str
    value: str
    width: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure on its own, or several as the bars of one chart.

    `title` and `about` are of the chart: what it is part of, or what it counts; and the period
    that its bars share. `named` says what the names of the bars are.
    """

    figures: tuple[Worded, ...]
    bars: tuple[Bar, ...] = ()
    title: str = ""
    about: str = ""
    named: str = ""

    @property
    def first(self) -> Worded:
        return self.figures[0]

    @property
    def numbers(self) -> list[int]:
        return [one.number for one in self.figures]

    @property
    def sources(self) -> list[Worded]:
        """One figure for each source, in their order."""
        of_each = {one.source_words + one.url: one for one in reversed(self.figures)}
        return [one for one in reversed(of_each.values()) if one.source_words]


def shown(figures: Sequence[Figure]) -> list[Shown]:
    """All figures in their order; those of one chart stand where the first of them does."""
    charts = _charts(figures)
    found = []
    for place, figure in enumerate(figures):
        chart = charts.get(place)
        if chart is None:
            found.append(Shown((worded(figure, place + 1),)))
        elif chart[0] == place:
            found.append(_chart(figures, chart))
    return found


def worded(figure: Figure, number: int) -> Worded:
    published = figure.source_published
    return Worded(
        number=number,
        value=_value(figure),
        counts=_counts(figure),
        of=whole(figure),
        period=figure.period.label if figure.period else "",
        source=figure.source.strip(),
        source_date=published.label if published else "",
        url=followed(figure.source_url),
    )


def whole(figure: Figure) -> str:
    """What it is part of, without the "of" that may be typed before it."""
    return _OF.sub("", figure.of.strip(), count=1)


def parts_of(figure: Figure) -> Key | None:
    """What figures share that are parts of one whole in one period."""
    if figure.number is None or not whole(figure):
        return None
    return ("parts", figure.unit.strip(), whole(figure).casefold(), figure.period)


def series_of(figure: Figure) -> Key | None:
    """What figures share that say one thing of several periods."""
    counts = figure.counts.strip().casefold()
    if figure.number is None or figure.period is None or not counts:
        return None
    return ("series", figure.unit.strip(), counts)


def grouped(figures: Sequence[Figure], by: Callable[[Figure], Key | None]) -> list[list[int]]:
    """The places of the figures that share a key, where they are several."""
    found: dict[Key, list[int]] = {}
    for place, figure in enumerate(figures):
        if key := by(figure):
            found.setdefault(key, []).append(place)
    return [places for places in found.values() if len(places) > 1]


def _charts(figures: Sequence[Figure]) -> dict[int, list[int]]:
    """For each place the places of its chart. What would give two bars one name is none."""
    charts: dict[int, list[int]] = {}
    for by, name in ((parts_of, _counts), (series_of, _period)):
        for places in grouped(figures, by):
            free = [place for place in places if place not in charts]
            names = {name(figures[place]).casefold() for place in free}
            if len(free) > 1 and len(names) == len(free):
                charts |= dict.fromkeys(free, free)
    return charts


def _chart(figures: Sequence[Figure], places: list[int]) -> Shown:
    members = [figures[place] for place in places]
    lines = tuple(worded(figures[place], place + 1) for place in places)
    full = _full(members)
    is_parts = len({parts_of(one) for one in members}) == 1 and bool(whole(members[0]))
    bars = tuple(
        Bar(capital(line.counts if is_parts else line.period), line.value, _width(one, full))
        for line, one in zip(lines, members, strict=True)
    )
    first = lines[0]
    if is_parts:
        return Shown(lines, bars, f"Of {first.of}", first.period, "What is counted")
    about = f"Of {first.of}" if len({line.of for line in lines}) == 1 and first.of else ""
    return Shown(lines, bars, capital(first.counts), about, "Period")


def capital(text: str) -> str:
    """With a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def _value(figure: Figure) -> str:
    """The value as written, with its unit where that is not in it."""
    value, unit = figure.value.strip(), figure.unit.strip()
    if unit == PER_CENT:
        is_said = not value[-1:].isdigit()  # "49%", "over half", "one in five"
        return value if is_said else f"{value}{unit}"
    return value


def _counts(figure: Figure) -> str:
    """What it counts, after its unit where neither the value nor that says it."""
    counts, unit = figure.counts.strip(), figure.unit.strip()
    said = f"{figure.value} {counts}".casefold()
    if not unit or unit == PER_CENT or unit.casefold() in said:
        return counts
    return f"{unit} {counts}".strip()


def _period(figure: Figure) -> str:
    return figure.period.label if figure.period else ""


def _full(figures: Iterable[Figure]) -> float:
    """The number whose bar is as long as there is room: the whole, else the largest."""
    members = list(figures)
    most = max((one.number or 0 for one in members), default=0)
    if members[0].unit.strip() == PER_CENT:
        return max(100, most)
    number = _WHOLE.search(whole(members[0]))
    of = float(number[0].replace(",", "")) if number else 0
    return max(most, of)


def _width(figure: Figure, full: float) -> float:
    return round(100 * max(0, figure.number or 0) / full, 2) if full > 0 else 0
